// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of lines that name the people who usually give them.
public struct ContinuityFigure: Sendable, Equatable, Encodable {
    /// A pathway, or `all`.
    public let group: String
    /// Lines with usual people.
    public let lines: Int
    /// Contacts of them that the plan gives, each worker of a pair counted.
    public let contacts: Int
    /// Those by a usual person, in whichever row of the roster.
    public let byUsual: Int
    /// Those by somebody else, which the price counts.
    public let byOthers: Int
    /// Contacts by a usual person as a share of those given; nil where none is given.
    public let share: Double?

    fileprivate init(_ group: String, _ count: Count) {
        self.group = group
        lines = count.lines
        (byUsual, byOthers) = (count.byUsual, count.byOthers)
        contacts = byUsual + byOthers
        share = contacts > 0 ? Double(byUsual) / Double(contacts) : nil
    }

    fileprivate struct Count {
        var lines = 0
        var byUsual = 0
        var byOthers = 0
    }
}

/// How far people are seen by those who usually come.
public struct ContinuityFigures: Sendable, Equatable, Encodable {
    /// The whole week.
    public let total: ContinuityFigure
    /// By pathway, in order of the teams; pathways without such lines left out.
    public let byPathway: [ContinuityFigure]

    /// Nil where no line names anybody.
    init?(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        guard week.demand.contains(where: { !$0.usual.isEmpty }) else { return nil }
        let all = "all"
        var counts = Grouped(index.pathways + [all], ContinuityFigure.Count())
        func count(_ team: String, _ body: (inout ContinuityFigure.Count) -> Void) {
            if let pathway = index.pathway(team) { counts.change(pathway, body) }
            counts.change(all, body)
        }
        for line in week.demand where !line.usual.isEmpty { count(line.team) { $0.lines += 1 } }
        let usual = week.demand.map { index.index.usual(of: $0) }
        for row in plan.contacts {
            guard let position = index.index.line(row.line), let usual = usual[position] else { continue }
            let line = week.demand[position]
            for worker in [row.staff] + (row.partner.map { [$0] } ?? []) {
                let isUsual = index.person(worker).map(usual.contains) ?? false
                count(line.team) {
                    if isUsual { $0.byUsual += row.contacts } else { $0.byOthers += row.contacts }
                }
            }
        }
        let figures = counts.pairs.map { ContinuityFigure($0.key, $0.amount) }
        total = figures[figures.count - 1]
        byPathway = figures.dropLast().filter { $0.lines > 0 }
    }
}
