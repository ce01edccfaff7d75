// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// Reads the `policy` of rotation.yaml over the default one: what is not given stays as it is by default.
enum RotationPolicyReader {
    /// The policy of a node; the default for nothing. Faults are reported and leave the default.
    static func read(_ node: YAMLNode?, _ diagnostics: Diagnostics) -> RotationPolicy {
        var policy = RotationPolicy()
        let keys = RotationPolicy.lines.map(\.key)
        guard let node, !node.isNull, let mapping = node.mapping("policy", known: keys, diagnostics) else {
            return policy
        }
        for line in RotationPolicy.lines {
            let range = line.isPounds ? PolicyFigure.pounds.weight : 0...1440
            let value = mapping.field(line.key)?
                .decimal(in: range, unit: line.isPounds ? "pounds" : "minutes", diagnostics)
            if let value { policy[keyPath: line.figure] = value }
        }
        return policy
    }
}
