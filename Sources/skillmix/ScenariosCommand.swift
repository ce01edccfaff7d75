// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Scenarios
import Tables
import Workflows

struct ScenariosCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios",
        abstract: "Says what changes do to care and to pounds: agency capped, rates raised, people away.",
        discussion: """
            FILE names weeks, what is otherwise in them (overlays), which of that is tried, alone, together or over a \
            range of values, and how often; docs/finance.md says how. Each scenario is planned as long as the base and \
            with the same random numbers, every plan is audited, and what may be luck is not told apart. Writes \
            report.html for a board, results.csv, differences.csv, levers.csv, break-even.csv and results.json, and where \
            FILE asks for them frontier.csv (what goes unmet for so much agency), passes.csv (which weeks keep to \
            lines), year.csv (figures of a year) and steps.csv (what differs from value to value of a sweep).

            Each run is kept as soon as it is done. Press Ctrl-C to stop with the runs there are (exit code 3); \
            --resume goes on, after a power cut too. The run is written down in a ledger, runs.sqlite beside FILE, which \
            skillmix runs reads.

            Examples:
              skillmix scenarios Rosters/agency-winter/scenarios.yaml
              skillmix scenarios Rosters/agency-winter/scenarios.yaml --work-limit 2000 --out winter
              skillmix scenarios Rosters/agency-winter/scenarios.yaml --out winter --resume
              skillmix scenarios Rosters/agency-winter/scenarios.yaml --out winter --engine slurm
            """)

    @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: FilePath

    @Option(
        help: "A folder for the results; FILE's name and -results beside it, if not given.",
        completion: .directory)
    var out: FilePath?

    @Option(help: "Seconds of each search, in place of what the file says.")
    var timeLimit: Double?

    @Option(
        help: "Steps of each search, in place of what the file says; the same number gives the same results.")
    var workLimit: Int?

    @Option(
        help:
            "Any whole number; the same number gives the same searches, and the same draws of intervals and absences."
    )
    var seed: UInt64 = 1

    @Flag(help: "Go on with the runs that are in the folder.")
    var resume = false

    @Option(
        help:
            "Where runs are done: local, by this machine's cores; slurm, by a Slurm cluster whose machines share the folder of results."
    )
    var engine = EngineName.local

    @OptionGroup var record: LedgerOptions

    @Flag(help: "Write the run down in no ledger.")
    var noLedger = false

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func validate() throws {
        if let timeLimit { try SearchLimits.validate(seconds: timeLimit) }
        if let workLimit, workLimit < 1 {
            throw ValidationError("--work-limit is \(workLimit); give 1 or more.")
        }
        if timeLimit == 0 { throw ValidationError("--time-limit is 0; give more than 0 seconds.") }
        if noLedger, record.ledger != nil || record.keepInputs {
            throw ValidationError("--no-ledger goes with neither --ledger nor --keep-inputs.")
        }
        if timeLimit != nil, workLimit != nil {
            throw ValidationError(
                "Give --time-limit or --work-limit: each scenario has as much of one of them as the base.")
        }
    }

    func run() async throws {
        let limit =
            timeLimit.map { ScenarioFile.Limit.seconds($0) } ?? workLimit.map { .work($0) }
        let made = try await Workflow.command(quiet: quiet).scenarios(
            ScenariosRequest(
                file, to: out, limit: limit, seed: seed, resumes: resume,
                ledger: noLedger ? nil : record.use(at: LedgerUse.usual(beside: file)),
                engine: engine.engine))
        Interruption.shared.handedOver()
        let (results, tables) = (made.results, ScenarioTables(made.results))
        print(Table.plain(results.file.title))
        if made.hasResults {
            for line in ScenarioText(results).summary { print(Table.plain(line)) }
            if !results.file.tests.isEmpty {
                AnswerOutput.lines(PassTables(results).counts.lines.joined(separator: "\n"))
            }
            for base in results.bases {
                AnswerOutput.lines(tables.summary(of: base.name).lines.joined(separator: "\n"))
            }
        }
        print(made.words)
        if let words = made.ledgerWords { print(words) }
        if results.isInterrupted { throw Ending(code: .interrupted) }
    }
}
