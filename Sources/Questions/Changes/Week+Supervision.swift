// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with delegated work that others supervise: it asks for no minutes, no presence and no span.
    func freeingSupervision() -> Week {
        replacing { week in
            for a in week.framework.activities.indices {
                week.framework.activities[a].delegated?.isSupervisedByOthers = true
            }
        }
    }
}
