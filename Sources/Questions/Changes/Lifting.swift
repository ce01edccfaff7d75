// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// A week in which something that stopped somebody does not any more.
struct Lifted: Sendable {
    /// What that takes, as a noun: `lifting Ann's placement`.
    let words: String
    /// Who it is about; nil where it is about nobody alone.
    let staff: String?
    /// The week with it.
    let week: Week
}

extension Week {
    /// This week without one barrier between a person and a team, where that is for somebody to decide; nil where it
    /// is not, such as leave or a way that is too long.
    ///
    /// - Parameters:
    ///   - s: The person's position on the roster.
    ///   - t: The session in which they are to be there.
    ///   - k: The team's position.
    func lifting(_ barrier: Barrier, person s: Int, session t: Int, team k: Int) -> Lifted? {
        let names = Naming(week: self)
        let (who, when, id) = (names.person(s), names.session(t), staff[s].id)
        switch barrier {
        case .organisation:
            let (employer, organisation) = (staff[s].employer, teams[k].organisation)
            return Lifted(
                words: "an agreement for \(employer)'s people to work for \(organisation)", staff: nil,
                week: replacing {
                    $0.agreements.append(
                        Agreement(employer: employer, organisation: organisation, roles: nil))
                })
        case .placement:
            return Lifted(
                words: "lifting \(who)'s placement", staff: id,
                week: replacing { $0.placements.removeAll { $0.staff == id } })
        case .pin:
            return Lifted(
                words: "lifting \(who)'s pin on \(when)", staff: id,
                week: replacing { $0.rota[s][t] = RotaMark(rota[s][t].duty) })
        case .absent(.off):
            return Lifted(
                words: "asking \(who) to be available on \(when)", staff: id,
                week: replacing { $0.rota[s][t] = RotaMark(.available, pin: rota[s][t].pin) })
        case .absent, .closed, .travel, .nothingToDo, .workingTime: return nil
        }
    }
}
