// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What is otherwise than in the plan in force; empty where none is in force.
    var changed: [Block] {
        guard let changes = figures.changes else { return [] }
        let over = week.openSessions.lowerBound
        let past =
            over > 0
            ? " Sessions before \(sessionInWords(over)) are over and stand as they were, but for people who are absent "
                + "there by now." : ""
        return [
            .note(
                changes.people.isEmpty
                    ? "Nothing: the plan in force stands.\(past)"
                    : "\(PlanChangeTables.headline(changes)), against the plan in force.\(past)")
        ] + (changes.people.isEmpty ? [] : [.table(whatChanged(changes)), .table(changedSessions(changes))])
    }

    /// A person a line.
    private func whatChanged(_ changes: PlanChangeFigures) -> Table {
        let names = Naming(week: week)
        return Table(
            name: "what-changed", caption: "What changed, by person",
            columns: [
                .text("Person", "person"), .number("Sessions", "sessions"),
                .prose("Before → now", "before_and_now"), .prose("Why", "why"),
            ],
            rows: changes.people.map { one in
                [
                    person(one.staff), .count(one.changes.count),
                    .text(one.changes.map { PlanChangeTables.turn($0, names) }.joined(separator: "; ")),
                    .text(reasons(one.changes, changes, names)),
                ]
            })
    }

    /// The reasons, one that several sessions share once.
    private func reasons(
        _ own: [PlanChangeFigures.Change], _ changes: PlanChangeFigures, _ names: Naming
    ) -> String {
        var reasons: [String] = []
        for one in own {
            let reason = changes.reason(of: one, names)
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.joined(separator: ". ")
    }

    /// A session a line.
    private func changedSessions(_ changes: PlanChangeFigures) -> Table {
        let names = Naming(week: week)
        return Table(
            name: "changed-sessions", caption: "What changed, by session",
            columns: [
                .text("Person", "person"), .text("Session", "session"), .text("Team before", "from_team"),
                .text("Team now", "to_team"), .text("What", "kind"), .prose("Why", "why"),
            ],
            rows: changes.changes.map { one in
                [
                    person(one.seat.staff), session(one.seat.session), one.from.map { team($0) } ?? .blank,
                    one.to.map { team($0) } ?? .blank,
                    .text(PlanChangeTables.words(one.kind), exact: one.kind.rawValue),
                    .text(changes.reason(of: one, names)),
                ]
            })
    }
}
