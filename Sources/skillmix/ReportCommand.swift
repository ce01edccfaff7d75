// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Formulation
import Foundation
import PlanFolder
import Questions
import Report
import Workforce

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

            With --pseudonyms staff are called Person 001 and so on, by name and by identifier, and so are those \
            who signed off or approved. Who knows the rota can still tell some by their hours.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: String

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: String

    @Option(
        help: "A folder for the report, or a file that ends in .html; the plan's folder if not given.",
        completion: .directory)
    var out: String?

    @Flag(help: "Replace names and identifiers of staff; needs --out.")
    var pseudonyms = false

    @Option(help: "Any whole number; another number gives people other pseudonyms.")
    var seed: UInt64 = 1

    @Option(
        help: "Seconds for closer looks at the plan; what they are not enough for is left out, and named.")
    var timeLimit = 30.0

    func validate() throws {
        if !(timeLimit >= 0 && timeLimit <= 1e7) {
            throw ValidationError("--time-limit is \(timeLimit); give seconds, 0 or more.")
        }
        if pseudonyms, out == nil {
            throw ValidationError(
                "--pseudonyms needs --out, so that a report without names does not lie among files with them."
            )
        }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        let folder = URL(filePath: plan, directoryHint: .isDirectory)
        let (shown, findings) = try looked(input)
        let page = page(of: shown, for: input.week, findings)
        do {
            print("Report: \(try write(page, for: folder))")
            CloserLooks.tell(findings, "More seconds for --time-limit may do.")
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    /// The plan as its files stand, and what closer looks at it find.
    private func looked(_ input: WeekInput) throws -> (Plan, Findings) {
        guard SizeCheck.allowsLooks(ModelSize(Instance(input.week))) else {
            return (try PlanInput.plan(plan, of: input.week), .allLeftOut)
        }
        let hand = try PlanInput.read(plan, week: input, budget: LookBudget(seconds: timeLimit))
        return (hand.plan, hand.findings())
    }

    private func page(of plan: Plan, for week: Week, _ findings: Findings) -> ReportPage {
        guard pseudonyms else {
            return ReportPage(
                week: week, plan: plan, figures: ReportFigures(week: week, plan: plan), findings: findings)
        }
        let hidden = Pseudonyms(week: week, plan: plan, seed: seed)
        return ReportPage(
            week: hidden.week, plan: hidden.plan,
            figures: ReportFigures(week: hidden.week, plan: hidden.plan),
            findings: hidden.applied(to: findings), notice: Pseudonyms.notice)
    }

    /// Writes the page where it is to go, and says where that is.
    private func write(_ page: ReportPage, for folder: URL) throws(PlanFolderError) -> String {
        guard let out else {
            try ReportFolder.refresh(page, in: folder)
            return folder.appending(path: "report.html").relativePath
        }
        if out.lowercased().hasSuffix(".html") {
            let file = URL(filePath: out)
            try ReportFolder.write(page, toFile: file)
            return file.relativePath
        }
        let target = URL(filePath: out, directoryHint: .isDirectory)
        let isOwn = target.standardizedFileURL.path == folder.standardizedFileURL.path
        if isOwn, !pseudonyms {
            try ReportFolder.refresh(page, in: folder)
        } else {
            try ReportFolder.write(page, to: target)
        }
        return target.appending(path: "report.html").relativePath
    }
}
