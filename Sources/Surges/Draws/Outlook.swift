// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Synchronization
import Trials
import Workforce

/// How a week may turn out: the chance that critical care goes unmet, the hours of calls that hold it, and the bookings
/// worth making now against calling on the day.
///
///     let outlook = Outlook(surge, DrawOptions(number: 200, uncertainty: Uncertainty(dispersion: 1.5)))
///     for line in outlook?.summary ?? [] { print(line) }
///
/// Each draw is planned from the plan as things stand: own people first, then with calls on the day, at the policy's
/// `late_call` times their price. The same surge, options and seed give the same outlook on however many threads.
public struct Outlook: Sendable {
    /// How it was drawn.
    public let options: DrawOptions
    /// How many draws were planned: fewer than asked for where somebody asked to stop.
    public let draws: Int
    /// What may go unmet by pathway and day, then by pathway, then in all.
    public let risks: [CareAtRisk]
    /// Bookings worth making now, those that save most first; nil: it was stopped before they were found.
    public let bookings: [BookingToMake]?
    /// Pounds that they save together on average, their cost counted.
    public let saving: Estimate
    /// Whether every plan was proved the cheapest; otherwise figures are *about* right.
    public let isExact: Bool

    /// How far it is.
    public enum Progress: Sendable, Equatable {
        /// So many draws are planned.
        case planned(Int)
        /// Bookings were judged by so many draws, in whatever round.
        case judged(Int)
    }

    /// Draws a week and plans each draw.
    ///
    /// - Parameters:
    ///   - surge: The week with the answers, and its plan as things stand.
    ///   - seed: What is drawn is drawn with it.
    ///   - inTurn: Whether one draw is planned after the other, on this thread.
    ///   - proves: Whether plans of small weeks are proved; tests leave it out to see what is found without.
    ///   - isStopped: Whether it is to end with the draws there are.
    /// - Returns: Nil where not even the first draw was planned.
    public init?(
        _ surge: Surge, _ options: DrawOptions, seed: UInt64 = 1, inTurn: Bool = false, proves: Bool = true,
        isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        let inTurn = inTurn || surge.ladder.isLarge
        let weeks = DrawnWeeks(
            surge.ladder, holding: surge.held, seed: seed, proves: proves, isStopped: isStopped)
        let planner = DrawnPlanner(weeks, from: surge.now.rows, ifAllCome: surge.ifAllCome.rows)
        let all = DistinctDraws(surge.week, options, seed: seed)
        let done = Mutex(0)
        @Sendable func count(_ times: Int, _ report: @Sendable (Int) -> Progress) {
            let sum = done.withLock { done in
                done += times
                return done
            }
            progress(report(sum))
        }
        let planned = inParallel(all.changes.count, inTurn: inTurn) { number -> DrawnPlan? in
            guard !isStopped() else { return nil }
            let plan = planner.plan(all.changes[number])
            // What was cut short says nothing.
            guard !isStopped() else { return nil }
            count(all.times[number]) { .planned($0) }
            return plan
        }
        // Draws without a gap from the first one on: those that so many draws would have given.
        let (drawn, times) = all.firstOnes(planned)
        guard !drawn.isEmpty else { return nil }
        self.options = options
        draws = times.reduce(0, +)
        risks = CareAtRisk.all(drawn, times: times, surge.week, risk: options.risk)
        done.withLock { $0 = 0 }
        let found = BookingsNow(
            weeks, on: options.on, Array(all.changes.prefix(drawn.count)), drawn, times: times,
            inTurn: inTurn,
            isStopped: isStopped
        ) { times in count(times) { .judged($0) } }.result()
        bookings = found.map { BookingToMake.ranked($0.found, surge) }
        saving = found?.saving ?? Estimate([], times: [], worst: 0)
        isExact = drawn.allSatisfy(\.isExact) && found?.isExact ?? true
    }
}

/// Draws of a week, those that are alike once: a small week has few.
struct DistinctDraws: Sendable {
    /// What each is made by, in the order in which they first came.
    private(set) var changes: [[Change]] = []
    /// How often each came.
    private(set) var times: [Int] = []
    /// The place of each draw among them.
    private var places: [Int] = []

    init(_ week: Week, _ options: DrawOptions, seed: UInt64) {
        var known: [[Change]: Int] = [:]
        for number in stride(from: 1, through: options.number, by: 1) {
            let drawn = Draw(number, seed: seed).changes(of: week, options.uncertainty)
            let place = known[drawn] ?? changes.count
            if place == changes.count {
                known[drawn] = place
                changes.append(drawn)
                times.append(0)
            }
            times[place] += 1
            places.append(place)
        }
    }

    /// The plans of as many first draws as have one, and how often each came among them.
    func firstOnes(_ planned: [DrawnPlan?]) -> (drawn: [DrawnPlan], times: [Int]) {
        let first = places.prefix { planned.indices.contains($0) && planned[$0] != nil }
        let count = (first.max() ?? -1) + 1
        var times = [Int](repeating: 0, count: count)
        for place in first { times[place] += 1 }
        return (planned.prefix(count).compactMap(\.self), times)
    }
}

/// A booking worth making now.
public struct BookingToMake: Sendable, Equatable {
    /// Who, by the position on the roster.
    public let person: Int
    /// When, ascending.
    public let sessions: [Int]
    /// The team that most draws send them to, by session.
    public let teams: [Int]
    /// The rung.
    public let rung: Rung
    /// What the rota says: `A`, or `C` where a session is one of somebody who offered nothing.
    public let mark: RotaMark.Duty
    /// Pounds that it costs now.
    public let cost: Double
    /// The share of draws in which so many of their kind would be called.
    public let needed: Double
    /// Pounds that it saves on average beside the other bookings, its cost counted.
    public let saving: Estimate

    /// Bookings, those that save most first.
    static func ranked(_ found: [BookingsNow.Found], _ surge: Surge) -> [BookingToMake] {
        // To the penny, so that alike ones stand in the order of the roster.
        func pence(_ one: BookingsNow.Found) -> Double { (one.saving.mean * 100).rounded() }
        var agency = surge.ladder.pay(.agency, surge.held)
        return found.sorted { pence($0) != pence($1) ? pence($0) > pence($1) : $0.unit < $1.unit }.map {
            one in
            if surge.week.staff[one.unit.person].employment == .agency { agency += one.cost }
            let isOver = surge.week.policy.agencyCap.map { agency > $0 + 1e-9 } ?? false
            return BookingToMake(one, surge, isOverCap: isOver)
        }
    }

    /// - Parameter isOverCap: Whether agency costs more than its cap with it and those before it.
    private init(_ found: BookingsNow.Found, _ surge: Surge, isOverCap: Bool) {
        let shifts = found.unit.shifts
        person = found.unit.person
        (sessions, teams) = (found.unit.sessions, found.teams)
        (cost, needed, saving) = (found.cost, found.needed, found.saving)
        mark = shifts.contains { surge.week.mark($0).duty == .callable } ? .callable : .available
        let last = shifts.last ?? Shift(person: found.unit.person, session: 0)
        rung = surge.ladder.rung(
            last, team: found.teams.last ?? 0, paidAs: found.booking, isOverCap: isOverCap)
    }
}
