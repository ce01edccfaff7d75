// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension OracleWorld {
    /// Whether hours a week, averaged over the weeks up to each week of the horizon that are not too far from a session
    /// added, keep to the policy: rule 8.
    func keepsAverage(_ rows: [Int], _ added: Int, _ worked: [(row: Int, session: Int)]) -> Bool {
        let members = rows.map { week.staff[$0] }
        guard let most = week.policy.averageHours, !members.contains(where: \.hasOptedOut) else {
            return true
        }
        let here = week.sessions[added].day.monday
        var paid = worked
        for row in rows {
            for session in week.sessions.indices
            where [.leave, .sick, .training].contains(week.rota[row][session].duty) {
                paid.append((row: row, session: session))
            }
        }
        for end in Set(week.sessions.map(\.day.monday)) where end >= here {
            let window = (0..<week.policy.averageWeeks).map { end.adding(days: -7 * $0) }
            guard window.contains(here) else { continue }
            var (hours, weeks) = (0.0, 0)
            for monday in window {
                let elsewhere = members.flatMap(\.otherHours).filter { $0.week == monday }.map(\.hours)
                if monday < week.start {
                    let before = members.flatMap(\.hoursBefore).filter { $0.week == monday }
                    let known = elsewhere + before.map(\.hours)
                    hours += known.reduce(0, +)
                    weeks += known.isEmpty ? 0 : 1
                } else {
                    let minutes = paid.filter { week.sessions[$0.session].day.monday == monday }
                        .map { worth($0.row, $0.session) }
                    hours += elsewhere.reduce(0, +) + Double(minutes.reduce(0, +)) / 60
                    weeks += 1
                }
            }
            if hours > most * Double(weeks) + 1e-9 { return false }
        }
        return true
    }
}
