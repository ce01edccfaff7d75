// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB
import Reading

/// Which steps a file lacks, and making them. The file keeps the names of those it had, in its table `schema_step`.
struct SchemaSteps {
    private let schema: DatabaseSchema
    private let path: FilePath

    init(_ schema: DatabaseSchema, _ path: FilePath) { (self.schema, self.path) = (schema, path) }

    /// The steps that a file lacks, oldest first: all of them where it is empty.
    ///
    /// - Throws: `isAnother` and `isNewer` beside what SQLite throws.
    func missing(in connection: GRDB.Database) throws -> [DatabaseSchema.Migration] {
        let id = try Int32.fetchOne(connection, sql: "PRAGMA application_id") ?? 0
        guard id != 0 else {
            let isEmpty = try Int.fetchOne(connection, sql: "SELECT count(*) FROM sqlite_master") == 0
            guard isEmpty else {
                throw DatabaseFileError.isAnother(path: path.description, what: schema.what)
            }
            return schema.migrations
        }
        guard id == schema.applicationID else {
            throw DatabaseFileError.isAnother(path: path.description, what: schema.what)
        }
        let had = try String.fetchAll(connection, sql: "SELECT name FROM schema_step ORDER BY rowid")
        let known = schema.migrations.map(\.name)
        if let step = had.first(where: { !known.contains($0) }) {
            throw DatabaseFileError.isNewer(path: path.description, what: schema.what, step: step)
        }
        return schema.migrations.filter { !had.contains($0.name) }
    }

    /// Makes the steps that a file lacks, all of them or none. Another process may be at it: one waits for the other.
    func apply(to connection: GRDB.Database) throws {
        // A table that is made anew, as SQLite's own manual does it, would take its rows' children with it.
        try connection.execute(sql: "PRAGMA foreign_keys = OFF")
        try connection.inTransaction(.immediate) {
            let missing = try missing(in: connection)
            guard !missing.isEmpty else { return .commit }
            try connection.execute(
                sql: """
                    PRAGMA application_id = \(schema.applicationID);
                    CREATE TABLE IF NOT EXISTS schema_step (name TEXT NOT NULL UNIQUE) STRICT;
                    """)
            for step in missing {
                try step.apply(connection)
                try connection.execute(
                    sql: "INSERT INTO schema_step (name) VALUES (?)", arguments: [step.name])
            }
            try connection.checkForeignKeys()
            return .commit
        }
        try connection.execute(sql: "PRAGMA foreign_keys = ON")
    }
}
