// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows
import Workforce

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes an empty week to fill in.",
        discussion: """
            Every table has its heading, and comments that say what each column is for. Fill the tables in with a \
            spreadsheet, then let skillmix check the week.

            Example:
              skillmix new my-week --week-starting 2026-12-07
            """)

    @Argument(help: "A folder for the week; it must not be there yet.", completion: .directory)
    var out: FilePath

    @OptionGroup var start: NewWeekOptions

    func run() throws {
        try Workflow.command().newWeek(try start.request(out))
        print("\(out): an empty week. Fill in teams.csv and staff.csv first, then: skillmix check \(out)")
    }
}

/// What every new week needs to know.
struct NewWeekOptions: ParsableArguments {
    @Option(help: "The competency framework.", completion: .file(extensions: ["yaml", "yml"]))
    var framework: FilePath = "Competencies/intermediate-care.yaml"

    @Option(help: "The Monday on which the week starts.")
    var weekStarting = "2026-11-23"

    func validate() throws {
        _ = try monday()
    }

    /// A new week in a folder.
    func request(_ out: FilePath) throws -> NewWeekRequest {
        NewWeekRequest(to: out, framework: framework, start: try monday())
    }

    private func monday() throws -> CalendarDay {
        guard let day = CalendarDay(iso: weekStarting), day.weekday == .monday else {
            throw ValidationError("--week-starting is \(weekStarting); give a Monday, such as 2026-11-23.")
        }
        return day
    }
}
