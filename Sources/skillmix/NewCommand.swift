// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Generation
import Intake
import PlanFolder
import Reading
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
        _ = try start.readFramework()
        let week = EmptyWeek(frameworkPath: try start.path(from: out), weekStarting: try start.monday())
        try start.write(week.files(), to: out)
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

    func readFramework() throws -> Framework {
        let (found, diagnostics, _) = FrameworkReader.read(framework)
        for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
        guard let found else {
            throw Ending(
                code: .usage,
                message: "No framework could be read from \(framework); name one with --framework.")
        }
        return found
    }

    func monday() throws -> CalendarDay {
        guard let day = CalendarDay(iso: weekStarting), day.weekday == .monday else {
            throw ValidationError("--week-starting is \(weekStarting); give a Monday, such as 2026-11-23.")
        }
        return day
    }

    /// The framework's path as `week.yaml` in the folder is to say it.
    func path(from folder: FilePath) throws -> String {
        guard let path = WeekFolder.path(from: folder, to: framework) else {
            throw Ending(
                code: .usage,
                message:
                    "The way from \(folder) to \(framework) has a name that is not UTF-8, which week.yaml "
                    + "cannot hold: rename the folder, or name a framework elsewhere.")
        }
        return path
    }

    func write(_ files: [GeneratedFile], to folder: FilePath) throws {
        do {
            try WeekFolder.write(files.map { ($0.path, $0.text) }, to: folder)
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }
}
