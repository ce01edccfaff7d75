// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser
import Comparison
import Foundation
import LinearModel
import PlanFolder
import Questions
import Report
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
    var week: String

    @Option(help: "The rota in use: a CSV file with the columns staff, session, team.", completion: .file())
    var deployments: String

    @Option(help: "The folder of the plan beside it; one is made if not given.", completion: .directory)
    var plan: String?

    @Option(help: "A folder for both plans and the tables.", completion: .directory)
    var out: String?

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
        let rota = try readRota(input.week)
        let beside = try plan.map { try PlanInput.judged($0, week: input) }
        let folder = out.map { URL(filePath: $0, directoryHint: .isDirectory) }
        if let folder {
            try refusing { () throws(PlanFolderError) in
                try TableFolder.checkWritable(folder, first: RotaComparison.table)
            }
        }
        let options = AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? 30 : nil), workLimit: workLimit, seed: seed)
        let comparing = RotaComparing(input.week, rota: rota, options: options)
        let (contacts, plan) = (Cancellation(), Cancellation())
        let interruption = Interruption(contacts, plan)
        let displays = (
            contacts: ProgressDisplay(isInteractive: Terminal.isInteractive, title: "today's rota"),
            plan: ProgressDisplay(isInteractive: Terminal.isInteractive, title: "the plan beside it")
        )
        let comparison = await comparing.run(
            beside: beside?.plan, version: productVersion, inputs: input.inputs,
            cancellations: (contacts, plan)
        ) { stage, progress in
            guard !quiet else { return }
            if stage == .plan { displays.contacts.end() }
            (stage == .contacts ? displays.contacts : displays.plan).show(progress)
        }
        displays.contacts.end()
        displays.plan.end()
        interruption.end()
        if let beside { Banner(beside.standing, of: input.week).show() }
        print(comparison.lines.joined(separator: "\n"))
        if let folder { try write(comparison, of: input.week, beside: beside?.standing, to: folder) }
        let isInterrupted = [comparison.today.plan, beside == nil ? comparison.optimised : nil].contains {
            $0?.summary.status == .interrupted
        }
        if isInterrupted { throw Ending(code: .interrupted) }
    }

    /// - Parameter standing: How the plan that was given stands to the week; nil: one was made.
    private func write(
        _ comparison: RotaComparison, of week: Week, beside standing: PlanStanding?, to folder: URL
    ) throws {
        var today = PlanStanding(asMade: comparison.today.plan)
        today.breaches = comparison.today.brokenRules.map(\.sentence)
        if !today.breaches.isEmpty { today.bound = nil }
        try refusing { () throws(PlanFolderError) in
            try TableFolder.write(comparison.tables, to: folder)
            let plans = [
                ("today", comparison.today.plan, today),
                ("optimised", comparison.optimised, standing ?? PlanStanding(asMade: comparison.optimised)),
            ]
            for (name, plan, standing) in plans {
                // What a rota that breaks rules would become by a change cannot be said: it is no plan to start from.
                let hand = PlanAtHand(week: week, plan: plan)
                try PlanFolder.write(
                    plan: plan, week: week, findings: hand.isWhole ? hand.findings() : Findings(),
                    standing: standing,
                    to: folder.appending(path: name, directoryHint: .isDirectory))
            }
        }
        print("Comparison: \(folder.relativePath)")
    }

    private func readRota(_ week: Week) throws -> RotaInUse {
        let (rows, diagnostics) = DeploymentsFile.read(
            URL(filePath: deployments, directoryHint: .notDirectory), week: week)
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
