// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// What has to be known of how the plan stands to its week, a sentence each; none where it is as it was made.
    public var warnings: [String] { standingText.sentences }

    private var standingText: StandingText { StandingText(standing, overrides: week.overrides.count) }

    /// The first thing on the page of a plan that is not as it was made, or beside which somebody decided
    /// otherwise.
    var banner: Markup? {
        let text = standingText
        guard text.headline != nil || text.decided != nil else { return nil }
        return Tag.div(.class("banner"), .role("note"), .label("What to know first")) {
            if let headline = text.headline {
                Tag.p { Tag.strong { headline } }
                Tag.ul {
                    for sentence in text.changes + text.breaches + text.price { Tag.li { sentence } }
                }
                Tag.p { way(to: ReportPart.standing.rawValue, "The tables of it") }
            }
            if let decided = text.decided {
                Tag.p {
                    decided + " "
                    way(to: ReportPart.overrides.rawValue, "What was decided otherwise")
                }
            }
        }
    }

    /// What changed, what breaks and what it costs now; nothing where the plan is as it was made.
    var standingBlocks: [Block] {
        guard !standing.isAsMade else { return [] }
        return [
            .note(
                "Worked out from the week's files and the plan's as they stand now. Figures on this page are those of now, "
                    + "and what was proved of the plan as it was made is not repeated.")
        ] + (standing.breaches.isEmpty ? [] : [.table(brokenRules)]) + [.table(priceNow)]
            + (standing.inputs.isEmpty ? [] : [.table(changedFiles)])
    }

    private var brokenRules: Table {
        Table(
            name: "broken-rules", caption: "What breaks the week's rules",
            columns: [.prose("What breaks a rule", "sentence")],
            rows: standing.breaches.map { [.text($0)] })
    }

    private var priceNow: Table {
        func cells(_ name: String, _ now: Double, _ stated: Double) -> [Table.Cell] {
            [.text(name), .pounds(now), .pounds(stated), .pounds(now - stated)]
        }
        return Table(
            name: "price-now", caption: "What the plan costs now, and what it states",
            columns: [
                .text("Term", "term"), .number("Pounds now", "pounds_now"),
                .number("Pounds stated", "pounds_stated"), .number("Difference", "difference"),
            ],
            rows: standing.terms.stated.map {
                cells(Words.term($0), standing.terms[$0], standing.stated[$0])
            },
            total: cells("Price", standing.terms.total, standing.stated.total))
    }

    private var changedFiles: Table {
        Table(
            name: "changed-files", caption: "Files of the week that are not those the plan was made from",
            columns: [.text("File", "file"), .text("Since then", "since_then")],
            rows: standing.inputs.map { [.text($0.path), .text($0.change.words, exact: $0.change.rawValue)] })
    }

    /// What whoever was in charge decided otherwise.
    var overrides: [Block] {
        guard !week.overrides.isEmpty else { return [] }
        return [
            .note(
                "A plan is advice. These are decisions of those in charge that stand against it, from overrides.csv. No "
                    + "rule judges them, and the plan does not know of them."),
            .table(
                Table(
                    name: "overrides", caption: "What was decided otherwise",
                    columns: [
                        .text("What", "what"), .prose("Decision", "decision"), .prose("Why", "why"),
                        .text("By", "by"), .text("On", "on"),
                    ],
                    rows: week.overrides.map { override in
                        [
                            subjects(override), .text(override.decision), .text(override.why),
                            .text(override.by), .text(Show.day(override.on), exact: override.on.iso),
                        ]
                    })),
        ]
    }

    /// What it is about: the cell leads to the first thing named that has a place on the page.
    private func subjects(_ override: Override) -> Table.Cell {
        let names = override.subjects.map { subject in
            switch subject {
            case .staff(let id): personInWords(id)
            case .session(let session): sessionInWords(session)
            case .team(let id): index.teamName(id)
            case .line(let id), .other(let id): id
            }
        }
        let links = override.subjects.compactMap { subject -> String? in
            switch subject {
            case .staff(let id): index.person(id).map { _ in link(Anchor.person(id)) }
            case .team(let id): index.team(id).map { _ in link(Anchor.team(id)) }
            case .session, .line, .other: nil
            }
        }
        let files = override.subjects.map { subject in
            switch subject {
            case .staff(let id), .team(let id), .line(let id), .other(let id): id
            case .session(let session): index.sessionName(session)
            }
        }
        return .text(
            names.joined(separator: ", "), link: links.first, exact: files.joined(separator: ";"))
    }
}

extension PlanStanding.ChangedInput.Change {
    fileprivate var words: String {
        switch self {
        case .changed: "changed"
        case .added: "new"
        case .gone: "gone"
        }
    }
}
