// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Figures
import Reading
import Report
import Workflows

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

            After the search the plan is looked into for the report, for at most as long again; what there is no time \
            for is left out, and named.

            With --start the search begins with an earlier plan of the week, puts right what no longer fits, and \
            looks for something better near to it first.

            Press Ctrl-C to stop early and keep the best plan so far (exit code 3). Before there is one, that ends \
            the command and leaves nothing behind.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(
        help:
            "Where the plan goes; plan in the week's folder, or NAME-plan beside its workbook, if not given.",
        completion: .directory)
    var out: FilePath?

    @Option(
        help: "The folder of a plan to start from: of this week, or of the week before you changed it.",
        completion: .directory)
    var start: FilePath?

    @OptionGroup var limits: SearchLimits

    @Option(
        help: """
            A file for each better plan or bound as CSV: seconds since the start, objective, bound, work, and of \
            each kind of move how many were tried and kept, and the pounds they saved.
            """,
        completion: .file())
    var progress: FilePath?

    @Flag(help: "Write the plan as a workbook, too: plan.xlsx, a sheet a table.")
    var xlsx = false

    @OptionGroup var record: LedgerOptions

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func validate() throws {
        if record.keepInputs, record.ledger == nil {
            throw ValidationError("--keep-inputs goes with --ledger FILE, in which they are kept.")
        }
    }

    func run() async throws {
        let target = out ?? Workflow.usualPlan(of: week)
        let allocated = try await Workflow.command(quiet: quiet).allocate(
            AllocationRequest(
                week: week, to: target, start: start, progress: progress, options: limits.options(),
                withBook: xlsx, ledger: record.use()))
        Interruption.shared.handedOver()
        Self.tell(of: allocated.looks, week: week, target, quiet: quiet)
        let figures = ReportFigures(week: allocated.week, plan: allocated.plan)
        Terminal.summary(
            ReportSummary(week: allocated.week, plan: allocated.plan, figures: figures).description)
        Terminal.summary("Plan: \(target)")
        if let words = allocated.ledgerWords { Terminal.summary(words) }
        if allocated.isInterrupted { throw Ending(code: .interrupted) }
    }

    /// Tells what became of the closer looks at a plan.
    static func tell(of looks: Allocated.Looks, week: FilePath, _ target: FilePath, quiet: Bool) {
        switch looks {
        case .written(let findings):
            if !quiet { CloserLooks.tell(findings, "skillmix report \(week) \(target) finds it out.") }
        case .tooLarge: if !quiet { CloserLooks.tell(.allLeftOut, "The week is too large for it.") }
        case .stopped: break
        case .notWritten(let error):
            Terminal.error(
                "The plan is written, without the closer looks of its report: \(error.description). "
                    + "skillmix report adds them.")
        }
    }
}
