// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with delegated work that needs no minutes of supervision and has no span.
    func freeingSupervision() -> Week {
        replacing { week in
            for a in week.framework.activities.indices {
                week.framework.activities[a].delegated?.supervisionMinutes = 0
            }
            for k in week.teams.indices { week.teams[k].span = nil }
        }
    }
}
