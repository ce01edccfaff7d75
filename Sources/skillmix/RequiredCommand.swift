// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Required
import Tables
import Workflows

struct RequiredCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "required",
        abstract: "Says which workforce weeks require at the least cost, beside today's, and why.",
        discussion: """
            Whole-time equivalents and people by role, band, employer and competency that all care of every week given \
            takes, on average: the cheapest such workforce, with headroom, worked out as an integer programme. Beside it \
            stands today's, and what sets each number. --posts N says what so many further posts are best spent on.

            Examples:
              skillmix required Rosters/first-week
              skillmix required Rosters/place-week --pay Rosters/pay/2025-26.csv --out /tmp/required
              skillmix required week-47 week-48 --headroom 0.25 --posts 4
            """)

    @Argument(
        help: "The weeks' folders; each has to be managed. Today's people are those of the first.",
        completion: .directory)
    var weeks: [FilePath]

    @Option(
        help: "A pay table (CSV) with on-costs; the hourly_cost of staff.csv, if not given.",
        completion: .file(extensions: ["csv"]))
    var pay: FilePath?

    @Option(help: "A folder for the tables as CSV files, and all of it as JSON.", completion: .directory)
    var out: FilePath?

    @Option(help: "How many further posts to spend.")
    var posts: Int?

    @Option(help: "The share of contracted hours that goes to leave, sickness and training.")
    var headroom = RequiredSettings().headroom

    @Option(help: "The share of the time for contacts that a roster fills; contacts and people are whole.")
    var fill = RequiredSettings().fill

    @Option(help: "The share of weekends that people work.")
    var weekends = RequiredSettings().weekends

    @Option(help: "The smallest contract, and by which steps posts are had, in whole-time equivalents.")
    var step = RequiredSettings().step

    @Option(help: "Pounds that a sign-off beyond the usual ones of such posts costs.")
    var signOff = RequiredSettings().signOff

    @Option(help: "Nodes of the search; the same number gives the same result.")
    var workLimit = RequiredSettings().nodes

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        var settings = RequiredSettings()
        settings.headroom = headroom
        settings.fill = fill
        settings.weekends = weekends
        settings.step = step
        settings.signOff = signOff
        settings.nodes = workLimit
        let answer = try Workflow.command().required(
            RequiredRequest(weeks: weeks, pay: pay, to: out, further: posts, settings: settings))
        switch format {
        case .text:
            print(answer.workforce.lines.joined(separator: "\n"))
            if let further = answer.further {
                print("\n" + further.lines.map { Table.plain($0) }.joined(separator: "\n"))
            }
            if let problem = answer.furtherProblem {
                print("\nWhat further posts are best spent on was not found: \(problem)")
            }
            if let out { print("\nTables: \(out)") }
        case .json: print(try answer.json(), terminator: "")
        }
    }
}
