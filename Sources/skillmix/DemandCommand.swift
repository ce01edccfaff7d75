// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Tables
import Workflows

struct DemandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demand",
        abstract:
            "Makes a week's demand of a caseload: who is there, who begins, how long they stay, what they get.",
        discussion: """
            CASELOAD is a folder with profiles.yaml and some of caseload.csv, starts.csv, stays.csv and ipacs.csv; \
            docs/caseload.md says what stands in them. Expected contacts go into the week's demand.csv as lines whose \
            names begin with caseload-; the next run replaces those, and lines of your own stay. With --draws weeks as \
            they may turn out are drawn besides, each as a change file.

            Examples:
              skillmix demand Rosters/place-caseload --into my-week --dry-run
              skillmix demand Rosters/place-caseload --into my-week --draws 20
              skillmix change my-week my-week/draws/draw-001.yaml --out /tmp/drawn
            """)

    @Argument(help: "The caseload's folder.", completion: .directory)
    var caseload: FilePath

    @Option(help: "The week's folder, whose demand.csv is changed.", completion: .directory)
    var into: FilePath

    @Flag(help: "Only say what would be written.")
    var dryRun = false

    @Flag(help: "Lines of your own go from demand.csv, too.")
    var replaceAll = false

    @Option(help: "How many weeks are drawn, 0 to 1000, as change files in the week's folder draws.")
    var draws = 0

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = 1

    func validate() throws {
        guard (0...DemandRequest.mostDraws).contains(draws) else {
            throw ValidationError("--draws is a number from 0 to \(DemandRequest.mostDraws).")
        }
    }

    func run() throws {
        let made = try Workflow.command().demand(
            DemandRequest(
                caseload, into: into, isDry: dryRun, replacesAll: replaceAll, draws: draws, seed: seed))
        for table in made.tables { print((table.lines + [""]).joined(separator: "\n")) }
        for sentence in made.sentences { print(Table.plain(sentence)) }
        print(dryRun ? "Nothing was written." : "Next: skillmix check \(into)")
    }
}
