// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Formulation
import Trials
import Wording
import Workforce

/// Changes by which more delegated work could be supervised.
extension PlanAtHand {
    /// People who could do the work themselves, are of a profession that its delegation names, and lack only
    /// what it asks of supervisors.
    func supervisorSignOffs(_ i: Int, _ candidates: [Candidate]) -> [Proposal] {
        let line = instance.lines[i]
        guard let stopped = candidates.first(where: \.isStoppedBySupervision),
            let route = instance.activities[line.activity].delegated
        else { return [] }
        let group = instance.supervisionGroup(line: i)
        var proposals: [Proposal] = []
        for s in week.staff.indices where proposals.count < Self.triedOfKind {
            let held = instance.qualifications[s]
            let session = line.window.first { t in
                instance.standing(person: s, session: t, line: i).contains(.registered)
                    && instance.eligibleTeams[instance.cell(s, t)].contains {
                        instance.isTeam($0, inGroup: group)
                    }
            }
            guard let session, !held.professions.isDisjoint(with: route.supervisors) else { continue }
            let day = week.sessions[session].day
            let missing = route.supervisorNeeds.filter { !held.holds([$0], on: day) }
            guard !missing.isEmpty, missing.count <= Self.mostMissing else { continue }
            proposals.append(
                Proposal(
                    change: .signOff(.holds(staff: week.staff[s].id, needs: missing)), person: stopped.person,
                    purpose: ", to supervise it"))
        }
        return proposals
    }
}
