// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel

/// The least by which two plans' prices can differ within a neighbourhood: the greatest common divisor of its prices,
/// where all priced columns are whole in every plan.
enum PriceStep {
    /// Prices are multiples of so many pounds, or nothing is known.
    static let unit = 1e-4

    /// Pounds; nil where a priced column is not whole, or a price no multiple of a hundredth of a penny.
    static func of(_ columns: [Int], _ model: WeeklyModel) -> Double? {
        var divisor = 0
        for column in columns where model.program.cost[column] != 0 {
            guard model.isWhole(column) else { return nil }
            let units = model.program.cost[column] / unit
            let whole = units.rounded()
            guard abs(units - whole) < 1e-6, abs(whole) < 1e12 else { return nil }
            divisor = gcd(divisor, Int(abs(whole)))
        }
        return divisor == 0 ? nil : Double(divisor) * unit
    }

    private static func gcd(_ one: Int, _ other: Int) -> Int {
        var (a, b) = (one, other)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
