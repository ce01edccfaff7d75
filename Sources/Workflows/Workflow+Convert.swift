// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import PlanFolder
import Reading
import WeekBooks
import Workbooks
import Workforce

extension Workflow {
    /// Writes a week as a workbook, where `target` ends in `.xlsx`, or else as a folder of tables. What was written is read
    /// back and is the same week, or nothing is written.
    ///
    /// Comments, columns of one's own and files that are no tables of a week stay behind.
    ///
    /// - Parameter target: Where to: nothing that is there yet.
    public func convert(week path: FilePath, to target: FilePath) throws(WorkflowError) -> WeekAtHand {
        let input = try read(week: path)
        try WorkflowError.writing { () throws(PlanFolderError) in try input.files.check(target) }
        let isBook = WeekBook.isName(of: target)
        let home = Self.home(of: target)
        let own = input.inputs.map(\.path).first { !WeekReader.files.contains($0) }
        guard let own, let framework = WeekFolder.path(from: home, to: input.folder.path.appending(own))
        else {
            throw WorkflowError(
                .output, "There is no way from \(home) to the week's framework; nothing was written.")
        }
        let diagnostics = Diagnostics()
        let files = WeekReader.files.compactMap { name in
            input.folder.load(name, optional: true, diagnostics).map { (name: name, bytes: $0.bytes) }
        }
        if isBook {
            try write(book: files, framework, of: input, to: target)
        } else {
            try write(folder: files, framework, of: input, to: target)
        }
        return input
    }

    private func write(
        book files: [(name: String, bytes: [UInt8])], _ framework: String, of input: WeekAtHand,
        to target: FilePath
    ) throws(WorkflowError) {
        let bytes = try bytes(ofBook: files, framework, lists: input.week.framework, target)
        let book = WeekBook(bytes, name: target.name.description, beside: target.parent)
        let (week, found, _) = WeekReader.read(book.folder)
        guard week?.content == input.week.content else {
            throw WorkflowError(
                .fault, "The workbook would say something else than the week does; nothing was written.",
                diagnostics: book.told(found).filter { $0.severity == .error })
        }
        try create(target, bytes)
    }

    /// Writes files of a week that are no week yet as a workbook.
    ///
    /// - Parameter framework: Whose roles, competencies and activities it offers.
    func write(
        book files: [(name: String, bytes: [UInt8])], lists framework: Framework, to target: FilePath
    ) throws(WorkflowError) {
        try create(target, bytes(ofBook: files, nil, lists: framework, target))
    }

    private func bytes(
        ofBook files: [(name: String, bytes: [UInt8])], _ framework: String?, lists: Framework,
        _ target: FilePath
    ) throws(WorkflowError) -> [UInt8] {
        let diagnostics = Diagnostics()
        let bytes: [UInt8]?
        do throws(WorkbookError) {
            bytes = try WeekBook.bytes(of: files, framework: framework, lists: lists, diagnostics)
        } catch {
            throw WorkflowError(.output, "\(target): \(error.description); nothing was written.")
        }
        guard let bytes else {
            throw WorkflowError(
                .input, "The week's files cannot be read as tables; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        return bytes
    }

    private func create(_ target: FilePath, _ bytes: [UInt8]) throws(WorkflowError) {
        let isNew = try WorkflowError.writing { () throws(PlanFolderError) in
            try OutputFile.create(target, with: bytes)
        }
        guard isNew else {
            throw WorkflowError(
                .output,
                "\(target) is there already, \(Self.words(ofBook: target)), and is left as it is: name another file, or "
                    + "move that one away first.")
        }
    }

    /// What a file is that stands where a workbook is to go.
    private static func words(ofBook path: FilePath) -> String {
        let input = InputFile.load(path.name.description, in: path.parent, at: path, Diagnostics())
        let book = input.flatMap { try? WorkbookReader.read($0.bytes) }
        guard let names = book?.sheets.map(\.name), !names.isEmpty else {
            return "no workbook by its content"
        }
        let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and others" : "")
        return "a workbook with the sheets \(shown)"
    }

    private func write(
        folder files: [(name: String, bytes: [UInt8])], _ framework: String, of input: WeekAtHand,
        to target: FilePath
    ) throws(WorkflowError) {
        guard input.folder.isGiven else {
            throw WorkflowError(
                .output,
                "\(input.path) is a folder of tables already: copy it, or name a workbook, \(target).xlsx.")
        }
        let diagnostics = Diagnostics()
        guard let plain = WeekBook.plain(files, diagnostics) else {
            throw WorkflowError(
                .input, "The week's sheets cannot be read as tables; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        let files = plain.map { file in
            file.name == "week.yaml"
                ? (name: file.name, bytes: WeekBook.settings(file.bytes, framework: framework)) : file
        }
        var found: WeekReading?
        do throws(PlanFolderError) {
            try WeekFolder.write(files, to: target) { folder in
                let reading = WeekReading(folder)
                found = reading
                return reading.isRight(input.week)
            }
        } catch {
            if let found, !found.isRight(input.week) { throw found.error(unlike: input.week) }
            throw WorkflowError(.output, error.description)
        }
    }
}
