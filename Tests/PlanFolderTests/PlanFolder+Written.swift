// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanFolder
import Reading
import Report
import Wording
import Workforce

extension PlanFolder {
    /// Writes a plan as the command does, with its report.
    static func write(
        plan: Plan, week: Week, findings: Findings = Findings(), to folder: some PathConvertible
    ) throws(PlanFolderError) {
        let figures = ReportFigures(week: week, plan: plan)
        let page = ReportPage(week: week, plan: plan, figures: figures, findings: findings)
        try write(
            plan: plan, week: week,
            shown: ShownPlan(
                page: page.html, tables: page.tables,
                figures: FiguresAndFindings(
                    figures, findings, names: Naming(week: week))),
            to: folder)
    }
}
