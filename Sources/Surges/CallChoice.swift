// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// The best so many calls together: those with which the plan is cheapest, whatever rung they are of.
///
/// In a small week every choice of so many days of people who may be called is planned to the optimum. In others two
/// ways are gone, and the cheaper plan is kept: the calls that the whole ladder proposes are thinned out, those first
/// without which least is lost; and from nobody on, of everybody who may be called, the one who betters the plan most
/// is called, and at last each is exchanged for whoever is better in their place.
struct CallChoice {
    let ladder: Ladder
    let rows: PlanRows
    let held: [Shift: [Int]]
    /// The plan in which nobody else is called.
    let standing: PlanRows
    let options: SurgeOptions
    let isStopped: @Sendable () -> Bool

    /// Choices that are planned each, at most.
    private static let mostChoices = 400
    /// How often each call is tried to be exchanged, at most.
    private static let exchanges = 2

    /// A person's day: one call.
    struct Day: Hashable, Comparable {
        let person, day: Int

        static func < (one: Day, other: Day) -> Bool { (one.person, one.day) < (other.person, other.day) }
    }

    /// The way with at most so many calls, and whether no other so many are better.
    ///
    /// - Parameter whole: The way with as many as are worth it.
    func best(_ number: Int, of whole: Climb) -> (climb: Climb, isProved: Bool) {
        guard days(whole.booked.map(\.shift)).count > number else { return (whole, false) }
        let open = ladder.opening(ladder.everything, holding: held)
        let candidates = days(Array(open.teams.keys))
        guard whole.isExact, Self.choices(of: candidates.count, number) <= Self.mostChoices else {
            let ways = [thinned(whole, to: number, open), planned(grown(to: number, open), open)]
            return (ways[1].price < ways[0].price ? ways[1] : ways[0], false)
        }
        var best: (climb: Climb, price: Double)?
        var isProved = true
        for choice in Self.choices(candidates, number) where !isStopped() {
            let climb = planned(Set(choice), open)
            isProved = isProved && climb.isExact
            let price = climb.price
            if best.map({ price < $0.price - 0.005 }) ?? true { best = (climb, price) }
        }
        return (best?.climb ?? whole, isProved && !isStopped())
    }

    /// The plan in which no more than some days' calls may be made.
    private func planned(_ days: Set<Day>, _ open: Ladder.Opening) -> Climb {
        let only = Set(open.teams.keys.filter { days.contains(day($0)) })
        var climb = Climb(ladder, from: rows, holding: held, options, isStopped: isStopped)
        climb.climb([ladder.everything], only: only, besides: standing)
        return climb
    }

    private func thinned(_ whole: Climb, to number: Int, _ open: Ladder.Opening) -> Climb {
        var climb = whole
        while !isStopped() {
            let left = days(climb.booked.map(\.shift))
            guard left.count > number else { break }
            let facts = CallFacts(climb, options: options, isStopped: isStopped)
            let shifts = climb.booked.map(\.shift)
            let losses = inParallel(left.count) { place in
                facts.loss(shifts.filter { self.day($0) == left[place] }.sorted())
            }
            // Half of what is too much goes at a time, so that the last ones are weighed with few others there.
            let going = max(1, (left.count - number) / 2)
            let kept = left.indices.sorted { (losses[$0], $1) > (losses[$1], $0) }.dropLast(going)
            climb = planned(Set(kept.map { left[$0] }), open)
        }
        return climb
    }

    // MARK: From nobody on

    /// A plan with some calls.
    private struct Called: Sendable {
        var plan: BookedPlan
        /// Who was sent on each day.
        var sent: [Day: [Shift]] = [:]
        var price: Double { plan.plan.objective }
    }

    private func grown(to number: Int, _ open: Ladder.Opening) -> Set<Day> {
        var start = BookedPlan(
            ladder, open, holding: held, rows: standing, seed: options.seed, isStopped: isStopped)
        start.settle()
        let shifts = Dictionary(grouping: open.teams.keys.sorted(), by: day)
        var called = Called(plan: start)
        while called.sent.count < number, let next = bettered(called, by: shifts, open) { called = next }
        for _ in 0..<Self.exchanges {
            let before = called.price
            for day in called.sent.keys.sorted() where !isStopped() {
                var without = called
                without.plan.drop(without.sent.removeValue(forKey: day) ?? [])
                if let next = bettered(without, by: shifts, open), next.price < called.price - 0.005 {
                    called = next
                }
            }
            guard called.price < before - 0.005 else { break }
        }
        return Set(called.sent.keys)
    }

    /// The plan with the one call more that betters it most; nil where none does.
    private func bettered(_ called: Called, by shifts: [Day: [Shift]], _ open: Ladder.Opening) -> Called? {
        if isStopped() { return nil }
        let candidates = shifts.keys.filter { called.sent[$0] == nil }.sorted()
        let tried = inParallel(candidates.count) { place -> Called? in
            var more = called
            let sent = more.plan.send(shifts[candidates[place]] ?? [], to: open.teams)
            guard !sent.isEmpty else { return nil }
            more.sent[candidates[place]] = sent.keys.sorted()
            return more
        }
        guard var best = tried.compactMap(\.self).min(by: { $0.price < $1.price }) else { return nil }
        let new = best.sent.filter { called.sent[$0.key] == nil }.flatMap(\.value).sorted()
        best.plan.improve(near: new)
        return best
    }

    private func day(_ shift: Shift) -> Day {
        Day(person: shift.person, day: ladder.everybody.calendar.dayOfSession[shift.session])
    }

    private func days(_ shifts: [Shift]) -> [Day] { Set(shifts.map(day)).sorted() }

    /// How many choices of so many of a number there are; 1,000 stands for more.
    private static func choices(of count: Int, _ number: Int) -> Int {
        var choices = 1
        for place in 0..<min(number, count) {
            choices = choices * (count - place) / (place + 1)
            if choices > 1_000 { return 1_000 }
        }
        return choices
    }

    private static func choices(_ days: [Day], _ number: Int) -> [[Day]] {
        guard number > 0, !days.isEmpty else { return [[]] }
        guard days.count > number else { return [days] }
        let rest = Array(days.dropFirst())
        return choices(rest, number - 1).map { [days[0]] + $0 } + choices(rest, number)
    }
}
