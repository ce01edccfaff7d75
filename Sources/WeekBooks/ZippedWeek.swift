// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Workbooks

/// A week's folder as a zip: its tables, or its workbook, and its framework where that is in the zip, too.
public struct ZippedWeek: Sendable {
    /// The tables, by their paths from the week's folder, in the order of the week's files; none: it has a workbook.
    public let files: [(name: String, bytes: [UInt8])]
    /// The workbook of a zip without `week.yaml`.
    public let book: (name: String, bytes: [UInt8])?
    /// The framework that `week.yaml` names, where it is in the zip. Nothing outside of it is ever looked for.
    public let framework: [UInt8]?

    /// Whether a path is a zip's by its name, and no folder.
    public static func isZip(_ path: FilePath) -> Bool {
        !path.isFolder && path.name.description.lowercased().hasSuffix(".zip")
    }

    /// Unpacks a zip; the week may lie in a folder of it.
    ///
    /// - Throws: Why it is not read, in a sentence.
    public init(_ bytes: [UInt8]) throws(ZippedWeekError) {
        let found: [(path: String, bytes: [UInt8])]
        do throws(WorkbookError) {
            found = try ZippedFolder.read(bytes) { name in
                [".csv", ".yaml", ".yml", ".xlsx"].contains(where: name.lowercased().hasSuffix)
            }
        } catch {
            throw ZippedWeekError(description: error.description)
        }
        let weeks = found.filter { $0.path.split(separator: "/").last == "week.yaml" }
        let least = weeks.map { $0.path.count { $0 == "/" } }.min()
        let top = weeks.filter { $0.path.count { $0 == "/" } == least }
        guard top.count < 2 else {
            throw ZippedWeekError(
                description:
                    "the zip has more weeks than one (\(top.map(\.path).joined(separator: ", "))); zip the folder of one"
            )
        }
        guard let week = top.first else {
            let books = found.filter { $0.path.lowercased().hasSuffix(".xlsx") }
            guard let book = books.first, books.count == 1 else {
                throw ZippedWeekError(
                    description:
                        "the zip has no week.yaml, nor one workbook, and so no week; zip the folder that week.yaml is in"
                )
            }
            (files, framework) = ([], nil)
            self.book = ("week.xlsx", book.bytes)
            return
        }
        let root = String(week.path.dropLast("week.yaml".count))
        let all = Dictionary(found.map { ($0.path, $0.bytes) }) { first, _ in first }
        files = WeekReader.files.compactMap { name in all[root + name].map { (name, $0) } }
        book = nil
        framework = Self.framework(of: week.bytes).flatMap { Self.place(of: $0, from: root) }.flatMap {
            all[$0]
        }
    }

    /// The path that `week.yaml` gives its framework.
    private static func framework(of bytes: [UInt8]) -> String? {
        let diagnostics = Diagnostics()
        return YAMLDocument.read(InputFile(path: "week.yaml", bytes: bytes), diagnostics)?
            .mapping("week", known: ["framework"], diagnostics)?.field("framework")?.text
    }

    /// A path from a folder of the zip, as one from the zip's own; nil where it leads out of it.
    private static func place(of path: String, from root: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts = root.split(separator: "/").map { String($0) }
        for part in path.split(separator: "/") where part != "." {
            guard part != ".." || !parts.isEmpty else { return nil }
            if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}

/// Why a zip is not read as a week: a sentence that says what to do.
public struct ZippedWeekError: Error, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
}
