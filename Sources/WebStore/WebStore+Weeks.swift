// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Keeps a week. Its files are put where its number says by whoever asks for it.
    ///
    /// - Parameter place: Puts them there, within the transaction: where it throws, no week is kept.
    public func addWeek(
        _ name: String, by person: Person, place: (Int64) throws -> Void
    ) throws(StoreError) -> KeptWeek {
        try addWeek(name, byLogin: person.login, place: place)
    }

    /// Keeps a week that whoever started the server brought.
    public func addWeek(
        _ name: String, byLogin login: String, place: (Int64) throws -> Void
    ) throws(StoreError) -> KeptWeek {
        let name = name.trimmingSpaces
        guard !name.isEmpty, name.count <= 100 else {
            throw .fields([.init("name", "Enter a name for the week, in not more than 100 letters")])
        }
        return try write { db in
            try db.execute(
                sql: "INSERT INTO week (name, by_whom, at) VALUES (?, ?, ?)",
                arguments: [name, login, now()])
            let id = db.lastInsertedRowID
            try note(db, by: login, "added a week", "week \(id)", now: name)
            try place(id)
            return KeptWeek(id: id, name: name, by: login, at: now(), version: 1)
        }
    }

    /// Weeks, the latest first.
    public func weeks() throws(StoreError) -> [KeptWeek] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM week ORDER BY id DESC").map(Self.week)
        }
    }

    /// A week.
    public func week(_ id: Int64) throws(StoreError) -> KeptWeek {
        try read { db in try week(db, id) }
    }

    /// Changes a week's files.
    ///
    /// - Parameters:
    ///   - version: The version that whoever changes them saw.
    ///   - place: Puts the files there, within the transaction: where it throws, nothing is changed.
    public func changeWeek(
        _ id: Int64, from version: Int, by person: Person, _ what: String, was: String, now text: String,
        why: String = "", place: () throws -> Void
    ) throws(StoreError) -> KeptWeek {
        try write { db in
            try count(db, id, from: version)
            try note(
                db, by: person.login, Self.changedTable, "week \(id), \(what)", was: was, now: text, why: why)
            try place()
            return try self.week(db, id)
        }
    }

    /// Does something with a week as it is now, while nobody changes it.
    ///
    /// - Parameter body: Is told the week, with its version of now.
    public func whileNothingChanges(inWeek id: Int64, _ body: (KeptWeek) throws -> Void) throws(StoreError) {
        try write { db in try body(try week(db, id)) }
    }

    private static let changedTable = "changed a table"

    /// The trail's lines of the savings of a week's table, the latest first: by typing, and by reviews of its lines.
    public func changes(ofWeek id: Int64, _ what: String) throws(StoreError) -> [TrailEntry] {
        let table = "week \(id), \(what)"
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM trail WHERE (what = ? AND subject = ?)
                      OR (what = ? AND substr(subject, 1, length(?)) = ?) ORDER BY id DESC
                    """,
                arguments: [Self.changedTable, table, Self.recordedReview, table + ", ", table + ", "]
            ).map(Self.entry)
        }
    }

    /// Counts a change of a week's files by somebody who saw its version.
    func count(_ db: GRDB.Database, _ id: Int64, from version: Int) throws {
        let week = try week(db, id)
        guard week.version == version else {
            throw StoreError.conflict(
                "Somebody changed \(week.name) after you opened it. Nothing of yours is lost: it stands below, beside what is kept now."
            )
        }
        try db.execute(sql: "UPDATE week SET version = version + 1 WHERE id = ?", arguments: [id])
    }

    func week(_ db: GRDB.Database, _ id: Int64) throws -> KeptWeek {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM week WHERE id = ?", arguments: [id]) else {
            throw StoreError.missing("There is no week of that number.")
        }
        return Self.week(row)
    }

    private static func week(_ row: Row) -> KeptWeek {
        KeptWeek(
            id: row["id"], name: row["name"], by: row["by_whom"], at: row["at"], version: row["version"])
    }
}
