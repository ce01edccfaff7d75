// SPDX-License-Identifier: GPL-3.0-or-later

extension SearchState {
    /// Pounds for a place that differs from one wanted.
    private static let strays = 1e5

    /// What a person's sequences cost while everybody else stays as they are. It is exact but for fairness, which counts at so
    /// many pounds a pound of preference per present period.
    ///
    /// - Parameters:
    ///   - noise: By how much the price of each cell is varied, as a factor of it; none: not at all.
    ///   - wanted: The post wanted in each place, before anything else; −1: none, −2: any. Empty: any in all.
    func marginalCosts(
        _ p: Int, fairness: Double, noise: (() -> Double)? = nil, wanted: [Int32] = []
    ) -> SequenceCosts {
        let person = tables.people[p]
        let n = person.placeCount
        func strays(_ j: Int, _ i: Int) -> Double {
            wanted.isEmpty || wanted[i] == -2 || wanted[i] == Int32(j) ? 0 : Self.strays
        }
        return SequenceCosts(
            person,
            place: { j, i in
                let cell = tables.cell(person.posts[j], person.periods[i])
                var pounds = placed(p, cell, person.posts[j], person.periods[i])
                if let noise { pounds *= noise() }
                return person.placeCost[j * n + i] + fairness * person.share[j] + pounds + strays(j, i)
            },
            begin: { j, i in
                let t = person.periods[i]
                let cell = tables.cell(person.posts[j], t)
                let isFull = tables.isNewcomer(p, t) && begun[cell] >= tables.newcomers[cell]
                return person.changeCost + (isFull ? tooMuch : 0)
            },
            unplaced: { person.unplacedCost[$0] + strays(-1, $0) },
            item: { item in
                let wanted = tables.wanted.items[item]
                return Int(holders[item]) < wanted.people ? wanted.pounds : 0
            })
    }

    /// What a cell costs more with a person in it than without.
    private func placed(_ p: Int, _ cell: Int, _ k: Int, _ t: Int) -> Double {
        let now = there[cell]
        let with = now + units[p]
        var pounds = 0.0
        if units[p] > 0 {
            let before = Double(now) / Self.unit
            if before < tables.target[cell] {
                pounds = tables.missing(cell, Double(with) / Self.unit) - tables.missing(cell, before)
            }
            if with > room[cell] {
                pounds += tooMuch * Double(with - max(now, room[cell])) / Self.unit
            }
        }
        if tables.span[k] != nil {
            let (junior, senior): (Int32, Int32) = tables.isSenior[p] ? (0, 1) : (1, 0)
            let change =
                unsupervised(cell, juniors[cell] + junior, seniors[cell] + senior)
                - unsupervised(cell, juniors[cell], seniors[cell])
            pounds += tooMuch * change
        }
        for other in tables.apart[p] where posts[other * tables.periodCount + t] == Int32(k) {
            pounds += tooMuch
        }
        return pounds
    }
}
