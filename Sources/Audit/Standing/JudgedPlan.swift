// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A plan as its files stand today, with what is to be said of it before anything else.
public struct JudgedPlan: Sendable, Equatable {
    /// How it stands to its week.
    public let standing: PlanStanding
    /// The plan as its files stand.
    public let given: Plan
    /// The plan, as it was given where it is as it was made. Otherwise all that it states beside its rows is
    /// stated anew: minutes, pay, what goes unmet and the price; what was proved before is no longer stated.
    public let plan: Plan

    /// The same, with other flags: nothing that is judged hangs on them.
    public func withFlags(_ flags: [RedFlag]) -> JudgedPlan {
        var (given, plan) = (given, plan)
        (given.flags, plan.flags) = (flags, flags)
        return JudgedPlan(standing: standing, given: given, plan: plan)
    }
}

extension PlanAudit {
    /// Judges a plan that was read from its files, which somebody may have changed since, as the week's may
    /// have been.
    ///
    /// - Parameters:
    ///   - plan: The plan as its files stand.
    ///   - inputs: The digests of the week's files now.
    public func judge(plan: Plan, inputs: [InputDigest]) -> JudgedPlan {
        let findings = check(plan: plan)
        let stated = plan.summary
        let changed = PlanStanding.ChangedInput.all(from: stated.inputs, to: inputs)
        // Where decisions.csv has changed, that is told of already.
        let told = findings.discrepancies.map(\.subject).filter { changed.isEmpty || $0 != .decisions }
        var standing = PlanStanding(
            inputs: changed, isOriginKnown: !stated.inputs.isEmpty, tables: Self.tables(told),
            edited: plan.edited,
            breaches: findings.violations.map(\.sentence), stated: stated.terms, terms: findings.terms)
        let holds = !standing.isOfAnotherWeek && standing.breaches.isEmpty
        if holds, stated.bound <= findings.objective + Tolerance.pounds {
            standing.bound = min(stated.bound, findings.objective)
        }
        return JudgedPlan(
            standing: standing, given: plan,
            plan: standing.isAsMade ? plan : restated(plan, standing: standing))
    }

    /// The files that state something wrong, each once.
    private static func tables(_ subjects: [Discrepancy.Subject]) -> [String] {
        Discrepancy.Subject.allCases.filter(subjects.contains).map(\.file)
            .reduce(into: []) { files, file in if !files.contains(file) { files.append(file) } }.sorted()
    }
}

extension Discrepancy.Subject {
    /// The file of the plan that states it.
    fileprivate var file: String {
        switch self {
        case .deployments: "deployments.csv"
        case .contacts: "contacts.csv"
        case .unmet: "unmet.csv"
        case .bookings: "bookings.csv"
        case .terms, .objective, .bound, .gap, .status, .decisions: "plan.json"
        }
    }
}
