// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation
import LinearModel

/// Cuts from what fits into one person's session with one team: contacts are whole, and only so many patterns of
/// them fit. In the relaxation a third of a contact fills what is left over.
///
/// For contacts `N` by length and the deployment `x`, facets `a·N ≤ x` of the patterns' hull. Kinds of session share
/// the facets found for any of them.
struct KnapsackHull: CutSource {
    /// One person, session and team.
    private struct Cell: Sendable {
        let deployment: Int
        let kind: Int
        /// The columns of each length of contact; of supervision last.
        let items: [[Int32]]
    }

    private struct Kind: Sendable {
        let key: KnapsackPatterns.Kind
        var patterns: KnapsackPatterns?
        var isEnumerated = false
        var facets: [[Double]] = []
    }

    private var cells: [Cell] = []
    private var kinds: [Kind] = []

    /// How far beyond its hull a session is before it gets a cut, as a share of the session.
    static let least = 1e-3

    init(_ model: WeeklyModel) {
        var indexOfKind: [KnapsackPatterns.Kind: Int] = [:]
        for cell in model.instance.eligibleTeams.indices {
            for position in model.instance.eligibleTeams[cell].indices {
                guard let (key, items) = Self.session(model, cell, position) else { continue }
                let kind = indexOfKind[key] ?? kinds.count
                if kind == kinds.count {
                    indexOfKind[key] = kind
                    kinds.append(Kind(key: key))
                }
                let deployment = model.layout.firstDeployment[cell] + position
                cells.append(Cell(deployment: deployment, kind: kind, items: items))
            }
        }
    }

    /// The kind and the columns of one person's session with a team; nil where nothing can be rounded.
    private static func session(
        _ model: WeeklyModel, _ cell: Int, _ position: Int
    ) -> (KnapsackPatterns.Kind, [[Int32]])? {
        let (instance, layout) = (model.instance, model.layout)
        let team = instance.eligibleTeams[cell][position]
        let contacts = layout.contacts[layout.contactsOfCell[cell]]
            .filter { Int($0.team) == team && $0.minutes > 0 }
        let weights = Set(contacts.map(\.minutes)).sorted()
        let capacity = instance.capacity[cell]
        guard let shortest = weights.first, capacity > 0 else { return nil }
        var items = weights.map { weight in contacts.filter { $0.minutes == weight }.map(\.column) }
        let limits = weights.map { weight in
            let wanted = contacts.reduce(0) { $0 + ($1.minutes == weight ? Int($1.most) : 0) }
            return min(wanted, Int(((capacity + KnapsackPatterns.allowance) / Double(weight)).rounded(.down)))
        }
        let group = instance.groupOfTeam[team]
        let isAlone = instance.eligibleTeams[cell].count { instance.groupOfTeam[$0] == group } == 1
        let supervision = layout.supervision[layout.supervisionOfCell[cell]].filter { Int($0.group) == group }
        var filler = 0.0
        if isAlone, !supervision.isEmpty {
            filler = min(capacity, instance.week.policy.supervisionMinutesPerSession)
            items.append(supervision.map(\.column))
        }
        if weights.count == 1, filler == 0, contacts.count == 1 { return nil }
        guard Double(shortest) <= capacity else { return nil }
        let key = KnapsackPatterns.Kind(
            capacity: capacity, weights: weights.map(Double.init), limits: limits, filler: filler)
        return (key, items)
    }

    /// The most violated facet of each session that these values are beyond.
    mutating func cuts(at values: [Double]) -> [Cut] {
        var cuts: [Cut] = []
        for cell in cells {
            let deployed = values[cell.deployment]
            guard deployed > 1e-6 else { continue }
            let capacity = kinds[cell.kind].key.capacity
            var point = cell.items.map { columns in
                columns.reduce(0) { $0 + max(0, values[Int($1)]) } / deployed
            }
            if kinds[cell.kind].key.filler > 0 { point[point.count - 1] /= capacity }
            guard let facet = facet(cell.kind, beyond: point, by: Self.least / max(deployed, Self.least))
            else { continue }
            var cut = Cut(atMost: 0)
            cut.add(cell.deployment, -1)
            for (item, columns) in cell.items.enumerated() where facet[item] > 0 {
                let isFiller = item == kinds[cell.kind].key.weights.count
                // Rounded down: a smaller coefficient keeps every plan too.
                let coefficient = isFiller ? (facet[item] / capacity).nextDown : facet[item]
                for column in columns { cut.add(Int(column), coefficient) }
            }
            cuts.append(cut)
        }
        return cuts
    }

    private mutating func facet(_ kind: Int, beyond point: [Double], by least: Double) -> [Double]? {
        func height(_ facet: [Double]) -> Double { zip(facet, point).reduce(0) { $0 + $1.0 * $1.1 } }
        if let best = kinds[kind].facets.max(by: { height($0) < height($1) }), height(best) > 1 + least {
            return best
        }
        if !kinds[kind].isEnumerated {
            kinds[kind].isEnumerated = true
            kinds[kind].patterns = KnapsackPatterns(kinds[kind].key)
        }
        guard let patterns = kinds[kind].patterns,
            let found = PatternFacet.strongest(patterns, at: point), height(found) > 1 + least
        else { return nil }
        kinds[kind].facets.append(found)
        return found
    }
}
