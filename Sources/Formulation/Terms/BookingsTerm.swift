// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Bookings: bank and agency by the session; own staff's `A` sessions by calendar week, beyond contract and beyond
/// full time, and the enhancement of each.
enum BookingsTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .personWeek(let s, let c) = place else { return }
        let instance = builder.instance
        let minutes = Double(
            bookableMinutes(instance, person: s, week: c) + instance.pastMinutes(person: s, week: c))
        let pay = SubstantivePay(instance, person: s, week: c)
        guard minutes > pay.freeMinutes, pay.isPriced else { return }
        builder.column(ColumnOrigin(.beyondContract, person: s, time: c), upTo: minutes - pay.freeMinutes)
        if minutes > pay.plainMinutes {
            builder.column(
                ColumnOrigin(.beyondFullTime, person: s, time: c), upTo: minutes - pay.plainMinutes)
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for cell in instance.eligibleTeams.indices
        where instance.duty[cell] == .available && instance.bookingPay[cell] > 0 {
            for (_, column) in builder.deployments(cell) {
                builder.addCost(instance.bookingPay[cell], to: column, for: .bookings)
            }
        }
        for s in 0..<instance.staffCount {
            for t in instance.pastBookings(of: s, in: 0..<instance.past.sessions) {
                builder.addConstant(instance.bookingPay[builder.cell(s, t)], for: .bookings)
            }
            for c in instance.calendar.daysOfWeek.indices { addWeek(s, c, to: &builder) }
        }
    }

    private static func addWeek(_ s: Int, _ c: Int, to builder: inout ModelBuilder) {
        let columns = builder.layout.personWeek[builder.instance.personWeek(s, c)]
        guard !columns.isEmpty else { return }
        let pay = SubstantivePay(builder.instance, person: s, week: c)
        let worked = builder.instance.calendar.sessionsOfWeek(c).flatMap { t -> [ModelBuilder.Term] in
            let cell = builder.cell(s, t)
            guard builder.instance.duty[cell] == .available else { return [] }
            let minutes = Double(builder.instance.paidMinutes[cell])
            return builder.deployments(cell).map { ($0.column, minutes) }
        }
        // What was worked in sessions that are over comes first.
        let past = Double(builder.instance.pastMinutes(person: s, week: c))
        for column in columns {
            let isOvertime = builder.columns[column].kind == .beyondFullTime
            builder.addCost(
                isOvertime ? pay.rate * (pay.overtimeFactor - 1) : pay.rate, to: column, for: .bookings)
            builder.atMost(
                (isOvertime ? pay.plainMinutes : pay.freeMinutes) - past,
                RowOrigin(isOvertime ? .beyondFullTime : .beyondContract, person: s, time: c),
                worked + [(column, -1)])
        }
    }

    /// `A` minutes that a substantive person could still be deployed for in the calendar week.
    private static func bookableMinutes(_ instance: Instance, person s: Int, week c: Int) -> Int {
        guard instance.week.staff[s].employment == .substantive else { return 0 }
        return instance.calendar.sessionsOfWeek(c).reduce(0) { minutes, t in
            let cell = instance.cell(s, t)
            let isBookable = instance.duty[cell] == .available && !instance.eligibleTeams[cell].isEmpty
            return minutes + (isBookable ? instance.paidMinutes[cell] : 0)
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        let instance = model.instance
        for (personWeek, range) in model.layout.personWeek.enumerated() where !range.isEmpty {
            let (s, c) = personWeek.quotientAndRemainder(dividingBy: instance.calendar.daysOfWeek.count)
            let past = instance.pastMinutes(person: s, week: c)
            let minutes = instance.calendar.sessionsOfWeek(c).reduce(past) { minutes, t in
                let cell = instance.cell(s, t)
                let isBooked =
                    instance.duty[cell] == .available
                    && model.team(ofPerson: s, session: t, in: values) != nil
                return minutes + (isBooked ? instance.paidMinutes[cell] : 0)
            }
            let pay = SubstantivePay(instance, person: s, week: c)
            for (kind, free) in [
                (ColumnOrigin.Kind.beyondContract, pay.freeMinutes), (.beyondFullTime, pay.plainMinutes),
            ] {
                guard let column = model.column(kind, in: range) else { continue }
                values[column] = max(0, Double(minutes) - free)
            }
        }
    }
}
