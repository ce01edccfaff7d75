// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Questions
import Reading
import Trials
import Workflows

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
        help: "The folder of the plan to better; without it one is made, within the limits.",
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

    @OptionGroup var limits: SearchLimits

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func validate() throws {
        if most < 1 { throw ValidationError("--most is \(most); give 1 or more.") }
        if tried < 1 { throw ValidationError("--tried is \(tried); give 1 or more.") }
    }

    /// What is printed as JSON.
    private struct Output: Encodable {
        let training: TrainingValue
        let fewest: FewestSignOffs?
    }

    func run() async throws {
        let trained = try await Workflow.command().training(
            TrainingRequest(
                week: week, plan: plan, most: most, tried: tried, line: line,
                options: limits.options(seconds: 10)))
        switch format {
        case .text:
            trained.banner?.show()
            AnswerOutput.lines(
                TrainingText(week: trained.week, value: trained.value, fewest: trained.fewest).description)
        case .json:
            try AnswerOutput.json(
                Output(training: trained.value, fewest: trained.fewest), under: trained.banner)
        }
    }
}
