// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Formulation
import Foundation
import GLPK
import LinearModel
import PlanFolder
import Reading

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
    var week: FilePath

    @Option(help: "A file for the programme as free MPS.", completion: .file())
    var mps: FilePath?

    @Option(help: "A file for the programme as CPLEX LP.", completion: .file())
    var lp: FilePath?

    func validate() throws {
        if mps == nil, lp == nil { throw ValidationError("Say where to: --mps FILE, --lp FILE, or both.") }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        try SizeCheck.check(input.week, path: week)
        try check(besides: input.files)
        let model = WeeklyModel(Instance(input.week))
        for (path, format) in [(mps, GLPKWriter.Format.mps), (lp, .cplexLP)] {
            guard let path else { continue }
            try write(model, as: format, to: path)
            print("\(path): \(model.program.columnCount) columns, \(model.program.rowCount) rows")
        }
    }

    /// No output takes the place of an input or of the other output.
    private func check(besides files: FilesInUse) throws {
        var files = files
        do throws(PlanFolderError) {
            for path in [mps, lp].compactMap(\.self) {
                try files.check(path)
                files.add(path, as: "the other file to be written")
            }
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
    }

    private func write(_ model: WeeklyModel, as format: GLPKWriter.Format, to path: FilePath) throws {
        do {
            try OutputFile.write(path) { fresh in
                do throws(SolverError) {
                    try GLPKWriter.write(
                        model.program, names: model.names, format: format, toPath: fresh.bytes)
                } catch {
                    // What stands in the way of a file that is still hidden is told of the file that was asked for.
                    guard case .file(_, let message) = error else { throw error }
                    throw SolverError.file(
                        path: path.description,
                        message: message.replacingOccurrences(of: fresh.description, with: path.description))
                }
            }
        } catch let error as any Error & CustomStringConvertible {
            throw Ending(code: .usage, message: error.description)
        }
    }
}
