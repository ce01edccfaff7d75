// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A plan written down row by row, with the columns that follow from a row filled in.
///
///     var sketch = PlanSketch(world.week)
///     sketch.deploy("P-1", 0)
///     sketch.give("D-1", "P-1", 0, .registered)
///     let plan = sketch.plan
///
/// The summary states nothing: all terms are nought.
public struct PlanSketch {
    /// The plan so far.
    public var plan: Plan
    private let week: Week

    /// An empty plan for that week.
    public init(_ week: Week) {
        self.week = week
        plan = Plan(
            rows: PlanRows(), unmet: [], bookings: [],
            summary: PlanSummary(
                objective: 0, bound: 0, terms: PriceTerms(), status: .timeLimit, seed: 0, seconds: 0, work: 0,
                version: "", inputs: [], decisions: week.decisionsInForce))
    }

    /// The rows of a plan with what they leave unmet of the week. Beside that it states nothing.
    public init(_ week: Week, rows: PlanRows) {
        self.init(week)
        plan.rows = rows
        var given: [String: Int] = [:]
        for row in rows.contacts { given[row.line, default: 0] += row.contacts }
        for line in week.demand where given[line.id, default: 0] < line.contacts {
            leave(line.id, contacts: line.contacts - given[line.id, default: 0])
        }
    }

    /// Sends a person to a team, A where nothing else is said.
    public mutating func deploy(
        _ staff: String, _ session: Int, _ team: String = "A", booking: Booking = .rostered,
        contactMinutes: Int = 0
    ) {
        let minutes = week.sessions.indices.contains(session) ? week.sessions[session].minutes : 0
        plan.deployments.append(
            Deployment(
                staff: staff, session: session, team: team, booking: booking, minutes: minutes,
                contactMinutes: contactMinutes))
    }

    /// Gives contacts of a line, one where nothing else is said.
    public mutating func give(
        _ line: String, _ staff: String, _ session: Int, _ route: ContactRoute, partner: String? = nil,
        contacts: Int = 1, supervisor: String? = nil
    ) {
        let demand = week.demand.first { $0.id == line }
        let activity = week.framework.activities.first { $0.id == demand?.activity }
        let team = week.teams.first { $0.id == demand?.team }
        var minutes = (activity?.minutes ?? 0) + (activity?.recordMinutes ?? 0)
        if activity?.remote == false { minutes += team?.travelMinutes ?? 0 }
        if route == .singleHanded { minutes += activity?.singleHanded?.extraMinutes ?? 0 }
        plan.contacts.append(
            ContactRow(
                line: line, activity: demand?.activity ?? "", team: demand?.team ?? "", session: session,
                staff: staff, partner: partner, route: route, contacts: contacts,
                minutes: minutes &* contacts, supervisor: supervisor))
    }

    /// Has a person supervise work of an activity.
    public mutating func supervise(
        _ supervisor: String, _ session: Int, _ activity: String, minutes: Double, group: String = "A"
    ) {
        plan.supervision.append(
            SupervisionRow(
                supervisor: supervisor, session: session, group: group, activity: activity, minutes: minutes))
    }

    /// Leaves contacts of a line unmet.
    public mutating func leave(_ line: String, contacts: Int = 1, reason: UnmetReason = .capacity) {
        let demand = week.demand.first { $0.id == line }
        let activity = week.framework.activities.first { $0.id == demand?.activity }
        plan.unmet.append(
            UnmetRow(
                line: line, team: demand?.team ?? "", activity: demand?.activity ?? "",
                priority: demand?.priority ?? .routine, contacts: contacts,
                contactMinutes: (activity?.minutes ?? 0) &* contacts, reason: reason))
    }
}
