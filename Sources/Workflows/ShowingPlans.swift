// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanBooks
import PlanFolder
import Reading
import Report
import Wording
import Workforce

/// A plan that was written with its report.
struct WrittenPlan {
    /// What became of flags of before.
    let flags: FlagsCarried
    /// Whether it came as a workbook, too.
    let hasBook: Bool
}

extension Workflow {
    /// The page, tables and figures of a plan, with its workbook where one is wanted or an earlier plan of the folder has
    /// one. What keeps a workbook from being made is told; the plan does without it.
    func shown(_ page: ReportPage, in folder: FilePath, withBook: Bool = false) -> ShownPlan {
        let tables = page.tables
        let hasOwnSummary = ReportFolder.hasOwnSummary(folder)
        if hasOwnSummary {
            tell(
                .warning(
                    "\(folder.appending("summary.html")) is no file of a report, and is left as it is; rename it, and the "
                        + "next report puts its two pages there."))
        }
        var shown = ShownPlan(
            page: page.html, summary: hasOwnSummary ? nil : page.summary.html, tables: tables,
            figures: FiguresAndFindings(
                page.figures, page.findings, names: Naming(week: page.week)))
        guard withBook || ReportFolder.hasWorkbook(folder) else { return shown }
        do throws(PlanFolderError) {
            try ReportFolder.checkWorkbook(in: folder)
            shown.workbook = try bookBytes(
                PlanBook(of: page.plan, week: page.week, tables: tables, about: Self.about(page)))
        } catch {
            tell(
                .warning(
                    "\(error). All else is written, and no workbook; once that is mended, skillmix report with --xlsx "
                        + "makes it."))
        }
        return shown
    }

    /// What somebody has to know who opens the workbook alone.
    private static func about(_ page: ReportPage) -> [(name: String, value: String)] {
        [("What this is", page.title)]
            + page.warnings.map { ("Know first", $0) }
            + [
                ("Staff", page.notice ?? "By name, as in the week's files."),
                ("Price", Show.pounds(page.figures.price.objective)),
                ("What is proved", page.figures.price.statusInWords),
                ("Made by", "skillmix \(page.plan.summary.version)"),
                (
                    "A plan is advice",
                    "Whoever is in charge of the day may decide otherwise, and record why. Nothing that is changed in this "
                        + "workbook is read back."
                ),
                (
                    "What becomes of it",
                    "The next plan or report in its folder writes this workbook anew: save under another name what you "
                        + "change or note in it."
                ),
            ]
    }

    /// Writes a plan with its report and what must not wait, and tells what became of flags of before.
    ///
    /// Who owns or closed a flag is taken over from the folder as it stands by now, and from `plan.flags`: those of the
    /// plan that it was started from.
    ///
    /// - Parameters:
    ///   - findings: What the report is to show of what was found out about the plan.
    ///   - companions: Files that belong to the plan besides.
    ///   - standing: How the plan stands to its week, which its page opens with; nil: it has just been made.
    ///   - withBook: Whether it comes as a workbook, too. One of an earlier plan is made anew.
    func write(
        plan: Plan, week: Week, findings: Findings = Findings(), standing: PlanStanding? = nil,
        withBook: Bool = false, beside companions: [(name: String, bytes: [UInt8])] = [],
        to folder: FilePath
    ) throws(PlanFolderError) -> WrittenPlan {
        var plan = plan
        let replaced = PlanFolder.flags(in: folder).flags
        plan.flags = RedFlag.joined(replaced: replaced ?? [], start: plan.flags)
        let figures = ReportFigures(week: week, plan: plan)
        plan.flags = figures.flags.items
        let page = ReportPage(
            week: week, plan: plan, figures: figures, findings: findings, standing: standing)
        let shown = shown(page, in: folder, withBook: withBook)
        try PlanFolder.write(
            plan: plan, week: week, shown: shown, beside: companions,
            without: [PlanChangeTables.changesFile, PlanChangeTables.messagesFile], to: folder)
        let carried = FlagsCarried(figures.flags, isUnread: replaced == nil)
        tell(of: carried, in: folder)
        return WrittenPlan(flags: carried, hasBook: shown.workbook != nil)
    }
}
