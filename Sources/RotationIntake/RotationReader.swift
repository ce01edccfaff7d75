// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// Reads a rotation's folder: rotation.yaml, the framework it names and every table.
///
///     let (rotation, diagnostics, inputs) = RotationReader.read(folder: folder)
///     guard let rotation else { return show(diagnostics) }
///
/// Every problem of every file is reported at once; the rotation is nil exactly when an error stands.
public enum RotationReader {
    /// The document by which a folder is known for a rotation.
    public static let document = RotationFile.path
    /// The files that a rotation's folder may hold, by their paths from there; the framework lies elsewhere.
    public static let files = [document] + TableSchema.rotation.map(\.path)

    /// The folder of a rotation that a path names: the folder itself, or that of its rotation.yaml; nil: it names none.
    public static func folder(_ path: FilePath) -> FilePath? {
        if path.name == FilePath(document), !path.isFolder { return path.parent }
        return path.appending(document).exists ? path : nil
    }

    /// Reads the rotation of a folder.
    ///
    /// - Parameter isLookingAhead: Whether periods are looked for in which rules together leave a person no post, or a post
    ///   nobody, which takes a while.
    /// - Returns: The rotation (nil when an error stands), everything found on the way, sorted by file, line and column,
    ///   and the digests of the files that plans are made from, sorted by path.
    public static func read(
        folder: some PathConvertible, isLookingAhead: Bool = true
    ) -> (rotation: Rotation?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        let basis = RotationBasis(folder.filePath)
        let tables = RotationTables(basis)
        tables.check()
        let rotation = tables.rotation()
        if let rotation { RotationOutlook.tell(of: rotation, tables, isLookingAhead: isLookingAhead) }
        return (rotation, basis.diagnostics.sorted, basis.source.inputs.sorted { $0.path < $1.path })
    }
}
