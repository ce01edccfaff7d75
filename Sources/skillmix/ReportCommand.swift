// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
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

            With --pseudonyms staff are called Person 001 and so on, by name and by identifier, and those who \
            signed off or approved Approver 01 and so on. Text that people typed, such as reasons, is left out, and \
            titles in which part of a name stands are numbered. Who knows the rota can still tell some by their hours.
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

    func validate() throws {
        if pseudonyms, out == nil {
            throw ValidationError(
                "--pseudonyms needs --out, so that a report without names does not lie among files with them."
            )
        }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        let folder = URL(filePath: plan, directoryHint: .isDirectory)
        let judged = try PlanInput.judged(plan, week: input)
        let page = page(of: judged, PlanInput.hand(of: judged, at: plan, week: input.week))
        Banner(judged.standing, of: input.week).show()
        do {
            print("Report: \(try write(page, for: folder))")
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    private func page(of judged: JudgedPlan, _ hand: PlanAtHand) -> ReportPage {
        let (week, plan, findings, standing) = (hand.week, hand.plan, hand.findings(), judged.standing)
        guard pseudonyms else {
            return ReportPage(
                week: week, plan: plan, figures: ReportFigures(week: week, plan: plan),
                findings: findings, standing: standing)
        }
        let hidden = Pseudonyms(
            week: week, plan: judged.given, files: standing.inputs.map(\.path), seed: seed)
        let shown = hidden.applied(to: plan)
        // The audit names people, so it is asked again about those who have other names.
        let breaches =
            standing.breaches.isEmpty
            ? [] : PlanAudit(week: hidden.week).check(plan: hidden.plan).violations.map(\.sentence)
        return ReportPage(
            week: hidden.week, plan: shown, figures: ReportFigures(week: hidden.week, plan: shown),
            findings: hidden.applied(to: findings),
            standing: hidden.applied(to: standing, breaches: breaches), notice: hidden.notice)
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
