// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanBooks
import PlanFolder
import Reading
import Report
import Wording
import Workforce

extension ShownPlan {
    /// The page, tables and figures of a plan.
    ///
    /// - Parameter withBook: Whether a workbook is made of it, too.
    init(_ page: ReportPage, withBook: Bool = false) throws(PlanFolderError) {
        let tables = page.tables
        let book = PlanBook(of: page.plan, week: page.week, tables: tables, about: Self.about(page))
        self.init(
            page: page.html, tables: tables,
            figures: FiguresAndFindings(
                page.figures, page.findings, names: Naming(week: page.week)),
            workbook: withBook ? try book.bytes() : nil)
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
            ]
    }
}

extension PlanFolder {
    /// Writes a plan with its report and what must not wait.
    ///
    /// Who owns or closed a flag is taken over from the folder as it stands by now, and from `plan.flags`: those of the
    /// plan that it was started from.
    ///
    /// - Parameters:
    ///   - findings: What the report is to show of what was found out about the plan.
    ///   - companions: Files that belong to the plan besides.
    ///   - standing: How the plan stands to its week, which its page opens with; nil: it has just been made.
    ///   - withBook: Whether it comes as a workbook, too. One of an earlier plan is made anew.
    /// - Returns: What became of flags of before.
    static func write(
        plan: Plan, week: Week, findings: Findings = Findings(), standing: PlanStanding? = nil,
        withBook: Bool = false, beside companions: [(name: String, bytes: [UInt8])] = [],
        to folder: some PathConvertible
    ) throws(PlanFolderError) -> FlagsCarried {
        var plan = plan
        let replaced = flags(in: folder).flags
        plan.flags = RedFlag.joined(replaced: replaced ?? [], start: plan.flags)
        let figures = ReportFigures(week: week, plan: plan)
        plan.flags = figures.flags.items
        let page = ReportPage(
            week: week, plan: plan, figures: figures, findings: findings, standing: standing)
        try write(
            plan: plan, week: week,
            shown: ShownPlan(page, withBook: withBook || ReportFolder.hasWorkbook(folder)),
            beside: companions,
            without: [PlanChangeTables.changesFile, PlanChangeTables.messagesFile], to: folder)
        return FlagsCarried(figures.flags, isUnread: replaced == nil)
    }
}
