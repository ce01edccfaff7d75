// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanFolder
import Reading
import Report
import Wording
import Workforce

extension ShownPlan {
    /// The page, tables and figures of a plan.
    init(_ page: ReportPage) {
        self.init(
            page: page.html, tables: page.tables,
            figures: FiguresAndFindings(
                page.figures, page.findings, names: Naming(week: page.week)))
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
    /// - Returns: What became of flags of before.
    static func write(
        plan: Plan, week: Week, findings: Findings = Findings(), standing: PlanStanding? = nil,
        beside companions: [(name: String, bytes: [UInt8])] = [], to folder: some PathConvertible
    ) throws(PlanFolderError) -> FlagsCarried {
        var plan = plan
        let replaced = flags(in: folder).flags
        plan.flags = RedFlag.joined(replaced: replaced ?? [], start: plan.flags)
        let figures = ReportFigures(week: week, plan: plan)
        plan.flags = figures.flags.items
        let page = ReportPage(
            week: week, plan: plan, figures: figures, findings: findings, standing: standing)
        try write(
            plan: plan, week: week, shown: ShownPlan(page), beside: companions,
            without: [PlanChangeTables.changesFile, PlanChangeTables.messagesFile], to: folder)
        return FlagsCarried(figures.flags, isUnread: replaced == nil)
    }
}
