// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Workforce

/// Which bookings are worth making now, before anybody knows how the week turns out, against calling on the day: by
/// sample-average approximation. What is booked now is the same in all draws; each draw is then planned by itself.
///
/// It begins with the newsvendor's answer, for each kind of interchangeable people as many as enough draws call, and
/// betters it by bookings more or fewer as long as the mean over all draws falls.
struct BookingsNow: Sendable {
    private let weeks: DrawnWeeks
    private let draws: [[Change]]
    private let drawn: [DrawnPlan]
    /// How often each draw came.
    private let times: [Int]
    private let classes: CallClasses
    private let callable: [Shift: [Int]]
    private let isStopped: @Sendable () -> Bool
    private let inTurn: Bool
    /// Is told each time that the bookings of a round have been judged by a draw.
    private let judged: @Sendable (Int) -> Void

    init(
        _ weeks: DrawnWeeks, _ draws: [[Change]], _ drawn: [DrawnPlan], times: [Int], inTurn: Bool,
        isStopped: @escaping @Sendable () -> Bool, judged: @escaping @Sendable (Int) -> Void
    ) {
        (self.weeks, self.draws, self.drawn, self.times) = (weeks, draws, drawn, times)
        (self.inTurn, self.isStopped, self.judged) = (inTurn, isStopped, judged)
        callable = weeks.called(at: 1).callable
        classes = CallClasses(drawn, times: times, callable, in: weeks.ladder.everybody)
    }

    /// A booking to make now.
    struct Found: Sendable {
        let unit: CallUnit
        /// The teams that draws send them to, the most frequent one of each session.
        let teams: [Int]
        /// Pounds that it costs now.
        let cost: Double
        /// The share of draws that would call so many of their kind.
        let needed: Double
        /// Pounds that it saves on average besides the others, its cost counted.
        let saving: Estimate
        /// What it is paid as.
        let booking: Booking
    }

    /// What was found.
    struct Result: Sendable {
        var found: [Found]
        /// Pounds that all of them save together on average, their cost counted.
        var saving: Estimate
        var isExact: Bool
    }

    /// Bookings that a week too large to be proved begins with, those that are tried beside them, and rounds.
    private static let mostFirst = 10
    private static let mostTried = 6
    private static let rounds = 2
    /// Rounds of one change each where every plan is proved.
    private static let exactRounds = 60
    /// Moves with which a draw is planned with a booking more or less.
    private static let moves = 3_000

    /// The bookings worth making; nil where it was stopped before they were found.
    func result() -> Result? {
        guard !isStopped() else { return nil }
        var chosen = first()
        let isExact = drawn.allSatisfy(\.isExact)
        for _ in 0..<(isExact ? Self.exactRounds : Self.rounds - 1) {
            let tried = neighbours(of: chosen)
            guard let round = judge(chosen, adding: tried) else { return nil }
            let better = changes(chosen, tried, round, isExact: isExact)
            if better == chosen { return result(chosen, round) }
            chosen = better
        }
        while true {
            guard let last = judge(chosen, adding: []) else { return nil }
            let kept = chosen.indices.filter { last.savings[$0].mean > Self.leastSaving }
            if kept.count == chosen.count { return result(chosen, last) }
            chosen = kept.map { chosen[$0] }
        }
    }

    private static let leastSaving = 0.005

    // MARK: Which

    /// The places that by themselves save something, those that save most first: so many draws call them on the day
    /// that this costs more than to book them now.
    private func first() -> [CallUnit] {
        let factor = weeks.ladder.week.policy.lateCall
        let promising = classes.places.map { place in
            (place, saving: cost([place.unit]) * (factor * place.neededLate - 1))
        }.filter { $0.saving > Self.leastSaving }
        let order = promising.indices.sorted {
            (-promising[$0].saving, $0) < (-promising[$1].saving, $1)
        }
        let isExact = drawn.allSatisfy(\.isExact)
        var chosen: [CallUnit] = []
        for place in order where isExact || chosen.count < Self.mostFirst {
            let more = (chosen + [promising[place].0.unit]).sorted()
            if canBeBooked(more) { chosen = more }
        }
        return chosen
    }

    /// Of each kind the first who is not booked, those that most draws call first.
    private func neighbours(of chosen: [CallUnit]) -> [CallUnit] {
        var kinds = Set<Int>()
        let next = classes.places.filter { place in
            !chosen.contains(place.unit) && place.needed > 0 && kinds.insert(place.kind).inserted
        }
        let factor = weeks.ladder.week.policy.lateCall
        func worth(_ place: CallClasses.Place) -> Double {
            cost([place.unit]) * (factor * place.neededLate + max(0, place.needed - place.neededLate) - 1)
        }
        let worths = next.map(worth)
        let order = next.indices.sorted { (-worths[$0], $0) < (-worths[$1], $1) }
        let all = order.map { next[$0].unit }
        return drawn.allSatisfy(\.isExact) ? all : Array(all.prefix(Self.mostTried))
    }

    /// The bookings after a round: in weeks that are proved the one change that saves most, else all that save.
    private func changes(
        _ chosen: [CallUnit], _ tried: [CallUnit], _ round: Round, isExact: Bool
    ) -> [CallUnit] {
        let fewer = chosen.indices.map { (unit: chosen[$0], gain: -round.savings[$0].mean) }
        let more = tried.indices.map { (unit: tried[$0], gain: round.savings[chosen.count + $0].mean) }
        let gains = (fewer + more).filter { $0.gain > Self.leastSaving }
        let order = gains.indices.sorted { (-gains[$0].gain, $0) < (-gains[$1].gain, $1) }
        var next = chosen
        for place in order {
            let unit = gains[place].unit
            if let known = next.firstIndex(of: unit) {
                next.remove(at: known)
            } else if canBeBooked((next + [unit]).sorted()) {
                next = (next + [unit]).sorted()
            }
            if isExact, next != chosen { break }
        }
        return next
    }

    /// Whether the rules on working time and the caps let all of them come.
    private func canBeBooked(_ units: [CallUnit]) -> Bool {
        let wanted = weeks.held.merging(shifts(units)) { kept, _ in kept }
        return Surge.possible(wanted, weeks.ladder).count == wanted.count
    }

    private func shifts(_ units: [CallUnit]) -> [Shift: [Int]] {
        units.flatMap(\.shifts).reduce(into: [:]) { $0[$1] = callable[$1] }
    }

    // MARK: What they cost

    /// Pounds that bookings cost now.
    private func cost(_ units: [CallUnit]) -> Double {
        let shifts = units.flatMap(\.shifts)
        return pay(shifts).cost.reduce(0, +) - pay([]).cost.reduce(0, +)
    }

    private func pay(_ shifts: [Shift]) -> SessionPay {
        let instance = weeks.ladder.everybody
        var isDeployed = [Bool](repeating: false, count: instance.duty.count)
        for shift in Array(weeks.held.keys) + shifts {
            isDeployed[instance.cell(shift.person, shift.session)] = true
        }
        return SessionPay(instance, isDeployed: isDeployed)
    }

    // MARK: What they save

    /// What a round of changes came to.
    private struct Round {
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
    private func judge(_ chosen: [CallUnit], adding tried: [CallUnit]) -> Round? {
        let factor = weeks.ladder.week.policy.lateCall
        let kind = weeks.called(at: factor, booked: shifts(chosen))
        let sets =
            chosen.map { unit in chosen.filter { $0 != unit } } + tried.map { chosen + [$0] } + [[]]
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
                }, times: times)
        }
        return Round(
            savings: savings, together: Estimate(found.map { $0.none - $0.price - all }, times: times),
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
        let (rows, first) = (best.plan.rows, best.price)
        var others: [(price: Double, taken: Double, isExact: Bool)] = []
        for (place, unit) in changed.enumerated() {
            let lines = lines(of: unit, in: best.plan)
            let near = fellows(of: unit)
            let other = weeks.planner(kinds[place], draw)
            let taken = other.takingOver(rows)
            let anew = weeks.planned(other, taken, near: near, lines: lines, moves: Self.moves)
            others.append((anew.price, taken.objective - first, anew.isExact))
            guard !anew.isExact || !best.isExact else { continue }
            let back = weeks.planned(
                planner, planner.takingOver(anew.plan.rows), near: near, lines: lines, moves: Self.moves)
            if back.price < best.price - 0.005 { best = back }
        }
        var none = before.price
        if !before.isExact {
            let plain =
                chosen.isEmpty
                ? best.plan
                : weeks.planner(kinds[changed.count], draw).takingOver(best.plan.rows)
            none = min(none, plain.objective)
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

    /// Those of a unit's kind who could be called in its place, and somebody's own.
    private func fellows(of unit: CallUnit) -> [Int] {
        let fellows = classes.members.first { $0.contains(unit) } ?? [unit]
        return Set(fellows.map(\.person)).sorted()
    }

    private func lines(of unit: CallUnit, in plan: NearbyPlan) -> [Int] {
        unit.sessions.flatMap { plan.contacts(ofPerson: unit.person, session: $0).map(\.line) }
    }

    // MARK: What there is to say of them

    private func result(_ chosen: [CallUnit], _ round: Round) -> Result {
        let all = pay(chosen.flatMap(\.shifts))
        let instance = weeks.ladder.everybody
        let found = chosen.enumerated().map { place, unit in
            let cells = unit.sessions.map { instance.cell(unit.person, $0) }
            let needed = classes.places.first { $0.unit == unit }?.needed ?? 0
            return Found(
                unit: unit, teams: unit.shifts.map { team(of: $0, round.rows) },
                cost: cells.reduce(0) { $0 + all.cost[$1] }, needed: needed, saving: round.savings[place],
                booking: cells.map { all.booking[$0] }.last ?? .rostered)
        }
        return Result(found: found, saving: round.together, isExact: round.isExact)
    }

    /// The team that most draws send somebody to; of equal ones the first of teams.csv.
    private func team(of shift: Shift, _ rows: [PlanRows]) -> Int {
        let index = weeks.ladder.everybody.index
        let id = weeks.ladder.week.staff[shift.person].id
        var number = weeks.ladder.week.teams.map { _ in 0 }
        for (place, rows) in rows.enumerated() {
            let there = rows.deployments.first { $0.session == shift.session && $0.staff == id }
            if let team = there.flatMap({ index.team($0.team) }) { number[team] += times[place] }
        }
        let most = number.max() ?? 0
        return most == 0 ? callable[shift]?.first ?? 0 : number.firstIndex(of: most) ?? 0
    }
}
