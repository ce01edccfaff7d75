// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Capacity
import Reading
import Workflows

struct CapacityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capacity",
        abstract: "Says what a week needs, what its people could give, and what no plan can cure.",
        discussion: """
            Before any plan: hours needed against hours that could be given, by pathway, team, day, activity and \
            competency, and the shortfalls that stand whatever the allocation, each with its reason.

            Examples:
              skillmix capacity Rosters/place-week
              skillmix capacity Rosters/place-week --out /tmp/capacity
              skillmix capacity Rosters/place-week --format json
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(help: "A folder for the tables as CSV files, and all of it as JSON.", completion: .directory)
    var out: FilePath?

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let report = try Workflow.command().capacity(of: week, to: out)
        switch format {
        case .text:
            print(report.lines.joined(separator: "\n"))
            if let out { print("Tables: \(out)") }
        case .json: print(try report.json(), terminator: "")
        }
    }
}
