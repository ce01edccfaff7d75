// SPDX-License-Identifier: GPL-3.0-or-later

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
            return [
                "", "\(names.activity(activity))",
                TextTable(
                    ["Support worker", "Team", "Contacts", "Supervised by", "Signed off", "Approval"],
                    numbers: [2], rows
                ).text,
            ]
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
        return [
            TextTable(
                [
                    "Activity", "Team", "Not open because", "Not met", "By registered", "Could be given by",
                    "Elsewhere then",
                ], numbers: [3, 4], rows
            ).text
        ]
    }
}

/// Names as people read them, of what a review names by identifier.
struct DelegationNames {
    private let activities: [String: String]
    private let staff: [String: String]
    private let teams: [String: String]
    private let competencies: [String: String]

    init(_ week: Week) {
        activities = Dictionary(week.framework.activities.map { ($0.id, $0.name) }) { first, _ in first }
        staff = Dictionary(week.staff.map { ($0.id, $0.name) }) { first, _ in first }
        teams = Dictionary(week.teams.map { ($0.id, $0.name) }) { first, _ in first }
        competencies = Dictionary(week.framework.competencies.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func activity(_ id: String) -> String { activities[id] ?? id }
    func person(_ id: String) -> String { staff[id] ?? id }
    func team(_ id: String) -> String { teams[id] ?? id }

    /// The first three names, and how many more there are.
    func few(_ ids: [String]) -> String {
        let names = ids.prefix(3).map(person).joined(separator: ", ")
        return ids.count > 3 ? "\(names) and \(ids.count - 3) more" : names
    }

    /// `Delivers exercise programmes, level 3 until 9 January 2027`.
    func signOff(_ held: HeldSignOff) -> String {
        "\(competencies[held.competency] ?? held.competency), \(level(held))"
    }

    /// The levels held and until when, with the competencies named where there are several.
    func signOffs(_ item: UsedDelegation) -> String {
        item.signOffs.count == 1
            ? item.signOffs.map(level).joined() : item.signOffs.map(signOff).joined(separator: "; ")
    }

    private func level(_ held: HeldSignOff) -> String {
        "level \(held.level)" + (held.until.map { " until \(Show.day($0))" } ?? "")
    }

    /// What a delegation in use rests on: a decision, or the framework's approval.
    func approval(_ item: UsedDelegation) -> String {
        if let decision = item.decision { return "allowed by \(decision.by), \(Show.day(decision.on))" }
        return item.reviewOn.map { "review by \(Show.day($0))" } ?? "no review date"
    }

    func cause(_ cause: ClosedDelegation.Cause) -> String {
        switch cause {
        case .proposed: "only proposed"
        case .reviewDue(let day): "review was due \(Show.day(day))"
        }
    }
}
