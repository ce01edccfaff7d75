// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Writes a week as a workbook, or a workbook as a folder of tables.",
        discussion: """
            OUT is a workbook where its name ends in .xlsx, else a folder. A workbook has a sheet for each table, and \
            one called settings for what week.yaml says. What is written says the same week: it is read back first. \
            Comments and columns of your own stay behind. Every command that takes a week takes either.

            Examples:
              skillmix convert Rosters/first-week my-week.xlsx
              skillmix convert my-week.xlsx my-week
            """)

    @Argument(help: "The week's folder, or its workbook.", completion: .file())
    var week: FilePath

    @Argument(
        help: "Where to: a workbook (.xlsx) or a folder; it must not be there yet.", completion: .file())
    var out: FilePath

    func run() throws {
        let input = try Workflow.command().convert(week: week, to: out)
        print("\(out): the same week, of \(input.week.staff.count) people. Next: skillmix check \(out)")
    }
}
