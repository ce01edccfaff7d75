// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WorkingTime {
    /// Weeks of the horizon up to which more is worked on average than the policy allows.
    ///
    /// Counted week by week, backwards from each: what the rota says was worked, would have been worked but for leave,
    /// sickness and training, or is booked; before the horizon, the hours of the files.
    var averageHours: [Breach] {
        let members = rows.map { facts.week.staff[$0] }
        guard let most = policy.averageHours, !members.contains(where: \.hasOptedOut) else { return [] }
        return facts.calendarWeeks.indices.compactMap { last in
            var (minutes, weeks, isBound) = (0.0, 0, false)
            for back in 0..<max(0, policy.averageWeeks) {
                let monday = facts.week.start.adding(days: 7 * (last - back))
                let other = members.flatMap(\.otherHours).filter { $0.week == monday }
                let past =
                    monday < facts.week.start
                    ? members.flatMap(\.hoursBefore).filter { $0.week == monday } : []
                for row in other + past { minutes += row.hours * 60 }
                guard monday >= facts.week.start else {
                    weeks += other.isEmpty && past.isEmpty ? 0 : 1
                    continue
                }
                weeks += 1
                for session in facts.calendarWeeks[last - back] {
                    for row in rows where counts(row, session) {
                        minutes += facts.paid(row, session)
                        isBound = isBound || isRowBooked(row, session)
                    }
                }
            }
            guard isBound, minutes > most * 60 * Double(weeks) + Tolerance.minutes else { return nil }
            let monday = facts.week.start.adding(days: 7 * last)
            return Breach(
                session: nil,
                words: "works \(Wording.time(minutes / Double(weeks))) a week on average over "
                    + "\(weeks == 1 ? "the week" : "\(weeks) weeks up to that") of \(monday) but may work "
                    + Wording.time(most * 60))
        }
    }
}
