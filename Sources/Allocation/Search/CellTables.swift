// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What never changes about the cells (a person in a session), in flat arrays that the inner programme reads.
///
/// They repeat what the instance says: reading it there costs a copy of the week's values at every step.
struct CellTables: Sendable {
    let person: [Int32]
    let session: [Int32]
    /// The person's day of the cell (`person * dayCount + day`), and the calendar week likewise.
    let personDay: [Int32]
    let personWeek: [Int32]
    /// The day of the cell's human: that of the first row.
    let humanDay: [Int32]
    /// The first cell of the person's day, and the one after its last: a day's cells follow one another.
    let firstOfDay: [Int32]
    let endOfDay: [Int32]
    /// The team of each cell in a session that is over; −1: none, or it is still to come.
    let pastTeam: [Int32]
    /// Whether the rota says `A`.
    let isAvailable: [Bool]
    /// Whether the cell may be left without a place though somebody is at work: `A`, or on duty with no team of
    /// their own to be in.
    let isOptional: [Bool]
    let isHead: [Bool]
    let isRegistered: [Bool]
    /// Whether the person gives contacts only where somebody registered is in the group.
    let isAccompanied: [Bool]
    /// Minutes of work if deployed, and paid minutes.
    let capacity: [Double]
    let minutes: [Double]
    /// Pounds of a bank or agency booking, and of own staff's enhancement; 0 for others.
    let bookingPay: [Double]
    /// Whose cap that counts against.
    let employment: [Employment]

    init(_ instance: Instance) {
        let sessions = instance.sessionCount
        let weeks = instance.calendar.daysOfWeek.count
        let cells = instance.eligibleTeams.indices
        let dayOfSession = instance.calendar.dayOfSession
        let firstSession = (0..<sessions).map {
            instance.calendar.sessionsOfDay[dayOfSession[$0]].min() ?? $0
        }
        let lastSession = (0..<sessions).map { instance.calendar.sessionsOfDay[dayOfSession[$0]].max() ?? $0 }
        person = cells.map { Int32($0 / sessions) }
        session = cells.map { Int32($0 % sessions) }
        personDay = cells.map { Int32($0 / sessions * instance.dayCount + dayOfSession[$0 % sessions]) }
        personWeek = cells.map {
            Int32($0 / sessions * weeks + instance.calendar.weekOfDay[dayOfSession[$0 % sessions]])
        }
        let firstRow = (0..<instance.staffCount).map { instance.index.humans.first(with: $0) }
        humanDay = cells.map {
            Int32(firstRow[$0 / sessions] * instance.dayCount + dayOfSession[$0 % sessions])
        }
        firstOfDay = cells.map { Int32($0 - $0 % sessions + firstSession[$0 % sessions]) }
        endOfDay = cells.map { Int32($0 - $0 % sessions + lastSession[$0 % sessions] + 1) }
        pastTeam = cells.map { cell in
            Int32(instance.past.team(person: cell / sessions, session: cell % sessions) ?? -1)
        }
        isAvailable = instance.duty.map { $0 == .available }
        isOptional = cells.map { !instance.eligibleTeams[$0].isEmpty && !instance.isPlaceOwed[$0] }
        isHead = cells.map { instance.isHead[$0 / sessions] }
        isRegistered = cells.map { instance.isRegistered[$0 / sessions] }
        isAccompanied = cells.map { instance.isAccompanied[$0 / sessions] }
        capacity = instance.capacity
        minutes = instance.paidMinutes.map(Double.init)
        bookingPay = instance.bookingPay
        employment = cells.map { instance.week.staff[$0 / sessions].employment }
    }
}
