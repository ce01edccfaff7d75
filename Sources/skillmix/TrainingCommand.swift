// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser
import Foundation
import Questions
import Reading
import Trials
import Workforce

struct TrainingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Says which sign-offs would help most.",
        discussion: """
            Looks at every single sign-off that would open work to somebody, and ranks those that save most by \
            planning near to a plan anew with each; chooses the best few together by an integer programme; and, \
            for a demand line that must be met, finds the fewest that make it possible. No file is changed.

            Examples:
              skillmix training Rosters/place-week --plan Rosters/place-week/plan
              skillmix training Rosters/place-week --most 3
              skillmix training Rosters/place-week --plan Rosters/place-week/plan --line alder-centre-home-055
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(
        help: "The folder of the plan to better; without it one is made, in --time-limit.",
        completion: .directory)
    var plan: FilePath?

    @Option(help: "How many sign-offs may be chosen together.")
    var most = 5

    @Option(
        help:
            "How many single sign-offs are tried by planning anew: the most promising, but not too many of one kind."
    )
    var tried = PlanAtHand.signOffsTried

    @Option(help: "A demand line to be met in full with the fewest sign-offs.")
    var line: String?

    @Option(
        help:
            "Seconds for the plan that is made where --plan names none. (default: 10, or none with --work-limit)"
    )
    var timeLimit: Double?

    @Option(
        help:
            "Steps of the search for that plan instead; the same number gives the same answer on any machine."
    )
    var workLimit: Int?

    @Option(help: "text for people, json for programs.")
    var format = DiagnosticFormat.text

    func validate() throws {
        if most < 1 { throw ValidationError("--most is \(most); give 1 or more.") }
        if tried < 1 { throw ValidationError("--tried is \(tried); give 1 or more.") }
        if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1e7) {
            throw ValidationError("--time-limit is \(timeLimit); give seconds, 0 or more.")
        }
        if let workLimit, workLimit < 0 {
            throw ValidationError("--work-limit is \(workLimit); give 0 or more.")
        }
    }

    /// What is printed as JSON.
    private struct Output: Encodable {
        let training: TrainingValue
        let fewest: FewestSignOffs?
    }

    func run() async throws {
        let input = try WeekInput.read(week, quiet: true)
        let (hand, banner) = try await atHand(input)
        let fewest: FewestSignOffs?
        do {
            fewest = try line.map { id throws(QuestionError) in try hand.fewestSignOffs(meeting: id) }
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
        let value = hand.training(most: most, tried: tried)
        switch format {
        case .text:
            banner?.show()
            AnswerOutput.lines(TrainingText(week: input.week, value: value, fewest: fewest).description)
        case .json: try AnswerOutput.json(Output(training: value, fewest: fewest), under: banner)
        }
    }

    private func atHand(_ input: WeekInput) async throws -> (hand: PlanAtHand, banner: Banner?) {
        if let plan { return try PlanInput.read(plan, week: input) }
        let options = AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? 10 : nil), workLimit: workLimit)
        let planned = await Planner(input.week, options: options).plan()
        guard planned.scope.isPlain else { return (PlanAtHand(week: input.week, plan: planned.plan), nil) }
        return (PlanAtHand(plan: planned.plan, model: planned.model), nil)
    }
}
