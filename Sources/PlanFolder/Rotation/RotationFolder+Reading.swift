// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Rotations
import Workforce

extension RotationFolder {
    /// Reads a plan that was written by `write` and perhaps edited since.
    ///
    /// Identifiers that the rotation does not know are kept: it is the audit that judges them.
    ///
    /// - Parameters:
    ///   - folder: The plan's folder.
    ///   - isStrict: Whether what only people and spreadsheets write is an error: an audit judges what stands in the files.
    /// - Returns: The plan, nil where anything is wrong with its files; and everything there is to say of them.
    public static func read(
        from folder: some PathConvertible, isStrict: Bool = false
    ) -> (stated: StatedRotation?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let reader = RotationFolderReader(folder: folder.filePath, isStrict: isStrict, diagnostics)
        let stated = reader.read()
        return (diagnostics.hasErrors ? nil : stated, diagnostics.sorted)
    }

    /// Reads what a plan decides, its `sequences.csv`, and nothing else of its folder.
    public static func sequences(
        in folder: some PathConvertible
    ) -> (rows: [SequenceRow]?, diagnostics: [Diagnostic]) {
        let diagnostics = Diagnostics()
        let reader = RotationFolderReader(folder: folder.filePath, isStrict: false, diagnostics)
        let lines = reader.isFolder ? reader.rows(of: SequencesFile.self) : nil
        return (diagnostics.hasErrors ? nil : lines?.map(\.row), diagnostics.sorted)
    }
}

/// Reads the files of a rotation plan, each of them whatever is wrong with the others.
struct RotationFolderReader {
    private let folder: FilePath
    private let name: String
    private let isStrict: Bool
    private let diagnostics: Diagnostics

    init(folder: FilePath, isStrict: Bool, _ diagnostics: Diagnostics) {
        self.folder = folder
        name = folder.name.description
        self.isStrict = isStrict
        self.diagnostics = diagnostics
    }

    func read() -> StatedRotation? {
        guard isFolder else { return nil }
        let placements = rows(of: PlacementsFile.self)
        let sequences = rows(of: SequencesFile.self)
        let filled = rows(of: FilledFile.self)
        let unfilled = rows(of: UnfilledFile.self)
        let gained = rows(of: GainedFile.self)
        let summary = load(RotationFolder.summaryFile).flatMap { RotationSummaryFile.read($0, diagnostics) }
        guard let placements, let sequences, let filled, let unfilled, let gained, let summary else {
            return nil
        }
        var stated = StatedRotation(
            placements: placements, sequences: sequences, filled: filled, unfilled: unfilled, gained: gained,
            summary: summary.summary)
        stated.edited = RotationFolder.edited(stated, since: summary.tables)
        return stated
    }

    /// One problem, and not six, where there is no folder at all.
    var isFolder: Bool {
        guard folder.isFolder else {
            let exists = folder.exists
            diagnostics.add(
                .error, at: Place(file: name),
                expected: "a folder with \(SequencesFile.file), \(RotationFolder.summaryFile) and the rest",
                message: exists
                    ? "\(name) is a file, and a rotation plan is a folder" : "there is no plan \(name)")
            return false
        }
        return true
    }

    func rows<Table: RotationPlanTable>(of table: Table.Type) -> [Table.Row]? {
        load(Table.file).flatMap { Table.rows(in: $0, isStrict: isStrict, diagnostics) }
    }

    private func load(_ file: String) -> InputFile? {
        InputFile.load("\(name)/\(file)", in: folder, at: folder.appending(file), diagnostics)
    }
}
