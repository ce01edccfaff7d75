// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// Single sign-offs with which a person could take part in contacts that go unmet in sessions in which
    /// they work, those that open most minutes of care first.
    ///
    /// - Parameter most: How many at most.
    func signOffCandidates(person: Int, most: Int) -> [Need] {
        let unmet = instance.lines.indices.filter {
            instance.lines[$0].isCare && nearby.unmet(ofLine: $0) > 0
        }
        let openings = self.openings(person: person, lines: unmet)
        let minutes = openings.map { opening in
            opening.lines.reduce(0) { sum, i in
                sum + nearby.unmet(ofLine: i) * instance.activities[instance.lines[i].activity].minutes
            }
        }
        let order = openings.indices.sorted { (minutes[$1], $0) < (minutes[$0], $1) }
        return order.prefix(most).map { openings[$0].need }
    }
}
