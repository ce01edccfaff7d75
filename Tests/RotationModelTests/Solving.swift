// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import LinearModel
import RotationModel
import Rotations
import TestSupport
import Testing

/// The cheapest plan by the exact programme, with its price.
func cheapest(_ rotation: Rotation) throws -> (plan: RotationPlan, price: RotationPrice) {
    let program = RotationProgram(RotationFacts(rotation))
    let result = try GLPKSolver().solveInteger(program.program)
    #expect(result.termination == .optimal)
    let values = try #require(result.incumbent)
    #expect(program.program.largestViolation(of: values) < 1e-6)
    let price = program.price(at: values)
    #expect(abs(price.total - (result.objective ?? .nan)) < 1e-6)
    return (program.plan(at: values), price)
}

/// Expects that the cheapest plan by the exact programme costs so much by some terms, and nothing by any other.
func expect(
    _ rotation: Rotation, _ pounds: [RotationPrice.Term: Double],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let price = try cheapest(rotation).price
    for term in RotationPrice.Term.allCases {
        #expect(
            abs(price[term] - pounds[term, default: 0]) < 1e-6, "\(term.rawValue) is £\(price[term])",
            sourceLocation: sourceLocation)
    }
}

/// Whether a plan of a post, or `-` for none, a period of each person has values that the programme's rows allow.
func allows(_ rotation: Rotation, _ plan: [String]) throws -> Bool {
    let facts = RotationFacts(rotation)
    let program = RotationProgram(facts)
    guard let values = program.values(of: sketch(facts, plan)) else { return false }
    return program.program.largestViolation(of: values) < 1e-6
}

/// The plan of a line a person: `A A - B`.
func sketch(_ facts: RotationFacts, _ lines: [String]) -> RotationPlan {
    RotationPlan(posts: lines.map { $0.split(separator: " ").map { facts.postIndex[String($0)] } })
}
