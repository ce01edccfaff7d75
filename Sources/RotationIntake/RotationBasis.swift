// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Workforce

/// Where a rotation is read from: its folder, where problems are reported, and which files were read.
final class RotationSource {
    let folder: InputFolder
    let diagnostics = Diagnostics()
    private(set) var inputs: [InputDigest] = []

    init(_ folder: FilePath) { self.folder = InputFolder(folder) }

    /// Loads a file and notes its digest.
    func load(
        _ path: String, limit: Int = InputFile.tableLimit, optional: Bool = false, mention: Place? = nil
    ) -> InputFile? {
        let input = folder.load(path, limit: limit, optional: optional, mention: mention, diagnostics)
        if let input { inputs.append(input.digest) }
        return input
    }

    /// Reads a table; nil where there is none, or no heading to go by.
    func table(_ schema: TableSchema) -> CSVTable? {
        load(schema.path, optional: schema.isOptional).flatMap { CSVTable.read($0, schema, diagnostics) }
    }
}

/// What every table is read against: rotation.yaml and the framework it names.
struct RotationBasis {
    let source: RotationSource
    /// Nil where there is none, or it cannot be read.
    let file: RotationFile?
    /// Likewise; its names are known also where something else in it has a fault.
    let framework: FrameworkReader?

    var diagnostics: Diagnostics { source.diagnostics }

    /// Reads rotation.yaml and the framework.
    init(_ folder: FilePath) {
        let source = RotationSource(folder)
        self.source = source
        file = source.load(RotationFile.path, limit: InputFile.documentLimit)
            .map { RotationFile($0, source.diagnostics) }
        framework = file?.framework
            .flatMap { source.load($0.text, limit: InputFile.documentLimit, mention: $0.place) }
            .map { FrameworkReader($0, source.diagnostics) }
    }

    /// Whether a file was read without an error, so that what is not in it can be relied upon.
    func isSound(_ table: TableSchema) -> Bool { !diagnostics.hasErrors(in: table.path) }
}
