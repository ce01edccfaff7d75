// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
import Figures
import Formulation
import Foundation
import PlanFolder
import Questions
import Reading
import Report
import Trials
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
        let judged = try PlanInput.judged(plan, week: input)
        let findings = try findings(of: judged, input.week)
        let page = page(of: judged, for: input.week, findings)
        Banner(judged.standing, of: input.week).show()
        do {
            print("Report: \(try write(page, besides: input.files))")
            CloserLooks.tell(findings, "More seconds for --time-limit may do.")
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    /// What closer looks at the plan find in the time there is.
    private func findings(of judged: JudgedPlan, _ week: Week) throws -> Findings {
        guard SizeCheck.allowsLooks(ModelSize(Instance(week))) else { return .allLeftOut }
        try SizeCheck.check(week, path: self.week)
        return PlanInput.hand(
            of: judged, at: plan, week: week, budget: LookBudget(seconds: timeLimit)
        ).findings()
    }

    private func page(of judged: JudgedPlan, for week: Week, _ findings: Findings) -> ReportPage {
        let (plan, standing) = (judged.plan, judged.standing)
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
    private func write(_ page: ReportPage, besides files: FilesInUse) throws(PlanFolderError) -> FilePath {
        guard let out else {
            try ReportFolder.refresh(ShownPlan(page), in: plan)
            return plan.appending("report.html")
        }
        if out.description.lowercased().hasSuffix(".html") {
            try files.check(out)
            try ReportFolder.write(page.htmlAlone, toFile: out)
            return out
        }
        let own = try? plan.status().identity
        if !pseudonyms, own == (try? out.status().identity) {
            try ReportFolder.refresh(ShownPlan(page), in: out)
        } else {
            try ReportFolder.write(ShownPlan(page), to: out)
        }
        return out.appending("report.html")
    }
}
