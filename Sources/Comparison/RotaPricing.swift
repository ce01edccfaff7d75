// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import LinearModel
import Wording
import Workforce

/// A rota in use as a plan of the week, with the best contacts that were found for it.
public struct PricedRota: Sendable {
    /// The plan: the rota's deployments as they are, with what they are paid as, and the contacts found.
    public let plan: Plan
    /// The rules that it breaks, by rule and then in order of the files; empty where it keeps them all.
    public let brokenRules: [Violation]
    /// What the audit finds otherwise than the plan states it: nothing, or skillmix is at fault.
    public let discrepancies: [Discrepancy]
    /// Pounds by which the contacts are at most above the best for these deployments; 0 where they are proved best.
    public let aboveBestContacts: Double

    /// Whether the rota keeps every rule.
    public var keepsRules: Bool { brokenRules.isEmpty }
}

/// Prices the rota that people have already: keeps where everybody is, and finds the best contacts for it.
///
///     let priced = await RotaPricing(week, rota: rota, options: options).run()
///     print(priced.plan.summary.objective)
///
/// The contacts are found by the engine in the week of `RotaInUse.held`, in which nobody can be moved, and priced by
/// that week's model. What follows from who is sent where alone (pay, away, changes of team, disruption,
/// requests) is worked out
/// for the week as it is: so a rota that breaks rules has a price as well. The audit then checks the plan.
public struct RotaPricing: Sendable {
    private let week: Week
    private let rota: RotaInUse
    private let options: AllocationOptions
    private let start: Plan?
    private let origin: PlanOrigin

    /// A pricing of a rota of the week, with limits for finding contacts.
    ///
    /// - Parameters:
    ///   - start: A plan whose contacts are begun with, as far as they fit: that of a plan beside it, so that people
    ///     whom both have in one place do not give less care here for want of search.
    ///   - origin: What the plan states as what it was made from.
    public init(
        _ week: Week, rota: RotaInUse, options: AllocationOptions = AllocationOptions(), start: Plan? = nil,
        origin: PlanOrigin = PlanOrigin()
    ) {
        self.week = week
        self.rota = rota
        self.options = options
        self.start = start
        self.origin = origin
    }

    /// Finds the contacts and prices the plan. `progress` is told the price of the contacts while they are searched
    /// for.
    public func run(
        cancellation: Cancellation = Cancellation(), progress: (@Sendable (AllocationProgress) -> Void)? = nil
    ) async -> PricedRota {
        let today = week.supposing(rota.changes(of: week))
        let held = await Planner(today, options: options, origin: origin)
            .plan(start: start, cancellation: cancellation, progress: progress)
        let plan = inWeek(held)
        let findings = PlanAudit(week: week).check(plan: plan)
        return PricedRota(
            plan: plan, brokenRules: findings.violations, discrepancies: findings.discrepancies,
            aboveBestContacts: max(0, held.result.objective - held.result.bound))
    }

    /// The plan found, with the deployments, tiers, pay, price and reasons that it has in the week as it is.
    private func inWeek(_ held: PlannedWeek) -> Plan {
        let found = held.plan
        let work = PlannedWork(found.rows, framework: week.framework)
        let model = WeeklyModel(Instance(week))
        let instance = model.instance
        let index = instance.index
        var contactMinutes = [Int](repeating: 0, count: instance.eligibleTeams.count)
        for row in IndexedPlan(found.rows, in: index).deployments {
            contactMinutes[index.cell(row.person, row.session)] = row.row.contactMinutes
        }
        let placed = rota.deployments.compactMap { row in index.person(row.staff).map { (row, person: $0) } }
        var team = [Int?](repeating: nil, count: instance.eligibleTeams.count)
        for (row, person) in placed { team[index.cell(person, row.session)] = index.team(row.team) }
        let pay = SessionPay(instance, isDeployed: team.map { $0 != nil })
        let names = Naming(week: week, index: index)

        var plan = found
        plan.deployments = []
        plan.bookings = []
        for (row, person) in placed {
            let cell = index.cell(person, row.session)
            plan.deployments.append(
                Deployment(
                    staff: row.staff, session: row.session, team: row.team, booking: pay.booking[cell],
                    minutes: instance.paidMinutes[cell], contactMinutes: contactMinutes[cell]))
            guard pay.isPaid[cell] else { continue }
            plan.bookings.append(
                BookingRow(
                    staff: row.staff, session: row.session, team: row.team,
                    employment: week.staff[person].employment, hours: Double(instance.paidMinutes[cell]) / 60,
                    cost: pay.cost[cell],
                    covers: work.work(of: row.staff, in: row.session).inWords { names.activity($0) }))
        }
        // Deployments that the rules do not let be have no column, and neither do their contacts: then more is unmet
        // there, and each line that is unmet here has a reason there, too.
        let reasons = PlanMaker(model, values: model.values(of: plan.rows).values).unmetReasons
        plan.unmet = found.unmet.map { row in
            UnmetRow(
                line: row.line, team: row.team, activity: row.activity, priority: row.priority,
                contacts: row.contacts, contactMinutes: row.contactMinutes,
                reason: reasons[row.line] ?? row.reason)
        }
        plan.summary = summary(of: held, instance, team, bookings: pay.cost.reduce(0, +))
        return plan
    }

    /// The price in the week as it is. What is proved of the contacts is not proved of the plan: of other plans of the
    /// week nothing is known but that they cost something.
    ///
    /// What follows from who is sent where is counted off the rota: it may send people to a team that is closed, and
    /// the model has no such deployment.
    private func summary(
        of held: PlannedWeek, _ instance: Instance, _ team: [Int?], bookings: Double
    ) -> PlanSummary {
        let changed = instance.currentTeam.map { current in zip(current, team).count { $0 != $1 } } ?? 0
        let lost = week.contactsLost(held.plan.contacts, instance.index)
        var summary = held.plan.summary
        summary.terms[.bookings] = bookings
        summary.terms[.away] = week.policy.awaySession * Double(sessionsAway)
        summary.terms[.teamChange] = week.policy.teamChange * Double(Self.teamChanges(instance, team))
        summary.terms[.disruption] =
            week.policy.disruptionSession * Double(changed) + week.policy.disruptionContact * Double(lost)
        if !instance.requests.isEmpty {
            let refused = instance.requests.refused { team[instance.index.cell($0, $1)] }
            summary.terms[.requests] = week.policy.requestPounds(refused)
        }
        summary.objective = summary.terms.total
        summary.bound = 0
        summary.status = PlanStatus(held.result.ending, summary.objective == 0 ? .optimal : .none)
        return summary
    }

    /// Teams beyond the first on each person's days.
    private static func teamChanges(_ instance: Instance, _ team: [Int?]) -> Int {
        var changes = 0
        for person in 0..<instance.staffCount {
            for sessions in instance.calendar.sessionsOfDay {
                let teams = Set(sessions.compactMap { team[instance.index.cell(person, $0)] })
                changes += max(0, teams.count - 1)
            }
        }
        return changes
    }

    /// Sessions in another team than the home team, or that day's placement.
    private var sessionsAway: Int {
        let homes = Dictionary(week.staff.map { ($0.id, $0.homeTeam) }) { first, _ in first }
        return rota.deployments.count { row in
            guard case .some(.some(let home)) = homes[row.staff], home != row.team else { return false }
            let day = week.sessions[row.session].day
            return !week.placements.contains {
                $0.staff == row.staff && $0.team == row.team && $0.holds(on: day)
            }
        }
    }
}
