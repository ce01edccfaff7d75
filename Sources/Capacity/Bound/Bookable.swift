// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Whether a bank or agency session can be booked at all: a booking's minimum and the caps may rule it out by itself.
struct Bookable {
    /// What stands in the way of a session.
    enum Obstacle {
        /// The day has not as many sessions as a booking has to have.
        case minimum
        /// The cheapest booking with that session costs more than the cap.
        case cap
    }

    private let instance: Instance
    private let workingTime: WorkingTime

    init(_ instance: Instance) {
        self.instance = instance
        workingTime = WorkingTime(instance)
    }

    /// What rules out that the person works the session; nil where nothing does, and for sessions on duty.
    func obstacle(person s: Int, session t: Int) -> Obstacle? {
        let employment = instance.week.staff[s].employment
        guard employment == .bank || employment == .agency, instance.duty[cell(s, t)] == .available else {
            return nil
        }
        let day = instance.calendar.dayOfSession[t]
        let sessions = instance.calendar.sessionsOfDay[day]
        let rostered = sessions.count { instance.duty[cell(s, $0)] == .rostered }
        let wanted = max(1, instance.week.policy.bookingMinimumSessions - rostered)
        let others = sessions.filter {
            $0 != t && instance.duty[cell(s, $0)] == .available
                && !instance.eligibleTeams[cell(s, $0)].isEmpty
        }
        let room = min(others.count + 1, workingTime.availableSessions(person: s, day: day))
        if room < wanted { return .minimum }
        let policy = instance.week.policy
        guard let cap = employment == .bank ? policy.bankCap : policy.agencyCap else { return nil }
        let pay = others.map { instance.bookingPay[cell(s, $0)] }.sorted().prefix(wanted - 1)
        return pay.reduce(instance.bookingPay[cell(s, t)], +) > cap + 1e-6 ? .cap : nil
    }

    private func cell(_ s: Int, _ t: Int) -> Int { s * instance.sessionCount + t }
}
