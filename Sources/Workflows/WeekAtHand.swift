// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import PlanFolder
import Reading
import WeekBooks
import Wording
import Workforce

/// A week that was read from its files.
public struct WeekAtHand: Sendable {
    /// Its folder, or its workbook.
    public let path: FilePath
    /// Where its tables are read from.
    let folder: InputFolder
    /// The week.
    public let week: Week
    /// The digests of its files.
    public let inputs: [InputDigest]
    /// What there is to say of its files: nothing that keeps them from being used.
    public let remarks: [Diagnostic]
    /// The files it was read from, and those it might have been read from.
    let files: FilesInUse

    /// A sentence in which the week's tables are called as whoever keeps it knows them: files, or sheets of a workbook.
    func words(_ sentence: String) -> String {
        folder.isGiven ? WeekBook.words(sentence) { !folder.isInFolder($0) } : sentence
    }
}

extension Workflow {
    /// Reads a week, or throws with everything that is wrong with it.
    public func read(week path: FilePath) throws(WorkflowError) -> WeekAtHand {
        let (week, diagnostics, inputs, folder, book) = Self.reading(path)
        guard let week else {
            let errors = diagnostics.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(path): \(Show.counted(errors, "error")); nothing was done.",
                diagnostics: diagnostics)
        }
        var files = FilesInUse()
        if let book {
            files.add(book, as: "the week's own workbook")
        }
        // Beside a workbook there may be files that it lacks; tables beside one that is asked for by name are not the week's.
        for file in WeekReader.files + inputs.map(\.path) where folder.isInFolder(file) {
            files.add(folder.path.appending(file), as: "one of the week's own files")
        }
        return WeekAtHand(
            path: path, folder: folder, week: week, inputs: inputs, remarks: diagnostics, files: files)
    }

    /// Reads a week and says everything that is wrong with it.
    public func check(week path: FilePath) -> WeekCheck {
        let (week, diagnostics, _, _, book) = Self.reading(path)
        let file = book ?? path.appending("week.yaml")
        return WeekCheck(week: week, diagnostics: diagnostics, isMissing: week == nil && !file.exists)
    }

    /// The week of a folder or a workbook, with all there is to say of it.
    private static func reading(
        _ path: FilePath
    ) -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest], folder: InputFolder, book: FilePath?)
    {
        let file = WeekBook.isBook(path) ? path : WeekBook.book(in: path)
        guard let file else {
            let (week, diagnostics, inputs) = WeekReader.read(folder: path)
            return (week, diagnostics, inputs, InputFolder(path), nil)
        }
        let book = WeekBook(file, isInFolder: file != path)
        let (week, diagnostics, inputs) = WeekReader.read(book.folder)
        return (book.hasErrors ? nil : week, book.told(diagnostics), inputs, book.folder, file)
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
