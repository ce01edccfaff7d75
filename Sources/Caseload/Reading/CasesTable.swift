// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// caseload.csv: who is there, or is known to come.
struct CasesTable {
    private(set) var values: [CareCase] = []
    /// Whether there is such a file.
    let isThere: Bool
    /// The teams and pathways of its rows, those with a fault included.
    private var groups = Set<[String]>()

    /// Whether the file has cases of a team and pathway.
    func has(_ team: String, _ pathway: String) -> Bool { groups.contains([team, pathway]) }

    init(_ basis: CaseloadBasis, _ stays: StaysTable) {
        let (isThere, table) = basis.table(.cases)
        self.isThere = isThere
        guard let table else { return }
        let diagnostics = basis.diagnostics
        let week = basis.week
        let last = week.start.adding(days: week.days - 1)
        var lines: [[String]: Int] = [:]
        var gone: (field: Field, count: Int)?
        var strays: (field: Field, team: Team, pathway: String, count: Int)?
        for row in table.rows {
            let place = table.place(of: row)
            let idField = table.field("case", of: row)
            let id = idField?.identifier(diagnostics)
            if let idField { Self.tellNumber(idField, diagnostics) }
            let pathwayField = table.field("pathway", of: row)
            let pathway = basis.pathways.pathway(pathwayField, diagnostics)
            let team = basis.team(table.field("team", of: row))
            let startedField = table.field("started", of: row)
            let started = startedField?.day(diagnostics)
            let daysField = table.given("expected_days", of: row)
            let days = daysField?.wholeNumber(in: 1...StayLength.most, unit: "days", diagnostics)
            let source = basis.source(table.given("source", of: row))
            guard let pathway else { continue }
            let profile = basis.profile(table.given("profile", of: row), of: pathway, row: place)
            if let team { groups.insert([team.id, pathway]) }
            if let id, let team, let idField {
                if let line = lines[[id, team.id]] {
                    idField.error(
                        "case \(idField.shown) is there twice for team '\(team.id)', first in line \(line)",
                        expected: "each case once a team", diagnostics)
                    continue
                }
                lines[[id, team.id]] = row.line
            }
            if let started, let startedField, !Self.isInReach(started, startedField, week, last, diagnostics)
            {
                continue
            }
            guard let id, let team, let started, let startedField else { continue }
            if team.pathway != pathway, pathway != PathwayWords.other, let pathwayField {
                strays =
                    strays.map { ($0.field, $0.team, $0.pathway, $0.count + 1) }
                    ?? (pathwayField, team, pathway, 1)
            }
            let stay: StayLength?
            if daysField == nil {
                stay = stays.stay(of: pathway, in: team.id, at: place, "and the case has no expected_days")
            } else {
                stay = days.map { .fixed(Double($0)) }
            }
            guard let stay, let profile else { continue }
            if started.adding(days: stay.longest) <= week.start {
                gone = gone.map { ($0.field, $0.count + 1) } ?? (daysField ?? startedField, 1)
            }
            values.append(
                CareCase(
                    id: id, pathway: pathway, team: team.id, started: started, stay: stay, profile: profile,
                    source: source))
        }
        if let gone {
            gone.field.warning(
                "\(Show.counted(gone.count, "case")) \(gone.count == 1 ? "ends" : "end") before the week "
                    + "begins, this one first, and \(gone.count == 1 ? "gets" : "get") no contacts",
                expected: "longer expected_days where somebody is still there", diagnostics)
        }
        if let strays {
            strays.field.notice(
                "\(Show.counted(strays.count, "case")) \(strays.count == 1 ? "is" : "are") with a team of another "
                    + "pathway, this one first (\(strays.pathway) with a team of \(strays.team.pathway)): figures by "
                    + "pathway go by the team",
                diagnostics)
        }
    }

    private static func isInReach(
        _ started: CalendarDay, _ field: Field, _ week: Week, _ last: CalendarDay, _ diagnostics: Diagnostics
    ) -> Bool {
        if started > last {
            field.error(
                "started \(field.shown) is after the week, which ends on \(last)",
                expected: "a day up to \(last)", diagnostics)
            return false
        }
        let earliest = week.start.adding(days: -StayLength.most)
        if started < earliest {
            field.error(
                "started \(field.shown) is more than three years before the week",
                expected: "a day from \(earliest) on", diagnostics)
            return false
        }
        return true
    }

    /// Tells of a name that is a number by which a person is known in the NHS, as its check digit shows.
    private static func tellNumber(_ field: Field, _ diagnostics: Diagnostics) {
        let digits = field.text.compactMap { $0 == " " || $0 == "-" ? nil : $0.wholeNumberValue }
        let others = field.text.contains { !$0.isNumber && $0 != " " && $0 != "-" }
        guard digits.count == 10, !others else { return }
        let sum = digits.prefix(9).enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element }
        guard (11 - sum % 11) % 11 == digits[9] else { return }
        diagnostics.add(
            .warning, once: "number\n\(field.place.file)", at: field, expected: "a name such as C-017",
            message: { met in
                "this case looks like an NHS number; names should say nothing of the person"
                    + met.others("case")
            })
    }
}
