// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// Whether everybody is fit for the same work on the same days as in another week, and the same is decided: whatever
    /// differs is the rota, hours, pay, demand or weights.
    func hasStandings(of other: Week) -> Bool {
        start == other.start && days == other.days && framework == other.framework
            && decisions == other.decisions && teams == other.teams && signOffs == other.signOffs
            && staff.count == other.staff.count
            && zip(staff, other.staff).allSatisfy { one, other in
                var alike = one
                alike.maximumHours = other.maximumHours
                alike.hourlyCost = other.hourlyCost
                return alike == other
            }
    }
}
