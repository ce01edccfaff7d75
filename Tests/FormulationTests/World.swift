// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import GLPK
import TestSupport
import Testing
import Workforce

/// A world of three people whose cheapest plan is worked out by hand in the test.
func world(_ rota: [String: [String]], _ describe: (inout TinyWorld) -> Void) -> TinyWorld {
    var world = TinyWorld()
    world.rota = rota
    describe(&world)
    return world
}

/// Pounds of the cheapest plan by the exact model.
func cheapest(_ world: TinyWorld) throws -> Double {
    (try cheapestByTerm(world).total * 1e6).rounded() / 1e6
}

/// The price by term of the cheapest plan by the exact model.
func cheapestByTerm(_ world: TinyWorld) throws -> PriceTerms {
    let model = WeeklyModel(Instance(world.week))
    let result = try GLPKSolver().solveInteger(model.program)
    #expect(result.termination == .optimal)
    let values = try #require(result.incumbent)
    #expect(model.program.largestViolation(of: values) < 1e-6)
    let terms = model.terms(at: values)
    #expect(abs(terms.total - (result.objective ?? .nan)) < 1e-6)
    return terms
}

/// Expects that the cheapest plan by the exact model costs so much by one term, and nothing by any other.
func expect(
    _ world: TinyWorld, only term: PriceTerms.Term, _ pounds: Double, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let terms = try cheapestByTerm(world)
    for other in PriceTerms.Term.allCases {
        #expect(
            abs(terms[other] - (other == term ? pounds : 0)) < 1e-6,
            "\(other.rawValue) is £\(terms[other]). \(comment?.rawValue ?? "")",
            sourceLocation: sourceLocation)
    }
}
