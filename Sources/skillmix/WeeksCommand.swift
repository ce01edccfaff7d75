// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import ManyWeeks
import Reading
import Workflows

struct WeeksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weeks",
        abstract:
            "Reads weeks together: working time on average, weekends, nights, absence, agency, unmet care.",
        discussion: """
            Takes the folders of weeks that follow each other, each with its plan if it has a folder plan, and says \
            what only many weeks show: hours a week averaged over up to 17 weeks beside the 48 hours, hours for other \
            employers included, weekends and nights a person, absence, agency and unmet care over time. What the weeks \
            say of each other and does not go together is listed.

            Examples:
              skillmix weeks Rosters/2026-*
              skillmix weeks week-47 week-48 --out /tmp/weeks
              skillmix weeks week-47 week-48 --format json
            """)

    @Argument(help: "The weeks' folders.", completion: .directory)
    var weeks: [FilePath]

    @Option(help: "A folder for the page and its tables.", completion: .directory)
    var out: FilePath?

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let many = try Workflow.command().weeks(weeks, to: out)
        switch format {
        case .text:
            print(many.lines.joined(separator: "\n"))
            if let out { print("\nThe page: \(out.appending("report.html"))") }
        case .json: print(try many.json(), terminator: "")
        }
    }
}
