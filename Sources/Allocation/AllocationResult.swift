// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Why a search stopped.
public enum SearchEnding: Sendable {
    /// What it had was proved to be good enough.
    case goodEnough
    /// Its time was over.
    case timeLimit
    /// Its work was done.
    case workLimit
    /// Somebody stopped it.
    case interrupted
}

/// What is proved of what a search found, whatever ended it.
public enum SearchProof: Sendable {
    /// Nothing is cheaper.
    case optimal
    /// It is within the gap asked for.
    case withinGap
    /// No more than the bound says.
    case none
}

extension PlanStatus {
    /// The status that a plan states: what is proved, or else what ended the search.
    public init(_ ending: SearchEnding, _ proof: SearchProof) {
        switch (proof, ending) {
        case (.optimal, _): self = .optimal
        case (.withinGap, _): self = .withinGap
        case (.none, .interrupted): self = .interrupted
        case (.none, .workLimit): self = .workLimit
        case (.none, .timeLimit), (.none, .goodEnough): self = .timeLimit
        }
    }
}

/// What a search found, as values of the weekly model's columns.
public struct AllocationResult: Sendable {
    /// The values; feasible.
    public let values: [Double]
    /// Pounds of them.
    public let objective: Double
    /// Pounds no plan can be below.
    public let bound: Double
    /// Pounds of the best plan when half of the search was over; nil where there was none
    /// yet, nothing was searched, or the proof found the plan.
    public let halfway: Double?
    /// Why the search stopped.
    public let ending: SearchEnding
    /// Units of work done.
    public let work: Int
    /// Seconds it took.
    public let seconds: Double
    /// What it was searched with.
    public let options: AllocationOptions

    /// What is proved of it.
    public var proof: SearchProof {
        if bound == objective { return .optimal }
        return options.gap > 0 && bound >= objective * (1 - options.gap) ? .withinGap : .none
    }

    /// The status that a plan made of it states.
    public var status: PlanStatus { PlanStatus(ending, proof) }

    /// The plan that the values are.
    ///
    /// - Parameter model: The model whose columns they are of.
    public func plan(of model: WeeklyModel, origin: PlanOrigin = PlanOrigin()) -> Plan {
        PlanMaker(model, trimming: values).plan { terms in
            PlanSummary(
                objective: objective, bound: bound, terms: terms, status: status, seed: options.seed,
                seconds: options.timeLimit == nil ? 0 : seconds, halfway: halfway, work: work,
                version: origin.version,
                inputs: origin.inputs, decisions: model.instance.week.decisionsInForce)
        }
    }
}
