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

    init(_ instance: Instance) {
        self.instance = instance
    }

    /// What rules out that the person works the session; nil where nothing does, and for sessions on duty.
    func obstacle(person s: Int, session t: Int) -> Obstacle? {
        let employment = instance.week.staff[s].employment
        guard employment.isTemporary, instance.duty[instance.cell(s, t)] == .available else { return nil }
        let day = instance.calendar.dayOfSession[t]
        let sessions = instance.calendar.sessionsOfDay[day]
        let rostered = sessions.count { instance.duty[instance.cell(s, $0)] == .rostered }
        let wanted = max(1, instance.week.policy.bookingMinimumSessions - rostered)
        let others = sessions.filter {
            $0 != t && instance.duty[instance.cell(s, $0)] == .available
                && !instance.eligibleTeams[instance.cell(s, $0)].isEmpty
        }
        let most = instance.workingTime.most(.sessionsPerDay(day: day), person: s)
        if min(Double(others.count + 1), most) < Double(wanted) { return .minimum }
        guard let cap = instance.capLeft(on: employment) else { return nil }
        let pay = others.map { instance.bookingPay[instance.cell(s, $0)] }.sorted().prefix(wanted - 1)
        return pay.reduce(instance.bookingPay[instance.cell(s, t)], +) > cap + 1e-6 ? .cap : nil
    }
}
