// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What a code of somebody's rota means: a mark, and the parts of the day that it has.
struct RotaCode {
    let duty: RotaMark.Duty
    /// None: the code is of a session alone.
    let parts: [String]

    /// Reads `R am pm`, `L`, `off`; nil, with an error, where it is none.
    static func read(_ value: Field, _ week: Week, _ diagnostics: Diagnostics) -> RotaCode? {
        let words = value.words
        let first = words.first?.uppercased() ?? ""
        guard let duty = first == "OFF" ? .off : RotaMark.Duty(rawValue: first), !first.isEmpty else {
            value.error(
                "\(value.shown) is no mark of rota.csv",
                expected: "R, A, C, L, S, T or off, with parts of the day: R am pm",
                diagnostics)
            return nil
        }
        let known = week.parts.map(\.id)
        for part in words.dropFirst() where !known.contains(part) {
            let nearest = nearestName(to: part, in: known)
            value.error(
                "the week has no part of the day '\(part)'" + didYouMean(nearest),
                expected: "some of \(known.joined(separator: ", "))", diagnostics)
            return nil
        }
        return RotaCode(duty: duty, parts: Array(words.dropFirst()))
    }
}
