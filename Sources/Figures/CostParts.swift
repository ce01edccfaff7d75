// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What each pathway and team costs, as figures: those of pathways, those of teams, and what is of no team. Of pounds and
/// hours pathways, or teams, and no team add up to all.
struct CostParts {
    private let cost: WorkforceCost
    private let full: FullCost?
    private let week: Week

    /// - Parameter full: By a pay table; nil: there is none.
    init(_ cost: WorkforceCost, _ full: FullCost?, _ week: Week) {
        (self.cost, self.full, self.week) = (cost, full, week)
    }

    var figures: [CostAndCareFigure] {
        let index = WeekLookup(week)
        let fullOf = full.map { Full($0, index) }
        let parts =
            cost.byPathway.enumerated().map { ($1, fullOf?.pathways[$0]) }
            + cost.byTeam.enumerated().map { ($1, fullOf?.teams[$0]) } + [(cost.ofNoTeam, fullOf?.none)]
        return parts.flatMap { one, full in figures(one, full, one.part.words(index.teamName)) }
    }

    private func figures(_ one: CostFigure, _ full: Full.Pounds?, _ name: String) -> [CostAndCareFigure] {
        func figure(
            _ base: String, _ title: String, _ unit: CostAndCareFigure.Unit, _ value: Double?,
            _ kind: CostAndCareFigure.Kind = .cash
        ) -> CostAndCareFigure {
            CostAndCareFigure(
                name: base + one.part.suffix, title: "\(title): \(name)", kind: kind, unit: unit,
                part: one.part, value: value)
        }
        let own = [
            figure(CostAndCare.workforceCost, "Workforce cost", .pounds, one.pounds),
            figure(CostAndCare.agencyPay, "Pay of agency", .pounds, one.agencyPounds),
            figure(CostAndCare.agencyHours, "Hours of agency", .hours, one.agencyHours, .time),
            figure(CostAndCare.agencyShare, "Agency as a share of workforce cost", .share, one.agencyShare),
        ]
        guard let full else { return own }
        return own + [
            figure(CostAndCare.fullCost, "Full cost", .pounds, full.full),
            figure(CostAndCare.fullCostAsCharged, "Full cost as charged", .pounds, full.charged),
            figure(
                CostAndCare.agencyShareOfFullCost, "Agency as a share of full cost", .share,
                full.full > 0 ? one.agencyPounds / full.full : nil),
        ]
    }

    /// Full cost of each part.
    private struct Full {
        typealias Pounds = (full: Double, charged: Double)

        let pathways, teams: [Pounds]
        let none: Pounds

        init(_ cost: FullCost, _ index: WeekLookup) {
            pathways = zip(cost.full.byPathway(index), cost.charged.byPathway(index)).map { ($0, $1) }
            teams = zip(cost.full.parts, cost.charged.parts).dropLast().map { ($0, $1) }
            none = (cost.full.ofNoTeam, cost.charged.ofNoTeam)
        }
    }
}

extension CostAndCare {
    /// The name of a figure of a part of a week: `workforce_cost_team_north-home`.
    public static func name(_ figure: String, of part: CostPart) -> String { figure + part.suffix }

    /// The parts of a week that costs are told of: pathways, teams, and what is of no team.
    public static func parts(of week: Week) -> [CostPart] {
        WeekLookup(week).pathways.map { .pathway($0) } + week.teams.map { .team($0.id) } + [.noTeam]
    }
}
