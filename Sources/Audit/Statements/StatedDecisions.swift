// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The decisions about delegation that the plan records are those that hold in the week.
enum StatedDecisions: Statement {
    static func discrepancies(_ ledger: Ledger) -> [Discrepancy] {
        let (stated, held) = (ledger.plan.summary.decisions, inForce(ledger.facts.week))
        let added = held.filter { !stated.contains($0) }.map { decision in
            Discrepancy(
                .decisions, staff: decision.staff, team: decision.team,
                "decisions.csv has a decision that the plan was made without: \(words(decision)).")
        }
        let gone = stated.filter { !held.contains($0) }.map { decision in
            Discrepancy(
                .decisions, staff: decision.staff, team: decision.team,
                "The plan was made with a decision that does not hold in the week: \(words(decision)).")
        }
        return added + gone
    }

    /// Decisions that count on some day for those they concern: day by day, the last of each matter.
    private static func inForce(_ week: Week) -> [DelegationDecision] {
        let matters = Dictionary(grouping: week.decisions.indices) { index in
            let row = week.decisions[index]
            // A person of several rows is told by the word that they share.
            let member = week.staff.first { $0.id == row.staff }
            return [row.activity, member?.person ?? row.staff, row.team]
        }
        var counting: Set<Int> = []
        for rows in matters.values {
            for day in 0..<max(0, week.days) {
                let date = week.start.adding(days: day)
                let last = rows.filter { week.decisions[$0].on <= date }
                    .max { (week.decisions[$0].on, $0) < (week.decisions[$1].on, $1) }
                if let last { counting.insert(last) }
            }
        }
        return counting.sorted().map { week.decisions[$0] }
    }

    private static func words(_ decision: DelegationDecision) -> String {
        "'\(decision.activity)' \(decision.ruling == .allow ? "allowed" : "refused")"
            + (decision.staff.map { " for \($0)" } ?? "") + (decision.team.map { " in \($0)" } ?? "")
            + " by \(decision.by) on \(decision.on.iso)"
    }
}
