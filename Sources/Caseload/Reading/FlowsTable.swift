// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// ipacs.csv: arrivals a day, length of stay and capacity, read as starts and stays.
struct FlowsTable {
    private(set) var values: [CareStarts] = []
    /// Whether there is such a file.
    let isThere: Bool

    init(_ basis: CaseloadBasis, _ cases: CasesTable, _ rows: inout StartRows) {
        let (isThere, table) = basis.table(.flows)
        self.isThere = isThere
        guard let table else { return }
        let diagnostics = basis.diagnostics
        for row in table.rows {
            let place = table.place(of: row)
            let pathwayField = table.field("pathway", of: row)
            let pathway = basis.pathways.pathway(pathwayField, diagnostics)
            let arrivals = table.field("arrivals_a_day", of: row)?
                .decimal(in: 0...150, unit: "arrivals a day", diagnostics)
            let meanField = table.field("length_of_stay", of: row)
            let mean = meanField?.decimal(in: StaysTable.range, unit: "days", diagnostics)
            let medianField = table.given("median_stay", of: row)
            let median = medianField?.decimal(in: StaysTable.range, unit: "days", diagnostics)
            let capacityField = table.given("capacity", of: row)
            let capacity = capacityField?.wholeNumber(in: 0...100_000, unit: "people", diagnostics)
            let source = basis.source(table.given("source", of: row))
            guard let pathway, let pathwayField else { continue }
            let team = Self.team(table.given("team", of: row), of: pathway, pathwayField, basis)
            let profile = basis.profile(table.given("profile", of: row), of: pathway, row: place)
            guard let team, let arrivals, let mean, let profile, medianField == nil || median != nil,
                capacityField == nil || capacity != nil,
                let stay = StaysTable.stay(mean: mean, median: median, meanField, at: place, diagnostics)
            else { continue }
            let isSteady = !cases.has(team.id, pathway)
            let starts = CareStarts(
                pathway: pathway, team: team.id, aWeek: 7 * arrivals, weekdays: .usual(of: pathway),
                stay: stay, profile: profile, source: source, capacity: capacity, isSteady: isSteady)
            guard rows.take(starts, at: place, diagnostics) else { continue }
            if isSteady { basis.tellSteady(team.id, pathway, hasCases: cases.isThere, at: place) }
            values.append(starts)
        }
    }

    /// The team of a row; where it names none the one of its pathway.
    private static func team(
        _ field: Field?, of pathway: String, _ pathwayField: Field, _ basis: CaseloadBasis
    ) -> Team? {
        if let field { return basis.team(field) }
        let teams = basis.week.teams.filter { $0.pathway == pathway }
        if teams.count == 1 { return teams[0] }
        let names = teams.prefix(3).map { "'\($0.id)'" }.joined(separator: ", ")
        pathwayField.error(
            teams.isEmpty
                ? "no team of the week is of pathway '\(pathway)', and the row names none"
                : "\(teams.count) teams are of pathway '\(pathway)' (\(names)\(teams.count > 3 ? ", …" : "")), and the "
                    + "row names none",
            expected: "a team in the column team", basis.diagnostics)
        return nil
    }
}
