// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import PlanFolder
import Reading
import Rotations
import Wording
import Workforce

extension Workflow {
    /// Writes what a rotation plan changes in a week as a change file: places in its teams, and what people have learnt by
    /// then.
    ///
    /// - Parameters:
    ///   - path: The plan's folder.
    ///   - rotation: The rotation's folder.
    ///   - week: The week's folder.
    ///   - file: The change file.
    public func changes(
        ofRotationPlan path: FilePath, of rotation: FilePath, in week: FilePath, to file: FilePath
    ) throws(WorkflowError) -> RotationInWeek {
        let (outcome, input) = try outcome(ofRotationPlan: path, of: rotation)
        let other = try read(week: week)
        let found = RotationInWeek(outcome, other.week)
        let text = ChangeFileText(
            found.changes, title: "\(outcome.facts.rotation.name), from \(Show.day(other.week.start))"
        ).text
        let diagnostics = Diagnostics()
        let change = ChangeFile.read(
            InputFile(path: file.name.description, bytes: Array(text.utf8)), diagnostics)
        guard change?.applied(to: other.week, diagnostics) != nil else {
            throw WorkflowError(
                .input, "\(week): the plan's placements do not fit the week; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            for files in [input.files, other.files, Self.files(ofRotationPlan: path)] {
                try files.check(file)
            }
            try OutputFile.replace(file, with: Array(text.utf8))
        }
        return found
    }

    private static func files(ofRotationPlan path: FilePath) -> FilesInUse {
        var files = FilesInUse()
        for name in RotationFolder.files {
            files.add(path.appending(name), as: "one of the plan's own files")
        }
        return files
    }
}
