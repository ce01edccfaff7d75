// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Capacity
import Foundation
import PlanFolder
import Reading
import Workforce

/// How figures are shown.
enum FigureFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

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
    var format = FigureFormat.text

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        let report = CapacityReport(week: input.week)
        let json = try report.json()
        if let out {
            do {
                let names = report.tables.map { $0.name + ".csv" } + ["capacity.json"]
                try input.files.check(folder: out, writing: names)
                try TableFolder.write(report.tables, others: [("capacity.json", json)], to: out)
            } catch {
                throw Ending(code: .usage, message: error.description)
            }
        }
        switch format {
        case .text:
            print(report.lines.joined(separator: "\n"))
            if let out { print("Tables: \(out)") }
        case .json: print(json, terminator: "")
        }
    }
}
