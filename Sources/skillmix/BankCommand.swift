// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Questions
import Reading
import Report
import Trials
import Workflows

struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Says what everybody on the bank could do, and what one sign-off more would be worth.",
        discussion: """
            Goes through everybody on the bank, and apart from them students and volunteers: what of the week's work \
            they could do as their sign-offs stand and in which teams, what with one sign-off more, hours offered, booked \
            and left unused, and who offers nothing. With a plan, what it would pay for each sign-off, found by planning \
            anew with it. No file is changed.

            Examples:
              skillmix bank Rosters/place-week
              skillmix bank Rosters/place-week Rosters/place-week/plan
              skillmix bank Rosters/place-week Rosters/place-week/plan --format csv > bank.csv
            """)

    /// How the result is shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(
        help: "The plan's folder; without it nothing is said of pounds and bookings.", completion: .directory)
    var plan: FilePath?

    @Option(help: "How many single sign-offs are tried by planning anew, with a plan.")
    var tried = PlanAtHand.signOffsTried

    @Option(help: "text for people, csv for spreadsheets, json for programs.")
    var format = Format.text

    func validate() throws {
        if tried < 1 { throw ValidationError("--tried is \(tried); give 1 or more.") }
    }

    func run() throws {
        let banked = try Workflow.command().bank(of: week, plan: plan, tried: tried)
        let book = BankBook(week: banked.week, figures: banked.figures)
        switch format {
        case .text:
            banked.banner?.show()
            AnswerOutput.lines(book.description)
        case .csv:
            banked.banner?.tell()
            print(book.table.csv, terminator: "")
        case .json: try AnswerOutput.json(banked.figures, under: banked.banner)
        }
    }
}
