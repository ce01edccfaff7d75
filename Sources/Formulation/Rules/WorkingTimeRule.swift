// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 8: hours a week and on average, sessions a day, rest, days in a row and days a week, beside what is rostered,
/// over all rows of a human; and for a human of several rows one place in a session.
enum WorkingTimeRule: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .personDay(let s, let day) = place, builder.instance.index.humans.first(with: s) == s
        else { return }
        let rows = builder.instance.index.humans.rows(with: s)
        guard !rows.contains(where: { builder.instance.isRostered($0, onDay: day) }) else { return }
        let mayBeBooked = rows.contains { row in
            builder.instance.calendar.sessionsOfDay[day].contains { t in
                let cell = builder.cell(row, t)
                return builder.instance.duty[cell] == .available
                    && !builder.instance.eligibleTeams[cell].isEmpty
            }
        }
        if mayBeBooked { builder.column(ColumnOrigin(.worksDay, person: s, time: day), upTo: 1) }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (personDay, range) in model.layout.personDay.enumerated() {
            guard let column = model.column(.worksDay, in: range) else { continue }
            let (s, day) = personDay.quotientAndRemainder(dividingBy: model.instance.dayCount)
            let works = model.instance.index.humans.rows(with: s).contains { row in
                model.instance.calendar.sessionsOfDay[day].contains {
                    model.team(ofPerson: row, session: $0, in: values) != nil
                }
            }
            values[column] = works ? 1 : 0
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        for rows in builder.instance.index.humans.rows {
            let limits = builder.instance.workingTime.limits(person: rows[0])
            for limit in limits where limit.unit == .sessions { add(limit, rows, to: &builder) }
            let days = addWorkedDays(rows, to: &builder)
            for limit in limits where limit.unit == .days { add(limit, of: days, rows, to: &builder) }
        }
    }

    /// At most so much of the sessions, as far as there is a team to go to in them.
    private static func add(_ limit: WorkLimit, _ rows: [Int], to builder: inout ModelBuilder) {
        let open = limit.parts.filter {
            !builder.instance.eligibleTeams[builder.cell(rows[$0.row], $0.place)].isEmpty
        }
        guard let last = open.last, open.reduce(0, { $0 + $1.weight }) > limit.most else { return }
        let terms = open.flatMap { worked(rows[$0.row], $0.place, builder, times: $0.weight) }
        builder.atMost(limit.most, origin(limit, rows, last: last.place), terms)
    }

    /// Ties the human's days to the `A` sessions worked on them.
    ///
    /// - Returns: The column of each day on which nothing is rostered and something could be booked.
    private static func addWorkedDays(_ rows: [Int], to builder: inout ModelBuilder) -> [Int?] {
        let days = (0..<builder.instance.dayCount).map { day in
            builder.layout.personDay[builder.instance.personDay(rows[0], day)].first {
                builder.columns[$0].kind == .worksDay
            }
        }
        for (day, column) in days.enumerated() {
            guard let column else { continue }
            for s in rows {
                for t in builder.instance.calendar.sessionsOfDay[day]
                where !builder.instance.eligibleTeams[builder.cell(s, t)].isEmpty {
                    builder.atMost(
                        0, RowOrigin(.worksDay, person: s, time: t), worked(s, t, builder) + [(column, -1)])
                }
            }
        }
        return days
    }

    /// At most so many of the days.
    private static func add(
        _ limit: WorkLimit, of columns: [Int?], _ rows: [Int], to builder: inout ModelBuilder
    ) {
        let terms = limit.parts.compactMap { part in
            columns[part.place].map { (column: $0, coefficient: part.weight) }
        }
        guard let last = limit.parts.last, terms.reduce(0, { $0 + $1.coefficient }) > limit.most else {
            return
        }
        builder.atMost(limit.most, origin(limit, rows, last: last.place), terms)
    }

    private static func worked(_ s: Int, _ t: Int, _ builder: ModelBuilder, times factor: Double = 1)
        -> [ModelBuilder.Term]
    {
        builder.deployments(builder.cell(s, t)).map { ($0.column, factor) }
    }

    private static func origin(_ limit: WorkLimit, _ rows: [Int], last: Int) -> RowOrigin {
        let s = rows[0]
        return switch limit.kind {
        case .onePlace(let session): RowOrigin(.onePlaceOfHuman, person: s, time: session)
        case .weeklyHours(let week): RowOrigin(.weeklyHours, person: s, time: week)
        case .averageHours(let week): RowOrigin(.averageHours, person: s, time: week)
        case .sessionsPerDay(let day): RowOrigin(.sessionsPerDay, person: s, time: day)
        case .rest: RowOrigin(.rest, person: s, time: last)
        case .daysInARow, .daysPerWeek: RowOrigin(.days, person: s, time: last)
        }
    }
}
