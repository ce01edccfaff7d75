// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GRDB
import Reading

extension DatabaseFile {
    /// Copies the file as it is at one moment, whoever reads and writes meanwhile, and checks the copy. Copying it by
    /// other means may leave out its last transactions, which lie beside it in its `-wal`.
    ///
    /// The copy is one file, and only those may read it who may read this one.
    ///
    /// - Parameters:
    ///   - target: Where nothing stands yet.
    ///   - besides: Reads what else belongs to that moment: nobody writes into this file before it has, in whatever process.
    /// - Throws: What stands in the way. No part of a copy is then left.
    public func copy(to target: FilePath, besides: () -> Void = {}) throws(DatabaseFileError) {
        let name = try Self.name(of: target)
        guard (try? target.status(followingLinks: false)) == nil else {
            throw .exists(path: target.description)
        }
        guard target.parent.isFolder else { throw .hasNoFolder(path: target.description) }
        do {
            // Made before SQLite would make it, so that it is never open to more people than this one.
            let permissions = mode_t(try path.status().permissions & 0o666)
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure(number: errno, target) }
            _ = fchmod(descriptor, permissions | 0o600)
            Foundation.close(descriptor)
        } catch {
            throw DatabaseFileError(error, path: target, schema: schema, patience: Self.usualPatience)
        }
        do {
            let copy = try DatabaseQueue(path: name, configuration: Self.configuration(Self.usualPatience))
            try moment(besides).backup(to: copy)
            try copy.writeWithoutTransaction { connection in
                try connection.execute(sql: "PRAGMA journal_mode = DELETE")
                let found = try String.fetchOne(connection, sql: "PRAGMA quick_check") ?? ""
                guard found == "ok" else {
                    throw DatabaseFileError.isDamaged(
                        path: path.description, what: schema.what, reason: found)
                }
            }
            try copy.close()
        } catch {
            for suffix in ["", "-journal", "-wal", "-shm"] { unlink(name + suffix) }
            throw DatabaseFileError(error, path: target, schema: schema, patience: Self.usualPatience)
        }
    }

    /// The file as it is while nobody writes into it. Whoever wants to waits no longer than `besides` takes.
    private func moment(_ besides: () -> Void) throws -> DatabaseSnapshot {
        let lock = try DatabaseQueue(
            path: try Self.name(of: path), configuration: Self.configuration(Self.usualPatience))
        defer { try? lock.close() }
        // Whoever writes in this process is waited for in turn; other processes are kept out by the lock.
        return try pool.writeWithoutTransaction { _ in
            try lock.writeWithoutTransaction { connection in
                try connection.beginTransaction(.immediate)
                defer { try? connection.rollback() }
                besides()
                return try pool.makeSnapshot()
            }
        }
    }

    private func failure(number: Int32, _ path: FilePath) -> DatabaseFileError {
        let path = path.description
        return switch number {
        case EACCES, EPERM, EROFS: .readOnly(path: path)
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EEXIST: .exists(path: path)
        default: .refused(path: path, reason: String(cString: strerror(number)))
        }
    }
}
