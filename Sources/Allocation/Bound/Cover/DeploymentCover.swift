// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Formulation

/// Cuts from what whole people can give: contacts of some lines of a team, in the sessions of their windows, take
/// people deployed there, or they are not met.
///
/// In each session a person gives whole contacts, which weigh so much at most together; what all those deployed give
/// and what is not met add up to the weight of the contacts wanted:
///
///     Σ most(s,t) · x[s,t,k] + Σ weight(i) · u[i] ≥ Σ weight(i) · n[i]
///
/// Deployments and unmet contacts are whole, so the row can be divided and rounded. It sums up the time of everybody in
/// a window, and the needs of several lines: more rows than general rounding finds together.
struct DeploymentCover: CutSource {
    /// Lines of a team, and who can give contacts of them.
    private struct LineSet: Sendable {
        let team: Int
        let lines: [Int32]
        /// Places of the team, each with its knapsack's kind.
        let parts: [(place: Int32, kind: Int32)]
        /// The lengths, by place, that contacts are weighed by.
        let lengths: [Int]
    }

    private let teams: [CoverTeam]
    private let lengths: [Int]
    private var sets: [LineSet] = []
    private var capacity: CoverCapacity

    /// Cuts at a time at most, and how deep each has to be.
    static let mostCuts = 300
    static let leastDepth = 5e-3
    /// How much sets and their places may come to together: what there is in weeks of some 60 people.
    static let mostParts = 2_000_000

    /// - Parameter isStopped: Looked at for each set: whether no more are wanted.
    init(_ model: WeeklyModel, unless isStopped: () -> Bool = { false }) {
        teams = CoverTeam.all(of: model)
        let minutes = teams.flatMap { team in
            team.lines.map(\.minutes) + team.lines.filter { $0.single > 0 }.map(\.singleMinutes)
        }
        lengths = [0] + Set(minutes).filter { $0 > 0 }.sorted()
        capacity = CoverCapacity(lengths: Array(lengths.dropFirst()))
        for team in teams.indices {
            addSets(of: team, atMost: Self.mostParts / teams.count, unless: isStopped)
        }
    }

    private mutating func addSets(of index: Int, atMost most: Int, unless isStopped: () -> Bool) {
        let team = teams[index]
        var placesFrom = [Int](repeating: 0, count: (team.places.last?.session ?? 0) + 2)
        for place in team.places { placesFrom[place.session + 1] += 1 }
        for session in placesFrom.indices.dropFirst() { placesFrom[session] += placesFrom[session - 1] }
        var isIn = [Bool](repeating: false, count: team.lines.count)
        var count = 0
        for lines in CoverSets(team, atMost: most).lines {
            guard count < most, !isStopped() else { return }
            for line in lines { isIn[Int(line)] = true }
            defer { for line in lines { isIn[Int(line)] = false } }
            let windows = lines.map { team.lines[Int($0)].window }
            guard let first = windows.map(\.lowerBound).min(), let last = windows.map(\.upperBound).max(),
                first + 1 < placesFrom.count
            else { continue }
            var parts: [(place: Int32, kind: Int32)] = []
            for place in placesFrom[first]..<placesFrom[min(last + 1, placesFrom.count - 1)] {
                let items = team.places[place].items.filter { isIn[Int($0.line)] }
                    .map { (minutes: Int($0.minutes), most: Int($0.most)) }.sorted { $0.minutes < $1.minutes }
                guard !items.isEmpty,
                    let kind = capacity.kind(capacity: team.places[place].capacity, items: items)
                else { continue }
                parts.append((Int32(place), kind))
            }
            count += parts.count + 1
            sets.append(LineSet(team: index, lines: lines, parts: parts, lengths: weighing(lines, of: team)))
        }
    }

    /// Where all contacts are of one length, weighing them by it says all there is to say.
    private func weighing(_ lines: [Int32], of team: CoverTeam) -> [Int] {
        let minutes = Set(
            lines.flatMap { line in
                let line = team.lines[Int(line)]
                return line.single > 0 ? [line.minutes, line.singleMinutes] : [line.minutes]
            }.filter { $0 > 0 }
        ).sorted().map { capacity.place(of: $0) }
        return minutes.count == 1 ? minutes : [0] + minutes
    }

    /// The best row of each set that these values break, the deepest of all and none nearly like another.
    mutating func cuts(at values: [Double]) -> [Cut] {
        var tally = Tally()
        let deployed = teams.map { team in
            team.places.map { place in
                place.columns.reduce(0) { $0 + min(max(values[Int($1)], 0), 1) }
            }
        }
        var found: [(set: Int, rounding: CoverRounding, length: Int, depth: Double)] = []
        for index in sets.indices {
            var best: (rounding: CoverRounding, length: Int, depth: Double)?
            for length in sets[index].lengths {
                let amount = count(index, length, values, deployed[sets[index].team], &tally)
                if let (rounding, depth) = tally.deepest(amount), depth > best?.depth ?? Self.leastDepth {
                    best = (rounding, length, depth)
                }
            }
            if let best { found.append((index, best.rounding, best.length, best.depth)) }
        }
        found.sort { $0.depth != $1.depth ? $0.depth > $1.depth : $0.set < $1.set }
        var selection = CutSelection(atMost: Self.mostCuts)
        for row in found where !selection.isFull { selection.add(cut(row.set, row.rounding, row.length)) }
        return selection.cuts
    }

    /// Counts what of each weight there is in a set's row.
    ///
    /// - Returns: The weight of the contacts wanted.
    private mutating func count(
        _ index: Int, _ length: Int, _ values: [Double], _ deployed: [Double], _ tally: inout Tally
    ) -> Int {
        tally.clear()
        let team = teams[sets[index].team]
        for (place, kind) in sets[index].parts {
            tally.add(
                capacity.most(kind, length), deployed[Int(place)],
                of: team.places[Int(place)].columns.count, isDeployment: true)
        }
        var amount = 0
        for line in sets[index].lines {
            let line = team.lines[Int(line)]
            let weight = line.weight(length: lengths[length])
            tally.add(weight.ofUnmet, max(values[Int(line.unmet)], 0), of: 1, isDeployment: false)
            amount += weight.ofWanted
        }
        return amount
    }

    private mutating func cut(_ index: Int, _ rounding: CoverRounding, _ length: Int) -> Cut {
        var cut = Cut(atMost: -Double(rounding.right))
        let team = teams[sets[index].team]
        for (place, kind) in sets[index].parts {
            let weight = rounding.weight(capacity.most(kind, length))
            guard weight > 0 else { continue }
            for column in team.places[Int(place)].columns { cut.add(Int(column), -Double(weight)) }
        }
        for line in sets[index].lines {
            let line = team.lines[Int(line)]
            let weight = rounding.weight(line.weight(length: lengths[length]).ofUnmet)
            if weight > 0 { cut.add(Int(line.unmet), -Double(weight)) }
        }
        return cut
    }
}

extension CoverTeam.Line {
    /// What a contact not met weighs, and what all that are wanted weigh at least. A contact of two workers weighs what
    /// it weighs for both; of those that one may give alone each counts as that, where it is less.
    func weight(length: Int) -> (ofUnmet: Int, ofWanted: Int) {
        let one = CoverCapacity.weight(minutes: minutes, length: length)
        guard hands == 2 else { return (one, one * contacts) }
        let alone = CoverCapacity.weight(minutes: singleMinutes, length: length)
        return (2 * one, 2 * one * contacts - max(0, 2 * one - alone) * single)
    }
}

/// How much there is of each weight in a row, and how many columns.
private struct Tally {
    private var amount: [Double] = []
    private var columns: [Int] = []
    private var isDeployment: [Bool] = []
    private var weights: [Int] = []

    mutating func clear() {
        for weight in weights { (amount[weight], columns[weight], isDeployment[weight]) = (0, 0, false) }
        weights.removeAll(keepingCapacity: true)
    }

    mutating func add(_ weight: Int, _ value: Double, of count: Int, isDeployment: Bool) {
        guard weight > 0 else { return }
        if weight >= amount.count {
            let more = weight + 1 - amount.count
            amount += [Double](repeating: 0, count: more)
            columns += [Int](repeating: 0, count: more)
            self.isDeployment += [Bool](repeating: false, count: more)
        }
        if columns[weight] == 0 { weights.append(weight) }
        amount[weight] += value
        columns[weight] += count
        if isDeployment { self.isDeployment[weight] = true }
    }

    /// The rounding that the values are furthest beyond: by each weight of a deployment, half of the largest, or by none,
    /// where a weight alone may still be enough.
    func deepest(_ amount: Int) -> (CoverRounding, Double)? {
        guard amount > 0 else { return nil }
        var best: (CoverRounding, Double)?
        var largest = 0
        func look(_ divisor: Int) {
            guard let rounding = CoverRounding(amount: amount, divisor: divisor) else { return }
            let depth = depth(rounding)
            if depth > best?.1 ?? 0 { best = (rounding, depth) }
        }
        for weight in weights where isDeployment[weight] {
            look(weight)
            largest = max(largest, weight)
        }
        if largest > 1 { look(largest / 2) }
        look(amount + largest + 1)
        return best
    }

    private func depth(_ rounding: CoverRounding) -> Double {
        var sum = Double(rounding.right)
        var length = 0.0
        for weight in weights {
            let rounded = Double(rounding.weight(weight))
            sum -= rounded * amount[weight]
            length += rounded * rounded * Double(columns[weight])
        }
        return length > 0 ? sum / length.squareRoot() : 0
    }
}
