// SPDX-License-Identifier: GPL-3.0-or-later

extension Metrics {
    /// What is paid, and agency's share of it, by pathway, of nobody's, in all, and by team.
    static func costs(_ cost: WorkforceCost) -> [Metric] {
        let none = cost.ofNoTeam.pounds > 0 ? [cost.ofNoTeam] : []
        let groups = cost.byPathway + none + [cost.total]
        return groups.map(amount("")) + groups.map(share("")) + cost.byTeam.map(amount("_by_team"))
            + cost.byTeam.map(share("_by_team"))
    }

    private static func amount(_ suffix: String) -> (CostFigure) -> Metric {
        { one in
            amount(
                "workforce_cost" + suffix, one.part.group, one.pounds, "pounds",
                "Pounds of sessions, rostered and booked, of own staff's leave, sickness and training, and of "
                    + "their enhancements. A session is of the team that its person is sent to; other pay goes by "
                    + "the hours that they work for each team, else to the home team. Overheads are not in it."
            )
        }
    }

    private static func share(_ suffix: String) -> (CostFigure) -> Metric {
        { one in
            ratio(
                "agency_share_of_workforce_cost" + suffix, one.part.group, one.agencyPounds, one.pounds,
                "Pounds of agency sessions, rostered and booked ÷ workforce cost.")
        }
    }
}
