// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Reading
import Report
import WebStore
import Wording
import Workflows
import Workforce

/// Something that waits for an AHP lead, and where it is done.
struct LeadTask: Sendable {
    let words: String
    let path: String
    /// Whether there is anything to do.
    let isOpen: Bool
}

extension Site {
    /// What waits for an AHP lead in a plan, and what hangs on one supervisor.
    func lead(_ asked: Asked) throws(StoreError) -> Answer {
        let plan = try planAsked(asked)
        let week = try store.week(plan.wanted.week)
        let tasks = try leadTasks(plan, week)
        let review = try review(plan)
        return .page(
            SitePage("For the AHP lead: plan \(plan.id) of \(week.name)", asked.visit) {
                Self.list(tasks)
                Tag.h2 { "Delegated work without slack" }
                Tag.p(.class("note")) {
                    "One supervisor alone is there, or those who are have no minutes for one contact more. "
                        + "Refusing a delegation there, or another supervisor on the rota, changes the next plan."
                }
                review.withoutSlack.markup
                Tag.h2 { "Approvals to be reviewed" }
                review.approvals.markup
                Tag.p { Tag.a(.href("/plans/\(plan.id)")) { "Back to the plan" } }
            })
    }

    /// What waits for an AHP lead in a plan: all of it, with where there is nothing to do.
    func leadTasks(_ plan: KeptRun, _ week: KeptWeek) throws(StoreError) -> [LeadTask] {
        let review = try review(plan)
        let decided = try grid(TableSchema.decisions, of: week)
        let undecided = review.toDecide.filter { $0.decided(in: decided) == nil }.count
        let slack = review.withoutSlack.rows.count
        let ending = review.signOffsEnding.rows.count
        return [
            try flagTask(plan),
            LeadTask(
                words: "\(Show.counted(undecided, "delegation")) not decided on",
                path: "/plans/\(plan.id)/delegations", isOpen: undecided > 0),
            LeadTask(
                words: "\(Show.counted(slack, "piece")) of delegated work without slack in supervision",
                path: "/plans/\(plan.id)/lead", isOpen: slack > 0),
            LeadTask(
                words: "\(Show.counted(ending, "sign-off")) ended, or ending soon",
                path: "/plans/\(plan.id)/sign-offs", isOpen: ending > 0),
            try reviewTask(week),
        ]
    }

    private func flagTask(_ plan: KeptRun) throws(StoreError) -> LeadTask {
        let open = try flags(of: plan).filter { $0.closing == nil }
        let nobodys = open.filter { $0.owner.isEmpty }.count
        return LeadTask(
            words: "\(Show.counted(open.count, "red flag")) open"
                + (nobodys > 0 ? ", \(Show.count(nobodys)) of them with nobody who sees to it" : ""),
            path: "/plans/\(plan.id)/flags", isOpen: !open.isEmpty)
    }

    private func reviewTask(_ week: KeptWeek) throws(StoreError) -> LeadTask {
        let path = "/weeks/\(week.id)/reviews"
        guard let read = check(week).week else {
            return LeadTask(
                words: "Reviews of care by two: the week has errors, and cannot be looked through",
                path: path,
                isOpen: false)
        }
        let due = try handsReviews(week, read).filter(\.isDue).count
        return LeadTask(
            words: "\(Show.counted(due, "line")) for two workers not reviewed", path: path, isOpen: due > 0)
    }

    /// Tasks as a list, those with something to do first.
    static func list(_ tasks: [LeadTask]) -> Markup {
        Tag.ul {
            for task in tasks.filter(\.isOpen) + tasks.filter({ !$0.isOpen }) {
                Tag.li { Tag.a(.href(task.path)) { task.words } }
            }
        }
    }

    /// What waits for an AHP lead in the latest plan of each week: where they begin.
    func leadHome() throws(StoreError) -> [Markup] {
        let weeks = try store.weeks()
        let plans = try store.runs(most: 1_000).filter(\.hasPlan)
        var shown: [Markup] = []
        for week in weeks {
            guard let plan = plans.first(where: { $0.wanted.week == week.id }) else { continue }
            shown.append(Tag.h2 { "\(week.name), plan \(plan.id)" })
            do throws(StoreError) {
                let tasks = try leadTasks(plan, week).filter(\.isOpen)
                shown.append(
                    tasks.isEmpty ? Tag.p { "Nothing of this plan waits for you." } : Self.list(tasks))
            } catch {
                shown.append(Tag.p { "It cannot be looked through: \(error.message)" })
            }
            if shown.count >= 2 * Self.mostWeeksAtHome { break }
        }
        return shown
    }

    /// Weeks that an AHP lead's first page looks through.
    private static let mostWeeksAtHome = 4
}
