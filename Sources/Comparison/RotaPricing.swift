// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Changes
import Formulation
import LinearModel
import Workforce

/// A rota in use as a plan of the week, with the best contacts that were found for it.
public struct PricedRota: Sendable {
    /// The plan: the rota's deployments as they are, with what they are paid as, and the contacts found.
    public let plan: Plan
    /// The rules that it breaks, by rule and then in order of the files; empty where it keeps them all.
    public let brokenRules: [Violation]
    /// Pounds by which the contacts are at most above the best for these deployments; 0 where they are proved best.
    public let aboveBestContacts: Double

    /// Whether the rota keeps every rule.
    public var keepsRules: Bool { brokenRules.isEmpty }
}

/// Prices the rota that people have already: keeps where everybody is, and finds the best contacts for it.
///
///     let priced = await RotaPricing(week, rota: rota, options: options).run(version: version, inputs: inputs)
///     print(priced.plan.summary.objective)
///
/// The contacts are found by the engine in the week of `RotaInUse.held`, in which nobody can be moved. The plan is
/// then priced in the week as it is, by the audit, so that a rota that breaks rules has a price as well.
public struct RotaPricing: Sendable {
    private let week: Week
    private let rota: RotaInUse
    private let options: AllocationOptions
    private let start: Plan?

    /// A pricing of a rota of the week, with limits for finding contacts.
    ///
    /// - Parameter start: A plan whose contacts are begun with, as far as they fit: that of a plan beside it, so that
    ///   people whom both have in one place do not give less care here for want of search.
    public init(
        _ week: Week, rota: RotaInUse, options: AllocationOptions = AllocationOptions(), start: Plan? = nil
    ) {
        self.week = week
        self.rota = rota
        self.options = options
        self.start = start
    }

    /// Finds the contacts and prices the plan. `version` and `inputs` are stated in it; `progress` is told the price
    /// of the contacts while they are searched for.
    public func run(
        version: String, inputs: [InputDigest], cancellation: Cancellation = Cancellation(),
        progress: (@Sendable (AllocationProgress) -> Void)? = nil
    ) async -> PricedRota {
        let held = WeeklyModel(Instance(week.supposing(rota.changes(of: week))))
        let result = await AllocationEngine(held, options: options, start: start)
            .run(cancellation: cancellation, progress: progress)
        let maker = PlanMaker(held, result)
        let found = maker.plan(
            result, seed: options.seed, version: version, inputs: inputs, timed: options.timeLimit != nil)
        var plan = inWeek(found, covers: maker)
        let terms = PlanAudit(week: week).check(plan: plan).terms
        plan.summary.terms = terms
        plan.summary.objective = terms.total
        // Of other plans of the week nothing is known but that they cost something.
        plan.summary.bound = 0
        if plan.summary.status == .optimal || plan.summary.status == .withinGap {
            plan.summary.status = options.workLimit == nil ? .timeLimit : .workLimit
        }
        if terms.total == 0 { plan.summary.status = .optimal }
        return PricedRota(
            plan: plan, brokenRules: PlanAudit(week: week).check(plan: plan).violations,
            aboveBestContacts: max(0, result.objective - result.bound))
    }

    /// The plan found, with the deployments, tiers, pay and reasons that it has in the week as it is.
    private func inWeek(_ found: Plan, covers maker: PlanMaker) -> Plan {
        let model = WeeklyModel(Instance(week))
        let instance = model.instance
        let staff = Dictionary(week.staff.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let sessions = instance.sessionCount
        var isDeployed = [Bool](repeating: false, count: instance.staffCount * sessions)
        var contactMinutes = [Int](repeating: 0, count: isDeployed.count)
        for row in found.deployments {
            guard let person = staff[row.staff] else { continue }
            contactMinutes[person * sessions + row.session] = row.contactMinutes
        }
        for row in rota.deployments {
            if let person = staff[row.staff] { isDeployed[person * sessions + row.session] = true }
        }
        let pay = SessionPay(instance, isDeployed: isDeployed)

        var plan = found
        plan.deployments = []
        plan.bookings = []
        for row in rota.deployments {
            guard let person = staff[row.staff] else { continue }
            let cell = person * sessions + row.session
            let session = week.sessions[row.session]
            plan.deployments.append(
                Deployment(
                    staff: row.staff, session: row.session, team: row.team, booking: pay.booking[cell],
                    minutes: session.minutes, contactMinutes: contactMinutes[cell]))
            guard pay.booking[cell].isPaid else { continue }
            plan.bookings.append(
                BookingRow(
                    staff: row.staff, session: row.session, team: row.team,
                    employment: week.staff[person].employment, hours: Double(session.minutes) / 60,
                    cost: pay.cost[cell], covers: maker.covers(person: person, session: row.session)))
        }
        // Deployments that the rules do not let be have no column, and neither do their contacts: then more is unmet
        // there, and each line that is unmet here has a reason there, too.
        let reasons = PlanMaker(model, values: model.values(of: plan).values).unmetReasons
        plan.unmet = found.unmet.map { row in
            UnmetRow(
                line: row.line, team: row.team, activity: row.activity, priority: row.priority,
                contacts: row.contacts, contactMinutes: row.contactMinutes,
                reason: reasons[row.line] ?? row.reason)
        }
        return plan
    }
}
