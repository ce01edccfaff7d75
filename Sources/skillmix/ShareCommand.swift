// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Wording
import Workflows

struct ShareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Writes what people take away of a plan: calendars, sheets, shifts and messages.",
        discussion: """
            In the folder are a calendar a person (calendars/, iCalendar), a sheet a person and a team (sheets/, to be \
            printed), all sessions with names and times (shifts.csv), shifts for Microsoft Teams (teams-shifts.json) and a \
            message a person (messages.csv). Run it again after the plan has changed: calendars in the folder are gone on \
            from, so that what is no more is cancelled where people have it.

            Example:
              skillmix share Rosters/place-week Rosters/place-week/plan
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(
        help: "The plan's folder. With --take-back it is left out.", completion: .directory)
    var plan: FilePath?

    @Option(
        help: "The folder to write; default: one of the plan's name and -share, beside it.",
        completion: .directory)
    var out: FilePath?

    @Flag(
        help:
            "Take back what was handed out of this week: its sessions are cancelled in the calendars of --out, and sheets go."
    )
    var takeBack = false

    func validate() throws {
        if takeBack, out == nil || plan != nil {
            throw ValidationError("--take-back takes the week and --out, the folder of what was handed out.")
        }
        if !takeBack, plan == nil { throw ValidationError("Name the plan's folder after the week's.") }
    }

    func run() throws {
        if takeBack, let out {
            let cancelled = try Workflow.command().takeBack(week: week, in: out)
            print("\(Show.counted(cancelled, "session")) cancelled in the calendars: \(out)")
            return
        }
        guard let plan else { return }
        let shared = try Workflow.command().share(plan: plan, of: week, to: out)
        shared.banner.show()
        print(
            "Calendars and sheets of \(shared.people == 1 ? "1 person" : "\(Show.count(shared.people)) people"): \(shared.folder)"
        )
        if shared.changedEvents > 0 {
            print(
                "\(Show.counted(shared.changedEvents, "session")) of calendars handed out before changed: send them again."
            )
        }
    }
}
