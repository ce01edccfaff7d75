// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Who is where, with what posts have by it and what it costs; people come and go whole, a sequence each.
///
/// What is too much of rules about people together is counted: a state in which nothing is too much is a legal plan.
struct SearchState {
    let tables: PlanningTables
    /// The sequence of each person by place, −1 for unplaced; empty while the person is left out.
    private(set) var sequences: [[Int32]]
    /// Whole-time equivalents in each cell, in billionths, so that they add up exactly.
    private(set) var there: [Int64]
    private(set) var juniors: [Int32]
    private(set) var seniors: [Int32]
    private(set) var begun: [Int32]
    /// People who count for each item wanted.
    private(set) var holders: [Int32]
    /// Preference pounds per present period of each person who is in.
    private(set) var shares: [Double]
    /// Pounds that are each person's own.
    private(set) var own: [Double]
    /// The post of each person in each period; −1: none.
    private(set) var posts: [Int32]
    let units: [Int64]
    /// The most that fits into each cell, in billionths, with what rounding of decimals may come to.
    let room: [Int64]

    /// Pounds for one person, or whole-time equivalent, that a rule about people together has too much: unless it is said otherwise,
    /// more than any plan can save by it.
    var tooMuch = 1e7

    static let unit = 1e9

    init(_ tables: PlanningTables) {
        self.tables = tables
        let cells = tables.cellCount
        sequences = tables.people.map { [Int32](repeating: -1, count: $0.placeCount) }
        there = [Int64](repeating: 0, count: cells)
        juniors = [Int32](repeating: 0, count: cells)
        (seniors, begun) = (juniors, juniors)
        holders = [Int32](repeating: 0, count: tables.wanted.items.count)
        shares = tables.people.map(\.frozenShare)
        own = shares
        posts = [Int32](repeating: -1, count: tables.personCount * tables.periodCount)
        units = tables.wte.map { Int64(($0 * Self.unit).rounded()) }
        room = tables.maximum.map { $0 >= 1e9 ? .max : Int64(($0 * Self.unit).rounded()) + 100 }
        let facts = tables.facts
        for p in 0..<tables.personCount {
            for t in facts.frozenPeriods(of: p) {
                guard let k = facts.inForce.post(person: p, period: t) else { continue }
                there[tables.cell(k, t)] += units[p]
                posts[p * tables.periodCount + t] = Int32(k)
            }
            for item in tables.people[p].learning.holds { holders[item] += 1 }
            sequences[p] = []
            insert(p, [Int32](repeating: -1, count: tables.people[p].placeCount))
        }
    }

    /// Takes a person out, and gives what they did.
    mutating func remove(_ p: Int) -> [Int32] {
        let sequence = sequences[p]
        change(p, sequence, by: -1)
        sequences[p] = []
        return sequence
    }

    /// Puts a person in who was out.
    mutating func insert(_ p: Int, _ sequence: [Int32]) {
        sequences[p] = sequence
        change(p, sequence, by: 1)
    }

    private mutating func change(_ p: Int, _ sequence: [Int32], by one: Int32) {
        let person = tables.people[p]
        let n = person.placeCount
        let walk = SequenceWalk(person, sequence)
        for i in 0..<n where sequence[i] >= 0 {
            let j = Int(sequence[i])
            let cell = tables.cell(person.posts[j], person.periods[i])
            there[cell] += Int64(one) * units[p]
            if tables.isSenior[p] { seniors[cell] += one } else { juniors[cell] += one }
            if walk.begins[i], tables.isNewcomer(p, person.periods[i]) { begun[cell] += one }
            posts[p * tables.periodCount + person.periods[i]] = one > 0 ? Int32(person.posts[j]) : -1
        }
        for item in walk.items { holders[item] += one }
        shares[p] = one > 0 ? walk.share : 0
        own[p] = one > 0 ? walk.pounds : 0
    }

    /// How much is too much in all cells, in people or whole-time equivalents; 0: the plan is legal.
    func excess(_ cell: Int) -> Double {
        var excess = 0.0
        if there[cell] > room[cell] { excess += Double(there[cell] - room[cell]) / Self.unit }
        if begun[cell] > tables.newcomers[cell] { excess += Double(begun[cell] - tables.newcomers[cell]) }
        return excess + unsupervised(cell, juniors[cell], seniors[cell])
    }

    /// People who are too many for the seniors of a cell.
    func unsupervised(_ cell: Int, _ juniors: Int32, _ seniors: Int32) -> Double {
        let k = cell / tables.periodCount
        guard let span = tables.span[k] else { return 0 }
        let most = span * Double(Int(seniors) + tables.permanentSeniors[k])
        return Double(juniors) > most + 1e-7 ? Double(juniors) - most : 0
    }

    /// Pounds of the plan, and how much of it is too much.
    var price: (pounds: Double, excess: Double) {
        var (pounds, excess) = (own.reduce(0, +), 0.0)
        for cell in 0..<tables.cellCount {
            pounds += tables.missing(cell, Double(there[cell]) / Self.unit)
            excess += self.excess(cell)
        }
        for (index, item) in tables.wanted.items.enumerated() {
            pounds += item.pounds * Double(max(0, item.people - Int(holders[index])))
        }
        pounds += tables.fairness * (shares.max() ?? 0)
        for pair in tables.facts.apart {
            for i in 0..<tables.periodCount {
                let post = posts[pair.one * tables.periodCount + i]
                if post >= 0, i >= tables.facts.frozenCount,
                    posts[pair.other * tables.periodCount + i] == post
                {
                    excess += 1
                }
            }
        }
        return (pounds, excess)
    }

    /// The plan.
    var plan: RotationPlan {
        RotationPlan(
            posts: (0..<tables.personCount).map { p in
                (0..<tables.periodCount).map { t in
                    let post = posts[p * tables.periodCount + t]
                    return post < 0 ? nil : Int(post)
                }
            })
    }
}
