// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Reading
import Surges
import WebStore
import Workbooks

/// A copy of everything a server keeps, made while it serves.
public enum BackUp {
    /// What a server keeps beside its database.
    private static let folders = ["frameworks", "weeks", "former", "runs", "handed-out"]

    /// Copies a server's folder, into a folder or, where the target ends in `.zip`, into a zip of one.
    ///
    /// The copy is of one moment: that of its database. What is typed into call lists and flags is read at that moment, too;
    /// tables of weeks that are saved later lie beside what they replaced, and are taken back when a server is started with
    /// the copy. All else is written once. A plan that was begun after that moment has files that the copied database knows
    /// nothing of.
    ///
    /// - Parameters:
    ///   - data: The folder.
    ///   - target: Where to: nothing that is there yet.
    /// - Throws: What stands in the way, in a sentence; nothing is then left at `target`.
    public static func make(of data: FilePath, to target: FilePath) throws {
        try make(of: data, to: target, free: DiskRoom.free)
    }

    /// - Parameter free: How many bytes there is room for in a folder; nil: nobody knows.
    static func make(of data: FilePath, to target: FilePath, free: (FilePath) -> Int?) throws {
        guard Shelf(data).database.exists else {
            throw StoreError.missing(
                "\(data) is no folder of a server's: it has no \(Shelf(data).database.name).")
        }
        guard !target.exists else {
            throw StoreError.refused("\(target) is there already, and is left as it is: name another place.")
        }
        try checkRoom(for: data, beside: target, free)
        if target.isZip { try zip(data, to: target) } else { try copy(data, to: target) }
    }

    /// How a copy is gone back to, in a few words.
    public static func use(of copy: FilePath) -> String {
        copy.isZip
            ? "unzip it, then skillmix serve --data \(String(copy.name.description.dropLast(".zip".count)))"
            : "skillmix serve --data \(copy)"
    }

    private static func copy(_ data: FilePath, to target: FilePath) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: target.description, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            let typed = try database(of: data, to: Shelf(target).database)
            try files(of: data, typed) { name, bytes in
                try Shelf.write(bytes, to: target.appending(FilePath(name)))
            }
        } catch {
            Shelf.remove(target)
            throw error
        }
    }

    /// The zip has a folder of its name, in which everything is. It is written under a hidden name until it is whole.
    private static func zip(_ data: FilePath, to target: FilePath) throws {
        guard let name = target.name.text, let text = target.parent.text else {
            throw StoreError.refused("\(target) is no name for a zip: use characters of UTF-8.")
        }
        let part = target.parent.appending(FilePath(".\(name).part"))
        let database = target.parent.appending(FilePath(".\(name).sqlite"))
        defer { for file in [part, database] { Shelf.remove(file) } }
        try FileManager.default.createDirectory(
            atPath: text.isEmpty ? "." : text, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        for file in [part, database] { Shelf.remove(file) }
        let typed = try Self.database(of: data, to: database)
        let folder = String(name.dropLast(".zip".count))
        let zip = try ZipWriter(part.description)
        try zip.add(folder: folder)
        try zip.add("\(folder)/\(Shelf(data).database.name)", fileAt: database.description)
        try files(of: data, typed) { try zip.add("\(folder)/\($0)", $1) }
        try zip.close()
        try FileManager.default.moveItem(atPath: part.description, toPath: target.description)
    }

    /// Copies the database, and reads what belongs to that moment: by path, what people have typed into files of runs.
    private static func database(of data: FilePath, to target: FilePath) throws -> [String: [UInt8]] {
        let store = try WebStore(Shelf(data).database) { Int(Date().timeIntervalSince1970) }
        var read: Result<[String: [UInt8]], any Error> = .success([:])
        // Once before, so that the disk has it at hand while everybody waits.
        _ = try typed(in: data)
        try store.backUp(to: target) { read = Result { try typed(in: data) } }
        return try read.get()
    }

    private static func typed(in data: FilePath) throws -> [String: [UInt8]] {
        var typed: [String: [UInt8]] = [:]
        let runs = ((try? data.appending("runs").names()) ?? []).compactMap(\.text)
        for run in runs {
            for place in ["calls/\(CallSheet.file)", "plan/\(PlanFolder.flagsFile)"] {
                let name = "runs/\(run)/\(place)"
                typed[name] = try bytes(of: data.appending(FilePath(name)))
            }
        }
        return typed
    }

    /// Takes every file beside the database, by its path from the server's folder, that is whole: files that are being
    /// written have hidden names until they are.
    private static func files(
        of data: FilePath, _ typed: [String: [UInt8]], take: (String, [UInt8]) throws -> Void
    ) throws {
        for folder in folders {
            for file in Shelf.files(in: data.appending(FilePath(folder))) {
                let name = "\(folder)/\(file)"
                guard let bytes = try typed[name] ?? bytes(of: data.appending(FilePath(name))) else {
                    continue
                }
                try take(name, bytes)
            }
        }
    }

    /// A file's bytes; nil where it was replaced or taken away since its folder was looked through.
    private static func bytes(of path: FilePath) throws(StoreError) -> [UInt8]? {
        do throws(FilePath.Failure) {
            return try path.read(atMost: .max)
        } catch {
            guard error.isMissing else {
                throw .refused("\(path) cannot be read: \(error.description)")
            }
            return nil
        }
    }

    // MARK: Room

    /// Refuses a copy that would fill the disk: a server could then keep nothing any more.
    private static func checkRoom(
        for data: FilePath, beside target: FilePath, _ free: (FilePath) -> Int?
    ) throws(StoreError) {
        func size(_ path: FilePath) -> Int { (try? path.status().size) ?? 0 }
        let database = size(Shelf(data).database)
        let files = folders.reduce(0) { sum, name in
            let folder = data.appending(FilePath(name))
            return Shelf.files(in: folder).reduce(sum) { $0 + size(folder.appending(FilePath($1))) }
        }
        // A zip is smaller, and has a copy of the database beside it until it is made.
        let needed = files + database * 2 + DiskRoom.reserve
        guard let room = free(target.parent), room < needed else { return }
        throw .refused(
            "There is too little room on the disk: a back-up may take \(DiskRoom.words(needed)), and \(DiskRoom.words(room)) are "
                + "free. Make room, then try again. Nothing was made.")
    }
}

extension FilePath {
    /// Whether it is the name of a zip.
    fileprivate var isZip: Bool { name.text?.lowercased().hasSuffix(".zip") ?? false }
}
