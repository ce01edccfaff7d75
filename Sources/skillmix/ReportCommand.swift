// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Intake
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
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    @Option(
        help: "A folder for the report, or a file that ends in .html; the plan's folder if not given.",
        completion: .directory)
    var out: FilePath?

    @Flag(help: "Replace names and identifiers of staff; needs --out.")
    var pseudonyms = false

    @Option(help: "Any whole number; another number gives people other pseudonyms.")
    var seed: UInt64 = 1

    func validate() throws {
        if pseudonyms, out == nil {
            throw ValidationError(
                "--pseudonyms needs --out, so that a report without names does not lie among files with them."
            )
        }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        let hand = try PlanInput.read(plan, week: input)
        let page = page(of: hand.plan, for: input.week, hand.findings())
        do {
            print("Report: \(try write(page, besides: input.files))")
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
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
    private func write(_ page: ReportPage, besides files: FilesInUse) throws(PlanFolderError) -> FilePath {
        guard let out else {
            try ReportFolder.refresh(page, in: plan)
            return plan.appending("report.html")
        }
        if out.description.lowercased().hasSuffix(".html") {
            try files.check(out)
            try ReportFolder.write(page, toFile: out)
            return out
        }
        let own = try? plan.status().identity
        if !pseudonyms, own == (try? out.status().identity) {
            try ReportFolder.refresh(page, in: out)
        } else {
            try ReportFolder.write(page, to: out)
        }
        return out.appending("report.html")
    }
}
