// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import WebStore

/// A copy of everything a server keeps, made while it serves.
public enum BackUp {
    /// Copies a server's folder.
    ///
    /// The database is copied as it is at one moment, then weeks, plans and frameworks: each of their files is written whole
    /// or not at all. A plan that was begun after that moment has files that the copied database knows nothing of.
    ///
    /// - Parameters:
    ///   - data: The folder.
    ///   - target: Where to: nothing that is there yet.
    /// - Throws: What stands in the way, in a sentence; nothing is then left at `target`.
    public static func make(of data: FilePath, to target: FilePath) throws {
        let (from, to) = (Shelf(data), Shelf(target))
        guard from.database.exists else {
            throw StoreError.missing("\(data) is no folder of a server's: it has no \(from.database.name).")
        }
        guard !target.exists else {
            throw StoreError.refused("\(target) is there already, and is left as it is: name another folder.")
        }
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: target.description, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let store = try WebStore(from.database) { Int(Date().timeIntervalSince1970) }
            try store.backUp(to: to.database)
            for name in ["frameworks", "weeks", "former", "runs", "handed-out"] {
                try copy(data.appending(FilePath(name)), to: target.appending(FilePath(name)))
            }
        } catch {
            try? files.removeItem(atPath: target.description)
            throw error
        }
    }

    /// Copies what is whole in a folder: files that are being written have names of their own until they are.
    private static func copy(_ folder: FilePath, to target: FilePath) throws {
        for name in Shelf.files(in: folder) {
            guard let bytes = try bytes(of: folder.appending(FilePath(name))) else { continue }
            try Shelf.write(bytes, to: target.appending(FilePath(name)))
        }
    }

    /// A file's bytes; nil where it was replaced or taken away since its folder was looked through.
    private static func bytes(of path: FilePath) throws(FilePath.Failure) -> [UInt8]? {
        do throws(FilePath.Failure) {
            return try path.read(atMost: .max)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
    }
}
