// SPDX-License-Identifier: GPL-3.0-or-later

/// Fills in the columns that follow from deployments, contacts and supervision, each at its cheapest.
public struct Completion: Sendable {
    private let model: WeeklyModel

    /// A completion for values of that model.
    public init(model: WeeklyModel) {
        self.model = model
    }

    /// The values with every column that follows set; `values` holds deployments, contacts and supervision.
    public func complete(_ given: [Double]) -> [Double] {
        var values = given
        for part in ModelParts.all { part.complete(&values, of: model) }
        return values
    }

    /// The values of the plan in which nobody is deployed and nothing is met.
    public var ofNothing: [Double] { complete([Double](repeating: 0, count: model.columns.count)) }
}
