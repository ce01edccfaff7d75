// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import Workforce

extension Week {
    /// What lifts one barrier between a person and a team, where that is for somebody to decide; nil where it
    /// is not, such as leave or a way that is too long.
    ///
    /// - Parameters:
    ///   - s: The person's position on the roster.
    ///   - t: The session in which they are to be there.
    ///   - k: The team's position.
    func lifting(_ barrier: Barrier, person s: Int, session t: Int, team k: Int) -> Change? {
        let (id, session, mark) = (staff[s].id, sessions[t].id, rota[s][t])
        switch barrier {
        case .organisation:
            return .agreement(
                Agreement(employer: staff[s].employer, organisation: teams[k].organisation, roles: nil))
        case .placement: return .placement(PlacementChange(staff: id))
        case .pin:
            return .availability(
                Availability(staff: id, sessions: [session], mark.duty, minutes: mark.minutes))
        case .absent(.off):
            return .availability(Availability(staff: id, sessions: [session], .available))
        case .over, .absent, .otherRow, .closed, .travel, .nothingToDo, .workingTime: return nil
        }
    }
}
