// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GRDB
import Reading

/// A database of SQLite in one file, opened for reading and writing, of the newest schema.
///
///     let file = try DatabaseFile(path, schema: schema)
///     try file.write { try $0.execute(sql: "INSERT INTO run (name) VALUES (?)", arguments: ["base"]) }
///
/// Several processes may have it open: readers wait for nobody, writers for each other. A transaction is in the file when
/// `write` returns, and stays whatever ends the process or the machine; one that was not finished leaves nothing. Beside
/// the file lie `-wal` and `-shm` as long as somebody has it open, or where a process was killed; they belong to it.
/// Rows are read as `Decodable` records or values, which throw where a damaged file holds something else; `Row`'s own
/// subscripts end the process, unless `check` has looked at the file before. It must not be on a network file system, which locks too little for it.
public final class DatabaseFile: Sendable {
    /// Where it is.
    public let path: FilePath
    /// What kind of file it is.
    public let schema: DatabaseSchema
    /// Its connections, for what `read` and `write` do not do. Errors of its own are GRDB's: see ``failure(of:)``.
    public let pool: DatabasePool
    private let patience: Double

    /// How long others are waited for where nothing is said: seconds.
    public static let usualPatience = 5.0

    /// Opens a file, and brings an older one to the schema of now.
    ///
    /// What is not of that kind, or is newer, is left byte for byte as it is.
    ///
    /// - Parameters:
    ///   - isMade: Whether a file is made where nothing stands.
    ///   - patience: Seconds to wait for others that write.
    /// - Throws: What stands in the way, in a sentence for whoever can mend it.
    public init(
        _ path: FilePath, schema: DatabaseSchema, isMade: Bool = true, patience: Double = usualPatience
    ) throws(DatabaseFileError) {
        (self.path, self.schema, self.patience) = (path, schema, patience)
        let name = try Self.name(of: path)
        try Self.checkPlace(path, schema, isMade: isMade)
        do {
            // The pool changes a file before anybody could ask it what that is.
            try Self.look(at: name, path, schema, patience)
            pool = try DatabasePool(path: name, configuration: Self.configuration(patience))
            try pool.writeWithoutTransaction { connection in
                // The pool's own setting forgets the last transactions where the machine, not the process, ends.
                try connection.execute(sql: "PRAGMA synchronous = FULL")
                try SchemaSteps(schema, path).apply(to: connection)
            }
        } catch {
            throw DatabaseFileError(error, path: path, schema: schema, patience: patience)
        }
    }

    /// Looks at every row once: that the file is whole, and that what stands in its columns is of their kinds, also where
    /// somebody wrote past them.
    ///
    /// - Throws: What is wrong.
    public func check() throws(DatabaseFileError) {
        let found = try read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        guard found == ["ok"] else {
            throw .isDamaged(
                path: path.description, what: schema.what, reason: found.first ?? "it says nothing")
        }
    }

    /// Reads, all of it from one state of the file, whoever writes meanwhile.
    ///
    /// - Throws: What stands in the way; an error of `body` that is none of the database, as `refused`.
    public func read<Value>(_ body: (GRDB.Database) throws -> Value) throws(DatabaseFileError) -> Value {
        do { return try pool.read(body) } catch { throw failure(of: error) }
    }

    /// Writes, all of it or nothing, while nobody else does.
    ///
    /// - Throws: What stands in the way; an error of `body` that is none of the database, as `refused`. Nothing is then
    ///   written.
    public func write<Value>(_ body: (GRDB.Database) throws -> Value) throws(DatabaseFileError) -> Value {
        do { return try pool.write(body) } catch { throw failure(of: error) }
    }

    /// What an error of its connections means, in a sentence for whoever can mend it.
    public func failure(of error: any Error) -> DatabaseFileError {
        DatabaseFileError(error, path: path, schema: schema, patience: patience)
    }

    /// Closes it. Where nobody else has it open, all of it is then in the one file.
    public func close() throws(DatabaseFileError) {
        do { try pool.close() } catch { throw failure(of: error) }
    }

    /// A path as SQLite takes it: not as one of its special names, such as `:memory:`.
    static func name(of path: FilePath) throws(DatabaseFileError) -> String {
        guard let text = path.text, !text.isEmpty, !path.bytes.contains(0) else {
            throw .badName(path: path.description)
        }
        return path.isAbsolute ? text : "./" + text
    }

    private static func checkPlace(
        _ path: FilePath, _ schema: DatabaseSchema, isMade: Bool
    ) throws(DatabaseFileError) {
        let shown = path.description
        guard let status = try? path.status() else {
            guard isMade else { throw .isMissing(path: shown, what: schema.what) }
            guard path.followed.parent.isFolder else { throw .hasNoFolder(path: shown) }
            return
        }
        switch status.kind {
        case .file: return
        case .folder: throw .isAFolder(path: shown)
        case .link, .other: throw .isNoFile(path: shown)
        }
    }

    private static func look(
        at name: String, _ path: FilePath, _ schema: DatabaseSchema, _ patience: Double
    ) throws {
        guard let status = try? path.status(), status.size > 0 else { return }
        guard access(name, R_OK | W_OK) == 0 else {
            throw DatabaseFileError.readOnly(path: path.description)
        }
        // One that may only read would leave its files beside this one.
        let connection = try DatabaseQueue(path: name, configuration: configuration(patience))
        try connection.read { _ = try SchemaSteps(schema, path).missing(in: $0) }
        try connection.close()
    }

    static func configuration(_ patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        return configuration
    }
}
