// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// How much of the plan that a search is given to start from the week at hand can take over.
public struct StartReport: Sendable, Equatable {
    /// Deployments the plan has.
    public let deployments: Int
    /// Those that can be taken over.
    public let deploymentsTaken: Int
    /// Contacts the plan gives.
    public let contacts: Int
    /// Those that can be taken over.
    public let contactsTaken: Int
    /// Whether some row of the plan is about a session of the week.
    public let hasKnownSession: Bool
    /// Whether some row of the plan is about somebody on the week's roster.
    public let hasKnownPerson: Bool

    /// Whether all of the plan can be taken over.
    public var isWhole: Bool { deploymentsTaken == deployments && contactsTaken == contacts }
}

extension StartReport {
    /// How much of a plan's rows can be taken over by a search of the model with a seed.
    init(_ rows: PlanRows, for model: WeeklyModel, seed: UInt64) {
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: seed)
        let plan = StartingPlan(rows, for: model)
        let mending = PlanMending(plan, tables, &moves)
        self.init(
            deployments: plan.deploymentsStated, deploymentsTaken: mending.deploymentsTaken,
            contacts: plan.contactsStated, contactsTaken: mending.contactsTaken,
            hasKnownSession: plan.hasKnownSession, hasKnownPerson: plan.hasKnownPerson)
    }
}
