// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Generation
import Reading
import Workflows

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes up a realistic week of any size, to try things out.",
        discussion: """
            People, places and organisations are invented; how many there are of each, what they cost and how \
            much care is wanted follows published figures and stated assumptions, listed in the README.md that \
            is written beside the week. The same numbers give the same week.

            Example:
              skillmix generate my-try --staff 120 --seed 7
            """)

    @Argument(help: "A folder for the week; it must not be there yet.", completion: .directory)
    var out: FilePath

    @Option(help: "How many people are on the roster, 5 to 5000.")
    var staff = 90

    @Option(help: "Any whole number; another number gives another week.")
    var seed: UInt64 = 1

    @OptionGroup var start: NewWeekOptions

    func validate() throws {
        guard WeekGenerator.sizes.contains(staff) else {
            let (least, most) = (WeekGenerator.sizes.lowerBound, WeekGenerator.sizes.upperBound)
            throw ValidationError("--staff is \(staff); give a number from \(least) to \(most).")
        }
    }

    func run() throws {
        try Workflow.command().generateWeek(try start.request(out), staff: staff, seed: seed)
        print("\(out): a week of \(staff) staff. Next: skillmix check \(out)")
    }
}
