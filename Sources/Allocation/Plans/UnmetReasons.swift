// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Why one more contact of a line cannot be given with the rest of the plan as it stands.
struct UnmetReasons {
    private let model: WeeklyModel
    private let solution: Solution
    private let oversight: OversightReasons
    private let spent: [Employment: Double]
    /// Minutes that each cell has left, worked out once: every line asks for them again.
    private let left: [Double]

    init(_ model: WeeklyModel, _ solution: Solution) {
        self.model = model
        self.solution = solution
        var spent: [Employment: Double] = [:]
        for cell in solution.team.indices
        where solution.team[cell] != nil && model.instance.duty[cell] == .available {
            let employment = model.instance.week.staff[cell / model.instance.sessionCount].employment
            spent[employment, default: 0] += model.instance.bookingPay[cell]
        }
        self.spent = spent
        left = solution.team.indices.map { solution.minutesLeft($0) }
        oversight = OversightReasons(model: model, solution: solution, left: left)
    }

    private var instance: Instance { model.instance }

    func reason(line i: Int) -> UnmetReason {
        let line = instance.lines[i]
        if instance.openWindow(ofLine: i).isEmpty { return .over }
        let competent = cells(of: line) { $0.hasRoute }
        if competent.isEmpty { return .nobodyCompetent }
        let available = competent.filter { instance.eligibleTeamsByStanding[$0].contains(line.team) }
        if available.isEmpty { return .nobodyAvailable }
        if isUnsupervisable(available, i) { return .nobodySupervises }
        let workable = available.filter { !isStoppedByWorkingTime($0) }
        if workable.isEmpty { return .workingTime }
        let payable = workable.filter { !isStoppedByCap($0) }
        if payable.isEmpty { return .cap }
        let free = payable.filter { isFree($0, line) }
        guard !free.isEmpty else { return .capacity }
        guard line.hands == 2 else {
            return free.allSatisfy { oversight.isStopped($0, line: i) } ? .noSupervision : .capacity
        }
        return pairReason(free, line)
    }

    /// Whether only delegated routes are left, and nobody who may supervise may be deployed in the group in the window.
    private func isUnsupervisable(_ available: [Int], _ i: Int) -> Bool {
        let line = instance.lines[i]
        guard line.hands == 1 else { return false }
        let isDelegatedOnly = available.allSatisfy { cell in
            let (s, t) = instance.personAndSession(ofCell: cell)
            return standing(s, t, line).isDelegatedOnly
        }
        return isDelegatedOnly
            && !line.window.contains {
                !instance.past.isOver($0) && instance.mayBeSupervised(line: i, session: $0)
            }
    }

    private func cells(of line: Line, where isAble: (Standing) -> Bool) -> [Int] {
        line.window.filter { !instance.past.isOver($0) }.flatMap { t in
            (0..<instance.staffCount).filter { isAble(standing($0, t, line)) }.map {
                instance.cell($0, t)
            }
        }
    }

    private func standing(_ s: Int, _ t: Int, _ line: Line) -> Standing {
        instance.standing(
            person: s, day: instance.calendar.dayOfSession[t], activity: line.activity, team: line.team)
    }

    /// Whether the session is not worked in this plan, but could be.
    private func isBookable(_ cell: Int) -> Bool {
        solution.team[cell] == nil && instance.duty[cell] == .available
    }

    private func isStoppedByWorkingTime(_ cell: Int) -> Bool {
        let (s, t) = instance.personAndSession(ofCell: cell)
        guard isBookable(cell), !isDeployedInOtherRow(s, t) else { return false }
        let isBooked = { (row: Int, session: Int) in
            let other = instance.cell(row, session)
            return solution.team[other] != nil && instance.duty[other] == .available
        }
        if !instance.workingTime.mayAdd(person: s, session: t, isBooked: isBooked) { return true }
        let employment = instance.week.staff[s].employment
        guard employment.isTemporary else { return false }
        let worked = instance.calendar.sessionsOfDay[instance.calendar.dayOfSession[t]].count { other in
            other == t || isBooked(s, other)
                || instance.duty[instance.cell(s, other)] == .rostered
        }
        return worked < instance.week.policy.bookingMinimumSessions
    }

    /// Whether the human is sent somewhere in the session by another row: they are elsewhere.
    private func isDeployedInOtherRow(_ s: Int, _ t: Int) -> Bool {
        instance.index.humans.teamOfOtherRow(than: s) { solution.team[instance.cell($0, t)] } != nil
    }

    private func isStoppedByCap(_ cell: Int) -> Bool {
        let (s, t) = instance.personAndSession(ofCell: cell)
        guard isBookable(cell), !isDeployedInOtherRow(s, t) else { return false }
        let employment = instance.week.staff[cell / instance.sessionCount].employment
        guard let cap = instance.capLeft(on: employment) else { return false }
        return spent[employment, default: 0] + instance.bookingPay[cell] > cap + 1e-9
    }

    /// Whether the person has the minutes for one more contact in the team: there already, by a booking, or on duty
    /// without a place.
    private func isFree(_ cell: Int, _ line: Line) -> Bool {
        if let k = solution.team[cell] {
            return k == line.team && left[cell] >= Double(line.minutes) - 1e-6
        }
        let (s, t) = instance.personAndSession(ofCell: cell)
        return !isDeployedInOtherRow(s, t) && instance.capacity[cell] >= Double(line.minutes) - 1e-6
    }

    private func pairReason(_ leads: [Int], _ line: Line) -> UnmetReason {
        let seconds = cells(of: line) { $0.contains(.second) }.filter { cell in
            instance.eligibleTeamsByStanding[cell].contains(line.team) && !isStoppedByWorkingTime(cell)
                && !isStoppedByCap(cell) && isFree(cell, line)
        }
        var reason = UnmetReason.noPair
        for lead in leads {
            for second in seconds where areTwoInOneSession(lead, second) {
                guard oversight.isStopped(pair: lead, second, team: line.team) else { return .capacity }
                reason = .noSupervision
            }
        }
        return reason
    }

    /// Whether two cells are of one session and of two humans: the rows of one are no pair.
    private func areTwoInOneSession(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (
            instance.personAndSession(ofCell: one), instance.personAndSession(ofCell: other)
        )
        let humans = instance.index.humans
        return first.session == second.session
            && humans.ofRow[first.person] != humans.ofRow[second.person]
    }
}
