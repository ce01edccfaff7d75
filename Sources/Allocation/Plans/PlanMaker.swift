// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// Turns values of the weekly model's columns into a plan that people can read and work to.
public struct PlanMaker: Sendable {
    let model: WeeklyModel
    let solution: Solution

    /// A maker for values of the model's columns, as they are.
    public init(_ model: WeeklyModel, values: [Double]) {
        self.model = model
        solution = Solution(model, values: values)
    }

    /// A maker for feasible values as a search or a solver leaves them: with supervision that nothing needs taken off.
    public init(_ model: WeeklyModel, trimming values: [Double]) {
        self.init(model, values: SpareSupervision.trimmed(values, of: model))
    }

    /// Who works where, who does what and who supervises.
    public var rows: PlanRows { rows(SessionPay(model.instance, solution)) }

    /// Why contacts of each line that has unmet ones are unmet, by the line's identifier.
    public var unmetReasons: [String: UnmetReason] {
        Dictionary(unmetRows().map { ($0.line, $0.reason) }) { first, _ in first }
    }

    /// The price by term.
    public var terms: PriceTerms { model.terms(at: solution.values) }

    /// The plan that they are, with what is proved of it.
    func plan(_ summary: (PriceTerms) -> PlanSummary) -> Plan {
        let pay = SessionPay(model.instance, solution)
        let rows = rows(pay)
        return Plan(
            rows: rows, unmet: unmetRows(), bookings: bookings(pay, rows), summary: summary(terms))
    }

    private func rows(_ pay: SessionPay) -> PlanRows {
        PlanRows(deployments: deployments(pay), contacts: contactRows(), supervision: supervisionRows())
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
                        minutes: instance.paidMinutes[cell],
                        contactMinutes: solution.contactMinutes(cell)))
            }
        }
        return rows
    }

    private func contactRows() -> [ContactRow] {
        var rows: [ContactRow] = []
        var supervisors = NamedSupervisors(model, solution)
        var past = PastRows(model)
        for (i, line) in instance.lines.enumerated() {
            rows += past.contacts(ofLine: i)
            for t in line.window where !instance.past.isOver(t) {
                for contact in solution.contacts(line: i, session: t) {
                    guard let route = contact.kind.route, route != .doubleHanded else { continue }
                    let supervisor = supervisors.supervisor(of: contact).map { week.staff[$0].id }
                    rows.append(row(contact, route, supervisor: supervisor))
                }
                for pair in solution.pairs(line: i, session: t) { rows.append(row(i, t, pair)) }
            }
        }
        return rows
    }

    private func row(
        _ contact: ContactColumn, _ route: ContactRoute, supervisor: String?
    ) -> ContactRow {
        let count = solution.count(contact)
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
        let past = PastRows(model).supervision
        let ordered = given.sorted { one, other in
            (one.session, one.group, one.person, one.activity)
                < (other.session, other.group, other.person, other.activity)
        }
        return past
            + ordered.map { supervision in
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

    private func bookings(_ pay: SessionPay, _ plan: PlanRows) -> [BookingRow] {
        let work = PlannedWork(plan, framework: week.framework)
        let names = Naming(week: week, index: instance.index)
        var rows: [BookingRow] = []
        for cell in pay.booking.indices where pay.isPaid[cell] {
            guard let k = solution.team[cell] else { continue }
            let (s, t) = instance.personAndSession(ofCell: cell)
            rows.append(
                BookingRow(
                    staff: week.staff[s].id, session: t, team: week.teams[k].id,
                    employment: week.staff[s].employment,
                    hours: Double(instance.paidMinutes[cell]) / 60, cost: pay.cost[cell],
                    covers: work.work(of: week.staff[s].id, in: t).inWords { names.activity($0) }))
        }
        return rows
    }
}
