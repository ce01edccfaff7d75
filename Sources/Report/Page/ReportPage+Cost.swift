// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording

extension ReportPage {
    static let costNote =
        "Workforce cost is pay of all sessions, rostered and booked, of own staff's leave, sickness and training, and of "
        + "their enhancements. What somebody is paid for a session is of the team that they are sent to in it; what they "
        + "are paid besides goes by the hours that they work for each team in the week, of somebody who works for none to "
        + "the home team. Teams, or pathways, and no team add up to all, to the penny."

    /// Workforce cost and agency by pathway and team.
    var costByTeam: Table {
        let cost = figures.workforceCost
        let pounds = CostPence(cost.byTeam.map(\.pounds), none: cost.ofNoTeam.pounds, in: week)
        let agency = CostPence(cost.byTeam.map(\.agencyPounds), none: cost.ofNoTeam.agencyPounds, in: week)
        let parts = cost.byPathway + cost.byTeam + [cost.ofNoTeam, cost.total]
        let rows = zip(parts, zip(pounds.all, agency.all)).compactMap { one, pence -> [Table.Cell]? in
            guard one.part != .noTeam || one.pounds > 0 else { return nil }
            return [
                .text(Words.capitalised(one.part.words(index.teamName)), exact: one.part.group),
                .text(one.part.kind),
                .pounds(Double(pence.0) / 100), .pounds(Double(pence.1) / 100), .hours(one.agencyHours),
                .share(one.agencyShare),
            ]
        }
        return Table(
            name: "cost-by-team", caption: "Workforce cost by pathway and team",
            columns: [
                .text("Of", "group"), .text("Kind", "kind"), .number("Workforce cost", "workforce_cost"),
                .number("Agency", "agency"), .number("Agency hours", "agency_hours"),
                .number("Agency's share", "agency_share"),
            ], rows: rows.dropLast(), total: rows.last)
    }
}
