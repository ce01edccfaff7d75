// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import PlanFolder
import Reading
import Wording
import Workforce

/// A week that was read from its files.
public struct WeekAtHand: Sendable {
    /// Its folder.
    public let path: FilePath
    /// The week.
    public let week: Week
    /// The digests of its files.
    public let inputs: [InputDigest]
    /// What there is to say of its files: nothing that keeps them from being used.
    public let remarks: [Diagnostic]
    /// The files it was read from, and those it might have been read from.
    let files: FilesInUse
}

extension Workflow {
    /// Reads a week, or throws with everything that is wrong with it.
    public func read(week path: FilePath) throws(WorkflowError) -> WeekAtHand {
        let (week, diagnostics, inputs) = WeekReader.read(folder: path)
        guard let week else {
            let errors = diagnostics.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(path): \(Show.counted(errors, "error")); nothing was done.",
                diagnostics: diagnostics)
        }
        var files = FilesInUse()
        for file in WeekReader.files + inputs.map(\.path) {
            files.add(path.appending(file), as: "one of the week's own files")
        }
        return WeekAtHand(path: path, week: week, inputs: inputs, remarks: diagnostics, files: files)
    }

    /// Reads a week and says everything that is wrong with it.
    public func check(week path: FilePath) -> WeekCheck {
        let (week, diagnostics, _) = WeekReader.read(folder: path)
        return WeekCheck(
            week: week, diagnostics: diagnostics,
            isMissing: week == nil && !path.appending("week.yaml").exists)
    }
}

/// What a look at a week's files came to.
public struct WeekCheck: Sendable {
    /// The week; nil where it cannot be planned.
    public let week: Week?
    /// Everything there is to say of its files.
    public let diagnostics: [Diagnostic]
    /// Whether there is no week at all.
    public let isMissing: Bool
}
