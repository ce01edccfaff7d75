// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Workforce

/// The best so many calls together: those with which the plan is cheapest, whatever rung they are of.
///
/// In a small week every choice of so many days of people who may be called is planned to the optimum. In others the
/// calls that the whole ladder proposes are thinned out, those first without which least is lost.
struct CallChoice {
    let ladder: Ladder
    let rows: PlanRows
    let held: [Shift: [Int]]
    let options: SurgeOptions
    let isStopped: @Sendable () -> Bool

    /// Choices that are planned each, at most.
    private static let mostChoices = 400

    /// A person's day: one call.
    struct Day: Hashable, Comparable {
        let person, day: Int

        static func < (one: Day, other: Day) -> Bool { (one.person, one.day) < (other.person, other.day) }
    }

    /// The way with at most so many calls.
    ///
    /// - Parameter whole: The way with as many as are worth it.
    func best(_ number: Int, of whole: Climb) -> Climb {
        guard days(whole.booked.map(\.shift)).count > number else { return whole }
        let top = ladder.everything
        let open = ladder.opening(top, holding: held)
        let candidates = days(Array(open.teams.keys))
        guard whole.isExact, Self.choices(of: candidates.count, number) <= Self.mostChoices else {
            return thinned(whole, to: number)
        }
        var best: (climb: Climb, price: Double)?
        for choice in Self.choices(candidates, number) where !isStopped() {
            let climb = planned(Set(choice), open)
            let price = climb.price
            if best.map({ price < $0.price - 0.005 }) ?? true { best = (climb, price) }
        }
        return best?.climb ?? whole
    }

    /// The plan in which no more than some days' calls may be made.
    private func planned(_ days: Set<Day>, _ open: Ladder.Opening) -> Climb {
        let only = Set(open.teams.keys.filter { days.contains(day($0)) })
        var climb = Climb(ladder, from: rows, holding: held, seed: options.seed, isStopped: isStopped)
        climb.climb([ladder.everything], only: only)
        return climb
    }

    private func thinned(_ whole: Climb, to number: Int) -> Climb {
        let open = ladder.opening(ladder.everything, holding: held)
        var climb = whole
        while !isStopped() {
            let left = days(climb.booked.map(\.shift))
            guard left.count > number else { break }
            let facts = CallFacts(
                ladder, held: climb.held, rows: climb.rows, options: options, isStopped: isStopped)
            let losses = left.map { day in
                facts.loss(climb.booked.map(\.shift).filter { self.day($0) == day }.sorted())
            }
            // Half of what is too much goes at a time, so that the last ones are weighed with few others there.
            let going = max(1, (left.count - number) / 2)
            let kept = left.indices.sorted { (losses[$0], $1) > (losses[$1], $0) }.dropLast(going)
            climb = planned(Set(kept.map { left[$0] }), open)
        }
        return climb
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
