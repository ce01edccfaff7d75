// SPDX-License-Identifier: GPL-3.0-or-later

extension WorkLimits {
    /// The limits on a person's average hours a week: one for each calendar week of the horizon, over the weeks up to
    /// it that the policy averages. None without `average_hours`, and for who has opted out.
    ///
    /// What is worked before the horizon and for other employers is taken off, and so are sessions of leave, sickness
    /// and training, which count as worked: days away then neither lower nor raise the average. A week before the
    /// horizon counts where there are hours of it, so that somebody new is averaged over the weeks there are.
    ///
    /// - Parameters:
    ///   - rows: The person's rows of the roster. Their hours add up, and who has opted out in one has done so.
    ///   - duty: What the rota says of each row in each session.
    public func averages(for rows: [Row], _ duty: [[RotaMark.Duty]]) -> [WorkLimit] {
        guard let hours = policy.averageHours, !rows.contains(where: \.member.hasOptedOut) else { return [] }
        return calendar.daysOfWeek.indices.map { last in
            let first = last - policy.averageWeeks + 1
            let sessions =
                calendar.sessionsOfWeek(max(0, first)).lowerBound..<calendar.sessionsOfWeek(last).upperBound
            let window = start.adding(days: 7 * first)...start.adding(days: 7 * last)
            let before = rows.flatMap(\.member.hoursBefore).filter {
                window.contains($0.week) && $0.week < start
            }
            let elsewhere = rows.flatMap(\.member.otherHours).filter { window.contains($0.week) }
            let weeks =
                Set((before + elsewhere).map(\.week).filter { $0 < start }).count + last - max(0, first) + 1
            let away = rows.indices.reduce(0) { sum, row in
                sessions.reduce(sum) { duty[row][$1].isAbsence ? $0 + rows[row].minutes[$1] : $0 }
            }
            let taken = before.minutes + elsewhere.minutes + Double(away)
            return WorkLimit(
                .averageHours(week: last), .sessions,
                sessions.flatMap { session in
                    rows.enumerated().map {
                        WorkLimit.Part(row: $0, place: session, weight: Double($1.minutes[session]))
                    }
                },
                most: ((minutes(ofHours: hours * Double(weeks)) - taken) * 1e6).rounded() / 1e6)
        }
    }
}
