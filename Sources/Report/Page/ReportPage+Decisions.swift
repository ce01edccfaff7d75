// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension ReportPage {
    /// What AHP leads decided about delegation that the plan was made with, as the plan recorded it.
    var delegationDecisions: ReportTable {
        ReportTable(
            name: "delegation-decisions", caption: "Decisions of AHP leads that the plan keeps to",
            columns: [
                .text("Activity", "activity"), .text("Person", "staff"), .text("Team", "team"),
                .text("Decision", "decision"), .prose("Reason", "reason"), .text("By", "by"),
                .text("From", "on"),
            ],
            rows: plan.summary.decisions.map { decision in
                [
                    activity(decision.activity),
                    decision.staff.map { person($0) } ?? .text("everyone", exact: ""),
                    decision.team.map { team($0) } ?? .text("every team", exact: ""),
                    .text(
                        decision.ruling == .allow ? "may be delegated" : "is not delegated",
                        exact: decision.ruling.rawValue),
                    .text(decision.reason), .text(decision.by),
                    .text(Show.day(decision.on), exact: decision.on.iso),
                ]
            }, whenEmpty: "None: the framework's approvals alone count.")
    }
}
