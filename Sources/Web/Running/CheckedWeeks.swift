// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Report
import WebStore
import Workflows

/// What `check` said of weeks that were looked at lately, so that a page does not read its tables anew each time.
final class CheckedWeeks: Sendable {
    /// How many are kept: those of two dozen pages that people have open.
    static let most = 24

    private let lately = Lately<WeekCheck>(most)
    private let workflow: Workflow

    /// - Parameter workflow: Checks weeks.
    init(_ workflow: Workflow) { self.workflow = workflow }

    /// What is to be said of a week.
    ///
    /// - Parameters:
    ///   - folder: Its folder.
    ///   - version: What changes whenever anything in the folder does.
    func check(_ folder: FilePath, version: Int) -> WeekCheck {
        lately.value("\(version) \(folder)") { workflow.check(week: folder) }
    }
}

extension Site {
    /// What is to be said of a week as it is kept.
    func check(_ week: KeptWeek) -> WeekCheck { checked.check(shelf.week(week.id), version: week.version) }

    /// What is to be said of the week that a plan is of, which stays as it was.
    func check(ofPlan run: KeptRun) -> WeekCheck { checked.check(shelf.week(ofPlan: run), version: 0) }

    /// What an AHP lead has to look at in a plan, which stays as it was.
    func review(_ plan: KeptRun) throws(StoreError) -> LeadReview {
        do throws(WorkflowError) {
            return try reviewed.value("\(shelf.plan(of: plan))") { () throws(WorkflowError) in
                try workflow.leadReview(
                    plan: shelf.plan(of: plan), of: shelf.week(ofPlan: plan),
                    report: "/plans/\(plan.id)/files/report.html")
            }
        } catch {
            throw .refused(shown(error.message))
        }
    }
}
