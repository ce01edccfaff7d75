// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Rung {
    /// A ladder as its fields say; a rung named twice is an error, and stands where it stood first.
    public static func read(_ fields: [Field], _ diagnostics: Diagnostics) -> [Rung] {
        var rungs: [Rung] = []
        for field in fields {
            guard let rung = field.word(Rung.self, diagnostics) else { continue }
            guard !rungs.contains(rung) else {
                field.error(
                    "the ladder has the rung \(field.shown) twice", expected: "each rung once", diagnostics)
                continue
            }
            rungs.append(rung)
        }
        return rungs
    }
}
