// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// Minutes a person has to spare in the sessions they are in, in which they could give contacts of other
    /// teams that go unmet: the plan does better with them where they are, for the sake of its heads, say.
    func wantedElsewhere(person s: Int) -> Double {
        var nearby = nearby
        var unmet = zip(nearby.unmet, instance.lines).map { $1.isCare ? $0 : 0 }
        var minutes = 0.0
        for t in week.sessions.indices where !budget.isOver {
            guard let here = nearby.team(ofPerson: s, session: t) else { continue }
            let left = nearby.minutesLeft(ofPerson: s, session: t)
            guard left > 0 else { continue }
            var best: (minutes: Int, contacts: [(line: Int, count: Int)]) = (0, [])
            for k in instance.eligibleTeams[instance.cell(s, t)] where k != here {
                let contacts = nearby.looking { other -> [(line: Int, count: Int)] in
                    guard other.send(person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
                    else { return [] }
                    return other.contacts(ofPerson: s, session: t).map { contact in
                        (contact.line, min(contact.count, unmet[contact.line]))
                    }
                }
                let used = contacts.reduce(0) { $0 + $1.count * instance.lines[$1.line].minutes }
                if used > best.minutes { best = (used, contacts) }
            }
            minutes += min(left, Double(best.minutes))
            for (line, count) in best.contacts { unmet[line] = max(0, unmet[line] - count) }
        }
        return minutes
    }
}
