// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Ledger
import PlanFolder
import Reading
import WeekBooks
import Workforce

/// The files of a run, for the ledger: what they were, where they lay, and whether they are still so.
enum LedgerInputs {
    /// The tables of a plan, in which it stands what it decides.
    static let planTables = [
        "deployments.csv", "contacts.csv", "supervision.csv", "unmet.csv", "bookings.csv",
    ]
    /// What the plan to start from is called among a run's inputs.
    static let start = "the plan to start from"

    /// The files of a week.
    ///
    /// - Parameters:
    ///   - owner: The base's name.
    ///   - keeps: Whether their bytes are kept.
    static func of(_ week: WeekAtHand, owner: String, keeps: Bool) throws(WorkflowError) -> [LedgerInput] {
        let folder = week.folder.path
        var found: [LedgerInput] = []
        for digest in week.inputs where week.folder.isInFolder(digest.path) {
            found.append(try input(digest.path, in: folder, owner, expected: digest.sha256, keeps: keeps))
        }
        if week.folder.isGiven,
            let book = WeekBook.isBook(week.path) ? week.path : WeekBook.book(in: week.path)
        {
            found.append(try input(book.name.description, in: folder, owner, keeps: keeps))
        }
        return found
    }

    /// The tables of a plan to start from.
    static func of(start: FilePath, keeps: Bool) throws(WorkflowError) -> [LedgerInput] {
        var found: [LedgerInput] = []
        for file in planTables + ["plan.json"] {
            found.append(try input(file, in: start, Self.start, keeps: keeps))
        }
        return found
    }

    /// A file that was read already.
    static func of(_ file: InputFile, at path: FilePath, keeps: Bool) -> LedgerInput {
        LedgerInput(
            owner: "", path: file.path, place: place(of: path).description,
            sha256: file.digest.sha256, bytes: keeps ? file.bytes : nil)
    }

    /// - Parameter expected: What it was when it was read; it may have been saved since.
    private static func input(
        _ path: String, in folder: FilePath, _ owner: String, expected: String? = nil, keeps: Bool
    ) throws(WorkflowError) -> LedgerInput {
        let diagnostics = Diagnostics()
        guard let file = InputFile.load(path, in: folder, diagnostics) else {
            throw WorkflowError(
                .input, "\(path) cannot be written down in the ledger; nothing was run.",
                diagnostics: diagnostics.sorted)
        }
        let sha256 = file.digest.sha256
        guard expected == nil || expected == sha256 else {
            throw WorkflowError(
                .input, "\(path) was saved while it was read; nothing was run. Try again.")
        }
        return LedgerInput(
            owner: owner, path: path, place: place(of: folder.appending(path)).description, sha256: sha256,
            bytes: keeps ? file.bytes : nil)
    }

    /// Where a path leads, from the root and without `.` and `..`, so that files can be laid out anew as they lay to each
    /// other. Links are kept where that leads to the same, and followed where it does not.
    static func place(of path: FilePath) -> FilePath {
        let absolute = path.isAbsolute ? path : (FilePath(".").real ?? "/").appending(path)
        let place = plain(absolute)
        guard let file = try? path.status().identity, (try? place.status().identity) != file else {
            return place
        }
        return path.real ?? place
    }

    private static func plain(_ path: FilePath) -> FilePath {
        var parts: [ArraySlice<UInt8>] = []
        for part in path.bytes.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual("..".utf8), !parts.isEmpty {
                parts.removeLast()
            } else if !part.elementsEqual(".".utf8) {
                parts.append(part)
            }
        }
        return FilePath(bytes: Array("/".utf8) + parts.joined(separator: "/".utf8))
    }

    /// The inputs of a run that are not any more what they were, each in words.
    static func stale(_ run: LedgerRun, _ files: FilesNow = FilesNow()) -> [String] {
        var found = run.claim.inputs.compactMap { input -> String? in
            guard let now = files.sha256(of: input.place) else {
                return "\(input.words) is not there any more"
            }
            return now == input.sha256 ? nil : "\(input.words) has changed"
        }
        // A table that was not there then is one of the week's, too.
        let known = Set(run.claim.inputs.map { [$0.owner, $0.path] })
        for input in run.claim.inputs where input.path == "week.yaml" {
            let folder = FilePath(input.place).parent
            for file in WeekReader.files where !known.contains([input.owner, file]) {
                guard folder.appending(file).exists else { continue }
                found.append("\(file) of \(input.owner) is new")
            }
        }
        return found
    }
}

/// The digests of files as they are now, each worked out once for all runs that are of it.
final class FilesNow {
    private var digests: [String: String?] = [:]

    /// The SHA-256 of a file; nil where it is not there, or cannot be read.
    func sha256(of place: String) -> String? {
        if let known = digests[place] { return known }
        let path = FilePath(place)
        let file = InputFile.load(path.name.description, in: path.parent, at: path, Diagnostics())
        digests[place] = .some(file?.digest.sha256)
        return file?.digest.sha256
    }
}
