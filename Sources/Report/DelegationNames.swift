// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// Names as people read them, of what a review names by identifier.
struct DelegationNames {
    private let names: Naming

    init(_ week: Week) { names = Naming(week: week) }

    func activity(_ id: String) -> String { names.activity(id) }
    func person(_ id: String) -> String { names.name(ofPerson: id) }
    func team(_ id: String) -> String { names.team(id) }

    /// The first three names, and how many more there are.
    func few(_ ids: [String]) -> String {
        let names = ids.prefix(3).map(person).joined(separator: ", ")
        return ids.count > 3 ? "\(names) and \(ids.count - 3) more" : names
    }

    /// `Delivers exercise programmes, level 3 until 9 January 2027`.
    func signOff(_ held: HeldSignOff) -> String {
        "\(names.competency(held.competency)), \(level(held))"
    }

    /// The levels held and until when, with the competencies named where there are several.
    func signOffs(_ item: UsedDelegation) -> String {
        item.signOffs.count == 1
            ? item.signOffs.map(level).joined() : item.signOffs.map(signOff).joined(separator: "; ")
    }

    private func level(_ held: HeldSignOff) -> String {
        "level \(held.level)" + (held.until.map { " until \(Show.day($0))" } ?? "")
    }

    /// What a delegation in use rests on: a decision, or the framework's approval; or that it rests on
    /// nothing.
    func approval(_ item: UsedDelegation) -> String {
        switch item.closure {
        case .refused(let decision): return "refused by \(decision.by), \(Show.day(decision.on))"
        case .proposed: return "only proposed"
        case .withdrawn: return "withdrawn"
        case .pastReview(let day): return "review was due \(Show.day(day))"
        case .noRoute: return "no delegated route"
        case nil: break
        }
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
