// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What must not wait, open flags first; nothing where there is none.
    var flags: [Block] {
        let items = figures.flags.items
        guard !items.isEmpty else { return [] }
        let open = items.filter { $0.closing == nil }
        return [
            .note(
                "\(Show.counted(open.count, "flag")) open, \(Show.count(items.count - open.count)) closed. Who sees to it, and "
                    + "that it is closed, by whom, when and why, is typed into flags.csv in the plan's folder; the next plan "
                    + "of the week carries it on as long as the flag is there and no worse."),
            .table(redFlags(open + items.filter { $0.closing != nil })),
        ]
    }

    private func redFlags(_ items: [RedFlag]) -> Table {
        Table(
            name: "red-flags", caption: "What must not wait",
            columns: [
                .prose("What", "what"), .text("Where", "where"), .text("When", "when"),
                .text("Flagged since the plan of", "since"), .text("Owner", "owner"),
                // Mostly a word, and sentences where something was closed.
                items.contains { $0.closing != nil || !$0.closedBefore.isEmpty }
                    ? .prose("Closed", "closed") : .text("Closed", "closed"),
            ],
            rows: items.map { flag in
                [
                    .text(flag.what), place(of: flag), .text(words.when(flag), exact: flag.when),
                    .text(words.since(flag), exact: FlagWords.session(ofMark: flag.since)),
                    .text(flag.owner.isEmpty ? "nobody yet" : flag.owner, exact: flag.owner),
                    closed(flag),
                ]
            })
    }

    private var words: FlagWords { FlagWords(week, index) }

    private func closed(_ flag: RedFlag) -> Table.Cell {
        flag.closing == nil && flag.closedBefore.isEmpty
            ? .text(words.closed(flag), exact: "") : .text(words.closed(flag))
    }

    private func place(of flag: RedFlag) -> Table.Cell {
        switch flag.subject {
        case .critical, .minimum, .lapsed: team(flag.place)
        case .delegation: group(flag.place)
        }
    }

    /// A supervision group by the teams in it; the CSV has its name.
    func group(_ name: String) -> Table.Cell {
        guard name != WeekIndex.everywhereName else { return .text(words.group(name)) }
        let teams = words.teams(ofGroup: name)
        return .text(
            words.group(name), link: teams.count == 1 ? link(Anchor.team(teams[0].id)) : nil, exact: name)
    }

    /// A session as people read it, of its name in files.
    func inWords(session name: String) -> String {
        index.index.session(name).map(sessionInWords) ?? name
    }
}
