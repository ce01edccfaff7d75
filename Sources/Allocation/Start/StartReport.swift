// SPDX-License-Identifier: GPL-3.0-or-later

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

extension AllocationEngine {
    /// How much of the plan to start from can be taken over; nil where none is given.
    public var startReport: StartReport? {
        guard let start else { return nil }
        let tables = SearchTables(model)
        var moves = SearchMoves(tables, seed: options.seed)
        let plan = StartingPlan(start, for: model)
        let mending = PlanMending(plan, tables, &moves)
        return StartReport(
            deployments: plan.deploymentsStated, deploymentsTaken: mending.deploymentsTaken,
            contacts: plan.contactsStated, contactsTaken: mending.contactsTaken,
            hasKnownSession: plan.hasKnownSession, hasKnownPerson: plan.hasKnownPerson)
    }
}
