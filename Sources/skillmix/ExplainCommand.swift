// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Questions
import Reading
import RotationQuestions
import Workflows

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why a plan is as it is, and what would change it.",
        discussion: """
            Answers in sentences. What would happen otherwise is found by planning near to the plan anew, with one \
            thing changed, so that every answer is about a plan that keeps the rules. A plan that is quite \
            different may be better still. No file is changed.

            Examples:
              skillmix explain Rosters/place-week Rosters/place-week/plan --line alder-north-home-026
              skillmix explain WEEK PLAN --staff S012
              skillmix explain WEEK PLAN --staff S012 --session "2026-11-24 am" --team north-home
              skillmix explain WEEK PLAN --pair S012 S034
              skillmix explain WEEK PLAN --booking S045 --format json
              skillmix explain WEEK PLAN --give S012 --session "2026-11-24 am" --to S034 --for "2026-11-25 pm"
              skillmix explain ROTATION PLAN --staff PT-04
              skillmix explain ROTATION PLAN --post home-north --period 5

            Of a rotation plan, what is asked about is tried with everything else as it stands.
            """)

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    @Option(help: "A demand line: why is it not met, and what would meet it?")
    var line: String?

    @Option(help: "Somebody on the roster: why are they where they are?")
    var staff: String?

    @Option(
        help:
            "A session such as \"2026-11-24 am\". With --staff and --team: what would it take to have them there? With --booking: why then? With --give: which one?"
    )
    var session: String?

    @Option(help: "With --staff and --session: the team.")
    var team: String?

    @Option(parsing: .upToNextOption, help: "Two people: why do they work as a pair, or why not?")
    var pair: [String] = []

    @Option(help: "Somebody who is booked: why?")
    var booking: String?

    @Option(
        help:
            "Somebody who gives a session away, with --session and --to: what breaks, and what does it cost?")
    var give: String?

    @Option(help: "With --give: who takes it.")
    var to: String?

    @Option(
        name: .customLong("for"), help: "With --give: the session that they give for it; none: for nothing.")
    var inReturn: String?

    @Option(help: "Of a rotation, with --period: a post. Why is it filled so, and who could be there?")
    var post: String?

    @Option(help: "With --post: the number of a period.")
    var period: Int?

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func validate() throws {
        let asked = [line != nil, staff != nil, !pair.isEmpty, booking != nil, post != nil, give != nil].count
        { $0 }
        if asked != 1 {
            throw ValidationError("Ask one thing: --line, --staff, --pair, --booking, --give or --post.")
        }
        if (post == nil) != (period == nil) {
            throw ValidationError("--post and --period go together: where, and when.")
        }
        if !pair.isEmpty, pair.count != 2 {
            throw ValidationError("--pair takes two people, such as --pair S012 S034.")
        }
        if staff != nil, (session == nil) != (team == nil) {
            throw ValidationError("--session and --team go together: where, and when.")
        }
        if team != nil, staff == nil { throw ValidationError("--team needs --staff: who should be there?") }
        if session != nil, staff == nil, booking == nil, give == nil {
            throw ValidationError("--session needs --staff and --team, --booking or --give.")
        }
        if give != nil, session == nil || to == nil {
            throw ValidationError("--give takes --session and --to: which session, and to whom.")
        }
        if give == nil, to != nil || inReturn != nil {
            throw ValidationError("--to and --for need --give: who gives a session?")
        }
    }

    func run() throws {
        if Workflow.isRotation(week) { return try explainRotation() }
        if post != nil { throw ValidationError("--post is a question about a rotation.") }
        let (answer, banner) = try Workflow.command().explain(question, plan: plan, of: week)
        try AnswerOutput.show(answer, under: banner, as: format)
    }

    private func explainRotation() throws {
        let workflow = Workflow.command()
        let answer: RotationAnswer
        if let staff, session == nil {
            answer = try workflow.explain(staff: staff, rotationPlan: plan, of: week)
        } else if let post, let period {
            answer = try workflow.explain(post: post, period: period, rotationPlan: plan, of: week)
        } else {
            throw ValidationError("Ask one thing of a rotation: --staff, or --post and --period.")
        }
        switch format {
        case .text:
            AnswerOutput.lines(
                ([answer.question] + answer.sentences.map { "- " + $0 }).joined(separator: "\n"))
        case .json: try AnswerOutput.json(answer)
        }
    }

    private var question: PlanQuestion {
        if let line { return .line(line) }
        if let staff, let session, let team { return .placement(staff: staff, session: session, team: team) }
        if let staff { return .staff(staff) }
        if let give, let session, let to {
            return .exchange(Exchange(giver: give, session: session, taker: to, inReturn: inReturn))
        }
        if let booking { return .booking(staff: booking, session: session) }
        return .pair(pair[0], pair[1])
    }
}
