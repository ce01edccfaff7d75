// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with two-handed contacts that whoever may take part in them could give alone, as if a partner were
    /// always there.
    func freeingPairs() -> Week {
        replacing { week in
            week.policy.avoidableDoubleHandedMinute = 0
            for a in week.framework.activities.indices where week.framework.activities[a].hands == 2 {
                week.framework.activities[a].singleHanded = SingleHanded()
                // Whoever could only be the second may lead: the lead is who is missing.
                if let second = week.framework.activities[a].second {
                    week.framework.activities[a].support = second
                }
            }
            for i in week.demand.indices where isTwoHanded(week.demand[i].activity) {
                week.demand[i].singleHandedContacts = week.demand[i].contacts
            }
        }
    }

    /// This week with suitable two-handed contacts that whoever may lead them could give alone.
    func freeingSingleHanded() -> Week {
        replacing { week in
            for a in week.framework.activities.indices {
                guard let single = week.framework.activities[a].singleHanded else { continue }
                week.framework.activities[a].singleHanded = SingleHanded(extraMinutes: single.extraMinutes)
            }
        }
    }

    func isTwoHanded(_ activity: String) -> Bool {
        framework.activities.contains { $0.id == activity && $0.hands == 2 }
    }
}
