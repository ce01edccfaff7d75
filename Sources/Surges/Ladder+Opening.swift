// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What a step of the ladder opens: teams, hours and caps.
extension Ladder {
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
        guard week.mayBeCalled(shift), everybody.duty[cell] == .available else { return [] }
        let waits = mark == .callable && !step.asks
        return everybody.eligibleTeams[cell].filter { team in
            rungs(shift, team: team, step).contains { rung in
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
}
