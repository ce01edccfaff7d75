// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording
import Workforce

/// What a re-planned week's folder says beside its plan: whose sessions are otherwise and why, and a message for each.
public struct PlanChangeTables {
    /// The file of what is otherwise, from the plan's folder.
    public static let changesFile = "changes.csv"
    /// The file of messages.
    public static let messagesFile = "messages.csv"

    private let week: Week
    private let plan: Plan
    private let changes: PlanChangeFigures
    private let names: Naming

    /// The tables of a plan's changes.
    public init(_ changes: PlanChangeFigures, week: Week, plan: Plan) {
        (self.changes, self.week, self.plan) = (changes, week, plan)
        names = Naming(week: week)
    }

    /// Both files, by name.
    public var files: [(name: String, text: String)] {
        [(Self.changesFile, sessions.csv), (Self.messagesFile, messages.csv)]
    }

    /// Whose sessions are otherwise, and why.
    private var sessions: Table {
        Table(
            name: "changes", caption: "Changes",
            columns: [
                .text("Person", "staff"), .text("Session", "session"), .text("Team before", "from_team"),
                .text("Team now", "to_team"), .text("What", "kind"), .prose("Why", "reason"),
            ],
            rows: changes.changes.map { one in
                [
                    .text(one.seat.staff), .text(week.sessions[one.seat.session].id), .text(one.from ?? ""),
                    .text(one.to ?? ""), .text(one.kind.rawValue), .text(changes.reason(of: one, names)),
                ]
            })
    }

    /// A message for each person, those with fewest changes first.
    private var messages: Table {
        Table(
            name: "messages", caption: "Messages",
            columns: [.text("Person", "staff"), .text("Name", "name"), .prose("Message", "message")],
            rows: changes.messages(plan.rows, names, from: week.openSessions.lowerBound).map { staff, text in
                [.text(staff), .text(names.name(ofPerson: staff)), .text(text)]
            })
    }

    /// `3 people in 5 sessions: 1 called in, 4 moved`.
    public static func headline(_ changes: PlanChangeFigures) -> String {
        let people = changes.people.count
        let counts = changes.counts.map { "\(Show.count($0.sessions)) \(words($0.kind))" }
        return "\(people == 1 ? "1 person" : "\(Show.count(people)) people") in "
            + "\(Show.counted(changes.changes.count, "session")): \(counts.joined(separator: ", "))"
    }

    /// `Tue 24 Nov am: South home-based team → North home-based team`.
    static func turn(_ change: PlanChangeFigures.Change, _ names: Naming) -> String {
        let when = names.session(change.seat.session)
        func name(_ team: String?) -> String { team.map { names.team($0) } ?? "–" }
        switch change.kind {
        case .newWork: return "\(when): \(name(change.to)), other contacts"
        case .absent: return "\(when): \(name(change.from)) → absent"
        case .calledIn, .stoodDown, .moved: return "\(when): \(name(change.from)) → \(name(change.to))"
        }
    }

    /// What becomes of somebody in a session, in words.
    static func words(_ kind: PlanDifference.Kind) -> String {
        switch kind {
        case .calledIn: "called in"
        case .stoodDown: "stood down"
        case .absent: "absent"
        case .moved: "moved"
        case .newWork: "same team, other contacts"
        }
    }
}
