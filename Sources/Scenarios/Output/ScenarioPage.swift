// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording

/// The page for a board: what each scenario costs and what it does to care, cash first and apart from the weights, what
/// of that is proved, and what was assumed.
public struct ScenarioPage {
    private let results: ScenarioResults
    private let tables: ScenarioTables

    /// A page of results.
    public init(_ results: ScenarioResults) {
        self.results = results
        tables = ScenarioTables(results)
    }

    /// The page, one file that needs nothing else and prints.
    public var html: String {
        PageShell(
            title: results.file.title, opening: opening, sections: sheets + sections, namesFiles: false,
            isBrief: true
        ).html
    }

    @MarkupBuilder private var opening: [Markup] {
        for line in ScenarioText(results).opening { Tag.p(.class("lead")) { line } }
    }

    /// What a board reads: two sheets of paper, before everything else.
    private var sheets: [PageSection] {
        let board = BoardTables(results: results)
        let pictures = ScenarioPictures(results: results)
        let levers = WorthTables(results).sentences.prefix(Self.mostSentences)
        return [
            PageSection(
                id: "comparison", title: "What differs",
                blocks: [.note(Self.verdicts)] + board.first.map { .table($0) }, isSheet: true),
            PageSection(
                id: "board", title: "What it comes to",
                blocks: pictures.front.map(\.block)
                    + results.frontiers.prefix(1).flatMap { FrontierText($0).summary }.map { .note($0) }
                    + (levers.isEmpty ? [WorthTables.noLever] : Array(levers)).map { .note($0) }
                    + [.table(board.register)], isSheet: true),
        ]
    }

    /// Sentences on levers that the second sheet has, one a week.
    private static let mostSentences = 3

    private static let verdicts =
        "Workforce cost is what is paid for all sessions, rostered and booked, for own leave, sickness and training, and as "
        + "enhancements; agency is part of it. The price is no cash: it is pay of bookings and the policy's weights of care, and "
        + "plans are chosen by it. Proved: no longer search could turn it round. Shown: beyond what draws and searches vary. The "
        + "same plan: none cheaper is known than the base's. What may be luck is not told apart: no figure is given for it, but "
        + "between which values it lies, as far as that is known."

    private var sections: [PageSection] {
        [summary] + passes + [
            PageSection(
                id: "pictures", title: "In pictures",
                blocks: ScenarioPictures(results: results).missing.map { .note($0) }
                    + results.bases.flatMap(ScenarioPictures(results: results).blocks))
        ] + steps + worth + payback + moved + frontier + [
            PageSection(id: "proof", title: "What is proved of the price", blocks: [.table(priceTable)])
        ] + annual + [
            PageSection(id: "assumptions", title: "What is assumed", blocks: [.table(tables.assumptions)]),
            PageSection(
                id: "how", title: "How it was worked out",
                blocks: ScenarioText(results).method.map { .note($0) }),
            PageSection(id: "cash", title: "Cash", blocks: [.table(table(.cash))]),
            PageSection(
                id: "costs", title: "Cost by pathway and team",
                blocks: [.note(CostTables.explanation)]
                    + [CostTables(results)].flatMap {
                        [.table($0.costs), .table($0.differences)]
                    }),
            PageSection(id: "care", title: "Care unmet", blocks: [.table(table(.care))]),
            PageSection(id: "time", title: "Hours and people", blocks: [.table(table(.time))]),
            PageSection(id: "weights", title: "The price and its parts", blocks: [.table(table(.weights))]),
        ]
    }

    /// What the command says of it.
    private var summary: PageSection {
        PageSection(
            id: "summary", title: "In words",
            blocks: ScenarioText(results).summary.map { .note($0) }
                + results.bases.map { .table(tables.summary(of: $0.name)) })
    }

    private var steps: [PageSection] {
        let sweeps = SweepTables(results)
        guard !sweeps.isEmpty else { return [] }
        return [
            PageSection(
                id: "steps", title: "From point to point",
                blocks: [.note(SweepTables.explanation), .table(sweeps.summary)])
        ]
    }

    private var passes: [PageSection] {
        guard !results.file.tests.isEmpty else { return [] }
        let passes = PassTables(results)
        return [
            PageSection(
                id: "tests", title: "What passes",
                blocks: [
                    .note(
                        "A week passes where it keeps to every line, and fails where it breaks one: of its best plan, of "
                            + "weeks that are drawn by their mean, and of every replicate alike. Where replicates lie on both "
                            + "sides it is not told apart. A week that fails may pass with a plan that a longer search finds."
                    ), .table(passes.matrix),
                ])
        ]
    }

    private var worth: [PageSection] {
        let worth = WorthTables(results)
        return [
            PageSection(
                id: "worth", title: "What pounds buy",
                blocks: worth.sentences.map { .note($0) } + [
                    .table(worth.levers(ScenarioResults.leversShown)),
                    .note(
                        "An hour is worth at most what is paid for it and what would be lost without it: the price without "
                            + "the bookings of a tier, everybody else who is booked coming and nobody called instead, less "
                            + "the price with them, by their hours. It is of the best plan of what is run by name and draws "
                            + "nothing. Proved: both prices are the cheapest; about: both were planned near to the bookings."
                    ), .table(worth.breakEven),
                ])
        ]
    }

    private var payback: [PageSection] {
        let payback = PaybackTables(results)
        guard !payback.isEmpty else { return [] }
        return [
            PageSection(
                id: "payback", title: "What training and reviews pay back",
                blocks: [.note(PaybackTables.explanation)] + payback.sentences.map { .note($0) }
                    + [.table(payback.weeks(isForPeople: true))])
        ]
    }

    private var moved: [PageSection] {
        let moved = MovedTables(results)
        guard !moved.isEmpty else { return [] }
        return [
            PageSection(
                id: "moved", title: "Who is moved",
                blocks: [.note(MovedTables.explanation), .table(moved.people)])
        ]
    }

    private var frontier: [PageSection] {
        guard !results.frontiers.isEmpty else { return [] }
        let tables = FrontierTables(results)
        return [
            PageSection(
                id: "frontier", title: "Care for agency",
                blocks: [.note(FrontierText.explanation)] + results.frontiers.flatMap(blocks)
                    + [.table(tables.points(isForPeople: true)), .table(tables.slopes)])
        ]
    }

    /// A frontier in words, and its picture unless that stands on the second sheet.
    private func blocks(of frontier: Frontier) -> [Block] {
        let front = ScenarioPictures(results: results).front.map(\.table.name)
        let chart = FrontierPictures(results: results).chart(frontier)
        return FrontierText(frontier).sentences.map { Block.note($0) }
            + (front.contains(chart.table.name) ? [] : [chart.block])
    }

    private var annual: [PageSection] {
        guard let table = AnnualFigures(results)?.table else { return [] }
        return [
            PageSection(
                id: "year", title: "In a year",
                blocks: [
                    .note(
                        "Each week's figure times the weeks of a year that are like it, as the scenario file says. It is "
                            + "told apart where it is in every week. What is paid for training and reviews counts once; "
                            + "scenarios of which something holds from a day on are left out."),
                    .table(table),
                ])
        ]
    }

    private var priceTable: Table {
        var table = tables.differences(
            results.differences.filter { $0.figure.name == CostAndCare.price }, named: "price",
            isForPeople: true)
        table.caption = "Between which pounds the difference of the best prices lies"
        return table
    }

    private func table(_ kind: CostAndCareFigure.Kind) -> Table {
        var table = tables.differences(
            results.differences.filter { $0.figure.kind == kind && $0.figure.part == .all },
            named: kind.rawValue,
            isForPeople: true)
        table.caption = "\(kind.title), beside the base"
        return table
    }
}

extension CostAndCareFigure.Kind {
    /// What stands above figures of the kind.
    fileprivate var title: String {
        switch self {
        case .cash: "Cash"
        case .care: "Care unmet"
        case .time: "Hours and people"
        case .weights: "Price"
        }
    }
}
