// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekFacts {
    /// Minutes a contact of a line takes of each worker in it, given in that way.
    func minutes(_ line: LineFacts, _ route: ContactRoute) -> Double {
        let activity = line.activity
        let travel = activity.remote ? 0 : Double(week.teams[line.team].travelMinutes)
        let extra = route == .singleHanded ? Double(activity.singleHanded?.extraMinutes ?? 0) : 0
        return Double(activity.minutes) + Double(activity.recordMinutes) + travel + extra
    }

    /// Minutes a person is paid for in a session: fewer than the whole where the rota gives a part of it.
    func paid(_ staff: Int, _ session: Int) -> Double {
        Double(mark(staff, session).minutes ?? week.sessions[session].minutes)
    }

    /// Minutes a person, once deployed, has for contacts and supervision in a session.
    func capacity(_ staff: Int, _ session: Int) -> Double {
        let aside = people[staff].aside(week.policy.nonContactMinutes)
        return max(0, people[staff].pace * (paid(staff, session) - aside))
    }

    /// Pounds of a bank or agency session.
    func bookingCost(_ staff: Int, _ session: Int) -> Double {
        let at = week.sessions[session]
        let uplifts = [at.part.uplift, week.policy.dayUplift(at.day.weekday)]
        let uplift = (uplifts + special(at).map(\.uplift)).reduce(0, max)
        return week.staff[staff].hourlyCost * (1 + uplift) * paid(staff, session) / 60
    }

    /// Pounds that an own person's available session costs on top, whether it is free, extra or overtime.
    func enhancement(_ staff: Int, _ session: Int) -> Double {
        guard week.staff[staff].employment == .substantive else { return 0 }
        let at = week.sessions[session]
        let shares = [week.policy.ownDayUplift(at.day.weekday)] + special(at).map(\.ownUplift)
        return week.staff[staff].hourlyCost / 60 * paid(staff, session) * shares.reduce(0, max)
    }

    /// What week.yaml says of the session's day, if anything.
    func special(_ session: Session) -> [SpecialDay] {
        week.specialDays.filter { $0.day == session.day }
    }

    /// The cap on the pay of people engaged like that, if any.
    func cap(_ employment: Employment) -> Double? {
        switch employment {
        case .bank: week.policy.bankCap
        case .agency: week.policy.agencyCap
        case .substantive, .student, .volunteer: nil
        }
    }

    /// Minutes a week that an own person works free of extra pay on top of the rota, and those up to overtime.
    func allowances(_ staff: Int, calendarWeek: [Int]) -> (free: Double, plain: Double) {
        let member = week.staff[staff]
        let counted: Set<RotaMark.Duty> = [.rostered, .leave, .sick, .training]
        let duty = calendarWeek.filter { counted.contains(mark(staff, $0).duty) }
            .reduce(0.0) { $0 + paid(staff, $1) }
        let fullTime = max(week.policy.fullTimeHours, member.contractHours)
        return (max(0, member.contractHours * 60 - duty), max(0, fullTime * 60 - duty))
    }
}
