// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

extension DelegationReview {
    /// The list as tables of plain text, for a terminal.
    public var table: String {
        let names = DelegationNames(week)
        return
            (["Delegated in this plan"] + usedTables(names) + ["", "Not delegated, and would have mattered"]
            + closedTable(names)).joined(separator: "\n")
    }

    /// A table an activity.
    private func usedTables(_ names: DelegationNames) -> [String] {
        if used.isEmpty { return ["  No care is delegated."] }
        var activities: [String] = []
        for item in used where !activities.contains(item.activity) { activities.append(item.activity) }
        return activities.flatMap { activity in
            let items = used.filter { $0.activity == activity }
            let rows = items.map { item in
                [
                    names.person(item.staff), names.team(item.team), Show.count(item.contacts),
                    names.few(item.supervisors), names.signOffs(item), names.approval(item),
                ]
            }
            let headings = ["Support worker", "Team", "Contacts", "Supervised by", "Signed off", "Approval"]
            return ["", names.activity(activity)]
                + TextColumns.lines([headings] + rows) { headings[$0] == "Contacts" }
        }
    }

    private func closedTable(_ names: DelegationNames) -> [String] {
        if closed.isEmpty { return ["  Nothing that is proposed or due for review."] }
        let rows = closed.map { item in
            [
                names.activity(item.activity), names.team(item.team), names.cause(item.cause),
                Show.count(item.unmetContacts), Show.count(item.registeredContacts),
                item.staffThere.isEmpty ? "nobody there" : names.few(item.staffThere),
                names.few(item.staffElsewhere),
            ]
        }
        let headings = [
            "Activity", "Team", "Not open because", "Not met", "By registered", "Could be given by",
            "Elsewhere then",
        ]
        return TextColumns.lines([headings] + rows) { ["Not met", "By registered"].contains(headings[$0]) }
    }
}
