// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Figures
import Ledger
import Reading
import Report
import Scenarios
import Tables
import Wording
import Workflows

struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract:
            "Lists the runs of a ledger, shows, compares and repeats them, and holds them beside what was worked.",
        discussion: """
            skillmix scenarios, and skillmix allocate with --ledger, write every run down: of which files, by which \
            version, with which limits and seed, when, by whom, and what came of it; docs/ledger.md says more. Runs whose \
            files have changed since are marked STALE.

            Examples:
              skillmix runs --ledger Rosters/runs.sqlite
              skillmix runs show 3
              skillmix runs compare 3 5
              skillmix runs rerun 3 --out again
              skillmix runs actuals 3 actuals.csv
            """,
        subcommands: [
            RunsList.self, RunsShow.self, RunsCompare.self, RunsRerun.self, RunsActuals.self, RunsCopy.self,
        ],
        defaultSubcommand: RunsList.self)
}

/// The ledger that is read.
struct LedgerToRead: ParsableArguments {
    @Option(
        help: "The ledger; runs.sqlite in this folder, if not given.",
        completion: .file(extensions: ["sqlite"]))
    var ledger: FilePath?

    /// Its path.
    var path: FilePath { ledger ?? FilePath(RunLedger.usualName) }
}

struct RunsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the runs, the newest first.")

    @OptionGroup var ledger: LedgerToRead

    func run() throws {
        AnswerOutput.lines(try Workflow.command().runs(of: ledger.path).lines.joined(separator: "\n"))
    }
}

struct RunsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Says what a run was made from and what came of it.")

    @Argument(help: "The run's number.")
    var number: Int

    @OptionGroup var ledger: LedgerToRead

    func run() throws {
        AnswerOutput.lines(
            try Workflow.command().run(number, of: ledger.path).joined(separator: "\n"))
    }
}

struct RunsCompare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract:
            "Says what differs between two runs: what they were made from first, and then what came of them.")

    @Argument(help: "The number of a run.")
    var first: Int

    @Argument(help: "The number of another.")
    var second: Int

    @OptionGroup var ledger: LedgerToRead

    func run() throws {
        let comparison = try Workflow.command().compare(run: first, with: second, of: ledger.path)
        AnswerOutput.lines(comparison.lines.joined(separator: "\n"))
    }
}

struct RunsRerun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rerun",
        abstract: "Repeats a run, and says whether the same comes of it.",
        discussion: """
            It is made from the files of then where they are what they were, else from those that --keep-inputs kept, \
            which are laid out beside the results, in a folder of their name and -inputs. With a work limit the same comes \
            of it, byte for byte; otherwise that depends on the machine. Exit code 1 where it does not.
            """)

    @Argument(help: "The run's number.")
    var number: Int

    @OptionGroup var ledger: LedgerToRead

    @Option(help: "A folder for the results.", completion: .directory)
    var out: FilePath

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func run() async throws {
        let rerun = try await Workflow.command(quiet: quiet).rerun(
            RerunRequest(number, of: LedgerUse(ledger.path), to: out))
        Interruption.shared.handedOver()
        switch rerun.result {
        case .plan(let allocated):
            let figures = ReportFigures(week: allocated.week, plan: allocated.plan)
            Terminal.summary(
                ReportSummary(week: allocated.week, plan: allocated.plan, figures: figures).description)
            Terminal.summary("Plan: \(out)")
            if let words = allocated.ledgerWords { Terminal.summary(words) }
        case .scenarios(let made):
            if made.hasResults {
                AnswerOutput.lines(ScenarioText(made.results).summary.joined(separator: "\n"))
            }
            print(made.words)
            if let words = made.ledgerWords { print(words) }
        }
        AnswerOutput.lines(rerun.sentences.joined(separator: "\n"))
        if rerun.isInterrupted { throw Ending(code: .interrupted) }
        if rerun.isSame == false { throw Ending(code: .problems) }
    }
}

struct RunsActuals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actuals",
        abstract: "Holds what was worked beside what a run had planned, and forecasts the week.",
        discussion: """
            FILE has a row for each session that somebody worked: session, staff and team, and, where somebody knows, \
            booking, cost, contacts, contact_hours and starts. docs/ledger.md says what each says and what a blank means. \
            The forecast is what was worked up to the last session of FILE, or to --until, and the plan after it.

            Examples:
              skillmix runs actuals 3 actuals.csv
              skillmix runs actuals 3 actuals.csv --until "2026-11-25 pm"
              skillmix runs actuals 3 actuals.csv --starts-by initial-assessment --people P1=40 --people P2=12
            """)

    @Argument(help: "The run's number.")
    var number: Int

    @Argument(help: "What was worked.", completion: .file(extensions: ["csv"]))
    var file: FilePath

    @OptionGroup var ledger: LedgerToRead

    @Option(help: "Of a run of several weeks: the base's name.")
    var base: String?

    @Option(help: "Of a run of scenarios: the scenario that was followed; the base, if not given.")
    var scenario: String?

    @Option(
        help: """
            The last session that counts as worked, such as "2026-11-25 pm"; the last one of FILE, if not given. Those \
            after it are taken as planned.
            """)
    var until: String?

    @Option(
        help: """
            An activity of which each contact is a person whose care begins, such as initial-assessment. May be given \
            several times, like the next two.
            """)
    var startsBy: [String] = []

    @Option(
        help:
            "People whose care begins in the plan's days: P1=12 of a pathway, 30 of all. Else by --starts-by."
    )
    var starts: [String] = []

    @Option(help: "People on the caseload, on average: P1=40 of a pathway, 52 of all.")
    var people: [String] = []

    @Option(help: "A folder for the tables, every session among them.", completion: .directory)
    var out: FilePath?

    func run() throws {
        let comparison = try Workflow.command().actuals(
            file, of: number, in: ledger.path, base: base, scenario: scenario,
            asking: ActualsWords(until: until, startsBy: startsBy, starts: starts, people: people), to: out)
        AnswerOutput.lines(comparison.lines.joined(separator: "\n"))
        if let out { print("\(out): \(Naming.list(comparison.tables.map { $0.name + ".csv" }))") }
    }
}

struct RunsCopy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies a ledger as it is at one moment, whoever writes into it meanwhile.")

    @Argument(help: "The copy, not there yet.", completion: .file())
    var target: FilePath

    @OptionGroup var ledger: LedgerToRead

    func run() throws {
        try Workflow.command().copy(ledger: ledger.path, to: target)
        print("\(target): a copy of \(ledger.path)")
    }
}
