// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Surges
import WebStore
import Wording
import Workforce

/// One call of a list: who it is and when, what there is to say, and a form for the answer.
extension Site {
    /// Who it is and when, as it is said on the telephone.
    static func words(_ list: CallsShown, _ key: CallRow.Key) -> String {
        let week = list.calls.week
        let names = Naming(week: week)
        let who = week.staff.firstIndex { $0.id == key.staff }.map { names.person($0) } ?? key.staff
        let sessions = week.sessions.filter { key.sessions.contains($0.id) }
        guard let first = sessions.first else { return who }
        return "\(who), \(Show.shortDay(first.day)) \(Naming.list(sessions.map(\.part.id)))"
    }

    static func confirmation(_ list: CallsShown, _ row: CallRow) -> String {
        "\(words(list, row.key)): \(said(row)). Is that the right person?"
    }

    /// What was said, in a few words.
    static func said(_ row: CallRow) -> String {
        let what =
            switch row.answer {
            case .yes: "yes"
            case .no: "no"
            case nil: row.answeredAt.isEmpty ? "not rung yet" : "no answer"
            }
        return what + (row.answeredAt.isEmpty ? "" : ", \(row.answeredAt)")
            + (row.note.isEmpty ? "" : ", \(row.note)")
    }

    func card(_ list: CallsShown, _ row: CallRow, _ visit: Visit?, _ lost: CallTyped?) -> Markup {
        let place = list.calls.rows.firstIndex { $0.key == row.key } ?? 0
        let id = "call-\(place)"
        let title = Self.words(list, row.key)
        let mine = lost.flatMap { $0.key == row.key ? $0 : nil }
        return Tag.section(.id(id), .labelledBy(id + "-title"), .class("call")) {
            Tag.h3(.id(id + "-title")) { (row.rank.map { "\($0). " } ?? "") + title }
            if !row.answeredAt.isEmpty || row.answer != nil {
                Tag.p(.class("told")) { "Kept: \(Self.said(row))." }
            }
            if let mine {
                Tag.p(.class("error"), .id(id + "-lost")) {
                    list.newer.map { newer in
                        "Not kept: \(mine.words). This list takes no more answers: type it into call list \(newer.id)."
                    }
                        ?? "Somebody else typed into this call meanwhile, and theirs is kept. Yours was: \(mine.words). "
                        + "Answer again if yours is right: it then replaces what is kept."
                }
            }
            facts(list, row)
            if list.mayType {
                Tag.form(.action("/calls/\(list.run.id)/answers"), .post) {
                    SitePage.token(visit)
                    Tag.input(.type("hidden"), .name("staff"), .filled(row.key.staff))
                    Tag.input(
                        .type("hidden"), .name("sessions"), .filled(row.key.sessions.joined(separator: ";")))
                    Tag.input(.type("hidden"), .name("was"), .filled(Self.state(row)))
                    Tag.div(.class("field")) {
                        Tag.label(.of(id + "-note")) { "Note" }
                        Tag.input(
                            .id(id + "-note"), .name("note"), .type("text"),
                            .filled(mine?.note ?? (row.note == Self.noAnswer ? "" : row.note)))
                    }
                    Tag.div(.class("actions")) {
                        for (value, words) in [("yes", "Yes"), ("no", "No"), ("none", "No answer")] {
                            Tag.button(
                                [.name("said"), .filled(value), .label("\(words): \(title)")]
                                    + (value == "yes" ? [] : [.class("plain")])
                            ) { words }
                        }
                        if !row.answeredAt.isEmpty || row.answer != nil {
                            Tag.button(
                                .name("said"), .filled("back"), .label("Take it back: \(title)"),
                                .class("plain")
                            ) { "Take it back" }
                        }
                    }
                }
            }
        }
    }

    /// What there is to say of a call, for whoever rings.
    private func facts(_ list: CallsShown, _ row: CallRow) -> Markup {
        let week = list.calls.week
        let names = Naming(week: week)
        func split(_ column: String) -> [String] { row[column].split(separator: ";").map { String($0) } }
        func people(_ ids: [String]) -> String {
            Naming.list(
                ids.map { id in week.staff.firstIndex { $0.id == id }.map { names.person($0) } ?? id })
        }
        let supervisors = split("supervisor")
        let missing = row["sign_offs_missing"]
        let facts: [(String, String)] = [
            ("Where", Naming.list(split("team").map { names.team($0) })),
            ("For", row["covers"]),
            (
                "Rung",
                row["rung"].replacingOccurrences(of: "-", with: " ")
                    + (row["mark"] == "C" ? ", has offered nothing, may be asked" : "")
            ),
            ("Cost", Double(row["cost"]).map { Show.pounds($0) } ?? ""),
            (
                "Meets",
                row["gap"].isEmpty
                    ? ""
                    : "\(row["gap"].replacingOccurrences(of: ";", with: ", ")): without the call \(Show.counted(Int(row["contacts"]) ?? 0, "contact")) unmet, "
                        + "\(row["critical_contacts"]) critical"
            ),
            (
                "Supervised by",
                supervisors.isEmpty ? "" : "\(people(supervisors)), \(row["supervision_minutes"]) minutes"
            ),
            ("Sign-offs missing", missing == "none" ? "" : missing),
            ("Sign-offs ending", row["sign_offs_ending"].replacingOccurrences(of: ";", with: ", ")),
            ("Working time", row["working_time"]),
            ("Instead of", row["displaces"].replacingOccurrences(of: ";", with: ", ")),
            ("Ring before", row["ring_before"]),
            ("May be called from", CalendarDay(iso: row["opens_on"]).map { Show.day($0) } ?? ""),
            ("Why", row["reason"]),
        ]
        return Tag.dl(.class("facts")) {
            for (name, words) in facts where !words.isEmpty {
                Tag.div {
                    Tag.dt { name }
                    Tag.dd { words }
                }
            }
        }
    }
}
