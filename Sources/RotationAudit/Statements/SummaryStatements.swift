// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// The terms of `rotation.json` are those of the rows.
enum TermsStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        RotationPrice.Term.allCases.compactMap { term in
            let (said, found) = (stated.summary.price[term], price[term])
            guard !Money.isSame(said, found) else { return nil }
            return "rotation.json states \(Money.text(said)) of \(term.rawValue); it is \(Money.text(found))."
        }
    }
}

/// The objective is the sum of the terms.
enum ObjectiveStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        guard !Money.isSame(stated.summary.objective, price.total) else { return [] }
        return [
            "rotation.json states a price of \(Money.text(stated.summary.objective)); the plan costs "
                + "\(Money.text(price.total))."
        ]
    }
}

/// No plan is below the bound, so this one is not.
enum BoundStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        guard stated.summary.bound > price.total + Money.tolerance(price.total) else { return [] }
        return [
            "rotation.json states that no plan costs less than \(Money.text(stated.summary.bound)); this one costs "
                + "\(Money.text(price.total))."
        ]
    }
}

/// The gap is that between price and bound.
enum GapStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let summary = stated.summary
        let gap =
            summary.objective <= 0 ? 0 : max(0, summary.objective - summary.bound) / summary.objective
        guard abs(gap - summary.gap) > 1e-6 else { return [] }
        return ["rotation.json states a gap of \(summary.gap); by its price and bound it is \(gap)."]
    }
}

/// What is said to be optimal costs no more than the bound.
enum StatusStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let summary = stated.summary
        guard summary.status == .optimal, !Money.isSame(summary.bound, price.total) else { return [] }
        return [
            "rotation.json states that the plan is optimal; it costs \(Money.text(price.total)), and the bound is "
                + "\(Money.text(summary.bound))."
        ]
    }
}

/// Pounds that files state, which are rounded.
enum Money {
    /// How far apart two amounts may be that should be equal.
    static func tolerance(_ amount: Double) -> Double { 0.005 + 1e-9 * abs(amount) }

    static func isSame(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= tolerance(other) }

    /// `£1234.50`.
    static func text(_ amount: Double) -> String {
        guard amount.isFinite, abs(amount) < 1e13 else { return "£\(amount)" }
        let pence = Int((abs(amount) * 100).rounded())
        let rest = pence % 100
        return "\(amount < 0 && pence > 0 ? "-" : "")£\(pence / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
