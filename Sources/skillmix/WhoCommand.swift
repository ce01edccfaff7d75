// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct WhoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Says who could take something on, the people ranked, and whom they would leave.",
        discussion: """
            Of a demand line, or of a team in a session. People who are signed off for it are tried, each by planning \
            near to the plan anew with them there: those first whom nothing keeps from it but the price. They are ranked \
            by what the plan would then cost, whatever else it takes: such as an agreement or a morning off, which is \
            named with the person. No file is changed.

            Examples:
              skillmix who Rosters/first-week Rosters/first-week/plan --line N10
              skillmix who WEEK PLAN --session "2026-11-24 am" --team north-home --most 20

            Whom to ring up from the bank, in which order, is for surge; what could be signed off, for training.
            """)

    @Argument(help: "The folder of a week.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    @Option(help: "A demand line: who could give contacts of it?")
    var line: String?

    @Option(help: "With --team: a session such as \"2026-11-24 am\".")
    var session: String?

    @Option(help: "With --session: the team in which somebody is wanted.")
    var team: String?

    @Option(help: "How many people are tried, those who look nearest to it first.")
    var most = Workflow.usualTakers

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func validate() throws {
        if (session == nil) != (team == nil) {
            throw ValidationError("--session and --team go together: when, and where.")
        }
        if (line == nil) == (team == nil) {
            throw ValidationError("Ask one thing: --line, or --session and --team.")
        }
        if most < 1 { throw ValidationError("--most is a number of people to try, 1 or more.") }
    }

    func run() throws {
        if Workflow.isRotation(week) {
            throw ValidationError(
                "Of a rotation, ask skillmix explain ROTATION PLAN --post POST --period PERIOD.")
        }
        let (answer, banner) = try Workflow.command().explain(question, plan: plan, of: week)
        try AnswerOutput.show(answer, under: banner, as: format)
    }

    private var question: PlanQuestion {
        if let line { return .takersOfLine(line, most: most) }
        return .takersInTeam(team ?? "", session: session ?? "", most: most)
    }
}
