// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom

/// The best contacts for one person in one session, everybody else's work left as it is: a bounded knapsack of the
/// demand that is left, solved exactly by dynamic programming over the person's minutes.
///
/// Pairs are offered up to what partners in the team have minutes for; delegated work up to what supervision is
/// left. Two ways of giving the same contact may both be chosen; what is given then is what is still wanted.
struct SessionKnapsack: Sendable {
    /// A way of giving contacts of a line: at most `limit` of them, each of `units` and worth `pounds`.
    private struct Item {
        let contact: Int32
        let units: Int
        let limit: Int
        let pounds: Double
    }

    private var items: [Item] = []
    /// How far the worth of each way may be shaken, 0 to 1, so that other fills than the greediest come up.
    var noise = 0.0
    private var random: SeededRandom
    /// Numbers of units in the last plan, 0 included.
    private var width = 1
    private var value: [Double] = []
    /// How many of each item the best fill of each number of units takes; `item * width + units`.
    private var taken: [Int32] = []
    /// Room for a step over many counts.
    private var window: [(index: Int, level: Double)] = []

    init(seed: UInt64) { random = SeededRandom(seed: ~seed) }

    /// Pounds saved by the best contacts for an option with so many minutes; remembers them for `apply`.
    mutating func plan(_ option: Int, minutes: Double, in state: SearchState) -> Double {
        let unit = state.tables.contacts.unit
        let capacity = max(0, Int((minutes / Double(unit) + 1e-9).rounded(.down)))
        collect(option, capacity: capacity, state)
        let width = capacity + 1
        self.width = width
        if value.count < width { value = [Double](repeating: 0, count: width) }
        if taken.count < width * items.count { taken = [Int32](repeating: 0, count: 2 * width * items.count) }
        if window.count < width { window = Array(repeating: (0, 0), count: width) }
        value.withUnsafeMutableBufferPointer { value in
            taken.withUnsafeMutableBufferPointer { taken in
                window.withUnsafeMutableBufferPointer { window in
                    value[..<width].update(repeating: 0)
                    for index in items.indices {
                        let row = taken[(index * width)..<((index + 1) * width)]
                        Self.add(
                            items[index], capacity, &value, UnsafeMutableBufferPointer(rebasing: row), &window
                        )
                    }
                }
            }
        }
        return value[capacity]
    }

    /// One step of the programme: the best of each number of units once an item may be among them.
    private static func add(
        _ item: Item, _ capacity: Int, _ value: inout UnsafeMutableBufferPointer<Double>,
        _ taken: UnsafeMutableBufferPointer<Int32>,
        _ window: inout UnsafeMutableBufferPointer<(index: Int, level: Double)>
    ) {
        guard item.units > 0 else {
            for units in 0...capacity {
                value[units] += Double(item.limit) * item.pounds
                taken[units] = Int32(item.limit)
            }
            return
        }
        let step = KnapsackStep(units: item.units, limit: item.limit, pounds: item.pounds)
        if item.limit <= KnapsackStep.fewCounts {
            step.tryCounts(capacity, &value, taken)
        } else {
            step.slideWindow(capacity, &value, taken, &window)
        }
    }

    /// Gives the contacts of the last `plan`; the cell must be deployed to that option.
    mutating func apply(to state: inout SearchState) {
        var units = width - 1
        for index in items.indices.reversed() {
            let chosen = Int(taken[index * width + units])
            guard chosen > 0 else { continue }
            units -= chosen * items[index].units
            give(Int(items[index].contact), chosen, &state)
        }
    }

    private mutating func collect(_ option: Int, capacity: Int, _ state: SearchState) {
        items.removeAll(keepingCapacity: true)
        let tables = state.tables
        for contact in tables.options.contacts[option] {
            let column = tables.contacts.column[contact]
            let i = Int(column.line)
            guard state.unmet[i] > 0 else { continue }
            let units = Int(tables.contacts.units[contact])
            guard units <= capacity else { continue }
            var limit = min(Int(state.unmet[i]), Int(column.most) - Int(state.count[contact]))
            var pounds = tables.lines.unmetPrice[i] - tables.contacts.price[contact]
            if column.kind == .doubleHandedParts {
                let (fits, price) = Self.partners(contact, limit, state)
                limit = min(limit, fits)
                pounds -= price
                if state.double[i] >= tables.lines.doubleHandedNeeded[i] {
                    pounds -= tables.lines.avoidablePrice[i]
                }
            } else {
                limit = min(limit, state.wanted(contact))
            }
            if units > 0 { limit = min(limit, capacity / units) }
            if noise > 0 { pounds *= 1 - noise * Double(random.below(1024)) / 1024 }
            // The first of them are the person's in the plan in force, and worth more.
            let lost = min(limit, state.lostContacts(contact))
            if lost > 0 {
                let worth = pounds + tables.inForce.price
                if worth > 0 {
                    items.append(Item(contact: Int32(contact), units: units, limit: lost, pounds: worth))
                }
                limit -= lost
            }
            if limit > 0, pounds > 0 {
                items.append(Item(contact: Int32(contact), units: units, limit: limit, pounds: pounds))
            }
        }
    }

    /// How many contacts partners in the team have minutes for, at most `most`, and what the first of them costs.
    private static func partners(_ contact: Int, _ most: Int, _ state: SearchState) -> (Int, Double) {
        let tables = state.tables
        let team = tables.contacts.column[contact].team
        var fits = 0
        var price = 0.0
        for part in tables.contacts.partsOfSlot[Int(tables.contacts.slot[contact])] {
            guard isPartner(part, contact, team, state) else { continue }
            let fitting = state.fitting(Int(part))
            if fitting > 0, fits == 0 { price = tables.contacts.price[Int(part)] }
            fits += max(0, fitting)
            if fits >= most { break }
        }
        return (min(fits, most), price)
    }

    static func isPartner(_ part: Int32, _ contact: Int, _ team: Int32, _ state: SearchState) -> Bool {
        let tables = state.tables
        let cell = Int(tables.contacts.cell[Int(part)])
        return Int(part) != contact && state.option[cell] >= 0
            && tables.options.team[Int(state.option[cell])] == team
            && (tables.contacts.leads[contact] || tables.contacts.leads[Int(part)])
            && state.mayPair(contact, Int(part))
    }

    /// Gives contacts by a column, with partners where it takes two.
    func give(_ contact: Int, _ chosen: Int, _ state: inout SearchState) {
        let tables = state.tables
        let column = tables.contacts.column[contact]
        guard column.kind == .doubleHandedParts else {
            _ = state.takeOn(contact, atMost: chosen)
            return
        }
        var rest = min(chosen, Int(state.unmet[Int(column.line)]), state.fitting(contact))
        while rest > 0 {
            // The partner with most minutes left, so that others keep room for whole contacts.
            var best: Int32 = -1
            var most = 0.0
            for part in tables.contacts.partsOfSlot[Int(tables.contacts.slot[contact])]
            where Self.isPartner(part, contact, column.team, state) && state.fitting(Int(part)) > 0 {
                let minutes = state.left[Int(tables.contacts.cell[Int(part)])]
                if best < 0 || minutes > most { (best, most) = (part, minutes) }
            }
            guard best >= 0 else { return }
            let number = min(rest, state.fitting(Int(best)))
            state.pair(Int32(contact), best, Int32(number))
            rest -= number
        }
    }
}
