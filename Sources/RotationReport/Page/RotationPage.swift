// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import RotationOutcome
import Rotations
import Tables
import Wording
import Workforce

/// The page of a rotation plan for people: who is where when, who hands over to whom, and what the plan gives and lacks.
///
///     let page = RotationPage(outcome, stated)
///     page.html
///
/// It is made of the plan's files and its rotation alone, and each table has a CSV that is exact.
public struct RotationPage: Sendable {
    /// Weeks of notice that a placement needs, where nobody says otherwise: junior and rotational staff are told that long
    /// before.
    public static let usualNoticeWeeks = 12

    /// The weeks of notice that anybody may ask for.
    public static let noticeRange = RotationSummary.noticeRange

    /// The figures.
    public let figures: RotationFigures
    let outcome: RotationOutcome
    let stated: StatedRotation
    /// What to know first.
    let warnings: [String]
    let names: RotationNaming

    var facts: RotationFacts { outcome.facts }

    /// The page of a plan.
    ///
    /// - Parameters:
    ///   - stated: What its folder states.
    ///   - warnings: What people have to know before anything else, such as that the plan breaks rules.
    public init(
        _ outcome: RotationOutcome, _ stated: StatedRotation, noticeWeeks: Int = usualNoticeWeeks,
        warnings: [String] = []
    ) {
        self.outcome = outcome
        self.stated = stated
        self.warnings = warnings
        names = RotationNaming(outcome.facts)
        figures = RotationFigures(outcome, stated, noticeWeeks: noticeWeeks)
    }

    /// The page as HTML that names the tables beside it.
    public var html: String { shell(namesFiles: true).html }

    /// The page alone, for a place where no CSVs lie beside it.
    public var htmlAlone: String { shell(namesFiles: false).html }

    private func shell(namesFiles: Bool) -> PageShell {
        PageShell(
            title: facts.rotation.name, opening: opening, sections: sections, namesFiles: namesFiles)
    }

    /// The tables of the page, in its order.
    public var tables: [Table] { sections.flatMap { $0.blocks.compactMap(\.table) } }

    @MarkupBuilder private var opening: [Markup] {
        for warning in warnings { Tag.p(.class("warning")) { Tag.strong { warning } } }
        for line in summary { Tag.p { line } }
    }

    /// What the plan comes to, in a few sentences; also for the terminal.
    public var summary: [String] {
        let last = facts.periods[facts.periodCount - 1].last
        let present = facts.presentPeriods.count { !$0.isEmpty }
        let unplaced = stated.sequences.count { $0.row.post == nil }
        let below = stated.unfilled.count { $0.missingMinimum > 0 }
        let target = stated.unfilled.count { $0.missingTarget > 0 }
        let cells = facts.postCount * facts.periodCount
        return [
            "\(present == 1 ? "1 person" : "\(Show.count(present)) people") in \(Show.counted(facts.postCount, "post")) over "
                + "\(Show.counted(facts.periodCount, "period")), from \(names.begin(of: 0)) to \(Show.day(last)).",
            "Price \(Show.pounds(stated.summary.objective)). \(figures.statusInWords).",
            "Of \(Show.count(cells)) posts times periods, \(Show.count(below)) are below their minimum and "
                + "\(Show.count(target)) below their target; people are without a post in "
                + "\(Show.counted(unplaced, "period")).",
        ]
    }

    private var sections: [PageSection] {
        [
            peopleSection, postsSection, changeSection, headsSection, wishSection, competencySection,
            agreementSection, priceSection,
        ]
    }
}
