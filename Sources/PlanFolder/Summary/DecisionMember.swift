// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A decision about delegation as a member of `decisions` in `plan.json`: a null is everyone, or every team.
enum DecisionMember {
    /// The decision as a line of the file.
    static func text(of decision: DelegationDecision) -> String {
        let members = [
            ("activity", SummaryFile.quoted(decision.activity)), ("staff", orNull(decision.staff)),
            ("team", orNull(decision.team)), ("decision", SummaryFile.quoted(decision.ruling.rawValue)),
            ("reason", SummaryFile.quoted(decision.reason)), ("by", SummaryFile.quoted(decision.by)),
            ("on", SummaryFile.quoted(decision.on.iso)),
        ]
        return "    {" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private static func orNull(_ text: String?) -> String { text.map(SummaryFile.quoted) ?? "null" }
}

extension SummaryCells {
    /// The decisions that held; none where the file is of a version that did not know them.
    func decisions() -> [DelegationDecision]? {
        guard let value = root["decisions"] else { return [] }
        guard case .array(let elements) = value.content else {
            report(value, "decisions", expected: "a list of decisions")
            return nil
        }
        let decisions = elements.map { decision($0) }
        return decisions.contains(nil) ? nil : decisions.compactMap(\.self)
    }

    private func decision(_ element: JSONValue) -> DelegationDecision? {
        guard case .object = element.content else {
            report(element, "decisions", expected: "an object with activity, decision, reason, by and on")
            return nil
        }
        func cell(_ key: String) -> Field? {
            guard let value = member(key, of: element, in: "decisions"),
                let text = text(value, "decisions.\(key)")
            else { return nil }
            return Field(text, name: "decisions.\(key)", place: place(value))
        }
        let activity = cell("activity")
        let ruling = cell("decision")?.word(DelegationDecision.Ruling.self, diagnostics)
        let reason = cell("reason")
        let by = cell("by")
        let on = cell("on")?.day(diagnostics)
        let staff = textOrNull("staff", of: element)
        let team = textOrNull("team", of: element)
        guard let activity, let ruling, let reason, let by, let on, let staff, let team else { return nil }
        return DelegationDecision(
            activity: activity.text, staff: staff, team: team, ruling, reason: reason.text, by: by.text,
            on: on)
    }

    /// A text, or nil inside for null or nothing; nil, with an error reported, where it is neither.
    private func textOrNull(_ key: String, of element: JSONValue) -> String?? {
        guard let value = element[key] else { return .some(nil) }
        if case .null = value.content { return .some(nil) }
        return text(value, "decisions.\(key)").map { .some($0) }
    }
}
