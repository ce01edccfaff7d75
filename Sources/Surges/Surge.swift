// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

/// What is asked of a ladder.
public struct SurgeOptions: Sendable {
    /// The most calls that are to be proposed; nil: as many as are worth it.
    public var calls: Int?
    /// The day on which calls are made; nil: nothing is said of when they open.
    public var on: CalendarDay?
    /// Why agency may be called beyond the cap; nil: it may not.
    public var breakGlass: String?
    /// What is random is drawn with it.
    public var seed: UInt64
    /// Whether small weeks are proved; tests leave it out to see what is found without.
    var proves = true

    /// Options.
    public init(
        calls: Int? = nil, on day: CalendarDay? = nil, breakGlass: String? = nil, seed: UInt64 = 1
    ) {
        (self.calls, self.on, self.breakGlass, self.seed) = (calls, day, breakGlass, seed)
    }
}

/// Whom to call for a week that its people cannot manage, in which order, for what and at what cost.
///
///     let surge = Surge(changed, plan: plan.rows, answers: answers, options: SurgeOptions())
///     for call in surge.proposals { print(call.reason) }
///
/// The ladder is climbed a step at a time, as `Ladder` says; what a step books beyond the step before is a proposal.
/// What hangs on a call is what goes unmet where it is not made and nobody else is called instead.
public struct Surge: Sendable {
    /// The week with the answers: whoever comes is `A`, whoever declined is not there.
    public let week: Week
    /// The plan of it in which nobody else is called.
    public let now: NearbyPlan
    /// The plan in which everybody who is proposed comes.
    public let ifAllCome: NearbyPlan
    /// The calls to make, in the order to ring.
    public let proposals: [Proposal]
    /// Calls to bank by which agency that is booked would not be needed, the one that saves most first; without them
    /// nothing goes unmet.
    public let displacing: [Proposal]
    /// The calls that were answered with yes.
    public let accepted: [Proposal]
    /// The ladder that was climbed.
    let ladder: Ladder
    /// Who is booked already or said yes, and the teams they may be in.
    let held: [Shift: [Int]]
    /// Where the plan that was given has people, as far as it is of this week.
    let planned: [Shift: Int]
    /// People who said that they come and who cannot be sent where they were asked for, in words.
    public let remarks: [String]
    /// Whether the calls are all that the ladder has, or were proved the best so many of them together.
    public let isChoiceProved: Bool
    /// Whether every plan was proved the cheapest; otherwise figures are *about* right.
    public let isExact: Bool

    /// Pounds that all calls together save, their cost counted.
    public var saving: Double { now.objective - ifAllCome.objective }

    /// Climbs the ladder of a week.
    ///
    /// - Parameters:
    ///   - changed: The week, changed as it is to be.
    ///   - rows: The plan of it, or of the week that it was: what of it still can be done is kept.
    ///   - answers: Who said yes or no already. Sessions that are over do not count.
    ///   - isStopped: Whether the search is to end with what there is.
    public init(
        _ changed: Week, plan rows: PlanRows, answers: CallAnswers = CallAnswers(),
        options: SurgeOptions = SurgeOptions(), isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        let breaksGlass = options.breakGlass != nil
        let answered = changed.supposing(answers.changes(in: changed))
        let asked = Ladder(answered, plan: rows, breaksGlass: breaksGlass)
        let wanted = asked.booked(answers)
        let week = breaksGlass ? Self.liftingCap(answered, asked, wanted) : answered
        let ladder = asked.answered(Set(answers.accepted.keys), in: week)
        let base = Self.possible(wanted, ladder)
        let (standing, way) = Self.climbed(ladder, rows, base, options, isStopped)
        var climb = way
        var isBestOfAll = true
        if let calls = options.calls {
            (climb, isBestOfAll) =
                CallChoice(
                    ladder: ladder, rows: rows, held: base, standing: standing.rows, options: options,
                    isStopped: isStopped
                ).best(calls, of: climb)
        }
        isChoiceProved = isBestOfAll
        self.week = week
        (self.ladder, held) = (ladder, base)
        planned = Dictionary(
            IndexedPlan(rows, in: ladder.everybody.index).deployments.map {
                (Shift(person: $0.person, session: $0.session), $0.team)
            }
        ) { first, _ in first }
        let (facts, proposals) = Self.worthwhile(&climb, week, options, isStopped)
        now = standing.plan(orOf: facts.plannedWithoutCalls())
        ifAllCome = climb.plan
        self.proposals = proposals.ranked(by: week.policy.ladder)
        let end = ifAllCome
        // Whoever comes beyond the cap has it lifted.
        let isLifted = week.policy.agencyCap != answered.policy.agencyCap
        let come = answers.accepted.keys.sorted().compactMap { shift in
            end.team(ofPerson: shift.person, session: shift.session).map {
                facts.booked(shift, team: $0, isOverCap: isLifted)
            }
        }
        let accepted = facts.told(Self.grouped(come, changed))
        self.accepted = accepted
        let room = options.calls.map { max(0, $0 - proposals.count) } ?? .max
        displacing = Displacement(ladder: ladder, climb: climb, seed: options.seed, isStopped: isStopped)
            .calls(besides: base).prefix(room).compactMap { found in
                let booked = facts.booked(found.shift, team: found.team, isOverCap: false)
                return Self.grouped([booked], week).first.map { facts.told($0, instead: found) }
            }
        remarks = Self.remarks(wanted, base, answers, ladder)
        isExact =
            standing.isExact && climb.isExact && (proposals + accepted).allSatisfy(\.isExact) && now.isWhole
            && ifAllCome.isWhole
    }

    /// The plan in which nobody else is called, and the way up the ladder.
    private static func climbed(
        _ ladder: Ladder, _ rows: PlanRows, _ held: [Shift: [Int]], _ options: SurgeOptions,
        _ isStopped: @escaping @Sendable () -> Bool
    ) -> (standing: Climb, climb: Climb) {
        let start = Climb(ladder, from: rows, holding: held, options, isStopped: isStopped)
        let steps = ladder.steps
        // Before people on duty may be sent elsewhere the two have nothing in common.
        let apart = steps.prefix { !$0.open.contains(.callOn) }
        let both = inParallel(2, inTurn: ladder.isLarge) { number in
            var climb = start
            if number == 0 { climb.climb([ladder.withoutCalls], only: []) } else { climb.climb(Array(apart)) }
            return climb
        }
        var climb = both[1]
        climb.climb(Array(steps.dropFirst(apart.count)), besides: both[0].rows)
        return (both[0], climb)
    }

    /// Of those who are booked, or said that they come, who can work beside the others: first whom the plan has, then,
    /// a person's day at a time, who said yes, each only where nobody held so far is lost by it.
    static func possible(_ wanted: [Shift: [Int]], _ ladder: Ladder) -> [Shift: [Int]] {
        guard !wanted.isEmpty else { return wanted }
        let week = ladder.week
        // Whoever may be asked could come, too, and agency beyond the cap where that is a rung.
        let everybody =
            ladder.rungs.contains(.agencyOverCap)
            ? Instance(
                ladder.everybody.week.supposing([.policy(.agencyCap(nil))]), like: ladder.everybody)
            : ladder.everybody
        let planner = NearbyPlanner(everybody)
        func working(_ some: [Shift: [Int]]) -> [Shift: [Int]] {
            let rows = PlanRows(
                deployments: some.sorted { $0.key < $1.key }.compactMap { shift, teams in
                    teams.first.map { team in
                        Deployment(
                            staff: week.staff[shift.person].id, session: shift.session,
                            team: week.teams[team].id, booking: .rostered, minutes: 0, contactMinutes: 0)
                    }
                })
            let plan = planner.takingOver(rows)
            return some.filter { plan.team(ofPerson: $0.key.person, session: $0.key.session) != nil }
        }
        var held = working(wanted.filter { ladder.isPlanned($0.key) })
        let new = wanted.keys.filter { !ladder.isPlanned($0) }.sorted()
        let days = Dictionary(grouping: new) { [$0.person, week.sessions[$0.session].dayIndex] }
        for day in days.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let shifts = days[day] ?? []
            // A day whole where it can be, since a booking may have to be of so many sessions; else what of it can.
            for some in [shifts] + (shifts.count > 1 ? shifts.map { [$0] } : []) {
                guard some.contains(where: { held[$0] == nil }) else { continue }
                let more = held.merging(some.map { ($0, wanted[$0] ?? []) }) { kept, _ in kept }
                if working(more).count == more.count { held = more }
            }
        }
        return held
    }

    /// The calls of a way up the ladder that are worth making, with all there is to say of them. One that later ones
    /// made needless is taken back, and the rest planned anew.
    private static func worthwhile(
        _ climb: inout Climb, _ week: Week, _ options: SurgeOptions,
        _ isStopped: @escaping @Sendable () -> Bool
    ) -> (facts: CallFacts, proposals: [Proposal]) {
        var before: (facts: CallFacts, proposals: [Proposal])?
        while true {
            let facts = CallFacts(climb, after: before?.facts, options: options, isStopped: isStopped)
            climb.take(facts.planned)
            let proposals = facts.told(grouped(climb.booked, week), after: before?.proposals ?? [])
            let needless = proposals.filter { $0.loss < -0.005 }
            guard let worst = needless.min(by: { $0.loss < $1.loss }), !isStopped() else {
                return (facts, proposals)
            }
            before = (facts, proposals)
            // Of plans that are not proved all go at once: each round takes time.
            climb.drop(Set((worst.isExact ? [worst] : needless).flatMap(\.shifts)))
        }
    }

    /// The week in which the cap on agency is what is held, where that is more.
    static func liftingCap(_ week: Week, _ ladder: Ladder, _ held: [Shift: [Int]]) -> Week {
        guard let cap = week.policy.agencyCap else { return week }
        let pay = ladder.pay(.agency, held)
        return pay > cap + 1e-9 ? week.supposing([.policy(.agencyCap(pay))]) : week
    }

    /// Bookings as calls: a person's sessions of a day are one.
    private static func grouped(_ booked: [Booked], _ week: Week) -> [Proposal] {
        struct Key: Hashable {
            let person, day: Int
        }
        let ofDay = Dictionary(grouping: booked) {
            Key(person: $0.shift.person, day: week.sessions[$0.shift.session].dayIndex)
        }
        let order = ofDay.keys.sorted { ($0.person, $0.day) < ($1.person, $1.day) }
        return order.compactMap { key in
            let parts = (ofDay[key] ?? []).sorted { $0.shift < $1.shift }
            guard let last = parts.max(by: { position($0.rung, week) < position($1.rung, week) }) else {
                return nil
            }
            let asks = parts.contains { week.mark($0.shift).duty == .callable }
            return Proposal(
                person: key.person, sessions: parts.map(\.shift.session), teams: parts.map(\.team),
                rung: last.rung, mark: asks ? .callable : .available)
        }
    }

    private static func position(_ rung: Rung, _ week: Week) -> Int {
        week.policy.ladder.firstIndex(of: rung) ?? week.policy.ladder.count
    }

    /// Whoever was to come and cannot, with why.
    private static func remarks(
        _ wanted: [Shift: [Int]], _ base: [Shift: [Int]], _ answers: CallAnswers, _ ladder: Ladder
    ) -> [String] {
        let names = Naming(week: ladder.week)
        let coming = answers.accepted.keys.filter { ladder.week.openSessions.contains($0.session) }
        return Set(coming).union(wanted.keys).sorted().filter { base[$0] == nil }.map { shift in
            let (who, when) = (names.person(shift.person), names.session(shift.session))
            let why =
                wanted[shift] == nil
                ? "no team may have them then"
                : "the rules on working time, a booking's minimum or a cap keep them from working it"
            let said = answers.accepted[shift] == nil ? "is booked on \(when)" : "said yes to \(when)"
            return "\(who) \(said), and \(why): tell them."
        }
    }
}
