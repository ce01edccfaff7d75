// SPDX-License-Identifier: GPL-3.0-or-later

import Changes

/// How a week is drawn.
public struct DrawOptions: Sendable {
    /// How many draws, 1 or more.
    public var number: Int
    /// The chance of unmet critical care that is taken, above 0 and below 1.
    public var risk: Double
    /// What is not known of the week.
    public var uncertainty: Uncertainty

    /// The risk that is taken where none is said.
    public static let usualRisk = 0.05
    /// The most draws: of each its plan is kept.
    public static let most = 2_000

    /// Draws of a week.
    public init(number: Int, risk: Double = usualRisk, uncertainty: Uncertainty = Uncertainty()) {
        (self.number, self.risk, self.uncertainty) = (number, risk, uncertainty)
    }
}
