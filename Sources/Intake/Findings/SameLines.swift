// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Demand lines that ask for the same: often rows that were pasted twice.
///
/// Lines that stand one beneath the other are not meant: much work of a day is often cut into equal parts.
enum SameLines {
    private struct Content: Hashable {
        let team: String
        let activity: String
        let priority: Priority
        let contacts: Int
        let single: Int
        let window: ClosedRange<Int>
        let usual: [String]
        let source: CareSource?
    }

    private struct Repetition {
        let line: Int
        let first: Int
    }

    /// Tells once, at the first line that repeats another. A warning where several contacts are asked for twice, rows
    /// apart, or three rows or more stand twice in the same order, as in a pasted block; else a notice, for lines of few
    /// contacts, or near to each other, may well be alike by chance.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        let repeated = repetitions(placed.week.demand)
        let many = repeated.first { placed.week.demand[$0.line].contacts >= 3 && $0.line - $0.first >= 20 }
        let block = repeated.indices.dropFirst(2).first { at in
            repeated[at].line == repeated[at - 2].line + 2 && repeated[at].first == repeated[at - 2].first + 2
                && placed.week.demand[repeated[at].line].contacts > 1
        }
        guard let told = many ?? block.map({ repeated[$0 - 2] }) ?? repeated.first else { return }
        let field = placed.demand.field("line", told.line)
        let others = repeated.count - 1
        diagnostics.add(
            many == nil && block == nil ? .notice : .warning, at: field.place, field: field.name,
            found: field.text,
            expected: "each contact once",
            message:
                "line \(field.shown) asks for the same as '\(placed.week.demand[told.first].id)' in line "
                + "\(placed.demand.line(told.first)): both are counted"
                + (others > 0
                    ? "; \(Findings.count(others, "more line")) repeat\(others == 1 ? "s" : "") another" : "")
        )
    }

    /// Lines that ask for the same as an earlier one that does not stand right above.
    private static func repetitions(_ demand: [DemandLine]) -> [Repetition] {
        var firsts: [Content: Int] = [:]
        var lasts: [Content: Int] = [:]
        var found: [Repetition] = []
        for (index, line) in demand.enumerated() where line.contacts > 0 {
            let content = Content(
                team: line.team, activity: line.activity, priority: line.priority, contacts: line.contacts,
                single: line.singleHandedContacts, window: line.window,
                usual: line.usual, source: line.source)
            if let first = firsts[content], lasts[content] != index - 1 {
                found.append(Repetition(line: index, first: first))
            }
            firsts[content] = firsts[content] ?? index
            lasts[content] = index
        }
        return found
    }
}
