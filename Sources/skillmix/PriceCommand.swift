// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser
import Comparison
import Figures
import Foundation
import LinearModel
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

struct PriceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "price",
        abstract: "Prices the rota you already have, beside a plan.",
        discussion: """
            Takes who is sent where from a table with the columns staff, session and team, as a plan's \
            deployments.csv has them, keeps it as it is, finds the best contacts for it, and shows what it costs \
            and leaves unmet beside a plan of the same week. Rules that the rota breaks are listed; it is priced \
            all the same.

            Examples:
              skillmix price Rosters/place-week --deployments rota.csv
              skillmix price Rosters/place-week --deployments rota.csv --out /tmp/comparison
              skillmix price Rosters/place-week --deployments rota.csv --plan Rosters/place-week/plan

            With --out it writes a folder with both plans and their reports (today, optimised), the figures side \
            by side (comparison.csv) and the rules that the rota breaks (broken-rules.csv).
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(help: "The rota in use: a CSV file with the columns staff, session, team.", completion: .file())
    var deployments: FilePath

    @Option(help: "The folder of the plan beside it; one is made if not given.", completion: .directory)
    var plan: FilePath?

    @Option(help: "A folder for both plans and the tables.", completion: .directory)
    var out: FilePath?

    @Option(
        help: "Seconds for each of the two searches. (default: 30, or none with --work-limit)")
    var timeLimit: Double?

    @Option(help: "Steps after which each search ends; the same number gives the same result.")
    var workLimit: Int?

    @Option(help: "Any whole number; the same number gives the same searches.")
    var seed: UInt64 = 1

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1e7) {
            throw ValidationError("--time-limit is \(timeLimit); give seconds, 0 or more.")
        }
        if let workLimit, workLimit < 0 {
            throw ValidationError("--work-limit is \(workLimit); give 0 or more.")
        }
    }

    func run() async throws {
        let input = try WeekInput.read(week, quiet: true)
        try SizeCheck.check(input.week, path: week)
        let rota = try readRota(input.week)
        let beside = try plan.map { try PlanInput.judged($0, week: input) }
        if let out {
            try refusing { () throws(PlanFolderError) in
                try check(out, besides: input.files)
                try TableFolder.checkWritable(out, first: RotaComparison.table)
            }
        }
        let comparing = RotaComparing(
            input.week, rota: rota, options: options,
            origin: PlanOrigin(version: productVersion, inputs: input.inputs))
        let (contacts, plan) = (Cancellation(), Cancellation())
        let interruption = Interruption.shared
        interruption.cancels(contacts, plan)
        let displays = (
            contacts: ProgressDisplay(isInteractive: Terminal.isInteractive, title: "today's rota"),
            plan: ProgressDisplay(isInteractive: Terminal.isInteractive, title: "the plan beside it")
        )
        let comparison = await comparing.run(
            beside: beside?.plan, cancellations: (contacts, plan)
        ) { stage, progress in
            interruption.announce()
            guard !quiet else { return }
            if stage == .plan { displays.contacts.end() }
            (stage == .contacts ? displays.contacts : displays.plan).show(progress)
        }
        displays.contacts.end()
        displays.plan.end()
        if let out { try await write(comparison, of: input.week, beside: beside?.standing, to: out) }
        if let beside { Banner(beside.standing, of: input.week).show() }
        print(comparison.lines.joined(separator: "\n"))
        if let out { print("Comparison: \(out)") }
        let isInterrupted = [comparison.today.plan, beside == nil ? comparison.optimised : nil].contains {
            $0?.summary.status == .interrupted
        }
        if isInterrupted || interruption.isAsked { throw Ending(code: .interrupted) }
    }

    private var options: AllocationOptions {
        AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? 30 : nil), workLimit: workLimit, seed: seed)
    }

    /// Neither the tables nor the plans take the place of what they are made from.
    private func check(_ out: FilePath, besides week: FilesInUse) throws(PlanFolderError) {
        var files = week
        files.add(deployments, as: "the rota to be priced")
        if let plan { files.add(planIn: plan, as: "a file of the plan that is compared with") }
        try files.check(folder: out, writing: [RotaComparison.table + ".csv", "broken-rules.csv"])
        for name in Self.plans { try files.check(planIn: out.appending(name)) }
    }

    /// The folders of the two plans.
    private static let plans = ["today", "optimised"]

    /// - Parameter standing: How the plan that was given stands to the week; nil: one was made.
    private func write(
        _ comparison: RotaComparison, of week: Week, beside standing: PlanStanding?, to folder: FilePath
    ) async throws {
        var today = PlanStanding(asMade: comparison.today.plan)
        today.breaches = comparison.today.brokenRules.map(\.sentence)
        if !today.breaches.isEmpty { today.bound = nil }
        let plans = [
            (comparison.today.plan, today),
            (comparison.optimised, standing ?? PlanStanding(asMade: comparison.optimised)),
        ]
        let options = options
        // The tables first: they say that the folder is a comparison, and may be written anew.
        try refusing { () throws(PlanFolderError) in try TableFolder.write(comparison.tables, to: folder) }
        for (name, (plan, standing)) in zip(Self.plans, plans) {
            // What a rota that breaks rules would become by a change cannot be said: it is no plan to start from.
            let findings = await Interruption.shared.unlessAsked { stop in
                let hand = PlanAtHand(
                    week: week, plan: plan, budget: LookBudget(after: options, stop: stop))
                return hand.isWhole ? hand.findings() : Findings()
            }
            try refusing { () throws(PlanFolderError) in
                try PlanFolder.write(
                    plan: plan, week: week, findings: findings ?? Findings(), standing: standing,
                    to: folder.appending(name))
            }
        }
    }

    private func readRota(_ week: Week) throws -> RotaInUse {
        let (rows, diagnostics) = DeploymentsFile.read(deployments, week: week)
        for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
        guard let rows else {
            throw Ending(code: .usage, message: "\(deployments): the rota cannot be read; nothing was done.")
        }
        return RotaInUse(rows, of: week)
    }

    private func refusing(_ body: () throws(PlanFolderError) -> Void) throws {
        do {
            try body()
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }
}
