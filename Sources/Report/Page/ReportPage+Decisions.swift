// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

extension ReportPage {
    /// What AHP leads decided about delegation that holds in the week, and what the plan was made with that
    /// no longer does.
    var delegationDecisions: Table {
        let held = week.decisionsInForce
        let made = plan.summary.decisions
        let rows =
            held.map { ($0, made.contains($0) ? PlanUse.kept : .since) }
            + made.filter { !held.contains($0) }.map { ($0, PlanUse.gone) }
        return Table(
            name: "delegation-decisions", caption: "Decisions of AHP leads about delegation",
            columns: [
                .text("Activity", "activity"), .text("Person", "staff"), .text("Team", "team"),
                .text("Decision", "decision"), .prose("Reason", "reason"), .text("By", "by"),
                .text("From", "on"), .text("The plan", "the_plan"),
            ],
            rows: rows.map { decision, use in
                [
                    activity(decision.activity),
                    decision.staff.map { person($0) } ?? .text("everyone", exact: ""),
                    decision.team.map { team($0) } ?? .text("every team", exact: ""),
                    .text(
                        decision.ruling == .allow ? "may be delegated" : "is not delegated",
                        exact: decision.ruling.rawValue),
                    .text(decision.reason), .text(decision.by),
                    .text(Show.day(decision.on), exact: decision.on.iso), .text(use.rawValue),
                ]
            }, whenEmpty: "None: the framework's approvals alone count.")
    }

    /// Whether the plan was made with a decision.
    private enum PlanUse: String {
        case kept = "was made with it"
        case since = "was made without it"
        case gone = "was made with it, and it no longer holds"
    }
}
