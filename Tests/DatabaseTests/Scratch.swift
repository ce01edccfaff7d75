// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import Foundation
import GRDB
import Reading

/// A folder for databases, gone when nobody holds it, and a kind of file to try.
final class Scratch: Sendable {
    let folder: FilePath

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "databases-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.description) }

    func path(_ name: String = "notes.sqlite") -> FilePath { folder.appending(name) }

    func bytes(_ name: String = "notes.sqlite") throws -> Data {
        try Data(contentsOf: URL(filePath: path(name).description))
    }

    func write(_ bytes: Data, to name: String) throws {
        try bytes.write(to: URL(filePath: path(name).description))
    }

    func names() throws -> [String] { try folder.names().map(\.description) }

    /// A connection that knows nothing of the room.
    func raw(_ name: String = "notes.sqlite") throws -> DatabaseQueue {
        try DatabaseQueue(path: path(name).description)
    }

    static let first = DatabaseSchema.Migration("notes") { connection in
        try connection.execute(
            sql: """
                CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
                CREATE TABLE mark (note INTEGER NOT NULL REFERENCES note (id)) STRICT;
                """)
    }
    static let second = DatabaseSchema.Migration("authors") { connection in
        try connection.execute(sql: "ALTER TABLE note ADD COLUMN author TEXT")
    }
    /// What SQLite's manual has for changes that ALTER TABLE cannot make: a new table in place of the old.
    static let third = DatabaseSchema.Migration("authors by number") { connection in
        try connection.execute(
            sql: """
                CREATE TABLE new_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL, author INTEGER) STRICT;
                INSERT INTO new_note SELECT id, text, length(author) FROM note;
                DROP TABLE note;
                ALTER TABLE new_note RENAME TO note;
                """)
    }

    static func schema(_ steps: DatabaseSchema.Migration..., id: Int32 = 77) -> DatabaseSchema {
        DatabaseSchema("a book of notes", applicationID: id, migrations: steps)
    }
}

extension DatabaseFile {
    func add(_ text: String) throws {
        try write { try $0.execute(sql: "INSERT INTO note (text) VALUES (?)", arguments: [text]) }
    }

    func texts() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT text FROM note ORDER BY id") }
    }
}
