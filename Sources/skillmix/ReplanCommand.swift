// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ChangeFiles
import Figures
import Reading
import Report
import Tables
import Workflows

struct ReplanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replan",
        abstract: "Plans a week that is under way anew, with as few changes as are worth it.",
        discussion: """
            PLAN is the plan in force. What has changed stands in change files (docs/changes.md) or in the flags for \
            every day. Sessions before --from are over: they stay as they were. From then on each change of the plan \
            in force has its price, so that people keep their teams and contacts unless something is gained.

            Writes the new plan, with the changed week in its folder week, what changed for whom and why \
            (changes.csv, and What changed in report.html), and a message for each of them (messages.csv).

            Examples:
              skillmix replan Rosters/first-week plan --from "2026-11-24 am" --sick AP-01 --out tuesday
              skillmix replan Rosters/first-week plan --demand S02=+2 --available "PT-02@2026-11-24 am" --out tuesday
              skillmix audit tuesday/week tuesday
              skillmix replan tuesday/week tuesday --from "2026-11-24 pm" --out tuesday-pm

            Press Ctrl-C to stop early and keep the best plan so far (exit code 3).
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(help: "The folder of the plan in force.", completion: .directory)
    var plan: FilePath

    @Argument(help: "Change files.", completion: .file(extensions: ["yaml", "yml"]))
    var changes: [FilePath] = []

    @Option(help: "The first session that is not over, such as \"2026-11-24 am\"; the week's if not given.")
    var from: String?

    @Option(
        help: """
            Who is sick: S, or S@SESSION, or S@SESSION..SESSION; without sessions from --from to the week's end. May \
            be given several times, like the next three.
            """)
    var sick: [String] = []

    @Option(help: "Who will not come, though they could be asked: S@SESSION.")
    var declined: [String] = []

    @Option(help: "Who can be asked: S@SESSION.")
    var available: [String] = []

    @Option(help: "Contacts of a line: LINE=+3 more, LINE=-2 fewer, LINE=13 in all.")
    var demand: [String] = []

    @Option(help: "Where the plan goes.", completion: .directory)
    var out: FilePath

    @OptionGroup var limits: SearchLimits

    @Option(help: "A file for each better plan or bound as CSV, as allocate writes it.", completion: .file())
    var progress: FilePath?

    @Flag(help: "Write the plan as a workbook, too: plan.xlsx, a sheet a table.")
    var xlsx = false

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func run() async throws {
        let flags = EverydayFlags(sick: sick, declined: declined, available: available, demand: demand)
        let replanned = try await Workflow.command(quiet: quiet).replan(
            ReplanRequest(
                week, plan: plan, changes: changes, flags: flags, from: from, to: out, progress: progress,
                options: limits.options(), withBook: xlsx))
        Interruption.shared.handedOver()
        let allocated = replanned.allocated
        AllocateCommand.tell(of: allocated.looks, week: out.appending("week"), out, quiet: quiet)
        for title in replanned.titles { Terminal.summary(Table.plain(title)) }
        let figures = ReportFigures(week: allocated.week, plan: allocated.plan)
        Terminal.summary(
            ReportSummary(week: allocated.week, plan: allocated.plan, figures: figures).description)
        if let changes = figures.changes {
            Terminal.summary(
                changes.people.isEmpty
                    ? "Changed: nothing" : "Changed: \(PlanChangeTables.headline(changes))")
        }
        Terminal.summary("Plan: \(out), of the week in \(out.appending("week"))")
        if allocated.isInterrupted { throw Ending(code: .interrupted) }
    }
}
