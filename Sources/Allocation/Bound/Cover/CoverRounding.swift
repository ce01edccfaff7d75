// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of whole numbers, divided and rounded: columns that are whole and at least 0, times their weights, come to
/// at least `amount`; so times their rounded weights they come to at least `right`.
///
/// Mixed-integer rounding (Nemhauser and Wolsey, "Integer and combinatorial optimization", 1988, II.1.7), times what is
/// left of the amount when it is divided: every number stays whole, and nothing is lost to rounding errors.
struct CoverRounding: Sendable, Equatable {
    let divisor: Int
    /// What is left of the amount when it is divided.
    let rest: Int
    /// What the rounded weights come to at least.
    let right: Int

    /// Nil where the amount is nought, or the divisor goes into it, so that nothing is gained.
    init?(amount: Int, divisor: Int) {
        guard amount > 0, divisor > 0, !amount.isMultiple(of: divisor) else { return nil }
        self.divisor = divisor
        rest = amount % divisor
        right = (amount / divisor + 1) * rest
    }

    /// The rounded weight: one more of a column alone is enough where it comes to the whole right side.
    func weight(_ weight: Int) -> Int {
        min(right, weight / divisor * rest + min(rest, weight % divisor))
    }
}
