// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Contracts, opt-outs and competencies of the electronic staff record, brought to the people whom a week has.
struct ESRImport: ImportReader {
    private let week: Week
    private(set) var terms = ImportTerms()
    /// Opted out of the limit of 48 hours, by number.
    private var optOuts: [(staff: Field, isOut: Bool)] = []
    private var assignments: [(staff: Field, hours: Double, role: String?)] = []
    private var signOffs: [Awarded] = []

    init(
        _ tables: [(schema: ExportSchema, table: ExportTable)], _ week: Week,
        _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        let day = week.start
        func rows(_ title: String) -> [ExportTable.Row] {
            tables.filter { $0.schema.title == title }.flatMap(\.table.rows)
        }
        /// The rows of a file that hold on the week's first day and were not deleted.
        func standing(_ title: String) -> [ExportTable.Row] {
            rows(title).filter { row in
                if EffectiveRows.isDeleted(row, diagnostics) {
                    proposal.leaveOut("rows of \(title) that were deleted")
                    return false
                }
                guard EffectiveRows.holds(row, on: day, diagnostics) else {
                    proposal.leaveOut("rows of \(title) that do not hold on \(day)")
                    return false
                }
                return true
            }
        }
        let (persons, contracts) = (standing("ESR people"), standing("ESR assignments"))
        // Whoever begins within the week is known by a row that does not hold yet.
        let later = (rows("ESR people") + rows("ESR assignments")).filter { row in
            let told = Diagnostics()
            guard !EffectiveRows.isDeleted(row, told) else { return false }
            return EffectiveRows.day(row["EffectiveStartDate"], told).map { $0 > day } ?? false
        }
        let numbers = Self.numbers(persons + contracts).merging(Self.numbers(later)) { now, _ in now }
        func number(_ row: ExportTable.Row) -> Field? {
            if let own = row["EmployeeNumber"] { return own }
            guard let id = row["PersonID"] else {
                diagnostics.add(
                    .error, at: row.place,
                    expected: "an EmployeeNumber, or a PersonID with the people's file",
                    message: "the row does not say whose it is")
                return nil
            }
            guard let theirs = numbers[id.text], let number = theirs.first else {
                proposal.leaveOut("rows of people without an employee number that holds from \(day) on")
                return nil
            }
            guard theirs.count == 1 else {
                id.error(
                    "the person \(id.shown) has more than one employee number: which is theirs is not said",
                    expected: "one EmployeeNumber for each PersonID", diagnostics)
                return nil
            }
            return Field(number, name: "EmployeeNumber", place: id.place)
        }
        for row in persons {
            guard let field = row["WTROptOut"], let staff = number(row),
                let isOut = field.truth(diagnostics)
            else { continue }
            optOuts.append((staff, isOut))
        }
        var jobs: [String: String] = [:]
        for row in standing("ESR positions") {
            guard let id = row["PositionID"], let job = row["JobRole"] else { continue }
            jobs[id.text] = job.text
        }
        for row in contracts {
            guard let primary = row["PrimaryAssignment"], primary.truth(diagnostics) == true else {
                proposal.leaveOut("assignments that are not the primary one")
                continue
            }
            guard let staff = number(row), let hours = WeeklyHours.read(row, week, diagnostics) else {
                continue
            }
            assignments.append((staff, hours, row["PositionID"].flatMap { jobs[$0.text] }))
        }
        let periods = Renewal.read(standing("ESR competence definitions"), diagnostics)
        for row in rows("ESR competencies") {
            // Deleted ones take away what came of them, whenever they held.
            guard
                EffectiveRows.isDeleted(row, diagnostics)
                    || EffectiveRows.holds(row, on: week.start, diagnostics)
            else {
                proposal.leaveOut("competencies whose rows do not hold on the week's first day")
                continue
            }
            guard let staff = number(row),
                let awarded = Awarded(row, staff, periods, &proposal, diagnostics)
            else { continue }
            signOffs.append(awarded)
        }
        collectTerms()
    }

    /// The employee numbers of each person's own number, by rows that hold: an old one may be somebody else's by now.
    private static func numbers(_ rows: [ExportTable.Row]) -> [String: Set<String>] {
        var numbers: [String: Set<String>] = [:]
        for row in rows {
            guard let id = row["PersonID"], let number = row["EmployeeNumber"] else { continue }
            numbers[id.text, default: []].insert(number.text)
        }
        return numbers
    }

    private mutating func collectTerms() {
        let likely = Likely(week: week)
        for one in signOffs { terms.add(.competencies, one.name, suggesting: likely.need) }
        for one in assignments { terms.add(.roles, one.role, suggesting: likely.role) }
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var people = People(week, map, diagnostics)
        var parts = week.content
        var rows: [[Table.Cell]] = []
        func tell(_ s: Int, _ what: String, _ was: String, _ now: String, _ isTaken: Bool) {
            rows.append([
                .text(week.staff[s].id), .text(what), .text(was), .text(now), .text(isTaken ? "yes" : "no"),
            ])
        }
        for (staff, isOut) in optOuts {
            guard let s = people.position(staff), parts.staff[s].hasOptedOut != isOut else { continue }
            tell(s, "opted_out", parts.staff[s].hasOptedOut ? "yes" : "", isOut ? "yes" : "", true)
            parts.staff[s].hasOptedOut = isOut
        }
        let contracts = Dictionary(grouping: assignments, by: \.staff.text)
        for (staff, hours, job) in assignments {
            guard let s = people.position(staff) else { continue }
            guard contracts[staff.text]?.allSatisfy({ $0.hours == hours }) ?? true else {
                proposal.leaveOut(
                    "primary assignments of people who have two with different hours: which counts is not said"
                )
                continue
            }
            if parts.staff[s].employment == .substantive, hours != parts.staff[s].contractHours {
                let (was, now) = (parts.staff[s].contractHours, hours)
                tell(s, "contract_hours", Self.number(was), Self.number(now), true)
                parts.staff[s].contractHours = hours
            }
            guard let job, let roles = map.roles(job), !roles.allSatisfy(parts.staff[s].roles.contains)
            else { continue }
            let isTaken = map.isOn(.updatePeople)
            let (was, now) = (parts.staff[s].roles.joined(separator: ";"), roles.joined(separator: ";"))
            tell(s, "role", was, now, isTaken)
            if isTaken { parts.staff[s].roles = roles }
        }
        var taken: Set<Int> = []
        let count = SignOffBook(map).write(signOffs, into: &parts, &people, &taken, &proposal)
        proposal.taken.append(
            "\(Show.counted(assignments.count, "contract")), \(Show.counted(optOuts.count, "opt-out")) read, "
                + "\(Show.counted(count, "new sign-off"))")
        people.tellUnknown("", &proposal)
        let changed = week.replacing { $0 = parts }
        proposal.tables += [DutyPeople.table(rows), EndedSignOffs(changed, of: taken).table]
        return changed
    }

    private static func number(_ hours: Double) -> String {
        Decimals.text(hours, atLeast: 0, atMost: 2) ?? ""
    }
}
