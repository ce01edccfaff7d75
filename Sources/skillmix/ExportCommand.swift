// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Formulation
import GLPK
import LinearModel

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the week's integer programme for another solver.",
        discussion: """
            The programme is exact: its optimum is the cheapest plan there is. The constant of the price is the \
            cost of a column named one, fixed at 1. A name that ends in .gz is compressed.

            Example:
              skillmix export Rosters/first-week --mps week.mps.gz --lp week.lp
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: String

    @Option(help: "A file for the programme as free MPS.", completion: .file())
    var mps: String?

    @Option(help: "A file for the programme as CPLEX LP.", completion: .file())
    var lp: String?

    func validate() throws {
        if mps == nil, lp == nil { throw ValidationError("Say where to: --mps FILE, --lp FILE, or both.") }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        try SizeCheck.check(input.week, path: week)
        let model = WeeklyModel(Instance(input.week))
        for (path, format) in [(mps, GLPKWriter.Format.mps), (lp, .cplexLP)] {
            guard let path else { continue }
            do {
                try GLPKWriter.write(model.program, names: model.names, format: format, to: path)
            } catch {
                throw Ending(code: .usage, message: error.description)
            }
            print("\(path): \(model.program.columnCount) columns, \(model.program.rowCount) rows")
        }
    }
}
