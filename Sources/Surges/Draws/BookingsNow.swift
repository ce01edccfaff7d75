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
    let weeks: DrawnWeeks
    let draws: [[Change]]
    let drawn: [DrawnPlan]
    /// How often each draw came.
    let times: [Int]
    let classes: CallClasses
    let callable: [Shift: [Int]]
    let isStopped: @Sendable () -> Bool
    let inTurn: Bool
    /// Is told each time that the bookings of a round have been judged by a draw.
    let judged: @Sendable (Int) -> Void

    init(
        _ weeks: DrawnWeeks, on day: CalendarDay?, _ draws: [[Change]], _ drawn: [DrawnPlan], times: [Int],
        inTurn: Bool,
        isStopped: @escaping @Sendable () -> Bool, judged: @escaping @Sendable (Int) -> Void
    ) {
        (self.weeks, self.draws, self.drawn, self.times) = (weeks, draws, drawn, times)
        (self.inTurn, self.isStopped, self.judged) = (inTurn, isStopped, judged)
        callable = weeks.ladder.open(weeks.called(at: 1).callable, on: day)
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
    private static let mostFirst = 12
    private static let mostTried = 4
    private static let rounds = 2
    /// Rounds of one change each where every plan is proved.
    private static let exactRounds = 60
    /// Moves with which a draw is planned with a booking more or less.
    static let moves = 3_000

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
            let unit = promising[place].0.unit
            guard !chosen.contains(where: unit.overlaps) else { continue }
            let more = chosen.putting(unit)
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
            .filter { $0.gain >= -Self.leastSaving }
        let more = tried.indices.map { (unit: tried[$0], gain: round.savings[chosen.count + $0].mean) }
            .filter { $0.gain > Self.leastSaving }
        let gains = fewer + more
        let order = gains.indices.sorted { (-gains[$0].gain, $0) < (-gains[$1].gain, $1) }
        var next = chosen
        for place in order {
            let unit = gains[place].unit
            if chosen.contains(unit) {
                next.removeAll { $0 == unit }
            } else if next.filter(unit.overlaps).allSatisfy(chosen.contains),
                canBeBooked(next.putting(unit))
            {
                next = next.putting(unit)
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

    func shifts(_ units: [CallUnit]) -> [Shift: [Int]] {
        units.flatMap(\.shifts).reduce(into: [:]) { $0[$1] = callable[$1] }
    }

    // MARK: What they cost

    /// Pounds that bookings cost now.
    func cost(_ units: [CallUnit]) -> Double {
        let shifts = units.flatMap(\.shifts)
        return pay(shifts).cost.reduce(0, +) - pay([]).cost.reduce(0, +)
    }

    func pay(_ shifts: [Shift]) -> SessionPay {
        let instance = weeks.ladder.everybody
        var isDeployed = [Bool](repeating: false, count: instance.duty.count)
        for shift in Array(weeks.held.keys) + shifts {
            isDeployed[instance.cell(shift.person, shift.session)] = true
        }
        return SessionPay(instance, isDeployed: isDeployed)
    }
}

extension [CallUnit] {
    /// These bookings with another one, in the place of those of its person that have a session of it already.
    func putting(_ unit: CallUnit) -> [CallUnit] { (filter { !unit.overlaps($0) } + [unit]).sorted() }
}

extension Ladder {
    /// Of those who may be called those who may be booked on a day by the policy's release, and the teams for which.
    fileprivate func open(_ callable: [Shift: [Int]], on booking: CalendarDay?) -> [Shift: [Int]] {
        guard let booking else { return callable }
        return callable.reduce(into: [:]) { open, one in
            let (shift, day) = (one.key, week.sessions[one.key.session].day)
            let teams = one.value.filter { team in
                rungs(shift, team: team, everything).contains { rung in
                    week.policy.releaseDays(rung).map { day.adding(days: -$0) <= booking } ?? true
                }
            }
            if !teams.isEmpty { open[shift] = teams }
        }
    }
}
