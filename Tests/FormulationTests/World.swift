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
    let model = WeeklyModel(Instance(world.week))
    let result = try GLPKSolver().solveInteger(model.program)
    #expect(result.termination == .optimal)
    let values = try #require(result.incumbent)
    #expect(model.program.largestViolation(of: values) < 1e-6)
    return ((result.objective ?? .nan) * 1e6).rounded() / 1e6
}
