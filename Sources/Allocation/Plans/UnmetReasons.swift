// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Why one more contact of a line cannot be given with the rest of the plan as it stands.
struct UnmetReasons {
    private let model: WeeklyModel
    private let solution: Solution
    private let workingTime: WorkingTime
    private let spent: [Employment: Double]
    /// Minutes that each cell has left, worked out once: every line asks for them again.
    private let left: [Double]

    init(_ model: WeeklyModel, _ solution: Solution) {
        self.model = model
        self.solution = solution
        workingTime = WorkingTime(model.instance)
        var spent: [Employment: Double] = [:]
        for cell in solution.team.indices
        where solution.team[cell] != nil && model.instance.duty[cell] == .available {
            let employment = model.instance.week.staff[cell / model.instance.sessionCount].employment
            spent[employment, default: 0] += model.instance.bookingPay[cell]
        }
        self.spent = spent
        left = solution.team.indices.map { solution.minutesLeft($0) }
    }

    private var instance: Instance { model.instance }

    func reason(line i: Int) -> UnmetReason {
        let line = instance.lines[i]
        let competent = cells(of: line) { $0.hasRoute }
        if competent.isEmpty { return .nobodyCompetent }
        let available = competent.filter { instance.eligibleTeamsByStanding[$0].contains(line.team) }
        if available.isEmpty { return .nobodyAvailable }
        let workable = available.filter { !isStoppedByWorkingTime($0) }
        if workable.isEmpty { return .workingTime }
        let payable = workable.filter { !isStoppedByCap($0) }
        if payable.isEmpty { return .cap }
        let free = payable.filter { isFree($0, line) }
        if line.hands == 2, !free.isEmpty, !hasPair(free, line) { return .noPair }
        if !free.isEmpty, free.allSatisfy({ isStoppedBySupervision($0, i) }) { return .noSupervision }
        return .capacity
    }

    private func cells(of line: Line, where isAble: (Standing) -> Bool) -> [Int] {
        line.window.flatMap { t in
            (0..<instance.staffCount).filter { isAble(standing($0, t, line)) }.map {
                $0 * instance.sessionCount + t
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
        guard isBookable(cell) else { return false }
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        let booked = (0..<instance.sessionCount).filter {
            let other = s * instance.sessionCount + $0
            return solution.team[other] != nil && instance.duty[other] == .available
        }
        if !workingTime.mayAdd(person: s, session: t, toBooked: booked) { return true }
        let employment = instance.week.staff[s].employment
        guard employment == .bank || employment == .agency else { return false }
        let worked = instance.calendar.sessionsOfDay[instance.calendar.dayOfSession[t]].count { other in
            other == t || booked.contains(other)
                || instance.duty[s * instance.sessionCount + other] == .rostered
        }
        return worked < instance.week.policy.bookingMinimumSessions
    }

    private func isStoppedByCap(_ cell: Int) -> Bool {
        guard isBookable(cell) else { return false }
        let employment = instance.week.staff[cell / instance.sessionCount].employment
        let policy = instance.week.policy
        guard let cap = employment == .bank ? policy.bankCap : employment == .agency ? policy.agencyCap : nil
        else { return false }
        return spent[employment, default: 0] + instance.bookingPay[cell] > cap + 1e-9
    }

    /// Whether the person has the minutes for one more contact in the team, there already or by a booking.
    private func isFree(_ cell: Int, _ line: Line) -> Bool {
        if let k = solution.team[cell] {
            return k == line.team && left[cell] >= Double(line.minutes) - 1e-6
        }
        return instance.duty[cell] == .available && instance.capacity[cell] >= Double(line.minutes) - 1e-6
    }

    private func hasPair(_ leads: [Int], _ line: Line) -> Bool {
        let seconds = cells(of: line) { $0.contains(.second) }.filter { cell in
            instance.eligibleTeamsByStanding[cell].contains(line.team) && !isStoppedByWorkingTime(cell)
                && !isStoppedByCap(cell) && isFree(cell, line)
        }
        return leads.contains { lead in
            seconds.contains { $0 != lead && $0 % instance.sessionCount == lead % instance.sessionCount }
        }
    }

    // MARK: Rules 6 and 7

    private func isStoppedBySupervision(_ cell: Int, _ i: Int) -> Bool {
        let line = instance.lines[i]
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        guard line.hands == 1, standing(s, t, line).isDelegatedOnly else { return false }
        let g = instance.groupOfTeam[line.team]
        let deployed = (0..<instance.staffCount).map { $0 * instance.sessionCount + t }.filter {
            solution.team[$0].map { instance.groupOfTeam[$0] == g } ?? false
        }
        return !hasSupervision(deployed, line, g, t) || !isWithinSpan(cell, deployed, g)
    }

    private func hasSupervision(_ deployed: [Int], _ line: Line, _ g: Int, _ t: Int) -> Bool {
        let minutes = instance.activities[line.activity].delegated?.supervisionMinutes ?? 0
        guard minutes > 0 else { return true }
        let limit = instance.week.policy.supervisionMinutesPerSession
        var needed = minutes
        for cell in deployed {
            for contact in solution.contacts(of: cell)
            where contact.kind == .delegatedContacts
                && instance.lines[Int(contact.line)].activity == line.activity
            {
                needed += minutes * Double(solution.count(contact))
            }
            for supervision in model.layout.supervision[model.layout.supervisionOfCell[cell]]
            where Int(supervision.activity) == line.activity && Int(supervision.group) == g {
                needed -= solution.minutes(supervision)
            }
            if standing(cell / instance.sessionCount, t, line).contains(.supervises) {
                needed -= max(0, min(left[cell], limit - solution.supervisionMinutes(cell)))
            }
        }
        return needed <= 1e-6
    }

    private func isWithinSpan(_ cell: Int, _ deployed: [Int], _ g: Int) -> Bool {
        guard instance.groupHasSpan[g] else { return true }
        let delegating = deployed.filter { delegates($0) }
        if delegating.contains(cell) { return true }
        let span = deployed.filter { instance.isRegistered[$0 / instance.sessionCount] }
            .reduce(0.0) { $0 + (solution.team[$1].flatMap { instance.week.teams[$0].span } ?? 0) }
        return Double(delegating.count + 1) <= span + 1e-9
    }

    private func delegates(_ cell: Int) -> Bool {
        solution.contacts(of: cell).contains { $0.kind == .delegatedContacts }
    }
}
