// SPDX-License-Identifier: GPL-3.0-or-later

/// Raises the bound of Lagrange by steps along averaged subgradients (Barahona and Anbil, The volume algorithm, 2000).
struct VolumeAscent {
    private(set) var lagrangian: LagrangianBound
    /// The best multipliers so far.
    private(set) var multipliers: [Double]
    /// Pounds no plan can be below.
    private(set) var bound: Double
    /// Sequences of the rounds, each once a person, newest last.
    private(set) var pool: SequencePool
    /// The choices of each cell that were the cheapest at some time.
    private(set) var chosen: [Set<Int32>]
    private var average: [Double]
    private var step = 0.5
    private var (better, worse) = (0, 0)
    private var share = 0.1
    private(set) var rounds = 0

    /// Labels for one person at most, on the way up.
    private static let labels = 150

    /// An ascent from multipliers, or from where half of what is missing is paid for.
    ///
    /// - Parameters:
    ///   - start: That of the same rotation without choices.
    ///   - shouldStop: Whether it is to stop, even within a round; what is not done of that is worth nothing.
    init(
        _ lagrangian: LagrangianBound, from start: VolumeAscent? = nil, until shouldStop: () -> Bool
    ) {
        self.lagrangian = lagrangian
        self.lagrangian.most = start == nil ? Self.labels / 15 : Self.labels
        pool = SequencePool(people: lagrangian.tables.personCount)
        multipliers = [Double](repeating: 0, count: lagrangian.rows.count)
        chosen = [Set<Int32>](repeating: [], count: lagrangian.tables.cellCount)
        let rows = lagrangian.rows
        for row in 0..<rows.firstShare where rows.highest[row] < .infinity {
            multipliers[row] = rows.highest[row] / 2
        }
        if let start {
            multipliers = rows.multipliers(
                from: start.multipliers, of: start.lagrangian.rows, lagrangian.tables)
        }
        self.lagrangian.within(&multipliers)
        // Prices are not negative.
        (bound, average) = (0, [])
        guard let first = self.lagrangian.round(multipliers, until: shouldStop) else { return }
        bound = first.bound
        average = residuals(first)
    }

    /// What each row is short of, at a round's sequences.
    private mutating func residuals(_ round: LagrangianBound.Round) -> [Double] {
        let (rows, tables) = (lagrangian.rows, lagrangian.tables)
        var residuals = rows.least
        for (cell, choice) in round.choices.enumerated() where choice >= 0 {
            guard let own = rows.choices[cell] else { continue }
            let kinds = own.choices.kinds.count
            for c in 0..<kinds { residuals[own.row + c] += own.choices.counts[Int(choice) * kinds + c] }
            chosen[cell].insert(choice)
        }
        for (p, sequence) in round.sequences.enumerated() {
            guard let sequence else { continue }
            let column = pool.add(p, sequence) { rows.column(p, sequence, tables) }
            for term in column.terms { residuals[Int(term.row)] -= term.value }
        }
        return residuals
    }

    /// One round.
    ///
    /// - Parameters:
    ///   - upper: Pounds of the best plan known.
    ///   - shouldStop: Whether it is to stop, even within the round; nothing comes of it then.
    mutating func advance(upper: Double, until shouldStop: () -> Bool) {
        rounds += 1
        var norm = 0.0
        for row in average.indices where !isIdle(row) { norm += average[row] * average[row] * scale(row) }
        guard norm > 1e-12 else {
            // No direction leads up: the multipliers are the best there are, or as good as.
            step = 0
            return
        }
        let length = step * max(1e-3 * abs(upper) + 1, 1.02 * upper - bound) / norm
        var trial = multipliers
        for row in average.indices { trial[row] += length * scale(row) * average[row] }
        lagrangian.within(&trial)
        guard let round = lagrangian.round(trial, until: shouldStop) else { return }
        let own = residuals(round)
        // The average moves towards this round by what makes it the shortest.
        var (difference, product) = (0.0, 0.0)
        for row in own.indices {
            let d = own[row] - average[row]
            difference += d * d * scale(row)
            product += average[row] * d * scale(row)
        }
        var part = difference > 0 ? -product / difference : share
        part = min(share, max(share / 10, part))
        for row in own.indices { average[row] += part * (own[row] - average[row]) }
        if round.bound > bound {
            let gain = zip(own, average).reduce(0) { $0 + $1.0 * $1.1 }
            (multipliers, worse) = (trial, 0)
            bound = round.bound
            better += 1
            if gain > 0, better >= 2 {
                step = min(2, step * 1.1)
                better = 0
            }
        } else {
            worse += 1
            if worse >= 10 {
                step *= 0.7
                worse = 0
            }
        }
        if rounds % 100 == 0 { share = max(0.01, share * 0.8) }
    }

    /// Whether a step is so short that there is not much more to be gained.
    var isSettled: Bool { step < 2e-3 }

    /// Preferences are counted in pounds, not people.
    private func scale(_ row: Int) -> Double { row >= lagrangian.rows.firstShare ? 1e-4 : 1 }

    /// Whether a multiplier is at its limit, and the step would lead beyond.
    private func isIdle(_ row: Int) -> Bool {
        (multipliers[row] <= lagrangian.rows.lowest[row] && average[row] < 0)
            || (multipliers[row] >= lagrangian.rows.highest[row] && average[row] > 0)
    }
}
