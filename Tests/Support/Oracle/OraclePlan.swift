// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A plan, with everything its files state, made of schedules and contacts.
struct OraclePlan {
    let world: OracleWorld
    let schedules: [Schedule]
    /// Contacts by session.
    let contacts: [[OracleContact]]
    private let week: Week

    init(_ world: OracleWorld, _ schedules: [Schedule], _ contacts: [[OracleContact]]) {
        self.world = world
        self.schedules = schedules
        self.contacts = contacts
        week = world.week
    }

    var plan: Plan {
        let terms = terms
        return Plan(
            rows: PlanRows(
                deployments: deployments, contacts: contactRows, supervision: supervisionRows),
            unmet: unmetRows, bookings: bookingRows,
            summary: PlanSummary(
                objective: terms.total, bound: terms.total, terms: terms, status: .optimal, seed: 0,
                seconds: 0, work: 0, version: "oracle", inputs: [], decisions: decisionsInForce))
    }

    /// Decisions that no other about the same replaces on every day of the week.
    private var decisionsInForce: [DelegationDecision] {
        week.decisions.indices.filter { one in
            (0..<week.days).contains { day in
                let date = week.start.adding(days: day)
                let row = week.decisions[one]
                guard row.on <= date else { return false }
                return !week.decisions.indices.contains { other in
                    let later = week.decisions[other]
                    return later.activity == row.activity && concerns(later) == concerns(row)
                        && later.team == row.team
                        && later.on <= date && (row.on < later.on || (row.on == later.on && one < other))
                }
            }
        }.map { week.decisions[$0] }
    }

    /// Whom a decision is about: a human, by the first of their rows; nil where it names nobody.
    private func concerns(_ decision: DelegationDecision) -> Int? {
        decision.staff.flatMap { id in week.staff.firstIndex { $0.id == id } }.map { world.rows($0)[0] }
    }

    /// Minutes of supervision of each session.
    func flows(_ session: Int) -> [Supervising.Flow] {
        guard contacts.indices.contains(session) else { return [] }
        return supervising(session).flows()
    }

    private func supervising(_ session: Int) -> Supervising {
        let teams = schedules.map { $0.teams[session] }
        return Supervising(world, session: session, teams: teams, given: contacts[session])
    }

    /// Contacts of a line that the plan gives.
    func given(_ line: Int, _ route: ContactRoute? = nil) -> Int {
        contacts.joined().filter { $0.line == line && (route == nil || $0.route == route) }
            .map(\.count).reduce(0, +)
    }

    private func minutes(_ contact: OracleContact) -> Int {
        Int(world.minutes(week.demand[contact.line], alone: contact.route == .singleHanded)) * contact.count
    }

    private var deployments: [Deployment] {
        schedules.enumerated().flatMap { person, schedule in
            week.sessions.indices.compactMap { session -> Deployment? in
                guard let team = schedule.teams[session], let pay = schedule.pay[session] else { return nil }
                let care = contacts[session].filter { $0.staff == person || $0.partner == person }
                    .map { contact in
                        let activity = world.activity(week.demand[contact.line])
                        let more =
                            contact.route == .singleHanded ? activity.singleHanded?.extraMinutes ?? 0 : 0
                        return (activity.minutes + more) * contact.count
                    }.reduce(0, +)
                return Deployment(
                    staff: week.staff[person].id, session: session, team: week.teams[team].id,
                    booking: pay.booking, minutes: world.worth(person, session), contactMinutes: care)
            }
        }
    }

    private var contactRows: [ContactRow] {
        week.demand.indices.flatMap { line in
            contacts.enumerated().flatMap { session, all in
                all.filter { $0.line == line }.map { contact in
                    ContactRow(
                        line: week.demand[line].id, activity: week.demand[line].activity,
                        team: week.demand[line].team, session: session, staff: week.staff[contact.staff].id,
                        partner: contact.partner.map { week.staff[$0].id }, route: contact.route,
                        contacts: contact.count, minutes: minutes(contact),
                        supervisor: supervising(session).named(contact).map { week.staff[$0].id })
                }
            }
        }
    }

    private var supervisionRows: [SupervisionRow] {
        week.sessions.indices.flatMap { session in
            flows(session).map {
                SupervisionRow(
                    supervisor: week.staff[$0.supervisor].id, session: session, group: $0.group,
                    activity: $0.activity.id, minutes: $0.minutes)
            }
        }
    }

    private var unmetRows: [UnmetRow] {
        week.demand.indices.compactMap { index -> UnmetRow? in
            let line = week.demand[index]
            let missing = line.contacts - given(index)
            guard missing > 0 else { return nil }
            return UnmetRow(
                line: line.id, team: line.team, activity: line.activity, priority: line.priority,
                contacts: missing, contactMinutes: world.activity(line).minutes * missing,
                reason: OracleReason(world, self).reason(index))
        }
    }

    private var bookingRows: [BookingRow] {
        schedules.enumerated().flatMap { person, schedule in
            week.sessions.indices.compactMap { session -> BookingRow? in
                guard let team = schedule.teams[session], let pay = schedule.pay[session],
                    pay.booking.isPaid || (pay.booking == .contract && world.extra(person, session) > 0)
                else { return nil }
                return BookingRow(
                    staff: week.staff[person].id, session: session, team: week.teams[team].id,
                    employment: week.staff[person].employment,
                    hours: Double(world.worth(person, session)) / 60, cost: pay.cost, covers: "")
            }
        }
    }

    private var terms: PriceTerms {
        var terms = PriceTerms()
        for term in week.priceTerms {
            let oracle = term.oracle
            terms[term] = oracle.pounds(world, schedules)
            for (person, schedule) in schedules.enumerated() {
                terms[term] += oracle.pounds(world, person, schedule)
            }
            for session in week.sessions.indices where !schedules.isEmpty {
                terms[term] += oracle.pounds(
                    world, session: session, teams: schedules.map { $0.teams[session] })
            }
            for (session, given) in contacts.enumerated() {
                terms[term] += oracle.pounds(world, session: session, given: given)
            }
            for contact in contacts.joined() {
                terms[term] += oracle.pounds(world, each: contact) * Double(contact.count)
            }
            for (index, line) in week.demand.enumerated() {
                let double = given(index, .doubleHanded)
                terms[term] += oracle.pounds(world, line, single: given(index) - double, double: double)
            }
        }
        return terms
    }
}
