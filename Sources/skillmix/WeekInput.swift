// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Intake
import PlanFolder
import Reading
import Workforce

/// How problems are shown.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The week a command works on.
struct WeekInput {
    let week: Week
    let inputs: [InputDigest]
    let warnings: [Diagnostic]
    /// The files it was read from, and those it might have been read from.
    let files: FilesInUse

    /// Reads a week, or ends the command with every problem of it shown.
    static func read(_ path: FilePath, quiet: Bool = false) throws -> WeekInput {
        let (week, diagnostics, inputs) = WeekReader.read(folder: path)
        guard let week else {
            for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
            let errors = diagnostics.count { $0.severity == .error }
            throw Ending(
                code: .usage,
                message: "\(path): \(errors) \(errors == 1 ? "error" : "errors"); nothing was done.")
        }
        if !quiet { for diagnostic in diagnostics { Terminal.error(diagnostic.description) } }
        var files = FilesInUse()
        for file in WeekReader.files + inputs.map(\.path) {
            files.add(path.appending(file), as: "one of the week's own files")
        }
        return WeekInput(week: week, inputs: inputs, warnings: diagnostics, files: files)
    }
}
