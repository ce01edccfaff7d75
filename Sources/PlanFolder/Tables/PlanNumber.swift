// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// The numbers of a plan's files. A plan with one that is no number cannot be written.
enum PlanNumber {
    /// Money and hours.
    static func amount(_ value: Double) throws(PlanFolderError) -> String {
        try found(Decimals.amount(value), value)
    }

    /// Minutes.
    static func minutes(_ value: Double) throws(PlanFolderError) -> String {
        try found(Decimals.minutes(value), value)
    }

    /// A number with so many decimals.
    static func text(
        _ value: Double, atLeast least: Int, atMost most: Int
    ) throws(PlanFolderError) -> String {
        try found(Decimals.text(value, atLeast: least, atMost: most), value)
    }

    private static func found(_ text: String?, _ value: Double) throws(PlanFolderError) -> String {
        guard let text else { throw .unfitPlan(reason: "it holds the number \(value)") }
        return text
    }
}
