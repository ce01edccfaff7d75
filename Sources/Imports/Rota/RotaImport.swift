// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Wording
import Workforce

extension ExportSchema {
    /// A rota that somebody keeps: a person a row, a day or session a column.
    static let anyRota = ExportSchema(
        "a rota",
        columns: [
            .required(
                "Staff", or: "StaffNumber", "Staff No", "StaffID", "EmployeeNumber", "Employee No",
                "PersonID",
                "Assignment Number", "Payroll Number")
        ], neverRead: personal, hasDays: true)
}

/// A rota that somebody keeps, brought into a week by what its codes mean.
struct RotaImport: ImportReader {
    private let week: Week
    private(set) var terms = ImportTerms()
    private var cells: [(staff: Field, at: WrittenDay, code: Field)] = []
    private var people: [Field] = []
    private var columns: [WrittenDay] = []

    init(
        _ tables: [ExportTable], _ week: Week, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        let days = week.start...week.start.adding(days: week.days - 1)
        let parts = week.parts.map(\.id)
        var seen: Set<String> = []
        for table in tables {
            var columns: [WrittenDay?] = []
            for heading in table.days {
                let read = WrittenDay.read(heading, within: days, parts: parts, diagnostics)
                if let read, !days.contains(read.day) {
                    proposal.leaveOut("days of another week", of: "column")
                    columns.append(nil)
                } else if let part = read?.part, !parts.contains(part) {
                    heading.error(
                        "\(heading.shown): the week has no part of the day '\(Diagnostic.shortened(part))'",
                        expected: "one of \(parts.joined(separator: ", "))", diagnostics)
                    columns.append(nil)
                } else {
                    columns.append(read)
                }
            }
            if table.days.isEmpty {
                diagnostics.add(
                    .error, at: Place(file: table.file),
                    expected: "headings such as 2026-11-23 am, or Mon 23 Nov",
                    message: "the rota has no column of a day or session")
            }
            self.columns += columns.compactMap(\.self)
            for row in table.rows {
                guard let staff = row["Staff"] else {
                    // Team headings within the rota have no number.
                    proposal.leaveOut("rows without a staff number")
                    continue
                }
                guard staff.identifier(diagnostics) != nil else { continue }
                guard seen.insert(staff.text).inserted else {
                    staff.error(
                        "'\(Diagnostic.shortened(staff.text))' has two rows",
                        expected: "a row for each person",
                        diagnostics)
                    continue
                }
                people.append(staff)
                for (column, cell) in zip(columns, row.days) {
                    guard let column, !cell.isBlank else { continue }
                    guard let code = Self.code(in: cell.text) else {
                        diagnostics.add(
                            .error, at: cell.place, field: "rota", expected: "a code such as E, LD or AL",
                            message:
                                "the cell holds more than a code, and is not read: words of one's own may say what no plan is to "
                                + "know")
                        continue
                    }
                    cells.append((staff, column, cell.part(code)))
                }
            }
        }
        collectTerms()
    }

    /// Codes of all of a day.
    private static let longDays: Set<String> = ["LD", "LONG DAY", "LONGDAY", "LDAY"]
    private mutating func collectTerms() {
        let codes = Set(cells.map { ImportMap.key($0.code.text).uppercased() })
        // Where these are, an L is as likely a late, and an S or a C is anybody's guess.
        let hasShifts = !codes.isDisjoint(with: ["E", "LD", "N", "AL"])
        let hasDays = columns.contains { $0.part == nil }
        let open = week.parts.filter { $0.ends <= 1440 }.map(\.id).prefix(
            week.policy.maximumSessionsPerDay
        ).joined(separator: " ")
        for cell in cells {
            terms.add(.codes, cell.code.text) { code in
                let duty = RotaMark.Duty(rawValue: code.uppercased())?.rawValue
                if hasShifts, ["L", "S", "C", "A"].contains(duty) { return nil }
                // Which part of the day a shift is says nobody but who wrote it.
                if hasDays, UsualMarks.meaning(of: code)?.mark == "R",
                    !Self.longDays.contains(code.uppercased())
                {
                    return nil
                }
                guard let mark = duty ?? UsualMarks.meaning(of: code)?.mark else { return nil }
                return mark == "off" || !hasDays ? mark : "\(mark) \(open)"
            }
        }
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var known = People(week, map, diagnostics)
        var parts = week.content
        let theirs = Dictionary(grouping: cells, by: \.staff.text)
        var taken = 0
        for person in people {
            guard let s = known.position(person) else { continue }
            taken += 1
            var marks: [Int: RotaMark.Duty] = [:]
            var ignored: Set<Int> = []
            // What a column of a session says comes before what one of the whole day does.
            let cells = theirs[person.text] ?? []
            for cell in cells.filter({ $0.at.part == nil }) + cells.filter({ $0.at.part != nil }) {
                let sessions = week.sessions.indices.filter { t in
                    let session = week.sessions[t]
                    return session.day == cell.at.day && cell.at.part.map { $0 == session.part.id } ?? true
                }
                guard let code = code(cell.code, map) else {
                    ignored.formUnion(sessions)
                    continue
                }
                tellMissingParts(code, cell, diagnostics)
                for t in sessions
                where cell.at.part != nil || code.parts.contains(week.sessions[t].part.id) {
                    marks[t] = code.duty
                    ignored.remove(t)
                }
            }
            for (t, session) in week.sessions.enumerated() {
                let isThere = columns.contains {
                    $0.day == session.day && ($0.part == nil || $0.part == session.part.id)
                }
                guard isThere, !ignored.contains(t) else { continue }
                // A blank takes somebody off the rota, and leaves what is known of absence and offers.
                guard marks[t] != nil || parts.rota[s][t].duty == .rostered else { continue }
                let duty = marks[t] ?? .off
                let old = parts.rota[s][t]
                // What a code does not say, minutes and teams, stays where the duty stays.
                if old.duty != duty { parts.rota[s][t] = RotaMark(duty) }
            }
        }
        proposal.taken.append(
            "\(People.counted(taken)) of the rota, in \(Show.counted(Set(columns.map(\.day)).count, "day"))"
        )
        known.tellUnknown(" of the rota", &proposal)
        return week.replacing { $0 = parts }
    }

    private func code(_ field: Field, _ map: ImportMap) -> RotaCode? {
        map.meaning(.codes, field.text).flatMap {
            RotaCode.read(Field($0, name: "code", place: field.place), week, Diagnostics())
        }
    }

    private func tellMissingParts(
        _ code: RotaCode, _ cell: (staff: Field, at: WrittenDay, code: Field), _ diagnostics: Diagnostics
    ) {
        guard cell.at.part == nil, code.duty != .off, code.parts.isEmpty else { return }
        diagnostics.add(
            .error, once: "import parts\n" + ImportMap.key(cell.code.text), at: cell.code,
            expected: "in the mapping: \"\(Diagnostic.shortened(cell.code.text))\": \(code.duty.rawValue) "
                + week.parts.map(\.id).joined(separator: " "),
            message: { met in
                "the column is a day, and the mapping does not say in which parts of it "
                    + "'\(Diagnostic.shortened(cell.code.text))' is" + met.others("cell")
            })
    }
}
