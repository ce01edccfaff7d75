// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Sessions of somebody that are booked together: one; or all that they are called for on a day, where a booking has
/// to be of several.
struct CallUnit: Hashable, Comparable, Sendable {
    let person: Int
    let sessions: [Int]

    var shifts: [Shift] { sessions.map { Shift(person: person, session: $0) } }

    static func < (one: CallUnit, other: CallUnit) -> Bool {
        one.person != other.person
            ? one.person < other.person : one.sessions.lexicographicallyPrecedes(other.sessions)
    }

    /// Whether somebody would be booked twice for a session by both.
    func overlaps(_ other: CallUnit) -> Bool {
        person == other.person && sessions.contains(where: other.sessions.contains)
    }

    /// Calls as units.
    static func units(_ shifts: some Sequence<Shift>, in instance: Instance) -> [CallUnit] {
        let policy = instance.week.policy
        let groups = Dictionary(grouping: shifts) { shift -> [Int] in
            let together =
                policy.bookingMinimumSessions > 1
                && instance.week.staff[shift.person].employment.isTemporary
            return together
                ? [shift.person, -1 - instance.calendar.dayOfSession[shift.session]]
                : [shift.person, shift.session]
        }
        return groups.values.compactMap { group in
            group.first.map { CallUnit(person: $0.person, sessions: group.map(\.session).sorted()) }
        }.sorted()
    }
}

/// What makes people of bank and agency interchangeable in some sessions: a booking of one does and costs what one of
/// another does. Own people are like themselves alone, because what their hours cost depends on their week.
struct CallKind: Hashable {
    private let sessions: [Int]
    private let employment: Employment
    private let ownPerson: Int?
    private let homes: [Int?]
    private let pounds: [Double]
    private let capacity: [Double]
    private let teams: [[Int]]
    private let standings: [[Standing]]

    /// - Parameters:
    ///   - callable: Who may be called, and to which teams.
    ///   - instance: The week with everybody who may be called.
    init(_ unit: CallUnit, _ callable: [Shift: [Int]], in instance: Instance) {
        let cells = unit.sessions.map { instance.cell(unit.person, $0) }
        sessions = unit.sessions
        employment = instance.week.staff[unit.person].employment
        ownPerson = employment.isTemporary ? nil : unit.person
        homes = unit.sessions.map {
            instance.homeTeam[instance.personDay(unit.person, instance.calendar.dayOfSession[$0])]
        }
        pounds = cells.map { instance.bookingPay[$0] }
        capacity = cells.map { instance.capacity[$0] }
        teams = unit.shifts.map { callable[$0] ?? [] }
        standings = unit.sessions.map { session in
            instance.lines.indices.filter { instance.week.demand[$0].window.contains(session) }.map {
                instance.standing(person: unit.person, session: session, line: $0)
            }
        }
    }
}
