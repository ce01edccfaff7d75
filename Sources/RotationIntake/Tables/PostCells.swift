// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations

/// The amounts and lengths of a row of posts.csv or capacity.csv.
struct PostCells {
    let table: CSVTable
    let row: CSVTable.Row
    let diagnostics: Diagnostics

    private static let wte = 0.0...10_000

    func whole(_ column: String, in limits: ClosedRange<Int>, _ unit: String) -> Int? {
        table.given(column, of: row)?.wholeNumber(in: limits, unit: unit, diagnostics)
    }

    /// Whole-time equivalents; nil inside: the cell is blank; nil: a fault was reported.
    func wte(_ column: String) -> Double?? {
        guard let field = table.given(column, of: row) else { return .some(nil) }
        return field.decimal(in: Self.wte, unit: "whole-time equivalents", diagnostics).map { .some($0) }
    }

    /// What `min_wte`, `target_wte` and `max_wte` make of a post; nil with an error reported.
    func amounts(_ make: (_ minimum: Double?, _ target: Double?, _ maximum: Double?) -> PostAmounts)
        -> PostAmounts?
    {
        let (least, meant, most) = (wte("min_wte"), wte("target_wte"), wte("max_wte"))
        guard let least, let meant, let most else { return nil }
        let amounts = make(least, meant, most)
        guard amounts.minimum <= amounts.target else {
            error(
                ["target_wte", "min_wte"],
                "target_wte \(number(amounts.target)) is below min_wte "
                    + number(amounts.minimum), "\(number(amounts.minimum)) or more")
            return nil
        }
        if let most = amounts.maximum, most < amounts.target {
            error(
                ["max_wte", "target_wte", "min_wte"],
                "max_wte \(number(most)) is below target_wte \(number(amounts.target))",
                "\(number(amounts.target)) or more, or a smaller target_wte and min_wte")
            return nil
        }
        return amounts
    }

    /// `min_block` and `max_block`; nil with an error reported.
    func block() -> (least: Int, most: Int?)? {
        let periods = 1...RotationFile.periodLimit
        let leastField = table.given("min_block", of: row)
        let mostField = table.given("max_block", of: row)
        let least = leastField?.wholeNumber(in: periods, unit: "periods", diagnostics)
        let most = mostField?.wholeNumber(in: periods, unit: "periods", diagnostics)
        guard (leastField == nil) == (least == nil), (mostField == nil) == (most == nil) else { return nil }
        if let most, most < least ?? 1 {
            mostField?.error(
                "max_block \(most) is below min_block \(least ?? 1)",
                expected: "\(least ?? 1) or more", diagnostics)
            return nil
        }
        return (least ?? 1, most)
    }

    /// Tells of a fault at the first of some columns that has something.
    private func error(_ columns: [String], _ message: String, _ expected: String) {
        let field = columns.lazy.compactMap { table.given($0, of: row) }.first
        field?.error(message, expected: expected, diagnostics)
        if field == nil {
            diagnostics.add(.error, at: table.place(of: row), expected: expected, message: message)
        }
    }

    /// An amount as people write it.
    private func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
