// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Turns values of the weekly model's columns into a plan that people can read and work to.
public struct PlanMaker: Sendable {
    let model: WeeklyModel
    let solution: Solution

    /// A maker for a result of the model.
    public init(_ model: WeeklyModel, _ result: AllocationResult) {
        self.model = model
        solution = Solution(model, values: SpareSupervision.trimmed(result.values, of: model))
    }

    /// A maker for values of the model's columns that were worked out otherwise, as those of an earlier plan.
    public init(_ model: WeeklyModel, values: [Double]) {
        self.model = model
        solution = Solution(model, values: values)
    }

    /// Why contacts of each line that has unmet ones are unmet, by the line's identifier.
    public var unmetReasons: [String: UnmetReason] {
        Dictionary(unmetRows().map { ($0.line, $0.reason) }) { first, _ in first }
    }

    /// What a person does in a session, in words, as a booking's `covers` says it.
    public func covers(person: Int, session: Int) -> String {
        Coverage(model, solution).words(instance.cell(person, session))
    }

    /// The plan. `inputs` are the digests of the files the week was read from.
    public func plan(
        _ result: AllocationResult, seed: UInt64, version: String, inputs: [InputDigest], timed: Bool = true
    ) -> Plan {
        let pay = SessionPay(model.instance, solution)
        let contacts = contactRows()
        let terms = priceTerms(pay)
        let summary = PlanSummary(
            objective: result.objective, bound: result.bound, terms: terms, status: result.status, seed: seed,
            seconds: timed ? result.seconds : 0, work: result.work, version: version, inputs: inputs,
            decisions: week.decisionsInForce)
        return Plan(
            deployments: deployments(pay), contacts: contacts, supervision: supervisionRows(),
            unmet: unmetRows(), bookings: bookings(pay, contacts), summary: summary)
    }

    /// The price by term.
    var terms: PriceTerms { priceTerms(SessionPay(model.instance, solution)) }

    /// The deployments, contacts and supervision alone, unpriced.
    var rows: Plan {
        Plan(
            deployments: deployments(SessionPay(model.instance, solution)), contacts: contactRows(),
            supervision: supervisionRows(), unmet: [], bookings: [],
            summary: PlanSummary(
                objective: 0, bound: 0, terms: PriceTerms(), status: .workLimit, seed: 0, seconds: 0, work: 0,
                version: "", inputs: []))
    }

    private var instance: Instance { model.instance }
    private var week: Week { model.instance.week }

    private func deployments(_ pay: SessionPay) -> [Deployment] {
        var rows: [Deployment] = []
        for s in 0..<instance.staffCount {
            for t in 0..<instance.sessionCount {
                let cell = instance.cell(s, t)
                guard let k = solution.team[cell] else { continue }
                rows.append(
                    Deployment(
                        staff: week.staff[s].id, session: t, team: week.teams[k].id,
                        booking: pay.booking[cell],
                        minutes: instance.calendar.sessions[t].minutes,
                        contactMinutes: solution.contactMinutes(cell)))
            }
        }
        return rows
    }

    private func contactRows() -> [ContactRow] {
        var rows: [ContactRow] = []
        var supervisors = NamedSupervisors(model, solution)
        for (i, line) in instance.lines.enumerated() {
            for t in line.window {
                for contact in solution.contacts(line: i, session: t) where contact.kind != .doubleHandedParts
                {
                    let supervisor = supervisors.supervisor(of: contact).map { week.staff[$0].id }
                    rows.append(row(contact, count: solution.count(contact), supervisor: supervisor))
                }
                for pair in solution.pairs(line: i, session: t) { rows.append(row(i, t, pair)) }
            }
        }
        return rows
    }

    private func row(_ contact: ContactColumn, count: Int, supervisor: String?) -> ContactRow {
        let route: ContactRoute =
            switch contact.kind {
            case .registeredContacts: .registered
            case .supportContacts: .support
            case .delegatedContacts: .delegated
            default: .singleHanded
            }
        return ContactRow(
            line: week.demand[Int(contact.line)].id, activity: week.demand[Int(contact.line)].activity,
            team: week.teams[Int(contact.team)].id, session: Int(contact.session),
            staff: week.staff[Int(contact.person)].id, route: route, contacts: count,
            minutes: Int(contact.minutes) * count, supervisor: supervisor)
    }

    private func row(_ i: Int, _ t: Int, _ pair: Pair) -> ContactRow {
        ContactRow(
            line: week.demand[i].id, activity: week.demand[i].activity, team: week.demand[i].team, session: t,
            staff: week.staff[pair.lead].id, partner: week.staff[pair.second].id, route: .doubleHanded,
            contacts: pair.contacts, minutes: instance.lines[i].minutes * pair.contacts)
    }

    private func supervisionRows() -> [SupervisionRow] {
        let given = model.layout.supervision.filter { solution.minutes($0) > 0 }
        let ordered = given.sorted { one, other in
            (one.session, one.group, one.person, one.activity)
                < (other.session, other.group, other.person, other.activity)
        }
        return ordered.map { supervision in
            SupervisionRow(
                supervisor: week.staff[Int(supervision.person)].id, session: Int(supervision.session),
                group: instance.groupName(Int(supervision.group)),
                activity: instance.activities[Int(supervision.activity)].id,
                minutes: solution.minutes(supervision))
        }
    }

    private func unmetRows() -> [UnmetRow] {
        let reasons = UnmetReasons(model, solution)
        return instance.lines.indices.filter { solution.unmet[$0] > 0 }.map { i in
            let line = week.demand[i]
            return UnmetRow(
                line: line.id, team: line.team, activity: line.activity, priority: line.priority,
                contacts: solution.unmet[i],
                contactMinutes: solution.unmet[i] * instance.activities[instance.lines[i].activity].minutes,
                reason: reasons.reason(line: i))
        }
    }

    private func bookings(_ pay: SessionPay, _ contacts: [ContactRow]) -> [BookingRow] {
        let covers = Coverage(model, solution)
        var rows: [BookingRow] = []
        for cell in pay.booking.indices where pay.booking[cell].isPaid {
            guard let k = solution.team[cell] else { continue }
            let (s, t) = instance.personAndSession(ofCell: cell)
            rows.append(
                BookingRow(
                    staff: week.staff[s].id, session: t, team: week.teams[k].id,
                    employment: week.staff[s].employment,
                    hours: Double(instance.calendar.sessions[t].minutes) / 60, cost: pay.cost[cell],
                    covers: covers.words(cell)))
        }
        return rows
    }

    /// The price by term, summed over what each column stands for.
    private func priceTerms(_ pay: SessionPay) -> PriceTerms {
        var terms = PriceTerms()
        terms[.bookings] = pay.cost.reduce(0, +)
        for (column, origin) in model.columns.enumerated() {
            let pounds = model.program.cost[column] * solution.values[column]
            switch origin.kind {
            case .unmet: terms[.unmet] += pounds
            case .registeredContacts, .supportContacts, .delegatedContacts, .doubleHandedParts,
                .singleHandedContacts:
                terms[.registeredOnDelegable] += pounds
            case .avoidable: terms[.avoidableDoubleHanded] += pounds
            case .teamChanges: terms[.teamChange] += pounds
            case .shortStaff, .shortRegistered: terms[.unsafeStaffing] += pounds
            default: break
            }
        }
        for cell in solution.team.indices {
            if solution.isAway(cell) { terms[.away] += week.policy.awaySession }
            if solution.isDisrupted(cell) { terms[.disruption] += week.policy.disruptionSession }
        }
        return terms
    }
}
