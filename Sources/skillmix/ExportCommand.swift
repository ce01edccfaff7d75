// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the integer programme of a week or a rotation for another solver.",
        discussion: """
            The programme is exact: its optimum is the cheapest plan there is. The constant of the price is the \
            cost of a column named one, fixed at 1. A name that ends in .gz is compressed.

            Example:
              skillmix export Rosters/first-week --mps week.mps.gz --lp week.lp
            """)

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Option(help: "A file for the programme as free MPS.", completion: .file())
    var mps: FilePath?

    @Option(help: "A file for the programme as CPLEX LP.", completion: .file())
    var lp: FilePath?

    func validate() throws {
        if mps == nil, lp == nil { throw ValidationError("Say where to: --mps FILE, --lp FILE, or both.") }
    }

    func run() throws {
        let workflow = Workflow.command()
        let program =
            Workflow.isRotation(week)
            ? try workflow.export(rotation: week, mps: mps, lp: lp)
            : try workflow.export(week: week, mps: mps, lp: lp)
        for path in [mps, lp].compactMap(\.self) {
            print("\(path): \(program.columns) columns, \(program.rows) rows")
        }
    }
}
