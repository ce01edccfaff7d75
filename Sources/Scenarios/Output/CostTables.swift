// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

/// What each pathway and team costs under each scenario, in whole pence that add up, and what of it differs from the base.
public struct CostTables {
    private let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// Each scenario's cost by pathway and team, what is of no team, and all: `costs.csv`.
    public var costs: Table {
        Table(
            name: "costs", caption: "What pathways and teams cost",
            columns: [
                .text("Scenario", "scenario"), .text("Base", "base"), .text("Of", "part"),
                .text("Kind", "kind"),
                .number("Workforce cost", "workforce_cost"), .number("Agency", "agency"),
                .number("Agency hours", "agency_hours"), .number("Agency's share", "agency_share"),
            ]
                + (hasPay
                    ? [
                        .number("Full cost", "full_cost"),
                        .number("Full cost as charged", "full_cost_as_charged"),
                        .number("Agency's share of full cost", "agency_share_of_full_cost"),
                    ] : []),
            rows: results.bases.flatMap { base in
                results.outcomes.filter { $0.base == base.name }.flatMap { rows($0, of: base) }
            })
    }

    private var hasPay: Bool { results.options.pay != nil }

    private func rows(_ outcome: ScenarioOutcome, of base: ScenarioBase) -> [[Table.Cell]] {
        let names = Naming(week: base.week)
        func value(_ figure: String, _ part: CostPart) -> Double? {
            outcome.value(CostAndCare.name(figure, of: part))
        }
        func pounds(_ figure: String) -> [Int] {
            CostPence(
                base.week.teams.map { value(figure, .team($0.id)) ?? 0 },
                none: value(figure, .noTeam) ?? 0, in: base.week
            ).all
        }
        /// Agency's part of what stands in the row: a mean of shares would be another where something is drawn.
        func share(of all: String, _ part: CostPart) -> Double? {
            guard let cost = value(all, part), cost > 0 else { return nil }
            return value(CostAndCare.agencyPay, part).map { $0 / cost }
        }
        let columns = [CostAndCare.workforceCost, CostAndCare.agencyPay].map(pounds)
        let full = hasPay ? [CostAndCare.fullCost, CostAndCare.fullCostAsCharged].map(pounds) : []
        let parts = CostAndCare.parts(of: base.week) + [.all]
        return parts.enumerated().map { place, part in
            [
                .text(outcome.scenario.name), .text(outcome.base),
                .text(part.words(names.team), exact: part.group), .text(part.kind),
            ] + columns.map { .pounds(Double($0[place]) / 100) } + [
                .hours(value(CostAndCare.agencyHours, part)),
                .share(share(of: CostAndCare.workforceCost, part)),
            ] + full.map { .pounds(Double($0[place]) / 100) }
                + (hasPay ? [.share(share(of: CostAndCare.fullCost, part))] : [])
        }
    }

    /// What differs from the base in a pathway or a team and is told apart.
    var differences: Table {
        var table = ScenarioTables(results).differences(
            results.differences.filter { $0.figure.part != .all && $0.isTold && !$0.isNothing },
            named: "cost-differences", isForPeople: true)
        table.caption = "What differs in pathways and teams, as far as it is told apart"
        table.whenEmpty = "Nothing: no difference in a pathway or a team is told apart."
        return table
    }

    /// How what is paid is put down to teams.
    static let explanation =
        "What somebody is paid for a session is of the team that they are sent to in it. All else – leave, sickness, "
        + "training, time on the rota without a place, contracted hours that are not on the rota, with their on-costs – goes "
        + "by the hours that they work for each team in the week, but for hours paid on top of a contract; of somebody who "
        + "works for none to the home team. Pathways, or teams, and no team add up to all, to the penny."
}
