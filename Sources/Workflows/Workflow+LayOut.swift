// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import PlanFolder
import Reading
import WeekBooks

/// A week that was laid out as a folder of its own.
public struct LaidOut: Sendable {
    /// The files that were written, by name.
    public let files: [String]
    /// What there is to say of them: also what keeps the week from being planned.
    public let diagnostics: [Diagnostic]
    /// Whether it can be planned.
    public let isWhole: Bool
}

extension Workflow {
    /// The framework's name in a folder that needs no other.
    public static let ownFramework = "framework.yaml"

    /// Lays a week (its folder, workbook or zip) out as a folder that needs no other: its tables as they are, whatever is wrong in them, and its framework
    /// beside them.
    ///
    /// - Parameters:
    ///   - framework: The framework; nil: the one that the week names.
    ///   - target: Where to: nothing that is there yet.
    /// - Throws: Where there is no week, no framework, or something at `target`. What is wrong in the tables is no error.
    public func layOut(
        week path: FilePath, framework: FilePath? = nil, to target: FilePath
    ) throws(WorkflowError) -> LaidOut {
        let diagnostics = Diagnostics()
        let zip = try Self.zipped(path)
        let files: [(name: String, bytes: [UInt8])]
        if let zip {
            files = try Self.tables(of: zip, path, diagnostics)
        } else {
            files = try Self.tables(of: path, diagnostics)
        }
        guard let settings = files.first(where: { $0.name == "week.yaml" }) else {
            throw WorkflowError(
                .input,
                "\(path): there is no week.yaml, or sheet settings, and so no week; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        let text: InputFile?
        if framework == nil, let zip {
            text = zip.framework.map { InputFile(path: Self.ownFramework, bytes: $0) }
        } else {
            let own: FilePath
            if let framework { own = framework } else { own = try Self.framework(of: path) }
            text = InputFile.load(
                own.name.description, in: own.parent, at: own, limit: InputFile.documentLimit, diagnostics)
        }
        guard let text else {
            guard framework != nil || zip == nil else {
                throw WorkflowError(
                    .input,
                    "\(path): week.yaml names no framework that is in the zip: name one besides. Nothing was written."
                )
            }
            throw WorkflowError(
                .input, "\(path): its framework cannot be read; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        let written = files.map { file in
            file.name == settings.name
                ? (
                    name: file.name,
                    bytes: WeekBook.settings(file.bytes, framework: Self.ownFramework)
                ) : file
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try WeekFolder.write(written + [(Self.ownFramework, text.bytes)], to: target) { _ in true }
        }
        let check = check(week: target)
        return LaidOut(
            files: written.map(\.name), diagnostics: check.diagnostics, isWhole: check.week != nil)
    }

    /// A zip, unpacked; nil where the path is none.
    private static func zipped(_ path: FilePath) throws(WorkflowError) -> ZippedWeek? {
        guard ZippedWeek.isZip(path) else { return nil }
        let diagnostics = Diagnostics()
        guard let file = InputFile.load(path.name.description, in: path.parent, at: path, diagnostics) else {
            throw WorkflowError(
                .input, "\(path): the zip cannot be read; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        do throws(ZippedWeekError) {
            return try ZippedWeek(file.bytes)
        } catch {
            throw WorkflowError(.input, "\(path): \(error). Nothing was written.")
        }
    }

    /// The tables of a zipped week as files.
    private static func tables(
        of zip: ZippedWeek, _ path: FilePath, _ diagnostics: Diagnostics
    ) throws(WorkflowError) -> [(name: String, bytes: [UInt8])] {
        guard let (name, bytes) = zip.book else { return zip.files }
        let book = WeekBook(bytes, name: name, beside: path.parent)
        guard !book.hasErrors else {
            throw WorkflowError(
                .input, "\(path): its workbook cannot be read; nothing was written.",
                diagnostics: book.told([]))
        }
        let files = WeekReader.files.compactMap { name in
            book.folder.load(name, optional: true, diagnostics).map { (name: name, bytes: $0.bytes) }
        }
        guard let plain = WeekBook.plain(files, diagnostics) else {
            throw WorkflowError(
                .input, "\(path): its sheets cannot be read as tables; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        return plain
    }

    /// The tables of a week as files.
    private static func tables(
        of path: FilePath, _ diagnostics: Diagnostics
    ) throws(WorkflowError) -> [(name: String, bytes: [UInt8])] {
        let (folder, broken) = source(path)
        guard broken.isEmpty else {
            throw WorkflowError(
                .input, "\(path): the workbook cannot be read; nothing was written.", diagnostics: broken)
        }
        let files = WeekReader.files.compactMap { name in
            folder.load(name, optional: true, diagnostics).map { (name: name, bytes: $0.bytes) }
        }
        guard folder.isGiven else { return files }
        guard let plain = WeekBook.plain(files, diagnostics) else {
            throw WorkflowError(
                .input, "\(path): its sheets cannot be read as tables; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        return plain
    }

    /// The framework that a week names, as far as its files say.
    private static func framework(of path: FilePath) throws(WorkflowError) -> FilePath {
        let folder = source(path).folder
        let inputs = WeekReader.read(folder).inputs
        guard let own = inputs.map(\.path).first(where: { !WeekReader.files.contains($0) }) else {
            throw WorkflowError(
                .input, "\(path): it names no framework that is there: name one besides. Nothing was written."
            )
        }
        return folder.path.appending(own)
    }

    /// Where the tables of a week are, and what keeps a workbook from being read.
    private static func source(_ path: FilePath) -> (folder: InputFolder, broken: [Diagnostic]) {
        guard let file = WeekBook.isBook(path) ? path : WeekBook.book(in: path) else {
            return (InputFolder(path), [])
        }
        let book = WeekBook(file, isInFolder: file != path)
        return (book.folder, book.hasErrors ? book.told([]) : [])
    }
}
