// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations
import Workforce

/// A rotation programme while it is being put together.
struct RotationBuilder {
    typealias Term = (column: Int, coefficient: Double)

    let facts: RotationFacts
    var program = LinearProgram()
    var columns: [RotationColumn] = []
    var rows: [RotationRow] = []
    var layout: RotationLayout
    private(set) var costs: [RotationPrice.Term: [Term]] = [:]
    private var knownSpent: [RotationColumn: Int] = [:]

    init(_ facts: RotationFacts) {
        self.facts = facts
        layout = RotationLayout(facts)
        for p in 0..<facts.personCount {
            for t in facts.presentPeriods[p] { addPlaces(p, t) }
            layout.patterns.append(facts.patterns(of: p))
            layout.firstPattern.append(columns.count)
            for w in (layout.patterns[p] ?? []).indices {
                column(RotationColumn(.follows, person: p, extra: w), upTo: 1, integer: true)
            }
        }
    }

    /// Where somebody may be in a period; of a frozen one there is one column, which is fixed.
    private mutating func addPlaces(_ p: Int, _ t: Int) {
        let cell = layout.cell(p, t)
        let posts = facts.choices(person: p, period: t)
        for k in posts {
            layout.setPlaced(
                p, t, k,
                column(RotationColumn(.placed, person: p, period: t, post: k), upTo: 1, integer: true))
        }
        layout.posts[cell] = posts
        // Beginnings are whole wherever people's places are.
        for k in posts {
            layout.setBegun(p, t, k, column(RotationColumn(.begun, person: p, period: t, post: k), upTo: 1))
        }
        layout.unplaced[cell] = column(
            RotationColumn(.unplaced, person: p, period: t), upTo: 1, integer: true)
        guard facts.isFrozen(t) else { return }
        let fixed = posts.first.flatMap { layout.placed(p, t, $0) } ?? layout.unplaced[cell]
        for place in posts.compactMap({ layout.placed(p, t, $0) }) + [layout.unplaced[cell]] {
            let value = place == fixed ? 1.0 : 0.0
            program.setBounds(ofColumn: place, lower: value, upper: value)
        }
    }

    /// Adds a column. Every column has finite bounds, so that any row duals prove a bound on the price.
    @discardableResult
    mutating func column(_ origin: RotationColumn, upTo upper: Double, integer: Bool = false) -> Int {
        columns.append(origin)
        return program.addColumn(cost: 0, lower: 0, upper: upper, integer: integer)
    }

    /// Adds what one unit of a column costs, and says of which term it is.
    mutating func addCost(_ pounds: Double, to column: Int, for term: RotationPrice.Term) {
        guard pounds != 0 else { return }
        program.setCost(ofColumn: column, to: program.cost[column] + pounds)
        costs[term, default: []].append((column, pounds))
    }

    mutating func atMost(_ limit: Double, _ origin: RotationRow, _ terms: [Term]) {
        row(-.infinity...limit, origin, terms)
    }

    mutating func atLeast(_ limit: Double, _ origin: RotationRow, _ terms: [Term]) {
        row(limit...(.infinity), origin, terms)
    }

    mutating func equals(_ value: Double, _ origin: RotationRow, _ terms: [Term]) {
        row(value...value, origin, terms)
    }

    private mutating func row(_ bounds: ClosedRange<Double>, _ origin: RotationRow, _ terms: [Term]) {
        rows.append(origin)
        _ = program.addRow(lower: bounds.lowerBound, upper: bounds.upperBound, terms)
    }

    /// The placed columns of a post in a period, with their people.
    func placed(post: Int, period: Int) -> [(person: Int, column: Int)] {
        (0..<facts.personCount).compactMap { p in
            layout.placed(p, period, post).map { (p, $0) }
        }
    }

    // MARK: What is learnt

    /// Whether somebody has spent so many periods in a post before a period.
    enum Spent {
        case never, always
        case column(Int)
    }

    /// The column that says so, made where there is none yet; none where that is so, or not so, whatever is planned.
    mutating func spent(person p: Int, _ way: WayToGain, before t: Int) -> Spent {
        let before = facts.periodsBefore(person: p, post: way.post)
        if before >= way.periods { return .always }
        let places = (0..<t).compactMap { layout.placed(p, $0, way.post) }
        guard before + places.count >= way.periods else { return .never }
        let origin = RotationColumn(.spent, person: p, period: t, post: way.post, extra: way.periods)
        if let known = knownSpent[origin] { return .column(known) }
        let column = column(origin, upTo: 1, integer: true)
        knownSpent[origin] = column
        layout.spent.append(column)
        atLeast(
            Double(-before),
            RotationRow(.spent, person: p, period: t, post: way.post, extra: way.periods),
            places.map { ($0, 1) } + [(column, -Double(way.periods))])
        return .column(column)
    }

    /// The columns of which one has to be 1 where a need is learnt before a period; nil where it is, whatever is
    /// planned.
    mutating func gaining(person: Int, _ need: Need, before period: Int) -> [Int]? {
        var columns: [Int] = []
        for way in facts.waysToGain(need) {
            switch spent(person: person, way, before: period) {
            case .never: break
            case .always: return nil
            case .column(let column): columns.append(column)
            }
        }
        return columns
    }
}
