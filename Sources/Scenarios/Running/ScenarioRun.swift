// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A run that is done: its week, its plan, and what is proved of any plan of that week.
struct ScenarioRun: Sendable {
    let base: ScenarioBase
    let scenario: String
    let replicate: Int
    let steps: ScenarioSteps
    let week: Week
    /// The point of the frontier that it is for; nil: it is a scenario's.
    let point: FrontierCap?
    /// The best plan known for the week: its own, or one that was found for another scenario.
    var plan: Plan
    /// Pounds that no plan of the week is below.
    var bound: Double
    /// The scenario whose plan it is, where that is another.
    var from: String?

    init(_ task: RunTask, _ plan: Plan) {
        (base, scenario, replicate) = (task.base, task.scenario, task.replicate)
        (steps, week, self.plan, bound) = (task.steps, task.week, plan, plan.summary.bound)
        point = task.point
    }

    var name: String { RunTask.name(scenario, base, replicate) }
    var price: Double { plan.summary.objective }
}
