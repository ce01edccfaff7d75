// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Foundation
import GLPK
import LinearModel
import PlanFolder
import Reading

/// The integer programme of a week, written for another solver.
public struct ExportedProgram: Sendable {
    /// How many columns it has.
    public let columns: Int
    /// How many rows it has.
    public let rows: Int
}

extension Workflow {
    /// Writes a week's integer programme.
    ///
    /// - Parameters:
    ///   - mps: A file for it as free MPS.
    ///   - lp: A file for it as CPLEX LP.
    public func export(
        week: FilePath, mps: FilePath? = nil, lp: FilePath? = nil
    ) throws(WorkflowError) -> ExportedProgram {
        let input = try read(week: week)
        try checkSize(input.week, path: week)
        let model = WeeklyModel(Instance(input.week))
        return try write(model.program, names: model.names, mps: mps, lp: lp, besides: input.files)
    }

    /// Writes an integer programme into a file of either format.
    ///
    /// - Parameter inputs: The files that are read.
    func write(
        _ program: LinearProgram, names: ProgramNames, mps: FilePath?, lp: FilePath?,
        besides inputs: FilesInUse
    ) throws(WorkflowError) -> ExportedProgram {
        try WorkflowError.writing { () throws(PlanFolderError) in
            // No output takes the place of an input or of the other output.
            var files = inputs
            for path in [mps, lp].compactMap(\.self) {
                try files.check(path)
                files.add(path, as: "the other file to be written")
            }
        }
        for (path, format) in [(mps, GLPKWriter.Format.mps), (lp, .cplexLP)] {
            if let path { try Self.write(program, names: names, as: format, to: path) }
        }
        return ExportedProgram(columns: program.columnCount, rows: program.rowCount)
    }

    private static func write(
        _ program: LinearProgram, names: ProgramNames, as format: GLPKWriter.Format, to path: FilePath
    ) throws(WorkflowError) {
        do {
            try OutputFile.write(path) { fresh in
                do throws(SolverError) {
                    try GLPKWriter.write(
                        program, names: names, format: format, toPath: fresh.bytes)
                } catch {
                    // What stands in the way of a file that is still hidden is told of the file that was asked for.
                    guard case .file(_, let message) = error else { throw error }
                    throw SolverError.file(
                        path: path.description,
                        message: message.replacingOccurrences(of: fresh.description, with: path.description))
                }
            }
        } catch {
            throw WorkflowError(.output, String(describing: error))
        }
    }
}
