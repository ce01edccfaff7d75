// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Books available sessions that are worth more than they cost, one after the other.
struct SessionBooker {
    private let model: WeeklyModel
    private let workingTime: WorkingTime
    /// `A` minutes worked by each person in each calendar week.
    private var minutes: [Double]
    private var spent: [Employment: Double] = [:]

    init(_ model: WeeklyModel, _ workingTime: WorkingTime) {
        self.model = model
        self.workingTime = workingTime
        minutes = [Double](
            repeating: 0, count: model.instance.staffCount * model.instance.calendar.daysOfWeek.count)
    }

    private var instance: Instance { model.instance }

    /// Books what is worth it in one session, best first, and fills each booking at once.
    mutating func book(session t: Int, _ draft: inout Draft, _ filling: Filling) {
        var candidates = (0..<instance.staffCount).map { $0 * instance.sessionCount + t }
            .filter { instance.duty[$0] == .available && !instance.eligibleTeams[$0].isEmpty }
        while !candidates.isEmpty {
            var best: (gain: Double, cell: Int, team: Int)?
            candidates.removeAll { !isAllowed($0, draft) }
            for cell in candidates {
                let cost = cost(of: cell)
                for k in instance.eligibleTeams[cell] {
                    let gain = worth(of: cell, in: k, draft) - cost - awayCost(cell, k)
                    if gain > (best?.gain ?? 1e-6) { best = (gain, cell, k) }
                }
            }
            guard let best else { return }
            let c = weekIndex(of: best.cell)
            spent[employment(of: best.cell), default: 0] += instance.bookingPay[best.cell]
            minutes[c] += Double(instance.calendar.sessions[t].minutes)
            draft.deploy(best.cell, to: best.team)
            filling.fill(&draft, team: best.team, session: t)
            candidates.removeAll { $0 == best.cell }
        }
    }

    private func employment(of cell: Int) -> Employment {
        instance.week.staff[cell / instance.sessionCount].employment
    }

    private func weekIndex(of cell: Int) -> Int {
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        let c = instance.calendar.weekOfDay[instance.calendar.dayOfSession[t]]
        return s * instance.calendar.daysOfWeek.count + c
    }

    /// Pounds the session adds to the price of bookings.
    private func cost(of cell: Int) -> Double {
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        guard instance.week.staff[s].employment == .substantive else { return instance.bookingPay[cell] }
        let c = instance.calendar.weekOfDay[instance.calendar.dayOfSession[t]]
        let pay = SubstantivePay(instance, person: s, week: c)
        let worked = minutes[weekIndex(of: cell)]
        return pay.cost(worked + Double(instance.calendar.sessions[t].minutes)) - pay.cost(worked)
    }

    private func awayCost(_ cell: Int, _ k: Int) -> Double {
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        let home = instance.homeTeam[s * instance.dayCount + instance.calendar.dayOfSession[t]]
        return home == nil || home == k ? 0 : instance.week.policy.awaySession
    }

    /// Pounds of unmet care and missing heads that the person alone, or with people who have time, would take away.
    private func worth(of cell: Int, in k: Int, _ draft: Draft) -> Double {
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        let place = k * instance.sessionCount + t
        var pounds = 0.0
        if instance.isHead[s] {
            let missing = instance.week.teams[k].minimumStaff - heads(place, draft, registeredOnly: false)
            if missing > 0 { pounds += instance.week.policy.unsafeStaffing }
            let registered = instance.week.teams[k].minimumRegistered - heads(place, draft, registeredOnly: true)
            if registered > 0, instance.isRegistered[s] { pounds += instance.week.policy.unsafeStaffing }
        }
        var left = instance.capacity[cell]
        for contact in contactsByWorth(cell, k, draft) {
            let worth = instance.lines[Int(contact.line)].unmetPrice
            var count = draft.unmet[Int(contact.line)]
            if contact.kind == .doubleHandedParts { count = min(count, partners(of: contact, place, draft)) }
            if contact.minutes > 0 { count = min(count, Int(left / Double(contact.minutes))) }
            left -= Double(count) * Double(contact.minutes)
            pounds += Double(count) * worth
        }
        return pounds
    }

    /// What the person could do there and is still wanted, dearest a minute first; delegated work, which hangs on
    /// others, left out.
    private func contactsByWorth(_ cell: Int, _ k: Int, _ draft: Draft) -> [ContactColumn] {
        let wanted: [ContactColumn] = model.layout.contacts[model.layout.contactsOfCell[cell]].filter { contact in
            Int(contact.team) == k && draft.unmet[Int(contact.line)] > 0 && contact.kind != .delegatedContacts
        }
        let worth = { (contact: ContactColumn) -> Double in
            instance.lines[Int(contact.line)].unmetPrice / Double(max(1, contact.minutes))
        }
        return wanted.sorted { one, other in worth(one) > worth(other) }
    }

    private func heads(_ place: Int, _ draft: Draft, registeredOnly: Bool) -> Int {
        draft.deployed[place].count { cell in
            let s = cell / instance.sessionCount
            return instance.isHead[s] && (!registeredOnly || instance.isRegistered[s])
        }
    }

    /// Contacts that somebody already there has the time to be the other worker of.
    private func partners(of contact: ContactColumn, _ place: Int, _ draft: Draft) -> Int {
        var most = 0
        for cell in draft.deployed[place] {
            for other in draft.contacts(of: cell)
            where other.line == contact.line && other.kind == .doubleHandedParts {
                most = max(most, draft.fitting(other))
            }
        }
        return most
    }

    /// Whether rules 8 and 9 let the cell be worked beside what is booked so far.
    private func isAllowed(_ cell: Int, _ draft: Draft) -> Bool {
        let (s, t) = cell.quotientAndRemainder(dividingBy: instance.sessionCount)
        guard draft.team[cell] < 0 else { return false }
        let booked = (0..<instance.sessionCount).filter {
            let other = s * instance.sessionCount + $0
            return instance.duty[other] == .available && draft.team[other] >= 0
        }
        return workingTime.mayAdd(person: s, session: t, toBooked: booked) && meetsBookingRules(s, t, booked)
    }

    private func meetsBookingRules(_ s: Int, _ t: Int, _ booked: [Int]) -> Bool {
        let employment = instance.week.staff[s].employment
        guard employment == .bank || employment == .agency else { return true }
        let sessions = instance.calendar.sessionsOfDay[instance.calendar.dayOfSession[t]]
        let worked = sessions.count {
            $0 == t || booked.contains($0) || instance.duty[s * instance.sessionCount + $0] == .rostered
        }
        guard worked >= instance.week.policy.bookingMinimumSessions else { return false }
        let cap = employment == .bank ? instance.week.policy.bankCap : instance.week.policy.agencyCap
        let cost = instance.bookingPay[s * instance.sessionCount + t]
        return cap.map { spent[employment, default: 0] + cost <= $0 + 1e-9 } ?? true
    }
}
