// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 8: hours a week, sessions a day, rest, days in a row and days a week, beside what is rostered.
enum WorkingTimeRule: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .personDay(let s, let day) = place, !builder.workingTime.isRostered(s, onDay: day) else {
            return
        }
        let mayBeBooked = builder.instance.calendar.sessionsOfDay[day].contains { t in
            let cell = builder.cell(s, t)
            return builder.instance.duty[cell] == .available && !builder.instance.eligibleTeams[cell].isEmpty
        }
        if mayBeBooked { builder.column(ColumnOrigin(.worksDay, person: s, time: day), upTo: 1) }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (personDay, range) in model.layout.personDay.enumerated() {
            guard let column = model.column(.worksDay, in: range) else { continue }
            let (s, day) = personDay.quotientAndRemainder(dividingBy: model.instance.dayCount)
            let works = model.instance.calendar.sessionsOfDay[day].contains {
                model.team(ofPerson: s, session: $0, in: values) != nil
            }
            values[column] = works ? 1 : 0
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        for s in 0..<builder.instance.staffCount {
            let available = (0..<builder.instance.sessionCount).filter { t in
                let cell = builder.cell(s, t)
                return builder.instance.duty[cell] == .available
                    && !builder.instance.eligibleTeams[cell].isEmpty
            }
            guard !available.isEmpty else { continue }
            addHours(s, available, to: &builder)
            addSessionsPerDay(s, available, to: &builder)
            addRest(s, available, to: &builder)
            addDays(s, available, to: &builder)
        }
    }

    private static func worked(_ s: Int, _ t: Int, _ builder: ModelBuilder, times factor: Double = 1)
        -> [ModelBuilder.Term]
    {
        builder.deployments(builder.cell(s, t)).map { ($0.column, factor) }
    }

    private static func addHours(_ s: Int, _ available: [Int], to builder: inout ModelBuilder) {
        for c in builder.instance.calendar.daysOfWeek.indices {
            guard let limit = builder.workingTime.availableMinutes(person: s, week: c) else { continue }
            let sessions = available.filter { builder.instance.calendar.sessionsOfWeek(c).contains($0) }
            var terms: [ModelBuilder.Term] = []
            var most = 0
            for t in sessions {
                let minutes = builder.instance.calendar.sessions[t].minutes
                most += minutes
                terms += worked(s, t, builder, times: Double(minutes))
            }
            // Rostered minutes above the maximum stand; then no `A` session of the week is left here.
            if !terms.isEmpty, Double(most) > limit {
                builder.atMost(limit, RowOrigin(.weeklyHours, person: s, time: c), terms)
            }
        }
    }

    private static func addSessionsPerDay(_ s: Int, _ available: [Int], to builder: inout ModelBuilder) {
        for (day, range) in builder.instance.calendar.sessionsOfDay.enumerated() {
            let limit = builder.workingTime.availableSessions(person: s, day: day)
            let sessions = available.filter(range.contains)
            guard sessions.count > limit else { continue }
            builder.atMost(
                Double(limit), RowOrigin(.sessionsPerDay, person: s, time: day),
                sessions.flatMap { worked(s, $0, builder) })
        }
    }

    private static func addRest(_ s: Int, _ available: [Int], to builder: inout ModelBuilder) {
        for (position, one) in available.enumerated() {
            for other in available[(position + 1)...] {
                // Later sessions lie further off, but days may have parts of different length.
                if builder.instance.calendar.sessions[other].dayIndex
                    > builder.instance.calendar.sessions[one].dayIndex + restDays(builder)
                {
                    break
                }
                guard builder.workingTime.clash(one, other) else { continue }
                builder.atMost(
                    1, RowOrigin(.rest, person: s, time: other),
                    worked(s, one, builder) + worked(s, other, builder))
            }
        }
    }

    private static func restDays(_ builder: ModelBuilder) -> Int {
        Int(builder.instance.week.policy.minimumRestHours / 24) + 1
    }

    private static func addDays(_ s: Int, _ available: [Int], to builder: inout ModelBuilder) {
        var works = [Int?](repeating: nil, count: builder.instance.dayCount)
        for day in 0..<builder.instance.dayCount {
            works[day] = builder.layout.personDay[s * builder.instance.dayCount + day].first {
                builder.columns[$0].kind == .worksDay
            }
        }
        for t in available {
            guard let column = works[builder.instance.calendar.dayOfSession[t]] else { continue }
            builder.atMost(
                0, RowOrigin(.worksDay, person: s, time: t), worked(s, t, builder) + [(column, -1)])
        }
        for (days, limit) in builder.workingTime.dayLimits(person: s) {
            let terms = days.compactMap { works[$0].map { (column: $0, coefficient: 1.0) } }
            guard terms.count > limit, let last = days.last else { continue }
            builder.atMost(Double(limit), RowOrigin(.days, person: s, time: last), terms)
        }
    }
}
