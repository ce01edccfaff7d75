// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

extension Week {
    /// What the rota says of somebody in a session.
    func mark(_ shift: Shift) -> RotaMark { rota[shift.person][shift.session] }

    /// Whether the rota has somebody as one who may be called: `A` or `C`.
    func mayBeCalled(_ shift: Shift) -> Bool { [.available, .callable].contains(mark(shift).duty) }

    /// What the rota says of somebody in a session, in words.
    func markInWords(_ shift: Shift) -> String {
        let mark = mark(shift).duty.rawValue
        return mark.isEmpty ? "nothing" : mark
    }

    /// Who may be called in a session that is still to come though they offered nothing.
    var callable: [Shift] {
        staff.indices.flatMap { person in
            openSessions.map { Shift(person: person, session: $0) }.filter { mark($0).duty == .callable }
        }
    }

    /// A mark in the place of what the rota says, of as many minutes.
    func marking(_ shift: Shift, _ duty: RotaMark.Duty, pins: [String] = []) -> Change {
        .availability(
            Availability(
                staff: staff[shift.person].id, sessions: [sessions[shift.session].id], duty, teams: pins,
                minutes: duty == .off ? nil : mark(shift).minutes))
    }
}

extension PlanRows {
    /// Who is deployed anywhere, and when.
    func shifts(_ index: WeekIndex) -> Set<Shift> {
        Set(
            deployments.compactMap { row in
                index.person(row.staff).map { Shift(person: $0, session: row.session) }
            })
    }
}
