// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows
import Workforce

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes an empty week to fill in, or the week after one.",
        discussion: """
            Every table has its heading, and comments that say what each column is for. Fill the tables in with a \
            spreadsheet, then let skillmix check the week.

            With --after it is the week after another one, and made from that: teams, people, sign-offs, agreements, \
            travel, placements and decisions that still hold, the rota weekday by weekday, and the days, sessions and \
            hours that people worked before, by its rota and its plan. Requests, a plan in force and, without \
            --demand, the demand stay behind.

            With --rotation it is an empty rotation: who is in which post in a year.

            Examples:
              skillmix new my-week --week-starting 2026-12-07
              skillmix new my-rotation --rotation --starts 2027-01-04
              skillmix new my-next-week --after my-week --demand
            """)

    @Argument(
        help: "A folder for the week, or a workbook (.xlsx); it must not be there yet.", completion: .file())
    var out: FilePath

    @OptionGroup var start: NewWeekOptions

    @Option(help: "The week's folder that it comes after.", completion: .directory)
    var after: FilePath?

    @Option(
        help: "With --after: the plan of that week; its folder plan, if there is one.", completion: .directory
    )
    var plan: FilePath?

    @Flag(help: "Make an empty rotation instead of a week.")
    var rotation = false

    @Option(help: "With --rotation: the first day of its first month. (default: 2027-01-04)")
    var starts: String?

    @Flag(help: "With --after: the demand of the same weekdays.")
    var demand = false

    func validate() throws {
        if rotation, after != nil || plan != nil || demand {
            throw ValidationError("--after, --plan and --demand are not for a rotation.")
        }
        if !rotation, starts != nil { throw ValidationError("--starts goes with --rotation.") }
        _ = try firstDay()
        if after == nil, plan != nil || demand {
            throw ValidationError("--plan and --demand go with --after WEEK.")
        }
        if after != nil, let given = start.given {
            throw ValidationError(
                "\(given) cannot be given with --after WEEK: the week after one has its framework, and starts on the Monday "
                    + "after it.")
        }
    }

    private func firstDay() throws -> CalendarDay {
        guard let day = CalendarDay(iso: starts ?? "2027-01-04") else {
            throw ValidationError("--starts is \(starts ?? ""); give a day, such as 2027-01-04.")
        }
        return day
    }

    func run() throws {
        if rotation {
            try Workflow.command().newRotation(
                to: out, framework: try start.rotationFramework(), starts: try firstDay())
            print("\(out): an empty rotation. Fill in posts and people first, then: skillmix check \(out)")
            return
        }
        if let after {
            let made = try Workflow.command().nextWeek(
                NextWeekRequest(to: out, after: after, plan: plan, keepsDemand: demand))
            print("\(out): \(made.words) Next: skillmix check \(out)")
            return
        }
        try Workflow.command().newWeek(try start.request(out))
        print("\(out): an empty week. Fill in teams and staff first, then: skillmix check \(out)")
    }
}

/// What every new week needs to know.
struct NewWeekOptions: ParsableArguments {
    @Option(
        help: "The competency framework. (default: \(usualFramework))",
        completion: .file(extensions: ["yaml", "yml"]))
    var framework: FilePath?

    @Option(help: "The Monday on which the week starts. (default: \(usualMonday))")
    var weekStarting: String?

    // They have no default of their own, so that it can be told whether they were given.
    private static let usualFramework: FilePath = "Competencies/intermediate-care.yaml"
    private static let usualMonday = "2026-11-23"

    func validate() throws {
        _ = try monday()
    }

    /// The options that were given, as they are typed; nil: none was.
    var given: String? {
        switch (framework, weekStarting) {
        case (nil, nil): nil
        case (_?, nil): "--framework"
        case (nil, _?): "--week-starting"
        case (_?, _?): "--framework and --week-starting"
        }
    }

    /// The framework of a new rotation, which starts on no Monday of these options.
    func rotationFramework() throws -> FilePath {
        if weekStarting != nil { throw ValidationError("--week-starting is not for a rotation.") }
        return framework ?? Self.usualFramework
    }

    /// A new week in a folder.
    func request(_ out: FilePath) throws -> NewWeekRequest {
        NewWeekRequest(
            to: out, framework: framework ?? Self.usualFramework, start: try monday())
    }

    private func monday() throws -> CalendarDay {
        let weekStarting = weekStarting ?? Self.usualMonday
        guard let day = CalendarDay(iso: weekStarting), day.weekday == .monday else {
            throw ValidationError("--week-starting is \(weekStarting); give a Monday, such as 2026-11-23.")
        }
        return day
    }
}
