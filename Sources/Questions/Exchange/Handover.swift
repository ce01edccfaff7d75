// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// A session that goes from one person to another, as positions.
struct Handover: Sendable {
    let session: Int
    let team: Int
    let from: Int
    let to: Int
    /// The session that whoever takes it gives for it; nil: none.
    let given: Int?
}

extension Week {
    /// What the rota says once sessions have changed hands.
    ///
    /// Who gives a session is off duty in it, unless they take another one of the same time. Who takes it has the mark of
    /// the session that they give for it: the duty moves, and is no session more. Who gives none is asked to come, and is
    /// paid for it by their own terms; who is on duty without a place stays on duty. All are pinned to the team.
    func marks(after handovers: [Handover]) -> [Change] {
        let taking = handovers.map { handover -> Change in
            let own = rota[handover.to][handover.session]
            let there = rota[handover.from][handover.session]
            let mark: RotaMark.Duty
            let minutes: Int?
            if own.duty == .rostered || own.duty == .available {
                (mark, minutes) = (own.duty, own.minutes)
            } else {
                mark = handover.given.map { rota[handover.to][$0].duty } ?? .available
                minutes = there.minutes
            }
            return .availability(
                Availability(
                    staff: staff[handover.to].id, sessions: [sessions[handover.session].id], mark,
                    team: teams[handover.team].id, minutes: minutes))
        }
        let leaving = handovers.filter { one in
            !handovers.contains { $0.to == one.from && $0.session == one.session }
        }.map { handover -> Change in
            .availability(
                Availability(staff: staff[handover.from].id, sessions: [sessions[handover.session].id], .off))
        }
        return leaving + taking
    }
}
