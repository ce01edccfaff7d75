// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension Agreement: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areKnown = [
            week.knows(.employer, [employer], week.parts.staff.map(\.employer)),
            week.knows(.organisation, [organisation], week.parts.teams.map(\.organisation)),
            week.knows(.role, roles, week.parts.framework.roles.map(\.id)),
            week.areInOrder(from, until),
        ]
        guard !areKnown.contains(false) else { return }
        week.parts.agreements.append(self)
    }

    func condition(_ names: Naming) -> String {
        "\(employer)'s people might work for \(organisation) (agreements.csv)"
    }

    func words(_ names: Naming) -> String {
        let whose = roles.map { "\(employer)'s \(Naming.list($0.map(names.role)))" } ?? "\(employer)'s people"
        return "an agreement for \(whose) to work for \(organisation)"
    }
}
