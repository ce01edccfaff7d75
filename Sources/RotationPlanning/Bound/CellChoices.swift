// SPDX-License-Identifier: GPL-3.0-or-later

/// Every number of people that a post may have in a period, by kind of people, with what is missing then.
///
/// People of one kind have the same whole-time equivalents and are all senior or all not: it is all that room, supervision,
/// minimum and target ask of them. As whole people they fill posts worse than parts of people would, and that is much of what
/// a plan costs.
struct CellChoices: Sendable {
    /// The kinds of people who may be there, as positions among all kinds.
    let kinds: [Int]
    /// Whether more people than are counted do no harm, by kind: they may then be worth nothing, but not less.
    let mayHaveMore: [Bool]
    /// People of each kind, choice after choice.
    let counts: [Double]
    /// Pounds of what is missing, by choice.
    let pounds: [Double]

    /// More choices than these are not listed.
    static let most = 1_500
    /// Nor are more looked at, those that supervision forbids with them: rows of sums then say less, but nothing false.
    static let mostLookedAt = 50_000

    /// The choices of a cell; nil where there are too many.
    ///
    /// - Parameter available: How many people of each kind may be there, by kind, with their kind.
    init?(_ tables: PlanningTables, cell: Int, available: [(kind: Int, people: Int)], kinds all: [PersonKind])
    {
        let k = cell / tables.periodCount
        let own = available.map { all[$0.kind] }
        let hasRoom = tables.maximum[cell] < .infinity
        let span = tables.span[k]
        let mayHaveMore = own.map { !hasRoom && (span == nil || $0.isSenior) }
        var (people, missing): ([Double], [Double]) = ([], [])
        var chosen = [Int](repeating: 0, count: own.count)
        let room = tables.maximum[cell] + 1e-7
        var (isComplete, lookedAt) = (true, 0)
        func isSupervised() -> Bool {
            guard let span else { return true }
            var (juniors, seniors) = (0, tables.permanentSeniors[k])
            for (kind, count) in zip(own, chosen) {
                if kind.isSenior { seniors += count } else { juniors += count }
            }
            return Double(juniors) <= span * Double(seniors) + 1e-7
        }
        func choose(_ c: Int, _ there: Double) {
            lookedAt += 1
            if lookedAt > Self.mostLookedAt { isComplete = false }
            guard isComplete else { return }
            guard c < own.count else {
                guard isSupervised() else { return }
                if missing.count >= Self.most { isComplete = false }
                people += chosen.map { Double($0) }
                missing.append(tables.missing(cell, there))
                return
            }
            var sum = there
            for count in 0...available[c].people {
                if sum > room || !isComplete { break }
                chosen[c] = count
                choose(c + 1, sum)
                // Where more do no harm, no more are counted than are of use.
                if mayHaveMore[c], span == nil, sum >= tables.target[cell] { break }
                sum += own[c].wte
            }
            chosen[c] = 0
        }
        choose(0, 0)
        guard isComplete else { return nil }
        kinds = available.map(\.kind)
        self.mayHaveMore = mayHaveMore
        (counts, pounds) = (people, missing)
    }

    /// The cheapest choice where each person is paid for at the worth of their kind.
    func cheapest(_ worth: ArraySlice<Double>) -> (choice: Int, pounds: Double) {
        var best = (choice: 0, pounds: Double.infinity)
        let count = kinds.count
        let first = worth.startIndex
        for choice in pounds.indices {
            var sum = pounds[choice]
            for c in 0..<count { sum += counts[choice * count + c] * worth[first + c] }
            if sum < best.pounds { best = (choice, sum) }
        }
        return best
    }
}

extension CellChoices {
    /// What each choice costs where each person is paid for at the worth of their kind.
    func values(_ worth: ArraySlice<Double>) -> [Double] {
        let count = kinds.count
        return pounds.indices.map { choice in
            (0..<count).reduce(pounds[choice]) {
                $0 + counts[choice * count + $1] * worth[worth.startIndex + $1]
            }
        }
    }
}

/// What posts see of a person.
struct PersonKind: Hashable, Sendable {
    let wte: Double
    let isSenior: Bool
}
