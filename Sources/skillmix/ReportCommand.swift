// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Renders the report of a plan anew, also without names.",
        discussion: """
            Reads the plan's files as they are, also after you have changed them by hand, and writes report.html \
            and a CSV for each of its tables: into the plan's folder, or where --out says. A name that ends in \
            .html is the page alone, as one file to send on.

            Examples:
              skillmix report Rosters/place-week Rosters/place-week/plan
              skillmix report Rosters/place-week Rosters/place-week/plan --pseudonyms --out shared
              skillmix report Rosters/place-week Rosters/place-week/plan --xlsx

            With --pseudonyms staff are called Person 001 and so on, by name and by identifier, and those who \
            signed off or approved Approver 01 and so on. Text that people typed, such as reasons, is left out, and \
            titles in which part of a name stands are numbered. Who knows the rota can still tell some by their hours.
            """)

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    @Option(
        help: "A folder for the report, or a file that ends in .html; the plan's folder if not given.",
        completion: .directory)
    var out: FilePath?

    @Flag(help: "Replace names and identifiers of staff; needs --out.")
    var pseudonyms = false

    @Flag(help: "With --out FILE.html: the two pages to print alone, instead of the whole report.")
    var summary = false

    @Option(help: "Any whole number; another number gives people other pseudonyms.")
    var seed: UInt64 = 1

    @Flag(help: "Write it as a workbook, too: plan.xlsx, a sheet a table.")
    var xlsx = false

    @Option(
        help:
            "Of a rotation: weeks before the first day by which people have to know of a placement; as many as the plan was made with, if not given."
    )
    var noticeWeeks: Int?

    @Option(
        help: "Seconds for closer looks at the plan; what they are not enough for is left out, and named.")
    var timeLimit = 30.0

    func validate() throws {
        try SearchLimits.validate(seconds: timeLimit)
        try RotateCommand.validate(noticeWeeks: noticeWeeks)
        if pseudonyms, out == nil {
            throw ValidationError(
                "--pseudonyms needs --out, so that a report without names does not lie among files with them."
            )
        }
        if summary, out?.isPage != true {
            throw ValidationError(
                "--summary needs --out with a name that ends in .html; with the whole report it is written as summary.html."
            )
        }
        if xlsx, let out, out.isPage {
            throw ValidationError(
                "--xlsx puts a workbook into a folder; '\(out)' is one page. Name a folder with --out.")
        }
    }

    func run() throws {
        if Workflow.isRotation(week) { return try reportRotation() }
        if noticeWeeks != nil {
            throw Ending(code: .usage, message: "--notice-weeks is for the report of a rotation plan.")
        }
        let reported = try Workflow.command().report(
            ReportRequest(
                week: week, plan: plan, to: out, pseudonyms: pseudonyms ? seed : nil, seconds: timeLimit,
                withBook: xlsx, summaryAlone: summary))
        reported.banner.show()
        print("Report: \(reported.path)")
        CloserLooks.tell(reported.findings, "More seconds for --time-limit may do.")
    }

    private func reportRotation() throws {
        if pseudonyms || xlsx || summary {
            throw Ending(
                code: .usage,
                message: "--pseudonyms, --xlsx and --summary are not for the report of a rotation plan.")
        }
        let (path, warnings) = try Workflow.command().report(
            rotationPlan: plan, of: week, to: out, noticeWeeks: noticeWeeks)
        for warning in warnings { Terminal.error(warning) }
        print("Report: \(path)")
    }
}

extension FilePath {
    /// Whether it names a page alone.
    fileprivate var isPage: Bool { description.lowercased().hasSuffix(".html") }
}
