// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import GRDB
import Reading

/// What a server keeps besides files: people, who is signed in, weeks, runs, and who did what. One SQLite file.
///
/// Whatever people change is written with a line of the audit trail, in one transaction.
public struct WebStore: Sendable {
    let file: DatabaseFile
    /// The time, in seconds since 1970.
    public let now: @Sendable () -> Int
    let passwordCost: Password.Cost

    /// Opens a file, or makes it.
    ///
    /// - Parameter now: The time, in seconds since 1970.
    /// - Throws: What stands in the way of opening it, in a sentence.
    public init(_ path: FilePath, now: @escaping @Sendable () -> Int) throws(DatabaseFileError) {
        try self.init(path, now: now, passwordCost: Password.usual)
    }

    init(_ path: FilePath, now: @escaping @Sendable () -> Int, passwordCost: Password.Cost)
        throws(DatabaseFileError)
    {
        file = try DatabaseFile(path, schema: Self.schema)
        try file.check()
        self.now = now
        self.passwordCost = passwordCost
    }

    /// The time, in seconds since 1970.
    public var moment: Int { now() }

    /// Copies the database into another file while it is in use.
    ///
    /// - Parameter besides: Reads the files that are changed with the database, as they are at the moment of the copy: nobody
    ///   writes meanwhile.
    /// - Throws: What stands in the way, in a sentence.
    public func backUp(to path: FilePath, besides: () -> Void) throws(DatabaseFileError) {
        try file.copy(to: path, besides: besides)
    }

    static let schema = DatabaseSchema(
        "a server's database", applicationID: 0x534B_4D58,
        migrations: [
            DatabaseSchema.Migration("1 people, weeks, runs, trail") { db in
                try db.execute(
                    sql: """
                        CREATE TABLE person (
                          id INTEGER PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL UNIQUE,
                          role TEXT NOT NULL, password TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1) STRICT;
                        CREATE TABLE invitation (
                          digest TEXT PRIMARY KEY, role TEXT NOT NULL, by_whom TEXT NOT NULL,
                          expires INTEGER NOT NULL, person INTEGER REFERENCES person(id)) STRICT;
                        CREATE TABLE visit (
                          digest TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person(id),
                          form_token TEXT NOT NULL, began INTEGER NOT NULL, seen INTEGER NOT NULL) STRICT;
                        CREATE TABLE key (
                          id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE,
                          person INTEGER NOT NULL REFERENCES person(id), name TEXT NOT NULL,
                          made INTEGER NOT NULL) STRICT;
                        CREATE TABLE failure (login TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
                        CREATE INDEX failure_at ON failure (at);
                        CREATE TABLE week (
                          id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, by_whom TEXT NOT NULL,
                          at INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1) STRICT;
                        CREATE TABLE run (
                          id INTEGER PRIMARY KEY AUTOINCREMENT, week INTEGER NOT NULL REFERENCES week(id),
                          kind TEXT NOT NULL, seconds INTEGER NOT NULL, from_run INTEGER REFERENCES run(id),
                          changes TEXT, by_whom TEXT NOT NULL, person INTEGER NOT NULL REFERENCES person(id),
                          asked INTEGER NOT NULL, started INTEGER, ended INTEGER, state TEXT NOT NULL,
                          attempt INTEGER NOT NULL DEFAULT 0, to_stop INTEGER NOT NULL DEFAULT 0,
                          week_version INTEGER NOT NULL DEFAULT 0, outcome TEXT NOT NULL DEFAULT '',
                          plan TEXT NOT NULL DEFAULT 'draft') STRICT;
                        CREATE INDEX run_state ON run (state);
                        CREATE TABLE trail (
                          id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL,
                          what TEXT NOT NULL, subject TEXT NOT NULL, was TEXT NOT NULL, now TEXT NOT NULL,
                          why TEXT NOT NULL) STRICT;
                        """)
            },
            DatabaseSchema.Migration("2 call lists") { db in
                try db.execute(
                    sql: """
                        ALTER TABLE run ADD COLUMN first_open TEXT;
                        ALTER TABLE run ADD COLUMN most_calls INTEGER;
                        ALTER TABLE run ADD COLUMN list_run INTEGER REFERENCES run(id);
                        """)
            },
            DatabaseSchema.Migration("3 reviews of care by two") { db in
                try db.execute(
                    sql: """
                        CREATE TABLE review (
                          id INTEGER PRIMARY KEY AUTOINCREMENT, week INTEGER NOT NULL REFERENCES week(id),
                          line TEXT NOT NULL, care TEXT NOT NULL, suitable INTEGER NOT NULL,
                          holds_from TEXT NOT NULL, why TEXT NOT NULL, by_whom TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
                        CREATE INDEX review_week ON review (week);
                        """)
            },
            ownSessions,
            DatabaseSchema.Migration("5 who was not rung") { db in
                try db.execute(sql: "ALTER TABLE run ADD COLUMN not_rung TEXT")
            },
            DatabaseSchema.Migration("6 call lists with standby, draws and agency beyond the cap") { db in
                try db.execute(
                    sql: """
                        ALTER TABLE run ADD COLUMN break_glass TEXT;
                        ALTER TABLE run ADD COLUMN standby INTEGER NOT NULL DEFAULT 0;
                        ALTER TABLE run ADD COLUMN draws INTEGER;
                        ALTER TABLE run ADD COLUMN risk REAL;
                        """)
            },
        ])

    func read<Value>(_ body: (GRDB.Database) throws -> Value) throws(StoreError) -> Value {
        do { return try file.pool.read(body) } catch { throw told(error) }
    }

    func write<Value>(_ body: (GRDB.Database) throws -> Value) throws(StoreError) -> Value {
        do { return try file.pool.write(body) } catch { throw told(error) }
    }

    private func told(_ error: any Error) -> StoreError {
        (error as? StoreError) ?? .database(file.failure(of: error).description)
    }

    /// Adds a line to the trail, within what it is about.
    func note(
        _ db: GRDB.Database, by who: String, _ what: String, _ subject: String, was: String = "",
        now is_: String = "", why: String = ""
    ) throws {
        try db.execute(
            sql: "INSERT INTO trail (at, who, what, subject, was, now, why) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [now(), who, what, subject, was, is_, why])
    }

    /// Lines of the trail, the latest first.
    ///
    /// - Parameter before: The number of a line; nil: from the latest on.
    public func trail(most: Int, before: Int64? = nil) throws(StoreError) -> [TrailEntry] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM trail WHERE id < ? ORDER BY id DESC LIMIT ?",
                arguments: [before ?? .max, most]
            ).map(Self.entry)
        }
    }

    static func entry(_ row: Row) -> TrailEntry {
        TrailEntry(
            id: row["id"], at: row["at"], who: row["who"], what: row["what"],
            subject: row["subject"], was: row["was"], now: row["now"], why: row["why"])
    }
}
