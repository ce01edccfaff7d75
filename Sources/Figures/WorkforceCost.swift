// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What is paid in a week for a team, a pathway or all, and what of it is agency.
public struct CostFigure: Sendable, Equatable, Encodable {
    /// Of what it is.
    public let part: CostPart
    /// Pounds of sessions, rostered and booked, of own staff's leave, sickness and training, and of their enhancements.
    public let pounds: Double
    /// Pounds of agency sessions, rostered and booked.
    public let agencyPounds: Double
    /// Hours of agency sessions, rostered and booked.
    public let agencyHours: Double
    /// Agency pounds of all pounds; nil where nothing is paid.
    public let agencyShare: Double?

    init(_ part: CostPart, _ pounds: Double, agency: Double, hours: Double) {
        (self.part, self.pounds, agencyPounds, agencyHours) = (part, pounds, agency, hours)
        agencyShare = pounds > 0 ? agency / pounds : nil
    }
}

/// Workforce cost by what it is and where it goes. Pathways, or teams, and what is of no team add up to all of it.
public struct WorkforceCost: Sendable, Equatable, Encodable {
    /// All of it.
    public let total: CostFigure
    /// Pounds of own staff on leave, sick or in training, at plain rate.
    public let absencePounds: Double
    /// Pounds on top in own staff's sessions on the rota, by the policy's enhancements.
    public let enhancementPounds: Double
    /// By pathway, in order of the teams.
    public let byPathway: [CostFigure]
    /// By team, in file order.
    public let byTeam: [CostFigure]
    /// What is paid to people without a home team who work for none.
    public let ofNoTeam: CostFigure

    /// Pathways, then teams, then what is of no team, then all.
    public var all: [CostFigure] { byPathway + byTeam + [ofNoTeam, total] }

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let teams = CostTeams(index, plan)
        var pounds = TeamAmounts(teams: week.teams.count)
        var (agency, hours) = (pounds, pounds)
        var (absence, enhancements) = (0.0, 0.0)
        for (person, member) in week.staff.enumerated() {
            for (session, mark) in week.rota[person].enumerated() {
                let minutes = week.paidMinutes(person: person, session: session)
                let place = week.sessions[session]
                let isOwn = member.employment == .substantive
                let shares = teams.shares(of: person, in: session)
                if mark.duty.isAbsence, isOwn {
                    let pay = week.policy.pay(of: member, in: place, minutes: minutes)
                    absence += pay
                    pounds.add(pay, shares)
                } else if mark.duty == .rostered, member.employment.countsAsHead {
                    let pay = week.policy.pay(of: member, in: place, minutes: minutes)
                    pounds.add(pay, shares)
                    if member.employment == .agency {
                        agency.add(pay, shares)
                        hours.add(Double(minutes) / 60, shares)
                    }
                    guard isOwn else { continue }
                    let enhancement = week.policy.bookingPay(of: member, in: place, minutes: minutes)
                    enhancements += enhancement
                    pounds.add(enhancement, shares)
                }
            }
        }
        for row in plan.bookings {
            let shares = teams.shares(of: row)
            pounds.add(row.cost, shares)
            guard row.employment == .agency else { continue }
            agency.add(row.cost, shares)
            hours.add(row.hours, shares)
        }
        (absencePounds, enhancementPounds) = (absence, enhancements)
        total = CostFigure(.all, pounds.total, agency: agency.total, hours: hours.total)
        let paths = (pounds.byPathway(index), agency.byPathway(index), hours.byPathway(index))
        byPathway = index.pathways.enumerated().map { place, pathway in
            CostFigure(.pathway(pathway), paths.0[place], agency: paths.1[place], hours: paths.2[place])
        }
        byTeam = week.teams.enumerated().map { place, team in
            CostFigure(
                .team(team.id), pounds.parts[place], agency: agency.parts[place], hours: hours.parts[place])
        }
        ofNoTeam = CostFigure(.noTeam, pounds.ofNoTeam, agency: agency.ofNoTeam, hours: hours.ofNoTeam)
    }
}
