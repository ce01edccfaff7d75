// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser
import Figures
import Formulation
import Foundation
import LinearModel
import PlanFolder
import Questions
import Reading
import Report
import Trials
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

            Press Ctrl-C to stop early and keep the best plan so far (exit code 3). Before there is one, that ends \
            the command and leaves nothing behind.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(help: "Where the plan goes; plan in the week's folder if not given.", completion: .directory)
    var out: FilePath?

    @Option(
        help: "The folder of a plan to start from: of this week, or of the week before you changed it.",
        completion: .directory)
    var start: FilePath?

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
        help: """
            A file for each better plan or bound as CSV: seconds since the start, objective, bound, work, and of \
            each kind of move how many were tried and kept, and the pounds they saved.
            """,
        completion: .file())
    var progress: FilePath?

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
        let target = out ?? week.appending("plan")
        try check(target, besides: input.files)
        let startPlan = try start.map { try StartInput.read($0, week: input.week) }

        let options = AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? 30 : nil), workLimit: workLimit, gap: gap, seed: seed)
        let scope = try SizeCheck.scope(input.week, path: week, quiet: quiet)
        let planner = Planner(
            input.week, options: options, origin: PlanOrigin(version: productVersion, inputs: input.inputs),
            scope: scope)
        if let start, let startPlan {
            try StartInput.show(
                planner.report(on: startPlan), of: start, week: input.week, quiet: quiet)
        }

        let cancellation = Cancellation()
        let interruption = Interruption.shared
        interruption.cancels(cancellation)
        let display = quiet ? nil : ProgressDisplay(isInteractive: Terminal.isInteractive)
        let log = try progress.map { try ProgressLog(path: $0, start: begun) }
        let planned = await planner.plan(start: startPlan, cancellation: cancellation) { progress in
            interruption.announce()
            log?.record(progress)
            display?.show(progress)
        }
        log?.end(planned.result)
        display?.end()

        let plan = planned.plan
        try write(plan, of: input.week, to: target)
        let looksAllowed = scope.isPlain && SizeCheck.allowsLooks(scope.whole)
        let isWhole = await writeFindings(
            plan, looksAllowed ? planned.model : nil, of: input.week, after: options, to: target)
        interruption.handedOver()
        let figures = ReportFigures(week: input.week, plan: plan)
        Terminal.summary(ReportSummary(week: input.week, plan: plan, figures: figures).description)
        Terminal.summary("Plan: \(target)")
        if plan.summary.status == .interrupted || (!isWhole && interruption.isAsked) {
            throw Ending(code: .interrupted)
        }
    }

    private func write(_ plan: Plan, of week: Week, to target: FilePath) throws {
        do {
            try PlanFolder.write(plan: plan, week: week, to: target)
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    /// Writes the plan again with what is found out about it, which takes seconds for large weeks. Who stopped the
    /// search wants the plan and no more, and has it by now: `skillmix report` finds out the rest.
    ///
    /// - Parameter model: The model of the week; nil where the week is too large to look closer.
    /// - Returns: Whether all was written that there is time and memory for.
    private func writeFindings(
        _ plan: Plan, _ model: WeeklyModel?, of week: Week, after options: AllocationOptions,
        to target: FilePath
    ) async -> Bool {
        guard plan.summary.status != .interrupted else { return false }
        guard let model else {
            if !quiet { CloserLooks.tell(.allLeftOut, "The week is too large for it.") }
            return true
        }
        let found = await Interruption.shared.unlessAsked { stop in
            PlanAtHand(plan: plan, model: model, budget: LookBudget(after: options, stop: stop)).findings()
        }
        guard let found else { return false }
        do {
            try PlanFolder.write(plan: plan, week: week, findings: found, to: target)
            if !quiet { CloserLooks.tell(found, "skillmix report \(self.week) \(target) finds it out.") }
            return true
        } catch {
            Terminal.error(
                "The plan is written, without the closer looks of its report: \(error.description). "
                    + "skillmix report adds them.")
            return false
        }
    }

    /// What cannot be written, or must not be, is better known before the search than after it.
    private func check(_ target: FilePath, besides week: FilesInUse) throws {
        do throws(PlanFolderError) {
            try week.check(planIn: target)
            if let progress {
                var files = week
                files.add(target, as: "the plan's folder")
                files.add(planIn: target, as: "one of the plan's own files")
                if let start { files.add(planIn: start, as: "one of the files of the plan to start from") }
                try files.check(progress)
            }
            try PlanFolder.checkWritable(target)
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }
}
