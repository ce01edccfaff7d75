// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What people's sequences have to do with each other, row by row: sums that are to reach something. Each row has a multiplier,
/// what a unit of the sum is worth.
///
/// A post in a period has a row for each kind of people, who are then chosen for it as a whole (`CellChoices`); where there are
/// too many choices, it has rows for minimum and target, which may be missed at a price, and for room and supervision, which
/// may not. The last rows, one a person, say that nobody is worse off than whoever is worst off.
struct CouplingRows: Sendable {
    /// Where somebody is kept apart from somebody else.
    struct Kept: Sendable {
        let place: Int
        /// The post of the rotation.
        let post: Int
        let row: Int
    }

    /// What the sum is to reach.
    private(set) var least: [Double] = []
    /// The limits of each row's multiplier: pounds for a unit missing at most.
    private(set) var lowest: [Double] = []
    private(set) var highest: [Double] = []
    /// Whether there is a column for what is missing.
    private(set) var mayMiss: [Bool] = []
    /// The choices of each cell, with the first of the rows of its kinds; nil: it has rows of its own.
    private(set) var choices: [(row: Int, choices: CellChoices)?]
    /// The rows of minimum, target, room, newcomers and supervision of each cell; −1: none.
    private(set) var ofCell: [SIMD8<Int32>]
    /// The row of each item wanted; −1: what is wanted is had or missed whatever is planned.
    private(set) var ofItem: [Int32] = []
    /// For each person, rows about others they are kept apart from.
    private(set) var apart: [[Kept]]
    /// What people's sequences add to the cuts there are.
    private(set) var ofCuts: [[SharedCut.OfPerson]]
    /// The row of the first cut; the others follow.
    private(set) var firstCut = 0
    /// The row of the first person's preferences; the others follow.
    private(set) var firstShare = 0
    /// Pounds of frozen periods that are nobody's own, and of what is wanted and decided.
    private(set) var constant = 0.0
    /// The kinds of people, and each person's.
    let kinds: [PersonKind]
    let kindOf: [Int]
    /// The rows by cell and kind (`cell × kinds + kind`); −1: none.
    private(set) var ofKind: [Int32]

    /// How many rows there are.
    var count: Int { least.count }

    static let (minimum, target, room, newcomers, supervision) = (0, 1, 2, 3, 4)

    /// - Parameter choosing: Whether cells are filled by choices, where there are not too many.
    init(_ tables: PlanningTables, choosing: Bool) {
        var kinds: [PersonKind] = []
        kindOf = (0..<tables.personCount).map { p in
            let own = PersonKind(wte: tables.wte[p], isSenior: tables.isSenior[p])
            if let known = kinds.firstIndex(of: own) { return known }
            kinds.append(own)
            return kinds.count - 1
        }
        self.kinds = kinds
        ofCell = [SIMD8<Int32>](repeating: SIMD8(repeating: -1), count: tables.cellCount)
        ofKind = [Int32](repeating: -1, count: tables.cellCount * kinds.count)
        choices = [(row: Int, choices: CellChoices)?](repeating: nil, count: tables.cellCount)
        apart = [[Kept]](repeating: [], count: tables.personCount)
        ofCuts = [[SharedCut.OfPerson]](repeating: [], count: tables.personCount)
        let available = Self.available(tables, kindOf, kinds.count)
        let state = SearchState(tables)
        for cell in 0..<tables.cellCount {
            if tables.facts.isFrozen(cell % tables.periodCount) {
                constant += tables.missing(cell, Double(state.there[cell]) / SearchState.unit)
                continue
            }
            let people = Array(available[(cell * kinds.count)..<((cell + 1) * kinds.count)])
            let isChosen = choosing && addChoices(tables, cell, people)
            addCell(tables, cell, isChosen: isChosen)
        }
        addItems(tables)
        addApart(tables)
        firstCut = count
        firstShare = count
        for _ in 0..<tables.personCount { _ = add(0, 0, .infinity) }
    }

    /// Has these cuts and no others.
    mutating func take(_ cuts: [SharedCut]) {
        let people = count - firstShare
        least.removeSubrange(firstCut...)
        lowest.removeSubrange(firstCut...)
        highest.removeSubrange(firstCut...)
        mayMiss.removeSubrange(firstCut...)
        for p in ofCuts.indices { ofCuts[p].removeAll() }
        for cut in cuts {
            let row = Int(add(-cut.upper, 0, .infinity))
            for term in cut.terms {
                ofCuts[term.person].append(
                    SharedCut.OfPerson(what: term.what, row: row, coefficient: term.coefficient))
            }
        }
        firstShare = count
        for _ in 0..<people { _ = add(0, 0, .infinity) }
    }

    private mutating func add(_ least: Double, _ lowest: Double, _ highest: Double, mayMiss: Bool = false)
        -> Int32
    {
        self.least.append(least)
        self.lowest.append(lowest)
        self.highest.append(highest)
        self.mayMiss.append(mayMiss)
        return Int32(count - 1)
    }

    /// How many people of each kind may be in each cell.
    private static func available(_ tables: PlanningTables, _ kindOf: [Int], _ kinds: Int) -> [Int] {
        var available = [Int](repeating: 0, count: tables.cellCount * kinds)
        for (p, person) in tables.people.enumerated() {
            for (k, post) in person.posts.enumerated() {
                for (i, t) in person.periods.enumerated()
                where person.runs.contains(where: { $0[k * person.placeCount + i] > 0 }) {
                    available[tables.cell(post, t) * kinds + kindOf[p]] += 1
                }
            }
        }
        return available
    }

    private mutating func addChoices(_ tables: PlanningTables, _ cell: Int, _ people: [Int]) -> Bool {
        let own = people.indices.filter { people[$0] > 0 }.map { (kind: $0, people: people[$0]) }
        guard !own.isEmpty,
            let listed = CellChoices(tables, cell: cell, available: own, kinds: kinds)
        else { return false }
        choices[cell] = (count, listed)
        for (kind, mayHaveMore) in zip(listed.kinds, listed.mayHaveMore) {
            ofKind[cell * kinds.count + kind] = add(0, mayHaveMore ? 0 : -.infinity, .infinity)
        }
        return true
    }

    private mutating func addCell(_ tables: PlanningTables, _ cell: Int, isChosen: Bool) {
        if !isChosen {
            if tables.minimum[cell] > 0, tables.belowMinimum > 0 {
                ofCell[cell][Self.minimum] = add(tables.minimum[cell], 0, tables.belowMinimum, mayMiss: true)
            }
            if tables.target[cell] > 0, tables.belowTarget > 0 {
                ofCell[cell][Self.target] = add(tables.target[cell], 0, tables.belowTarget, mayMiss: true)
            }
            if tables.maximum[cell] < .infinity {
                ofCell[cell][Self.room] = add(-tables.maximum[cell], 0, .infinity)
            }
            if let span = tables.span[cell / tables.periodCount] {
                let permanent = Double(tables.permanentSeniors[cell / tables.periodCount])
                ofCell[cell][Self.supervision] = add(-span * permanent, 0, .infinity)
            }
        }
        if tables.newcomers[cell] < .max {
            ofCell[cell][Self.newcomers] = add(-Double(tables.newcomers[cell]), 0, .infinity)
        }
    }

    private mutating func addItems(_ tables: PlanningTables) {
        var holders = [Int](repeating: 0, count: tables.wanted.items.count)
        var may = holders
        for person in tables.people {
            for item in person.learning.holds { holders[item] += 1 }
            for item in person.learning.uncounted { may[item] += 1 }
            for bit in person.learning.wantedAt { for wanted in bit { may[wanted.item] += 1 } }
        }
        for (index, item) in tables.wanted.items.enumerated() {
            let missing = item.people - holders[index]
            if missing > 0, may[index] > 0 {
                ofItem.append(add(Double(missing), 0, item.pounds, mayMiss: true))
            } else {
                constant += item.pounds * Double(max(0, missing))
                ofItem.append(-1)
            }
        }
    }

    private mutating func addApart(_ tables: PlanningTables) {
        let facts = tables.facts
        for pair in facts.apart {
            let (one, other) = (tables.people[pair.one], tables.people[pair.other])
            for k in one.posts where other.posts.contains(k) {
                for (place, t) in one.periods.enumerated() {
                    guard let otherPlace = other.periods.firstIndex(of: t),
                        facts.mayHold(person: pair.one, period: t, post: k),
                        facts.mayHold(person: pair.other, period: t, post: k)
                    else { continue }
                    let row = Int(add(-1, 0, .infinity))
                    apart[pair.one].append(Kept(place: place, post: k, row: row))
                    apart[pair.other].append(Kept(place: otherPlace, post: k, row: row))
                }
            }
        }
    }
}
