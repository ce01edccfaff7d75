// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Why one more contact of a line cannot be given with the rest of the plan as it stands.
///
/// The reasons are tested in the order of `UnmetReason`, on the cells (a person in a session of the window) in
/// which the person could take the activity, or lead it.
final class ReasonSearch {
    private typealias Cell = StaffSession

    /// What keeps a person who may be deployed from being free for a contact.
    private enum Obstacle {
        case workingTime, cap, elsewhere, full
    }

    private let ledger: Ledger
    private let facts: WeekFacts
    /// Pounds spent on bank and on agency sessions.
    private let spent: [Employment: Double]
    /// Of that, in sessions that are over.
    private let spentBefore: [Employment: Double]
    /// What keeps available sessions that are not deployed from being worked at all, once found.
    private var bookingObstacles: [StaffSession: Obstacle?] = [:]

    init(_ ledger: Ledger) {
        self.ledger = ledger
        facts = ledger.facts
        spent = [.bank: ledger.spending(.bank), .agency: ledger.spending(.agency)]
        spentBefore = [
            .bank: ledger.spending(.bank, isOver: true), .agency: ledger.spending(.agency, isOver: true),
        ]
    }

    /// The first reason that applies.
    func reason(_ line: LineFacts) -> UnmetReason {
        if line.line.window.upperBound < facts.week.frozenBefore ?? 0 { return .over }
        let able = cells(line) { $0.route != nil }
        guard !able.isEmpty else { return .nobodyCompetent }
        let eligible = able.filter { facts.isEligible($0.staff, $0.session, line.team) }
        guard !eligible.isEmpty else { return .nobodyAvailable }
        if isOnlyDelegated(eligible, line), !hasSupervisor(line) { return .nobodySupervises }
        let obstacles = eligible.map { obstacle($0, line) }
        if obstacles.allSatisfy({ $0 == .workingTime }) { return .workingTime }
        if obstacles.allSatisfy({ $0 == .workingTime || $0 == .cap }) { return .cap }
        let free = zip(eligible, obstacles).filter { $1 == nil }.map(\.0)
        guard !free.isEmpty else { return .capacity }
        if line.isTwoHanded { return pairReason(free, line) }
        return free.allSatisfy { isLonely($0, line) || isUnsupervised($0, line) } ? .noSupervision : .capacity
    }

    /// The cells of the window, whatever the rota, in which a person's standing is as asked for.
    private func cells(_ line: LineFacts, where fits: (Standing) -> Bool) -> [Cell] {
        let window = line.line.window.clamped(to: 0...max(0, facts.week.sessions.count - 1))
        return window.filter { line.line.window.contains($0) && facts.week.sessions.indices.contains($0) }
            .filter { !facts.isOver($0) }
            .flatMap { session in
                let day = facts.week.sessions[session].dayIndex
                return facts.week.staff.indices
                    .filter { fits(facts.standing($0, line.activityIndex, day: day, team: line.team)) }
                    .map { Cell(staff: $0, session: session) }
            }
    }

    private func obstacle(_ cell: Cell, _ line: LineFacts) -> Obstacle? {
        let teams = ledger.teams(cell.staff, cell.session)
        if teams.isEmpty {
            // In another row they are sent somewhere then.
            let isSent = facts.rowsOfPerson[cell.staff].contains { !ledger.teams($0, cell.session).isEmpty }
            if isSent { return .elsewhere }
            if facts.mark(cell.staff, cell.session).duty == .rostered {
                // Nowhere against rule 1: the plan is wrong about them altogether.
                if facts.ownTeam(cell.staff, cell.session) != nil { return .elsewhere }
            } else if let obstacle = bookingObstacle(cell) {
                return obstacle
            }
        } else if !teams.contains(line.team) {
            return .elsewhere
        }
        let left = facts.capacity(cell.staff, cell.session) - ledger.load(cell.staff, cell.session)
        return left + Tolerance.minutes >= facts.minutes(line, .doubleHanded) ? nil : .full
    }

    private func bookingObstacle(_ cell: Cell) -> Obstacle? {
        if let known = bookingObstacles[cell] { return known }
        let found: Obstacle? = breaksWorkingTime(cell) ? .workingTime : breaksCap(cell) ? .cap : nil
        bookingObstacles[cell] = .some(found)
        return found
    }

    private func breaksWorkingTime(_ cell: Cell) -> Bool {
        let isBooked: (Int, Int) -> Bool = { [ledger] staff, session in
            staff == cell.staff && session == cell.session || ledger.isBooked(staff, session)
        }
        guard WorkingTime(facts: facts, staff: cell.staff, isBooked: isBooked).breaches.isEmpty else {
            return true
        }
        let employment = facts.week.staff[cell.staff].employment
        guard employment == .bank || employment == .agency else { return false }
        let day = facts.week.sessions[cell.session].dayIndex
        let worked = facts.week.sessions.indices.filter {
            facts.week.sessions[$0].dayIndex == day
                && (facts.mark(cell.staff, $0).duty == .rostered || isBooked(cell.staff, $0))
        }
        return worked.count < facts.week.policy.bookingMinimumSessions
    }

    private func breaksCap(_ cell: Cell) -> Bool {
        let employment = facts.week.staff[cell.staff].employment
        guard let cap = facts.cap(employment), let spent = spent[employment] else { return false }
        let most = max(cap, spentBefore[employment] ?? 0)
        return spent + facts.bookingCost(cell.staff, cell.session) > most + Tolerance.cap
    }

    private func isOnlyDelegated(_ eligible: [Cell], _ line: LineFacts) -> Bool {
        eligible.allSatisfy {
            let day = facts.week.sessions[$0.session].dayIndex
            return facts.standing($0.staff, line.activityIndex, day: day, team: line.team).route == .delegated
        }
    }

    /// Whether somebody who may supervise the activity may be deployed in its group in some session of the window.
    private func hasSupervisor(_ line: LineFacts) -> Bool {
        let group = facts.supervisionGroup(line.activityIndex, team: line.team)
        let teams = facts.week.teams.indices.filter { facts.isTeam($0, ofGroup: group) }
        return facts.week.sessions.indices.contains { session in
            let day = facts.week.sessions[session].dayIndex
            return line.line.window.contains(session) && !facts.isOver(session)
                && facts.week.staff.indices.contains { staff in
                    facts.supervises(staff, line.activityIndex, day: day)
                        && teams.contains { facts.isEligible(staff, session, $0) }
                }
        }
    }

    /// Whether the person would have to be accompanied, and nobody registered is in the group.
    private func isLonely(_ cell: Cell, _ line: LineFacts) -> Bool {
        facts.isAccompanied(cell.staff)
            && !ledger.hasRegistered(group: facts.groupOfTeam[line.team], session: cell.session)
    }

    /// Whether a free lead and another free second are there in one session; if so, whether some such two need nobody
    /// else with them, or have them there.
    private func pairReason(_ leads: [Cell], _ line: LineFacts) -> UnmetReason {
        let seconds = cells(line) { $0.seconds }.filter {
            facts.isEligible($0.staff, $0.session, line.team) && obstacle($0, line) == nil
        }
        var reason = UnmetReason.noPair
        for lead in leads {
            // The rows of one human are no pair.
            let others = seconds.filter {
                $0.session == lead.session && !facts.rowsOfPerson[lead.staff].contains($0.staff)
            }
            for second in others {
                let pair = [lead, second]
                let accompanied = pair.filter { facts.isAccompanied($0.staff) }
                let isRegistered = pair.contains { facts.people[$0.staff].isRegistered }
                let isAlone = !isRegistered && accompanied.contains { isLonely($0, line) }
                if accompanied.count < 2, !isAlone { return .capacity }
                reason = .noSupervision
            }
        }
        return reason
    }

    /// Whether the person would need supervision or oversight that nobody in the group has left.
    private func isUnsupervised(_ cell: Cell, _ line: LineFacts) -> Bool {
        let day = facts.week.sessions[cell.session].dayIndex
        guard facts.standing(cell.staff, line.activityIndex, day: day, team: line.team).route == .delegated,
            let delegated = line.activity.delegated
        else { return false }
        let group = facts.supervisionGroup(line.activityIndex, team: line.team)
        let supervisors = ledger.supervisors(of: line.activityIndex, group: group, in: cell.session)
        if supervisors.isEmpty { return true }
        let whole = GroupSession(group: group, session: cell.session)
        let delegates = ledger.delegates[whole] ?? []
        if group != facts.everyTeam, !delegates.contains(cell.staff),
            let span = SpanRule.span(ledger, group: group, session: cell.session),
            Double(delegates.count + 1) > span + Tolerance.minutes
        {
            return true
        }
        let key = GroupSessionActivity(group: group, session: cell.session, activity: line.activityIndex)
        let wanted = delegated.supervisionMinutes * ((ledger.delegated[key] ?? 0) + 1)
        let limit = facts.week.policy.supervisionMinutesPerSession
        var offered = ledger.supervised[key] ?? 0
        for staff in supervisors {
            let time = facts.capacity(staff, cell.session) - ledger.load(staff, cell.session)
            let share = limit - ledger.supervisionMinutes(staff, cell.session)
            offered += max(0, min(time, share))
        }
        return wanted > offered + Tolerance.minutes
    }
}
