// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import Workforce

/// The ladder of a week: who may be called on which rung, and where to.
///
/// Somebody may be called in a session where the rota says `A` or `C`. Own people are called within their contract
/// first, then at plain rate, then as overtime; before `call-on` in their own team alone. Bank is called by its own
/// organisation first. What earlier rungs booked stays.
struct Ladder: Sendable {
    /// The week, with the answers there are: whoever comes is `A`, whoever declined is not there.
    let week: Week
    /// The same, with everybody who may be called.
    let everybody: Instance
    /// Where the plan has whoever is on duty; by cell.
    private let planned: [Int?]
    private let rungs: [Rung]
    /// Who was rung and said yes: they are not called once more, even where they cannot be held.
    private let answered: Set<Shift>

    /// - Parameters:
    ///   - rows: The plan's rows.
    ///   - breaksGlass: Whether agency may be called beyond the cap.
    ///   - answered: Who said yes, and when.
    init(_ week: Week, plan rows: PlanRows, breaksGlass: Bool, answered: Set<Shift> = []) {
        (self.week, self.answered) = (week, answered)
        let callable = week.callable.map { week.marking($0, .available, pins: week.mark($0).pins) }
        let everybody = Instance(week.supposing(callable))
        self.everybody = everybody
        var planned = [Int?](repeating: nil, count: week.staff.count * week.sessions.count)
        for row in IndexedPlan(rows, in: everybody.index).deployments {
            planned[everybody.cell(row.person, row.session)] = row.team
        }
        self.planned = planned
        rungs = week.policy.ladder.filter {
            $0 != .agencyOverCap || (breaksGlass && week.policy.agencyCap != nil)
        }
    }

    /// A step on the ladder: the calls that are open on it.
    struct Step: Sendable, Equatable {
        /// The rung that it opens.
        let rung: Rung
        /// Whether those who offered nothing are open on the rung, too.
        let asks: Bool
        /// Rungs open on it, this one last.
        let open: [Rung]
    }

    /// The steps, lowest first: on each rung those who are available before those who may be asked.
    var steps: [Step] {
        rungs.indices.flatMap { place in
            [false, true].map { Step(rung: rungs[place], asks: $0, open: Array(rungs[...place])) }
        }
    }

    /// The step on which nobody is called: people on duty and those who come alone.
    var withoutCalls: Step {
        Step(rung: .spare, asks: false, open: rungs.filter { $0 == .spare || $0 == .callOn })
    }

    /// The step on which everybody may be called.
    var everything: Step { Step(rung: .spare, asks: true, open: rungs) }

    // MARK: What a step opens

    /// What is open on a step.
    struct Opening: Equatable, Sendable {
        /// Teams that people may be called to, of those who are not held.
        var teams: [Shift: [Int]] = [:]
        /// Whether people on duty may be sent elsewhere than the plan has them.
        var moves = false
        /// Minutes that own people may work in a calendar week, where the step says so.
        var limits: [Int: Double] = [:]
        /// Pounds that may be spent on agency, and on bank, besides what is held; nil: no cap.
        var agencyCap: Double?
        /// See `agencyCap`.
        var bankCap: Double?

        /// Whether something may be done by it that may not be done by another.
        func goesBeyond(_ other: Opening) -> Bool {
            if moves, !other.moves { return true }
            let capIsHigher =
                Self.isHigher(agencyCap, other.agencyCap) || Self.isHigher(bankCap, other.bankCap)
            return teams.contains { shift, open in
                let before = other.teams[shift] ?? []
                return capIsHigher || open.contains { !before.contains($0) }
                    || Self.isHigher(limits[shift.person], other.limits[shift.person])
            }
        }

        private static func isHigher(_ one: Double?, _ other: Double?) -> Bool {
            guard let other else { return false }
            return one.map { $0 > other + 1e-9 } ?? true
        }
    }

    /// What is open on a step.
    ///
    /// - Parameters:
    ///   - only: The only calls looked at; nil: all.
    ///   - held: Who is booked, and the teams they may be in.
    func opening(_ step: Step, only: Set<Shift>? = nil, holding held: [Shift: [Int]]) -> Opening {
        var opening = Opening()
        opening.moves = step.open.contains(.callOn)
        for person in week.staff.indices {
            for session in week.openSessions {
                let shift = Shift(person: person, session: session)
                guard held[shift] == nil, !answered.contains(shift), only?.contains(shift) ?? true else {
                    continue
                }
                let teams = teams(shift, step)
                if !teams.isEmpty { opening.teams[shift] = teams }
            }
        }
        for person in Set(opening.teams.keys.map(\.person)) {
            if let limit = limit(person, step, held) { opening.limits[person] = limit }
        }
        opening.agencyCap =
            step.open.contains(.agencyOverCap) ? nil : cap(week.policy.agencyCap, .agency, held)
        opening.bankCap = cap(week.policy.bankCap, .bank, held)
        return opening
    }

    /// The teams that somebody may be called to on a step.
    private func teams(_ shift: Shift, _ step: Step) -> [Int] {
        let mark = week.mark(shift).duty
        let cell = everybody.cell(shift.person, shift.session)
        guard mark == .available || mark == .callable, everybody.duty[cell] == .available else { return [] }
        let waits = mark == .callable && !step.asks
        return everybody.eligibleTeams[cell].filter { team in
            rungs(shift, team: team).contains { rung in
                step.open.contains(rung) && !(waits && (rung == step.rung || isOwnStep(shift, step)))
            }
        }
    }

    /// Whether a step is one of own people and so is somebody: on it those who offered nothing wait, though an
    /// earlier rung had them already, because their hours are the step's.
    private func isOwnStep(_ shift: Shift, _ step: Step) -> Bool {
        guard !week.staff[shift.person].employment.isTemporary else { return false }
        switch step.rung {
        case .contract, .callOn, .extra, .overtime: return true
        case .spare, .ownBank, .collaborativeBank, .agency, .agencyOverCap: return false
        }
    }

    /// The rungs on one of which somebody may be called to a team; of own people one that their hours decide.
    private func rungs(_ shift: Shift, team: Int) -> [Rung] {
        let staff = week.staff[shift.person]
        switch staff.employment {
        case .student, .volunteer: return isHome(shift, team: team) ? [.contract] : [.callOn]
        case .substantive:
            guard !isHome(shift, team: team) else { return [.contract, .extra, .overtime] }
            return rungs.contains(.callOn) ? [.callOn, .extra, .overtime] : []
        case .bank:
            return staff.employer == week.teams[team].organisation ? [.ownBank] : [.collaborativeBank]
        case .agency: return [.agency, .agencyOverCap]
        }
    }

    private func isHome(_ shift: Shift, team: Int) -> Bool {
        let day = everybody.calendar.dayOfSession[shift.session]
        return everybody.homeTeam[everybody.personDay(shift.person, day)].map { $0 == team } ?? true
    }

    /// The rung of a booking that is paid as it is. Own people of a rung that the ladder leaves out are called on the
    /// next of theirs that it has.
    func rung(_ shift: Shift, team: Int, paidAs booking: Booking, isOverCap: Bool) -> Rung {
        let staff = week.staff[shift.person]
        let isHome = isHome(shift, team: team)
        switch staff.employment {
        case .student, .volunteer: return isHome ? .contract : .callOn
        case .substantive:
            let own: [Rung] = [isHome ? .contract : .callOn, .extra, .overtime]
            let first = booking == .overtime ? 2 : booking == .extra ? 1 : 0
            return own[first...].first(where: rungs.contains) ?? own[first]
        case .bank:
            return staff.employer == week.teams[team].organisation ? .ownBank : .collaborativeBank
        case .agency: return isOverCap ? .agencyOverCap : .agency
        }
    }

    // MARK: Hours and caps

    /// The most minutes that somebody of own staff may work in a calendar week on a step; nil: as ever. It is one
    /// figure for all weeks of a horizon, the smallest; what it leaves out, the next rung has.
    private func limit(_ person: Int, _ step: Step, _ held: [Shift: [Int]]) -> Double? {
        let staff = week.staff[person]
        guard staff.employment == .substantive, !step.open.contains(.overtime) else { return nil }
        let hours =
            step.open.contains(.extra)
            ? max(week.policy.fullTimeMinutes, staff.contractMinutes) : staff.contractMinutes
        let others = everybody.index.humans.rows(with: person).filter { $0 != person }
        let limits = everybody.calendar.daysOfWeek.indices.map { number -> Double in
            let sessions = everybody.calendar.sessionsOfWeek(number)
            let away = sessions.filter { week.rota[person][$0].duty.isAbsence }
                .reduce(0) { $0 + week.paidMinutes(person: person, session: $1) }
            let elsewhere = others.flatMap { row in sessions.map { Shift(person: row, session: $0) } }
                .filter {
                    held[$0] != nil || everybody.duty[everybody.cell($0.person, $0.session)] == .rostered
                }
                .reduce(0) { $0 + week.paidMinutes(person: $1.person, session: $1.session) }
            return hours - Double(away) + Double(elsewhere)
        }
        return limits.min().map { max(0, min($0, staff.maximumMinutes ?? $0)) }
    }

    /// What is left of a cap besides what is held.
    private func cap(_ cap: Double?, _ employment: Employment, _ held: [Shift: [Int]]) -> Double? {
        cap.map { max(0, $0 - pay(employment, held)) }
    }

    /// Pounds of what is held, of people engaged like that.
    func pay(_ employment: Employment, _ held: [Shift: [Int]]) -> Double {
        held.keys.sorted().filter { week.staff[$0.person].employment == employment }
            .reduce(0) { $0 + everybody.bookingPay[everybody.cell($1.person, $1.session)] }
    }

    // MARK: The week of a step

    /// The week in which no more than a step opens may be done, and whoever is held is on duty.
    func week(_ opening: Opening, holding held: [Shift: [Int]]) -> Week {
        var changes: [Change] = []
        for person in week.staff.indices {
            for session in week.openSessions {
                let shift = Shift(person: person, session: session)
                if let change = change(shift, opening, held) { changes.append(change) }
            }
        }
        for (person, minutes) in opening.limits.sorted(by: { $0.key < $1.key }) {
            changes.append(
                .person(
                    .terms(PersonTerms(staff: week.staff[person].id, maximumHours: min(168, minutes / 60)))))
        }
        if opening.agencyCap != week.policy.agencyCap {
            changes.append(.policy(.agencyCap(opening.agencyCap)))
        }
        if opening.bankCap != week.policy.bankCap { changes.append(.policy(.bankCap(opening.bankCap))) }
        return week.supposing(changes)
    }

    /// What becomes of somebody's cell; nil: it stays as it is.
    private func change(_ shift: Shift, _ opening: Opening, _ held: [Shift: [Int]]) -> Change? {
        let mark = week.mark(shift)
        if let teams = held[shift] { return week.marking(shift, .rostered, pins: names(teams)) }
        switch mark.duty {
        case .available, .callable:
            guard let teams = opening.teams[shift] else { return week.marking(shift, .off) }
            let all = everybody.eligibleTeams[everybody.cell(shift.person, shift.session)]
            return week.marking(shift, .available, pins: teams == all ? mark.pins : names(teams))
        case .rostered:
            let cell = everybody.cell(shift.person, shift.session)
            guard !opening.moves, let team = planned[cell], everybody.eligibleTeams[cell].contains(team)
            else {
                return nil
            }
            return week.marking(shift, .rostered, pins: names([team]))
        case .leave, .sick, .training, .off: return nil
        }
    }

    private func names(_ teams: [Int]) -> [String] { teams.map { week.teams[$0].id } }

    // MARK: Who is booked already

    /// Whether the plan has somebody in a session.
    func isPlanned(_ shift: Shift) -> Bool { planned[everybody.cell(shift.person, shift.session)] != nil }

    /// Whom the plan has booked and who still is as the rota has it; and who said that they come.
    func booked(_ answers: CallAnswers) -> [Shift: [Int]] {
        var held: [Shift: [Int]] = [:]
        for person in week.staff.indices {
            for session in week.openSessions {
                let (shift, cell) = (Shift(person: person, session: session), everybody.cell(person, session))
                guard week.mark(shift).duty == .available, everybody.duty[cell] == .available else {
                    continue
                }
                let eligible = everybody.eligibleTeams[cell]
                if let asked = answers.accepted[shift] {
                    let teams = asked.compactMap(everybody.index.team).filter(eligible.contains)
                    if !eligible.isEmpty { held[shift] = teams.isEmpty ? eligible : teams }
                } else if let team = planned[cell], eligible.contains(team),
                    !answers.stoodDown.contains(shift)
                {
                    held[shift] = [team]
                }
            }
        }
        return held
    }
}

extension Week {
    /// What the rota says of somebody in a session.
    func mark(_ shift: Shift) -> RotaMark { rota[shift.person][shift.session] }

    /// Who may be called in a session that is still to come though they offered nothing.
    var callable: [Shift] {
        staff.indices.flatMap { person in
            openSessions.map { Shift(person: person, session: $0) }.filter { mark($0).duty == .callable }
        }
    }

    /// A mark in the place of what the rota says, of as many minutes.
    func marking(_ shift: Shift, _ duty: RotaMark.Duty, pins: [String] = []) -> Change {
        .availability(
            Availability(
                staff: staff[shift.person].id, sessions: [sessions[shift.session].id], duty, teams: pins,
                minutes: duty == .off ? nil : mark(shift).minutes))
    }
}
