// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Trials
import Workforce

/// What bookings made now save, judged by all draws.
extension BookingsNow {
    /// What a round of changes came to.
    struct Round {
        /// Pounds that each of the chosen saves beside the others, then each of those that were tried.
        var savings: [Estimate]
        /// Pounds that the chosen save together.
        var together: Estimate
        /// The plan of each draw.
        var rows: [PlanRows]
        var isExact: Bool
    }

    /// What one draw costs on the day with bookings, and with one fewer or more.
    private struct Judged: Sendable {
        let price: Double
        let others: [Double]
        let none: Double
        let rows: PlanRows
        let isExact: Bool
    }

    /// What each of the chosen saves, and what each of others would.
    func judge(_ chosen: [CallUnit], adding tried: [CallUnit]) -> Round? {
        let factor = weeks.ladder.week.policy.lateCall
        let kind = weeks.called(at: factor, booked: shifts(chosen))
        let sets =
            chosen.map { unit in chosen.filter { $0 != unit } } + tried.map(chosen.putting) + [[]]
        let kinds = sets.map { weeks.called(at: factor, booked: shifts($0)) }
        let changed = chosen + tried
        let found = inParallel(draws.count, inTurn: inTurn) { number -> Judged? in
            guard !isStopped() else { return nil }
            let one = judge(number, chosen, kind, changed, kinds)
            guard !isStopped() else { return nil }
            judged(times[number])
            return one
        }.compactMap(\.self)
        guard found.count == draws.count else { return nil }
        let all = cost(chosen)
        let costs = sets.map(cost)
        let savings = changed.indices.map { place in
            let isChosen = place < chosen.count
            let spent = isChosen ? all - costs[place] : costs[place] - all
            return Estimate(
                found.map {
                    (isChosen ? $0.others[place] - $0.price : $0.price - $0.others[place]) - spent
                }, times: times, worst: -spent)
        }
        return Round(
            savings: savings,
            together: Estimate(found.map { $0.none - $0.price - all }, times: times, worst: -all),
            rows: found.map(\.rows), isExact: found.allSatisfy(\.isExact))
    }

    /// Both sides of each comparison are planned from one plan with the same work, and what is found on one is taken
    /// over to the other: what planning anew betters is no booking's doing.
    private func judge(
        _ number: Int, _ chosen: [CallUnit], _ kind: DrawnWeeks.Kind, _ changed: [CallUnit],
        _ kinds: [DrawnWeeks.Kind]
    ) -> Judged {
        let (draw, before) = (draws[number], drawn[number])
        let people = Set(chosen.map(\.person)).sorted()
        let planner = weeks.planner(kind, draw)
        let inOrder = classes.inOrder(before.rows, called: before.calledLate, in: weeks.ladder.week)
        let starts = [before.rows, inOrder].map { planner.takingOver($0) }
        let start = starts[1].objective <= starts[0].objective ? starts[1] : starts[0]
        var best = weeks.planned(planner, start, near: people, moves: Self.moves)
        // Where the plan was planned anew, so that the one without any of them is as often.
        var work: [(near: [Int], lines: [Int])] = [(people, [])]
        let (rows, first) = (best.plan.rows, best.price)
        var others: [(price: Double, taken: Double, isExact: Bool)] = []
        for (place, unit) in changed.enumerated() {
            let lines = lines(of: unit, in: best.plan)
            let near = fellows(of: unit)
            let other = weeks.planner(kinds[place], draw)
            let taken = other.takingOver(rows)
            // Without a booking the plan is looked for without them, so that they are called on the day only where
            // that is worth it.
            let start =
                place < chosen.count
                ? other.takingOver(rows.without(weeks.ladder.week.staff[unit.person].id, in: unit.sessions))
                : taken
            let anew = weeks.planned(other, start, near: near, lines: lines, moves: Self.moves)
            others.append((anew.price, taken.objective - first, anew.isExact))
            // A plan without a booking that is cheaper than the one with it was searched better.
            let isOdd = place >= chosen.count || anew.price < best.price
            guard isOdd, !anew.isExact || !best.isExact else { continue }
            work.append((near, lines))
            let back = weeks.planned(
                planner, planner.takingOver(anew.plan.rows), near: near, lines: lines, moves: Self.moves)
            if back.price < best.price - 0.005 { best = back }
        }
        let none: Double
        if chosen.isEmpty {
            none = best.price
        } else if before.isExact {
            none = before.price
        } else {
            let plain = weeks.planner(kinds[changed.count], draw)
            let plan = withoutAny(plain, [before.rows, best.plan.rows], work)
            none = plan.objective
            // Whatever it has that is better is had with them, too.
            let back = planner.takingOver(plan.rows)
            if back.objective < best.price - 0.005 {
                best = DrawnWeeks.Planned(planner: planner, plan: back, isExact: false)
            }
        }
        return Judged(
            price: best.price,
            // Whoever is not booked may be called on the day, so that the plan with them is had for that.
            others: others.enumerated().map { place, other in
                place < chosen.count && !other.isExact
                    ? min(other.price, best.price + other.taken) : other.price
            },
            none: none, rows: best.plan.rows,
            isExact: best.isExact && others.allSatisfy(\.isExact) && before.isExact)
    }

    /// The plan in which nobody is booked now, from the cheapest of some plans with as much work as the one with
    /// bookings had.
    private func withoutAny(
        _ planner: NearbyPlanner, _ rows: [PlanRows], _ work: [(near: [Int], lines: [Int])]
    ) -> NearbyPlan {
        let starts = rows.map { planner.takingOver($0) }
        var best = starts.dropFirst().reduce(starts[0]) { $1.objective < $0.objective ? $1 : $0 }
        for (near, lines) in work {
            let anew = weeks.planned(planner, best, near: near, lines: lines, moves: Self.moves)
            if anew.price < best.objective { best = anew.plan }
        }
        return best
    }

    /// Those of a unit's kind who could be called in its place, and somebody's own.
    private func fellows(of unit: CallUnit) -> [Int] {
        let fellows = classes.members.first { $0.contains(unit) } ?? [unit]
        return Set(fellows.map(\.person)).sorted()
    }

    private func lines(of unit: CallUnit, in plan: NearbyPlan) -> [Int] {
        unit.sessions.flatMap { plan.contacts(ofPerson: unit.person, session: $0).map(\.line) }
    }
}
