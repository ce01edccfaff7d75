// SPDX-License-Identifier: GPL-3.0-or-later

/// Values of Student's t distribution that 2.5 per cent lie above (Student, "The probable error of a mean", Biometrika
/// 6, 1908; the table is in every textbook of statistics).
enum StudentT {
    private static let values = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
        2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
        2.045, 2.042,
    ]
    private static let further = [(40, 2.021), (60, 2.000), (120, 1.980)]

    /// t(0.975, n − 1) for n values, n at least 2; between lines of the table the larger one.
    static func limit(of number: Int) -> Double {
        let freedom = number - 1
        if freedom < 1 { return .infinity }
        if freedom <= values.count { return values[freedom - 1] }
        return further.last { $0.0 <= freedom }?.1 ?? values[values.count - 1]
    }
}
