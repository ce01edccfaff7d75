// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// starts.csv: how many begin.
struct StartsTable {
    private(set) var values: [CareStarts] = []
    /// Whether there is such a file.
    let isThere: Bool

    init(_ basis: CaseloadBasis, _ stays: StaysTable, _ cases: CasesTable, _ rows: inout StartRows) {
        let (isThere, table) = basis.table(.starts)
        self.isThere = isThere
        guard let table else { return }
        let diagnostics = basis.diagnostics
        for row in table.rows {
            let place = table.place(of: row)
            let pathway = basis.pathways.pathway(table.field("pathway", of: row), diagnostics)
            let team = basis.team(table.field("team", of: row))
            let weekdayField = table.given("weekday", of: row)
            let weekdays = weekdayField?.weekdayShares(diagnostics)
            let number = table.field("starts_a_week", of: row)?
                .decimal(in: 0...1000, unit: "starts a week", diagnostics)
            let source = basis.source(table.given("source", of: row))
            guard let pathway else { continue }
            let profile = basis.profile(table.given("profile", of: row), of: pathway, row: place)
            guard let team else { continue }
            let stay = stays.stay(of: pathway, in: team.id, at: place, "of which people begin")
            guard let number, let profile, let stay, weekdayField == nil || weekdays != nil else { continue }
            let isSteady = !cases.has(team.id, pathway)
            let starts = CareStarts(
                pathway: pathway, team: team.id, aWeek: number, weekdays: weekdays ?? .usual(of: pathway),
                stay: stay, profile: profile, source: source, isSteady: isSteady)
            guard rows.take(starts, at: place, diagnostics) else { continue }
            if isSteady { basis.tellSteady(team.id, pathway, hasCases: cases.isThere, at: place) }
            values.append(starts)
        }
    }
}

extension CaseloadBasis {
    /// Tells that who is there already is reckoned from starts and stays.
    func tellSteady(_ team: String, _ pathway: String, hasCases: Bool, at row: Place) {
        diagnostics.add(
            .notice, once: "steady\n\(row.file)",
            at: Field(team, name: "team", place: row),
            message: { met in
                "\(TableSchema.cases.path) has no case of '\(team)' and \(pathway): those who are there already are "
                    + "reckoned from starts and stays, as they are in the long run" + met.others("row")
            })
    }
}
