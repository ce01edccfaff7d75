// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Rotations

/// The exact mixed-integer programme of a rotation, with what every column and row stands for.
///
///     let program = RotationProgram(RotationFacts(rotation))
///     let result = try solver.solveInteger(program.program)
///     let plan = result.incumbent.map(program.plan(at:))
///
/// Minimise the price subject to the ten rules. Columns that follow from people's places are continuous where these make
/// them whole anyway. No constant is needed: frozen periods are columns that are fixed.
public struct RotationProgram: Sendable {
    /// What follows from the rotation.
    public let facts: RotationFacts
    /// The programme; a minimisation, in pounds.
    public let program: LinearProgram
    /// What each column decides.
    public let columns: [RotationColumn]
    /// What each row stands for.
    public let rows: [RotationRow]
    /// Where the columns are.
    public let layout: RotationLayout
    private let costs: [RotationPrice.Term: [RotationBuilder.Term]]

    /// Formulates a rotation.
    public init(_ facts: RotationFacts) {
        var builder = RotationBuilder(facts)
        for part in RotationProgramParts.all { part.add(to: &builder) }
        self.facts = facts
        program = builder.program
        columns = builder.columns
        rows = builder.rows
        layout = builder.layout
        costs = builder.costs
    }

    /// The plan that values of the columns mean.
    public func plan(at values: [Double]) -> RotationPlan {
        RotationPlan(
            posts: (0..<facts.personCount).map { p in
                (0..<facts.periodCount).map { t in
                    layout.posts[layout.cell(p, t)].first { k in
                        layout.placed(p, t, k).map { values[$0] > 0.5 } ?? false
                    }
                }
            })
    }

    /// Values of the columns that mean a plan, whatever follows being at its cheapest; nil where the plan has somebody
    /// where there is no column for it. Whether the rows hold, `LinearProgram.largestViolation` says.
    public func values(of plan: RotationPlan) -> [Double]? {
        var values = [Double](repeating: 0, count: columns.count)
        for p in 0..<facts.personCount {
            for t in 0..<facts.periodCount {
                let place = layout.unplaced[layout.cell(p, t)]
                if let k = plan.posts[p][t] {
                    guard let column = layout.placed(p, t, k) else { return nil }
                    values[column] = 1
                } else if place >= 0 {
                    values[place] = 1
                }
            }
        }
        for part in RotationProgramParts.all { part.complete(&values, plan, of: self) }
        return values
    }

    /// The price by term at values of the columns.
    public func price(at values: [Double]) -> RotationPrice {
        var price = RotationPrice()
        for term in RotationPrice.Term.allCases {
            price[term] = costs[term, default: []].reduce(0) { $0 + $1.coefficient * values[$1.column] }
        }
        return price
    }

    /// Names for the writers: `x_p1_t3_k2` has the first person of people.csv in the second post of posts.csv in
    /// period 3.
    public var names: ProgramNames {
        let (columns, rows) = (columns, rows)
        return ProgramNames(
            program: "rotation", objective: "price",
            row: { rows[$0].name },
            column: { columns[$0].name })
    }
}
