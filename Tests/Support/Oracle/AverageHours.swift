// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension OracleWorld {
    /// Whether hours a week, averaged over the weeks up to each week of the horizon that are not too far from a session
    /// added, keep to the policy: rule 8.
    func keepsAverage(_ person: Int, _ added: Int, _ worked: [Int]) -> Bool {
        let member = week.staff[person]
        guard let most = week.policy.averageHours, !member.hasOptedOut else { return true }
        let here = week.sessions[added].day.monday
        let paid = week.sessions.indices.filter {
            worked.contains($0) || [.leave, .sick, .training].contains(week.rota[person][$0].duty)
        }
        for end in Set(week.sessions.map(\.day.monday)) where end >= here {
            let window = (0..<week.policy.averageWeeks).map { end.adding(days: -7 * $0) }
            guard window.contains(here) else { continue }
            var (hours, weeks) = (0.0, 0)
            for monday in window {
                let elsewhere = member.otherHours.filter { $0.week == monday }.map(\.hours)
                if monday < week.start {
                    let known = elsewhere + member.hoursBefore.filter { $0.week == monday }.map(\.hours)
                    hours += known.reduce(0, +)
                    weeks += known.isEmpty ? 0 : 1
                } else {
                    let minutes = paid.filter { week.sessions[$0].day.monday == monday }
                        .map { worth(person, $0) }
                    hours += elsewhere.reduce(0, +) + Double(minutes.reduce(0, +)) / 60
                    weeks += 1
                }
            }
            if hours > most * Double(weeks) + 1e-9 { return false }
        }
        return true
    }
}
