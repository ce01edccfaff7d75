// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// A copy of the shipped weeks and framework, in which commands are run; gone when nobody holds it.
final class Workplace: Sendable {
    /// The folder that stands for the repository's.
    let root: URL
    /// Where what is printed is kept, beside it.
    let scratch: URL

    init() throws {
        let files = FileManager.default
        scratch = files.temporaryDirectory.appending(path: "commands-\(UUID().uuidString)")
        root = scratch.appending(path: "skillmix")
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        for folder in ["Rosters", "Competencies"] {
            try files.copyItem(
                at: Repository.root.appending(path: folder), to: root.appending(path: folder))
        }
        // Plans that somebody made there do not belong to the repository.
        let rosters = root.appending(path: "Rosters")
        for week in try files.contentsOfDirectory(atPath: rosters.path) {
            try? files.removeItem(at: rosters.appending(path: week).appending(path: "plan"))
        }
    }

    deinit { try? FileManager.default.removeItem(at: scratch) }

    /// Where a path from the root leads.
    func url(_ path: String) -> URL { root.appending(path: path) }

    /// A file's text.
    func text(_ path: String) throws -> String { try String(contentsOf: url(path), encoding: .utf8) }

    /// Puts text into a file, in folders that are made where they are missing.
    func write(_ text: String, to path: String) throws {
        try FileManager.default.createDirectory(
            at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url(path))
    }

    /// Puts one text for another in a file.
    func replace(_ old: String, with new: String, in path: String) throws {
        try write(try text(path).replacingOccurrences(of: old, with: new), to: path)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    /// The names in a folder, hidden ones too.
    func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(path).path).sorted()
    }

    /// The bytes of every file below a folder, by path.
    func bytes(_ path: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: url(path).path) {
            var isDirectory: ObjCBool = false
            let file = url(path).appending(path: name)
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory)
            if !isDirectory.boolValue { found[name] = try Data(contentsOf: file) }
        }
        return found
    }
}
