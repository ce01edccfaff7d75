// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser
import Formulation
import Foundation
import LinearModel
import PlanFolder
import Questions
import Report
import Workforce

struct AllocateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Makes a plan for a week.",
        discussion: """
            Writes a folder with who works where (deployments.csv), who does what (contacts.csv), who supervises \
            (supervision.csv), what goes unmet and why (unmet.csv), whom to book (bookings.csv), the figures \
            (plan.json) and a report for people (report.html, and a CSV for each of its tables in tables). An earlier \
            plan is replaced only when the new one is complete.

            Examples:
              skillmix allocate Rosters/place-week
              skillmix allocate Rosters/place-week --time-limit 120 --gap 0.02
              skillmix allocate Rosters/place-week --work-limit 2000 --out /tmp/plan
              skillmix allocate Rosters/place-week --start Rosters/place-week/plan --time-limit 5

            With --start the search begins with an earlier plan of the week, puts right what no longer fits, and \
            looks for something better near to it first.

            Press Ctrl-C to stop early and keep the best plan so far (exit code 3).
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: String

    @Option(help: "Where the plan goes; plan in the week's folder if not given.", completion: .directory)
    var out: String?

    @Option(
        help: "The folder of a plan to start from: of this week, or of the week before you changed it.",
        completion: .directory)
    var start: String?

    @Option(
        help: """
            Seconds after which the best plan so far is taken; closer looks at it for the report then have as long \
            again, and leave out what they have no time for. (default: 30, or none with --work-limit)
            """)
    var timeLimit: Double?

    @Option(help: "How far from the best possible is good enough, as a share: 0.02 is 2 per cent.")
    var gap = 0.0

    @Option(help: "Any whole number; the same number gives the same search.")
    var seed: UInt64 = 1

    @Option(help: "Steps after which the search ends; the same number gives the same plan on any machine.")
    var workLimit: Int?

    @Option(
        help: "A file for each better plan or bound as CSV: seconds since the start, objective, bound, work.",
        completion: .file())
    var progress: String?

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func validate() throws {
        if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1e7) {
            throw ValidationError("--time-limit is \(timeLimit); give seconds, 0 or more.")
        }
        if let workLimit, workLimit < 0 {
            throw ValidationError("--work-limit is \(workLimit); give 0 or more.")
        }
        if !(gap >= 0 && gap < 1) {
            throw ValidationError(
                "--gap is \(gap); give a share from 0 to below 1, such as 0.02 for 2 per cent.")
        }
    }

    func run() async throws {
        let begun = ContinuousClock.now
        let input = try WeekInput.read(week, quiet: quiet)
        let folder = URL(filePath: out ?? week, directoryHint: .isDirectory)
        let target = out == nil ? folder.appending(path: "plan", directoryHint: .isDirectory) : folder
        try refuseUnwritable(target)
        let startPlan = try start.map { try StartInput.read($0, week: input.week) }

        let options = AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? 30 : nil), workLimit: workLimit, gap: gap, seed: seed)
        let scope = try SizeCheck.scope(input.week, path: week, quiet: quiet)
        let (cancellation, looks) = (Cancellation(), Cancellation())
        let interruption = Interruption(cancellation, looks)
        guard let model = WeeklyModel(scope.instance, unless: { cancellation.isCancelled }) else {
            throw Ending(code: .stopped, message: "Stopped before there was a plan; nothing was written.")
        }
        let engine = AllocationEngine(
            model, options: options, start: scope.start(startPlan), proves: scope.isWhole)
        if let start, let report = engine.startReport {
            try StartInput.show(report, of: start, week: input.week, quiet: quiet)
        }

        let display = quiet ? nil : ProgressDisplay(isInteractive: Terminal.isInteractive)
        let log = try progress.map { try ProgressLog(path: $0, start: begun) }
        let result = await engine.run(cancellation: cancellation) { progress in
            log?.record(progress)
            display?.show(progress)
        }
        let logged = Result { try log?.end(result) }
        display?.end()

        let plan = scope.plan(
            PlanMaker(model, result)
                .plan(
                    result, seed: seed, version: productVersion, inputs: input.inputs,
                    timed: options.timeLimit != nil))
        try write(plan, of: input.week, to: target) {
            guard scope.isPlain, SizeCheck.allowsLooks(scope.whole) else { return nil }
            return PlanAtHand(plan: plan, model: model, budget: LookBudget(after: options, stop: looks))
        }
        interruption.end()
        let figures = ReportFigures(week: input.week, plan: plan)
        print(ReportSummary(week: input.week, plan: plan, figures: figures).description)
        print("Plan: \(target.relativePath)")
        try logged.get()
        if plan.summary.status == .interrupted { throw Ending(code: .interrupted) }
    }

    /// Writes the plan at once, and again with what is found out about it, which takes seconds for large weeks. Who
    /// stopped the search wants the plan and no more: skillmix report finds out the rest.
    ///
    /// - Parameter atHand: The plan to look closer at; nil where it is too large for that.
    private func write(_ plan: Plan, of week: Week, to target: URL, atHand: () -> PlanAtHand?) throws {
        do {
            try PlanFolder.write(plan: plan, week: week, to: target)
            guard plan.summary.status != .interrupted else { return }
            let hand = atHand()
            let findings = hand?.findings() ?? .allLeftOut
            if hand != nil { try PlanFolder.write(plan: plan, week: week, findings: findings, to: target) }
            if !quiet {
                let again = "skillmix report \(self.week) \(target.relativePath) finds it out."
                CloserLooks.tell(findings, hand == nil ? "The week is too large for it." : again)
            }
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    /// A target that cannot be written to is better known before the search than after it.
    private func refuseUnwritable(_ target: URL) throws {
        do {
            try PlanFolder.checkWritable(target)
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }
}
