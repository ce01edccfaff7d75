// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Intake
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

    /// Reads a week, or ends the command with every problem of it shown.
    static func read(_ path: String, quiet: Bool = false) throws -> WeekInput {
        let (week, diagnostics, inputs) = WeekReader.read(
            folder: URL(filePath: path, directoryHint: .isDirectory))
        guard let week else {
            for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
            let errors = diagnostics.count { $0.severity == .error }
            throw Ending(
                code: .usage,
                message: "\(path): \(errors) \(errors == 1 ? "error" : "errors"); nothing was done.")
        }
        if !quiet { for diagnostic in diagnostics { Terminal.error(diagnostic.description) } }
        return WeekInput(week: week, inputs: inputs, warnings: diagnostics)
    }
}
