// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Generation
import Reading
import RotationGeneration
import Workflows

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes up a realistic week or rotation, to try things out.",
        discussion: """
            People, places and organisations are invented; how many there are of each, what they cost and how \
            much care is wanted follows published figures and stated assumptions, listed in the README.md that \
            is written beside the week. The same numbers give the same week.

            With --rotation it is a rotation of months: who is in which post in a year or two. People times months \
            times posts are at most 4 million.

            Examples:
              skillmix generate my-try --staff 120 --seed 7
              skillmix generate my-rotation --rotation --people 60 --periods 12 --posts 20 --seed 7
            """)

    @Flag(help: "Make up a rotation instead of a week.")
    var rotation = false

    @Argument(help: "A folder for it; it must not be there yet.", completion: .directory)
    var out: FilePath

    @Option(help: "How many people are on the roster, 5 to 5000.")
    var staff = 90

    @Option(help: "Any whole number; another number gives another week.")
    var seed: UInt64 = 1

    @Option(help: "With --rotation: how many people rotate, 4 to 2000. (default: 30)")
    var people: Int?

    @Option(help: "With --rotation: how many months, 2 to 104. (default: 12)")
    var periods: Int?

    @Option(help: "With --rotation: how many posts, 4 to 500. (default: 12)")
    var posts: Int?

    @OptionGroup var start: NewWeekOptions

    func validate() throws {
        if !rotation, people != nil || periods != nil || posts != nil {
            throw ValidationError("--people, --periods and --posts go with --rotation.")
        }
        for (option, value, range) in [
            ("--people", people, RotationGenerator.people), ("--periods", periods, RotationGenerator.periods),
            ("--posts", posts, RotationGenerator.posts),
        ] {
            guard let value, !range.contains(value) else { continue }
            throw ValidationError(
                "\(option) is \(value); give a number from \(range.lowerBound) to \(range.upperBound).")
        }
        guard WeekGenerator.sizes.contains(staff) else {
            let (least, most) = (WeekGenerator.sizes.lowerBound, WeekGenerator.sizes.upperBound)
            throw ValidationError("--staff is \(staff); give a number from \(least) to \(most).")
        }
    }

    func run() throws {
        if rotation {
            try Workflow.command().generateRotation(
                to: out, framework: try start.rotationFramework(), people: people ?? 30,
                periods: periods ?? 12, posts: posts ?? 12, seed: seed)
            print("\(out): a rotation of \(people ?? 30) people. Next: skillmix check \(out)")
            return
        }
        try Workflow.command().generateWeek(try start.request(out), staff: staff, seed: seed)
        print("\(out): a week of \(staff) staff. Next: skillmix check \(out)")
    }
}
