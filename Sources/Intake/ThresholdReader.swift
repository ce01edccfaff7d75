// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads `low_utilisation` of the policy: `{registered, support, bedded}`, and any role of the framework.
///
/// A role that is called like one of the three cannot have a threshold of its own.
enum ThresholdReader {
    private static let keys = ["registered", "support", "bedded"]

    /// The thresholds of a node over the defaults.
    ///
    /// - Parameter roles: The framework's roles; nil where they are not known, and then no role is refused.
    static func read(
        _ node: YAMLNode, roles: [String]?, _ diagnostics: Diagnostics
    ) -> UtilisationThresholds {
        var thresholds = UtilisationThresholds()
        guard let pairs = node.pairs(PolicyReader.lowUtilisation, diagnostics) else { return thresholds }
        let known = keys + (roles ?? pairs.map(\.key.text))
        let mapping = YAMLMapping(
            pairs, name: PolicyReader.lowUtilisation, place: node.place, known: known, diagnostics)
        func share(_ key: String) -> Double? {
            mapping.field(key)?
                .decimal(in: 0...1, unit: "contact hours in an available hour", diagnostics)
        }
        thresholds.registered = share("registered") ?? thresholds.registered
        thresholds.support = share("support") ?? thresholds.support
        thresholds.bedded = share("bedded") ?? thresholds.bedded
        for (key, _) in pairs where known.contains(key.text) && !keys.contains(key.text) {
            guard let share = share(key.text) else { continue }
            thresholds.roles.append(.init(role: key.text, share: share))
        }
        return thresholds
    }
}
