// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Workforce

extension PlanAtHand {
    /// Single sign-offs with which a person could take part in contacts that go unmet in sessions in which they work,
    /// those that open most minutes of care first.
    ///
    /// - Parameter most: How many at most.
    func signOffCandidates(person s: Int, most: Int) -> [Need] {
        let worked = week.sessions.indices.filter { nearby.team(ofPerson: s, session: $0) != nil }
        var minutes: [Need: Int] = [:]
        for (i, line) in instance.lines.enumerated() where nearby.unmet(ofLine: i) > 0 {
            guard let t = worked.first(where: { line.window.contains($0) }),
                mayReach(person: s, session: t, team: line.team)
            else { continue }
            // Who has a route already is kept from it by something else.
            guard !instance.standing(person: s, session: t, line: i).takesPart else { continue }
            let gaps = instance.gaps(person: s, session: t, line: i)
            for need in Set(
                gaps.filter { $0.part != .singleHanded && $0.missing.count == 1 }.flatMap(\.missing))
            {
                minutes[need, default: 0] +=
                    nearby.unmet(ofLine: i) * instance.activities[line.activity].minutes
            }
        }
        let order = minutes.sorted { one, other in
            (other.value, one.key.competency, one.key.level)
                < (one.value, other.key.competency, other.key.level)
        }
        return order.prefix(most).map(\.key)
    }

    /// Whether a person might be sent to a team in a session if only they could do something there.
    func mayReach(person: Int, session: Int, team: Int) -> Bool {
        instance.barriers(person: person, session: session, team: team).allSatisfy { $0 == .nothingToDo }
    }
}
