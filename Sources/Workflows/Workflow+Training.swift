// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Questions
import Reading
import Trials
import Workforce

/// Sign-offs that are looked for.
public struct TrainingRequest: Sendable {
    /// The week's folder.
    public var week: FilePath
    /// The folder of the plan to better; nil: one is made.
    public var plan: FilePath?
    /// How many sign-offs may be chosen together.
    public var most: Int
    /// How many single sign-offs are tried by planning anew.
    public var tried: Int
    /// A demand line to be met in full with the fewest sign-offs.
    public var line: String?
    /// When the search for a plan ends, where one is made.
    public var options: AllocationOptions

    /// Sign-offs for a week.
    public init(
        week: FilePath, plan: FilePath? = nil, most: Int = 5, tried: Int = PlanAtHand.signOffsTried,
        line: String? = nil, options: AllocationOptions = AllocationOptions()
    ) {
        self.week = week
        self.plan = plan
        self.most = most
        self.tried = tried
        self.line = line
        self.options = options
    }
}

/// Sign-offs that would help.
public struct Trained: Sendable {
    /// The week.
    public let week: Week
    /// What single ones would do, and the best few together.
    public let value: TrainingValue
    /// The fewest with which the line asked for is met.
    public let fewest: FewestSignOffs?
    /// What there is to say of the plan that was given before anything else; nil where one was made.
    public let banner: Banner?
}

extension Workflow {
    /// Finds the sign-offs that would help a plan most.
    public func training(_ request: TrainingRequest) async throws(WorkflowError) -> Trained {
        let input = try read(week: request.week)
        let hand: PlanAtHand
        var banner: Banner?
        if let plan = request.plan {
            (hand, banner) = try self.hand(plan, of: input)
        } else {
            hand = await planned(input.week, request.options)
        }
        do throws(QuestionError) {
            let fewest = try request.line.map { id throws(QuestionError) in
                try hand.fewestSignOffs(meeting: id)
            }
            return Trained(
                week: input.week, value: hand.training(most: request.most, tried: request.tried),
                fewest: fewest, banner: banner)
        } catch {
            throw WorkflowError(.question, input.words(error.description))
        }
    }

    private func planned(_ week: Week, _ options: AllocationOptions) async -> PlanAtHand {
        let planned = await Planner(week, options: options).plan(cancellation: stop.cancellation())
        return planned.scope.isPlain
            ? PlanAtHand(plan: planned.plan, model: planned.model)
            : PlanAtHand(week: week, plan: planned.plan)
    }
}
