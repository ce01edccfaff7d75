// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Comparison
import Figures
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

/// A rota in use that is to be priced.
public struct PricingRequest: Sendable {
    /// The week's folder.
    public var week: FilePath
    /// The rota in use: a CSV file with the columns staff, session, team.
    public var deployments: FilePath
    /// The folder of the plan beside it; nil: one is made.
    public var plan: FilePath?
    /// A folder for both plans and the tables; nil: nothing is written.
    public var target: FilePath?
    /// When each of the searches ends.
    public var options: AllocationOptions

    /// A rota of a week.
    public init(
        week: FilePath, deployments: FilePath, beside plan: FilePath? = nil, to target: FilePath? = nil,
        options: AllocationOptions = AllocationOptions()
    ) {
        self.week = week
        self.deployments = deployments
        self.plan = plan
        self.target = target
        self.options = options
    }
}

/// A rota in use beside a plan.
public struct Priced: Sendable {
    /// Both, side by side.
    public let comparison: RotaComparison
    /// What there is to say of the plan that was given before anything else; nil where one was made.
    public let banner: Banner?
    /// Whether somebody stopped a search, or what came after.
    public let isInterrupted: Bool
}

extension Workflow {
    /// The folders of the two plans.
    private static let plans = ["today", "optimised"]

    /// Prices the rota that people have, beside a plan, and writes both where they are to go.
    public func price(_ request: PricingRequest) async throws(WorkflowError) -> Priced {
        let input = try read(week: request.week)
        try checkSize(input.week, path: request.week)
        let rota = try readRota(request.deployments, input.week)
        let beside = try request.plan.map { path throws(WorkflowError) in try judge(plan: path, of: input) }
        if let target = request.target {
            try WorkflowError.writing { () throws(PlanFolderError) in
                try Self.check(target, request, besides: input.files)
                try TableFolder.checkWritable(target, first: RotaComparison.table)
            }
            for name in Self.plans { try checkFlags(in: target.appending(name)) }
        }
        let comparing = RotaComparing(
            input.week, rota: rota, options: request.options,
            origin: PlanOrigin(version: version, inputs: input.inputs))
        let comparison = await comparing.run(
            beside: beside?.plan, cancellations: (stop.cancellation(), stop.cancellation())
        ) { stage, progress in
            if stage == .plan { tell(.searched(.contacts)) }
            tell(.progress(stage == .contacts ? .contacts : .plan, progress))
        }
        tell(.searched(beside == nil ? .plan : .contacts))
        if let target = request.target {
            try await write(comparison, beside: beside?.standing, request.options, to: target)
        }
        let searched = [comparison.today.plan, beside == nil ? comparison.optimised : nil]
        return Priced(
            comparison: comparison, banner: beside.map { Banner($0.standing, of: input.week) },
            isInterrupted: stop.isRaised || searched.contains { $0?.summary.status == .interrupted })
    }

    /// Neither the tables nor the plans take the place of what they are made from.
    private static func check(
        _ target: FilePath, _ request: PricingRequest, besides week: FilesInUse
    ) throws(PlanFolderError) {
        var files = week
        files.add(request.deployments, as: "the rota to be priced")
        if let plan = request.plan { files.add(planIn: plan, as: "a file of the plan that is compared with") }
        try files.check(folder: target, writing: [RotaComparison.table + ".csv", "broken-rules.csv"])
        for name in plans { try files.check(planIn: target.appending(name)) }
    }

    /// - Parameter standing: How the plan that was given stands to the week; nil: one was made.
    private func write(
        _ comparison: RotaComparison, beside standing: PlanStanding?, _ options: AllocationOptions,
        to folder: FilePath
    ) async throws(WorkflowError) {
        let week = comparison.week
        var today = PlanStanding(asMade: comparison.today.plan)
        today.breaches = comparison.today.brokenRules.map(\.sentence)
        if !today.breaches.isEmpty { today.bound = nil }
        let plans = [
            (comparison.today.plan, today),
            (comparison.optimised, standing ?? PlanStanding(asMade: comparison.optimised)),
        ]
        // The tables first: they say that the folder is a comparison, and may be written anew.
        try WorkflowError.writing { () throws(PlanFolderError) in
            try TableFolder.write(comparison.tables, to: folder)
        }
        for (name, (plan, standing)) in zip(Self.plans, plans) {
            // What a rota that breaks rules would become by a change cannot be said: it is no plan to start from.
            let findings = await stop.unlessRaised { flag in
                let hand = PlanAtHand(
                    week: week, plan: plan, budget: LookBudget(after: options, stop: flag))
                return hand.isWhole ? hand.findings() : Findings()
            }
            _ = try WorkflowError.writing { () throws(PlanFolderError) in
                try write(
                    plan: plan, week: week, findings: findings ?? Findings(), standing: standing,
                    to: folder.appending(name))
            }
        }
    }

    private func readRota(_ path: FilePath, _ week: Week) throws(WorkflowError) -> RotaInUse {
        let (rows, diagnostics) = DeploymentsFile.read(path, week: week)
        guard let rows else {
            throw WorkflowError(
                .input, "\(path): the rota cannot be read; nothing was done.", diagnostics: diagnostics)
        }
        for diagnostic in diagnostics { tell(.planRemark(diagnostic)) }
        return RotaInUse(rows, of: week)
    }
}
