// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import RotationIntake
import Rotations
import Wording
import Workforce

/// A rotation that was read from its files.
public struct RotationAtHand: Sendable {
    /// Its folder.
    public let folder: FilePath
    /// The rotation.
    public let rotation: Rotation
    /// The digests of its files.
    public let inputs: [InputDigest]
    /// What there is to say of its files: nothing that keeps them from being used.
    public let remarks: [Diagnostic]
    /// The files it was read from, and those it might have been read from.
    let files: FilesInUse
}

/// What a look at a rotation's files came to.
public struct RotationCheck: Sendable {
    /// The rotation; nil where it cannot be planned.
    public let rotation: Rotation?
    /// Everything there is to say of its files.
    public let diagnostics: [Diagnostic]
}

extension Workflow {
    /// Whether a path names a rotation: a folder that holds rotation.yaml, or that file.
    public static func isRotation(_ path: FilePath) -> Bool { RotationReader.folder(path) != nil }

    /// The folder of a rotation's plan, where nobody names another.
    public static func usualPlan(ofRotation path: FilePath) -> FilePath {
        (RotationReader.folder(path) ?? path).appending("plan")
    }

    /// Reads a rotation and says everything that is wrong with it.
    public func check(rotation path: FilePath) -> RotationCheck {
        let (rotation, diagnostics, _) = RotationReader.read(folder: RotationReader.folder(path) ?? path)
        return RotationCheck(rotation: rotation, diagnostics: diagnostics)
    }

    /// Reads a rotation, or throws with everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - from: Periods that begin before this day are as in the plan in force, whatever rotation.yaml says; nil: as it
    ///     says.
    ///   - isLookingAhead: Whether it is also told in which periods rules together leave no choice.
    public func read(
        rotation path: FilePath, from: CalendarDay? = nil, isLookingAhead: Bool = false
    ) throws(WorkflowError) -> RotationAtHand {
        guard let folder = RotationReader.folder(path) else {
            let what = path.exists ? "it holds no \(RotationReader.document)" : "there is no such folder"
            throw WorkflowError(
                .input, "\(path): no rotation: \(what). Name a folder with \(RotationReader.document).")
        }
        let (found, diagnostics, inputs) = RotationReader.read(
            folder: folder, isLookingAhead: isLookingAhead)
        guard var rotation = found else {
            let errors = diagnostics.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(path): \(Show.counted(errors, "error")); nothing was done.",
                diagnostics: diagnostics)
        }
        if let from { rotation = try Self.frozen(rotation, before: from) }
        var files = FilesInUse()
        for file in RotationReader.files + inputs.map(\.path) {
            files.add(folder.appending(file), as: "one of the rotation's own files")
        }
        return RotationAtHand(
            folder: folder, rotation: rotation, inputs: inputs, remarks: diagnostics, files: files)
    }

    private static func frozen(_ rotation: Rotation, before day: CalendarDay) throws(WorkflowError)
        -> Rotation
    {
        var parts = rotation.parts
        parts.frozenBefore = day
        do throws(RotationFaults) {
            return try Rotation(parts)
        } catch {
            throw WorkflowError(
                .input,
                "Periods before \(day) cannot be kept as they are: there is no \(TableSchema.currentPosts.path) in the "
                    + "rotation's folder to keep to. Copy placements.csv of the plan in force there.")
        }
    }
}
