// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension FrameworkReader {
    /// Notes where the review of a delegation stands, and tells of approvals that are no evidence: nobody gave them,
    /// or nobody has to look at them again. Each once, at the first.
    mutating func checkApproval(_ activity: Activity, _ entry: YAMLMapping) {
        guard let route = activity.delegated, let node = entry.value("delegated") else { return }
        reviews[activity.id] = node.field("review_on")
        guard route.status == .approved else { return }
        let first = Field(activity.id, name: "delegated", place: node.place)
        if route.approvedBy.isEmpty {
            note(first, "is approved by nobody that is named", missing: "approved_by", "who approved it")
        }
        if route.reviewOn == nil, node.field("review_on") == nil {
            note(
                first, "is approved without a day of review", missing: "review_on",
                "the last day on which it counts")
        }
    }

    /// Tells, once all activities have been read, of approvals without what belongs to them.
    func tellApprovals() {
        for (key, approvals) in unevidenced.sorted(by: { $0.key < $1.key }) {
            guard let first = approvals.first else { continue }
            let others = approvals.count - 1
            diagnostics.add(
                .notice, at: first.field.place, field: key, expected: first.expected,
                message: "the delegation of '\(first.field.text)' \(first.words)"
                    + (others > 0 ? "; \(others) more \(others == 1 ? "is" : "are") like it" : ""))
        }
    }

    private mutating func note(_ field: Field, _ words: String, missing key: String, _ expected: String) {
        unevidenced[key, default: []].append((field, words, "'\(key)': \(expected)"))
    }
}

extension YAMLNode {
    /// The single value of a key, without a word where there is none.
    fileprivate func field(_ key: String) -> Field? {
        guard case .mapping(let pairs) = kind, let value = pairs.first(where: { $0.key.text == key })?.value,
            case .scalar(let text, _) = value.kind, !value.isNull
        else { return nil }
        return Field(text, name: key, place: value.place)
    }
}
