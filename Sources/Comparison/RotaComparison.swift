// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Figures
import LinearModel
import Workforce

/// The rota in use beside a plan: what planning is worth against today's habit.
public struct RotaComparison: Sendable {
    /// The week both are plans of.
    public let week: Week
    /// The rota in use, priced.
    public let today: PricedRota
    /// The plan beside it.
    public let optimised: Plan
    /// Rules that the plan beside it breaks: none, unless somebody edited it.
    public let brokenByOptimised: [Violation]
    /// People on duty of whom the rota says nothing, with the session.
    public let withoutPlace: [(staff: String, session: Int)]
    /// Whether the rota's rows say something else of sessions that are over than stands.
    public let saysOtherwiseOfPast: Bool
    /// Figures of both, and the differences.
    public let figures: [ComparisonFigure]
    /// What the prices of both show.
    public let difference: PriceDifference

    /// Puts both side by side.
    ///
    /// - Parameters:
    ///   - optimised: The plan beside it. What it states is believed: who read it from files has it judged before.
    ///   - isSearched: Whether the plan is what a search came to; a plan that somebody has is what it is.
    public init(
        week: Week, rota: RotaInUse, today: PricedRota, optimised: Plan, isSearched: Bool = false
    ) {
        var plan = today.plan
        // What is proved of every plan of the week holds of this one, if it is one that keeps the rules.
        plan.summary.bound = min(max(0, optimised.summary.bound), plan.summary.objective)
        if plan.summary.bound == plan.summary.objective, today.keepsRules { plan.summary.status = .optimal }
        self.week = week
        self.today = PricedRota(
            plan: plan, brokenRules: today.brokenRules, discrepancies: today.discrepancies,
            aboveBestContacts: today.aboveBestContacts)
        self.optimised = optimised
        brokenByOptimised = PlanAudit(week: week).check(plan: optimised).violations
        withoutPlace = rota.withoutPlace(in: week)
        saysOtherwiseOfPast = rota.saysOtherwiseOfPast
        difference = PriceDifference(
            today: plan.summary.objective, aboveBest: today.aboveBestContacts,
            plan: optimised.summary.objective, bound: isSearched ? optimised.summary.bound : nil)
        figures = ComparisonFigure.all(
            today: ReportFigures(week: week, plan: plan),
            optimised: ReportFigures(week: week, plan: optimised))
    }

    /// Pounds of the price by which the plan is better than the rota in use; negative where it is worse.
    public var saving: Double { today.plan.summary.objective - optimised.summary.objective }
}

/// Prices a rota in use and plans the week beside it.
public struct RotaComparing: Sendable {
    private let week: Week
    private let rota: RotaInUse
    private let options: AllocationOptions
    private let origin: PlanOrigin

    /// What is being searched for.
    public enum Stage: Sendable {
        /// The best contacts for the rota in use.
        case contacts
        /// The plan beside it.
        case plan
    }

    /// A comparison for a rota of the week; each of the two searches has the limits of `options`, and plans state
    /// `origin` as what they were made from.
    public init(
        _ week: Week, rota: RotaInUse, options: AllocationOptions = AllocationOptions(),
        origin: PlanOrigin = PlanOrigin()
    ) {
        self.week = week
        self.rota = rota
        self.options = options
        self.origin = origin
    }

    /// Prices the rota and puts a plan beside it. Both searches have one start: the contacts of the rota begin with
    /// those of a plan that is given, and a plan that is made begins with the rota.
    ///
    /// - Parameters:
    ///   - plan: The plan to put beside it; nil: one is made. It then starts from the rota in use, if that keeps the
    ///     rules, and so is never worse.
    ///   - cancellations: What ends the search of contacts, and that of the plan, early.
    ///   - progress: Told how far each search is.
    public func run(
        beside plan: Plan? = nil,
        cancellations: (contacts: Cancellation, plan: Cancellation) = (Cancellation(), Cancellation()),
        progress: (@Sendable (Stage, AllocationProgress) -> Void)? = nil
    ) async -> RotaComparison {
        let today = await RotaPricing(week, rota: rota, options: options, start: plan, origin: origin)
            .run(cancellation: cancellations.contacts) { progress?(.contacts, $0) }
        let optimised: Plan
        if let plan {
            optimised = plan
        } else {
            optimised = await Planner(week, options: options, origin: origin)
                .plan(
                    start: today.keepsRules ? today.plan : nil, cancellation: cancellations.plan
                ) { progress?(.plan, $0) }.plan
        }
        return RotaComparison(
            week: week, rota: rota, today: today, optimised: optimised, isSearched: plan == nil)
    }
}
