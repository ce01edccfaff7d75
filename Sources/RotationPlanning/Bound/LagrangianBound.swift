// SPDX-License-Identifier: GPL-3.0-or-later

/// What no plan can be below, from multipliers of the rows that people have in common: with each row's shortfall paid at its
/// multiplier, everybody takes their own cheapest sequence.
///
/// By weak duality the sum holds for any multipliers within their limits; what rounding may come to is taken off.
struct LagrangianBound {
    let tables: PlanningTables
    private(set) var rows: CouplingRows
    private var search = SequenceSearch()
    /// People sequenced so far.
    private(set) var count = 0

    /// Labels gone on from for one person at most; where there are more, what is left of them is a bound still.
    var most = 4_000

    /// What came of one round.
    struct Round {
        /// Pounds no plan can be below.
        var bound: Double
        /// Everybody's cheapest sequence; nil where the search had none.
        var sequences: [[Int32]?]
        /// What each costs at the multipliers, or none is below.
        var costs: [Double]
        /// The cheapest choice of each cell that has choices; −1: it has none.
        var choices: [Int32]
    }

    init(_ tables: PlanningTables, choosing: Bool = true) {
        self.tables = tables
        rows = CouplingRows(tables, choosing: choosing)
    }

    /// Has these cuts and no others.
    mutating func take(_ cuts: [SharedCut]) { rows.take(cuts) }

    /// Multipliers within their limits: not negative, no larger than what a shortfall costs, and of preferences no larger
    /// together than what fairness costs.
    func within(_ multipliers: inout [Double]) {
        for row in 0..<rows.firstShare {
            multipliers[row] = max(rows.lowest[row], min(multipliers[row], rows.highest[row]))
        }
        var shares = Array(multipliers[rows.firstShare...])
        var (sum, rest) = (0.0, shares.count)
        for own in shares { sum += max(0, own) }
        if sum > tables.fairness {
            // The nearest that add up: what all are above is taken off.
            shares.sort(by: >)
            var (above, cut) = (0.0, 0.0)
            for (index, own) in shares.enumerated() {
                above += own
                let trial = (above - tables.fairness) / Double(index + 1)
                if trial < own { cut = trial } else { break }
            }
            for p in 0..<rest { multipliers[rows.firstShare + p] -= cut }
        }
        rest = 0
        var total = 0.0
        for row in rows.firstShare..<rows.count {
            multipliers[row] = max(0, multipliers[row])
            total += multipliers[row]
        }
        guard total > tables.fairness else { return }
        let scale = tables.fairness / total * (1 - 1e-12)
        for row in rows.firstShare..<rows.count { multipliers[row] *= scale }
    }

    /// What a person's sequences cost at multipliers, but for what does not depend on the sequence.
    ///
    /// - Parameter worth: What a kind of people is worth in each cell at them.
    func costs(_ p: Int, _ multipliers: [Double], _ worth: [Double]) -> SequenceCosts {
        let person = tables.people[p]
        let n = person.placeCount
        func of(_ row: Int32) -> Double { row < 0 ? 0 : multipliers[Int(row)] }
        var kept = [Double](repeating: 0, count: rows.apart[p].isEmpty ? 0 : person.postCount * n)
        for own in rows.apart[p] {
            if let j = person.posts.firstIndex(of: own.post) {
                kept[j * n + own.place] += multipliers[own.row]
            }
        }
        var (begins, unplaced) = ([Double](), person.unplacedCost)
        for own in rows.ofCuts[p] where multipliers[own.row] != 0 {
            if kept.isEmpty { kept = [Double](repeating: 0, count: person.postCount * n) }
            if begins.isEmpty { begins = [Double](repeating: 0, count: person.postCount * n) }
            let pounds = multipliers[own.row] * own.coefficient
            switch own.what {
            case .post(let at): kept[at] += pounds
            case .begin(let at): begins[at] += pounds
            case .unplaced(let i): unplaced[i] += pounds
            }
        }
        let (share, kind, kinds) = (multipliers[rows.firstShare + p], rows.kindOf[p], rows.kinds.count)
        return SequenceCosts(
            person, isFine: true,
            place: { j, i in
                let cell = tables.cell(person.posts[j], person.periods[i])
                return person.placeCost[j * n + i] + share * person.share[j] - worth[cell * kinds + kind]
                    + (kept.isEmpty ? 0 : kept[j * n + i])
            },
            begin: { j, i in
                let t = person.periods[i]
                let own = rows.ofCell[tables.cell(person.posts[j], t)]
                return person.changeCost + (tables.isNewcomer(p, t) ? of(own[CouplingRows.newcomers]) : 0)
                    + (begins.isEmpty ? 0 : begins[j * n + i])
            },
            unplaced: { unplaced[$0] },
            item: { of(rows.ofItem[$0]) })
    }

    /// What a person pays whatever their sequence.
    func fixed(_ p: Int, _ multipliers: [Double]) -> Double {
        tables.people[p].fixedCost + multipliers[rows.firstShare + p] * tables.people[p].frozenShare
    }

    /// Everybody's cheapest sequences at multipliers within their limits, and the bound; nil where it was to stop before
    /// everybody had been looked at.
    mutating func round(_ multipliers: [Double], until shouldStop: () -> Bool) -> Round? {
        var round = Round(bound: 0, sequences: [], costs: [], choices: [])
        var (sum, magnitude) = (rows.constant, rows.constant.magnitude)
        for row in 0..<rows.firstShare where rows.least[row] != 0 {
            sum += multipliers[row] * rows.least[row]
            magnitude += (multipliers[row] * rows.least[row]).magnitude
        }
        for (cell, found) in cheapestChoices(multipliers).enumerated() {
            guard let found, let own = rows.choices[cell] else {
                round.choices.append(-1)
                continue
            }
            round.choices.append(Int32(found.choice))
            sum += found.pounds
            magnitude += found.pounds.magnitude
            for c in own.choices.kinds.indices {
                magnitude += 16 * multipliers[own.row + c].magnitude
            }
        }
        let worth = rows.worth(tables, multipliers)
        for p in tables.people.indices {
            if shouldStop() { return nil }
            let fixed = fixed(p, multipliers)
            let (found, rounding) = cheapest(p, multipliers, worth)
            sum += fixed + found.bound
            magnitude += rounding + fixed.magnitude
            round.sequences.append(found.sequence)
            round.costs.append(fixed + found.bound)
        }
        // Some 500 additions of half a unit in the last place each, and as much again.
        round.bound = sum - 1e-12 * magnitude
        return round
    }

    /// A person's cheapest sequence at multipliers, and the magnitude of what is added up for it.
    mutating func cheapest(
        _ p: Int, _ multipliers: [Double], _ worth: [Double]
    ) -> (outcome: SequenceSearch.Outcome, magnitude: Double) {
        let person = tables.people[p]
        let costs = costs(p, multipliers, worth)
        count += 1
        var found = search.cheapest(person, costs, most: most, width: 2)
        if !person.isExact { found.bound = min(found.bound, person.coarseBound(costs)) }
        return (found, costs.magnitude)
    }

    /// The cheapest choice of each cell at multipliers, with its pounds; nil where it has none.
    func cheapestChoices(_ multipliers: [Double]) -> [(choice: Int, pounds: Double)?] {
        rows.choices.map { own in
            own.map { $0.choices.cheapest(multipliers[$0.row..<($0.row + $0.choices.kinds.count)]) }
        }
    }
}

extension PersonTables {
    /// What no sequence can cost less than, place by place, for people whose tables are not exact: as if posts could be changed
    /// freely, whatever is wanted were learnt, and curricula met.
    func coarseBound(_ costs: SequenceCosts) -> Double {
        let n = placeCount
        var bound = -curriculum.pounds - costs.uncounted
        for bit in learning.needs.indices { bound -= costs.worth[bit * (n + 1)] }
        for i in 0..<n {
            var least = costs.unplaced[i]
            for j in 0..<postCount {
                let here = costs.sums[j * (n + 1) + i + 1] - costs.sums[j * (n + 1) + i]
                least = min(least, here + min(0, costs.begin[j * n + i]))
            }
            bound += least
        }
        return bound
    }
}
