// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Wording
import Workforce

extension Overlay {
    /// What is otherwise, in a sentence for people.
    ///
    /// - Parameters:
    ///   - names: The names of a week.
    ///   - caps: What a cap that is a share of the base's agency pay came to, base by base, in words.
    func words(_ names: Naming, caps: [String]) -> String {
        var parts: [String] = []
        if let share = agencyCapOfBase {
            parts.append(
                "agency capped at \(Show.percent(share)) of what the base's best plan pays for it"
                    + (caps.isEmpty ? "" : ": \(caps.joined(separator: "; "))"))
        }
        if let training { parts.append(training.words) }
        parts += file.changes.map { $0.words(names) }
        if let reviews {
            parts.append(reviews.words)
        } else if !singleHandedShares.isEmpty {
            parts.append("nothing is counted for the reviews that find them so")
        }
        parts += intervals.map {
            "\($0.path) between \(Self.number($0.low)) and \(Self.number($0.high)) in \(Show.percent($0.confidence)) of "
                + "cases, drawn anew in each replicate"
        }
        return parts.joined(separator: "; ")
    }

    private static func number(_ value: Double) -> String {
        Decimals.text(value, atLeast: 0, atMost: 6) ?? ""
    }
}
