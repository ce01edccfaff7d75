// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension Field {
    /// Whether it is one of a run's names; it is told where it is not.
    ///
    /// - Parameters:
    ///   - names: The names that the run's week has.
    ///   - what: What the name is of: `team`.
    ///   - expected: What would be right where no name is near to it; nil: one of the names.
    func isOneOf(
        _ names: [String], _ what: String, expected: String? = nil, _ diagnostics: Diagnostics
    ) -> Bool {
        guard !names.contains(text) else { return true }
        let nearest = nearestName(to: text, in: names)
        error(
            "\(what) \(shown) is not one of the run's" + didYouMean(nearest),
            expected: nearest ?? expected ?? "one of \(names.joined(separator: ", "))", diagnostics)
        return false
    }
}
