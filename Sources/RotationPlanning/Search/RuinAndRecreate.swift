// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom

/// Improves a plan by taking out a few people who could be in each other's posts, and putting them back one by one, each by
/// the sequence that is then the cheapest; a dearer plan is gone on from the less often, the cooler it is. What is gone on from may
/// break rules about people together, at a toll; the plan that is kept breaks none.
struct RuinAndRecreate {
    private(set) var state: SearchState
    /// Pounds of the state.
    private(set) var pounds: Double
    /// The cheapest plan so far.
    private(set) var best: (sequences: [[Int32]], pounds: Double)
    private var resequencer = Resequencer()
    private var random: SeededRandom
    private let people: [Int]
    /// The cycle of cooling, in people sequenced.
    private var cycle = (begin: 0, length: 0)

    /// How much of rules about people together is too much in the state, and what that costs on the way.
    private var excess = 0.0
    var toll = Toll()
    /// When it began, and how many people had been sequenced by then.
    private var begun: (seconds: Double, done: Int)?

    /// How hot it begins: pounds that a plan may well be dearer, as a share of what a person costs on average. It is so hot that little
    /// is left of the plan begun with: what is decided first decides most, and is seldom right at once.
    private static let warmth = 1.0
    /// By which power of e it cools: down to some pounds.
    private static let cooling = 6.5
    /// People sequenced at first, nearly cold, so that there is a good plan soon.
    private static let quick = RotationPlanner.firstWork * RotationOptions.peopleAUnit
    private static let quickWarmth = 0.03
    /// People sequenced in the first cycle, for each person.
    private static let firstCycle = 400

    /// Units of work done.
    var work: Int { resequencer.count / RotationOptions.peopleAUnit }

    /// A search that begins with the cheapest of a plan constructed, those given, and that in which nobody is placed.
    init(_ tables: PlanningTables, seed: UInt64, starts: [PlanToBeginWith] = []) {
        random = SeededRandom(seed: seed)
        people = tables.people.indices.filter { tables.people[$0].placeCount > 0 }
        state = SearchState(tables)
        pounds = state.price.pounds
        best = (state.sequences, pounds)
        // Seniors first, so that whoever comes later is supervised.
        let order = people.filter { tables.isSenior[$0] } + people.filter { !tables.isSenior[$0] }
        for plan in [nil] + starts.map(Optional.some) {
            var trial = SearchState(tables)
            for p in order {
                let before = trial.remove(p)
                let isIn =
                    plan.map {
                        resequencer.insert(
                            p, into: &trial, near: $0.sequence(of: tables.people[p]))
                    } ?? resequencer.insert(p, into: &trial)
                if !isIn { trial.insert(p, before) }
            }
            take(trial)
        }
    }

    private mutating func take(_ trial: SearchState) {
        let price = trial.price
        guard price.excess == 0, price.pounds < pounds else { return }
        (state, pounds) = (trial, price.pounds)
        if pounds < best.pounds { best = (state.sequences, pounds) }
    }

    /// Takes a plan over where it is cheaper.
    mutating func take(_ found: (sequences: [[Int32]], pounds: Double)) {
        if found.pounds < best.pounds { best = found }
    }

    /// Tries moves until so much work is done, or it is to stop.
    mutating func run(until work: Int, shared: SharedStanding) {
        guard !people.isEmpty else { return }
        if begun == nil { begun = (shared.seconds, resequencer.count) }
        state.tooMuch = toll.pounds
        var moves = 0
        while self.work < work {
            moves += 1
            if moves % 8 == 0, shared.shouldStop { return }
            let before = best.pounds
            move(heat: heat(shared))
            if best.pounds < before { shared.found(best.pounds, best.sequences, work: self.work) }
        }
    }

    /// Pounds by which a plan may well be dearer: less and less, over the work there is, or else in cycles that double, of which
    /// the last is as long as there is time.
    private mutating func heat(_ shared: SharedStanding) -> Double {
        let done = resequencer.count
        let each = max(1, best.pounds) / Double(max(1, people.count))
        guard done >= Self.quick else {
            return each * Self.quickWarmth * PortableMath.exp(-5 * Double(done) / Double(Self.quick))
        }
        let share: Double
        if let most = shared.options.peopleSequenced {
            share = Double(done - Self.quick) / Double(max(RotationOptions.peopleAUnit, most - Self.quick))
        } else {
            if done >= cycle.begin + cycle.length { beginCycle(shared) }
            share = Double(done - cycle.begin) / Double(cycle.length)
        }
        return each * Self.warmth * PortableMath.exp(-Self.cooling * min(1, share))
    }

    private mutating func beginCycle(_ shared: SharedStanding) {
        let done = resequencer.count
        var length = max(Self.firstCycle * people.count, 2 * cycle.length)
        if let left = shared.secondsLeft, let begun {
            let pace = Double(done - begun.done) / max(0.01, shared.seconds - begun.seconds)
            let possible = Int(min(1e12, pace * left))
            if possible < 2 * length { length = max(1_000, possible) }
        }
        if let other = shared.plan(below: best.pounds) { best = other }
        if cycle.length > 0 { goBack() }
        toll = Toll()
        cycle = (done, length)
    }

    private mutating func move(heat: Double) {
        let chosen = choose()
        var before: [(person: Int, sequence: [Int32])] = []
        for p in chosen { before.append((p, state.remove(p))) }
        for p in random.shuffled(chosen) where !resequencer.insert(p, into: &state) {
            if let own = before.first(where: { $0.person == p }) { state.insert(p, own.sequence) }
        }
        let price = state.price
        let allowed = heat > 0 ? -heat * PortableMath.log(max(1e-9, random.fineShare())) : 0
        let isTaken =
            price.pounds + price.excess * toll.pounds <= pounds + excess * toll.pounds + allowed
        toll.count(isLegal: excess == 0 && price.excess == 0)
        state.tooMuch = toll.pounds
        if isTaken {
            (pounds, excess) = (price.pounds, price.excess)
            if excess == 0, pounds < best.pounds - 1e-9 { best = (state.sequences, pounds) }
            return
        }
        for own in before {
            _ = state.remove(own.person)
            state.insert(own.person, own.sequence)
        }
    }

    /// Goes back to the cheapest plan.
    mutating func goBack() {
        for p in people where state.sequences[p] != best.sequences[p] {
            _ = state.remove(p)
            state.insert(p, best.sequences[p])
        }
        (pounds, excess) = (best.pounds, 0)
    }

    /// Someone, and others who are at some time where that person might be.
    private mutating func choose() -> [Int] {
        let tables = state.tables
        let first = people[random.below(people.count)]
        let person = tables.people[first]
        let size = 1 + random.below(min(people.count, random.chance(1, of: 8) ? 12 : 5))
        guard size > 1, person.postCount > 0 else { return [first] }
        var others: [Int] = []
        let tries = 6 * size
        for _ in 0..<tries where others.count < size - 1 {
            let i = random.below(person.placeCount)
            let other = people[random.below(people.count)]
            guard other != first, !others.contains(other) else { continue }
            let post = state.posts[other * tables.periodCount + person.periods[i]]
            if post < 0 || person.posts.contains(Int(post)) { others.append(other) }
        }
        return [first] + others
    }

    /// The cheapest plan.
    var plan: RotationPlan {
        var copy = self
        copy.goBack()
        return copy.state.plan
    }
}
