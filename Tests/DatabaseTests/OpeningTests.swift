// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GRDB
import Reading
import Testing

@testable import Database

/// What a file has to be, and what becomes of older and newer ones.
@Suite struct OpeningTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func open(
        _ schema: DatabaseSchema, _ name: String = "notes.sqlite", isMade: Bool = true
    ) throws -> DatabaseFile {
        try DatabaseFile(scratch.path(name), schema: schema, isMade: isMade, patience: 0.1)
    }

    @Test func whatIsWrittenIsThereWhenItIsOpenedAgain() throws {
        let file = try open(Scratch.schema(Scratch.first))
        try file.add("one")
        try file.close()
        #expect(try scratch.names() == ["notes.sqlite"])
        #expect(try open(Scratch.schema(Scratch.first), isMade: false).texts() == ["one"])
    }

    @Test func itsSettingsAreThoseThatItPromises() throws {
        let file = try open(Scratch.schema(Scratch.first))
        let settings = try file.pool.writeWithoutTransaction { connection in
            try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout"].map {
                try String.fetchOne(connection, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "2", "1", "100"])
        #expect(throws: DatabaseFileError.self) {
            try file.write { try $0.execute(sql: "INSERT INTO mark (note) VALUES (5)") }
        }
        #expect(try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") } == 0)
    }

    @Test func anOlderFileGoesThroughTheStepsThatItLacks() throws {
        let old = try open(Scratch.schema(Scratch.first))
        try old.add("one")
        try old.write { try $0.execute(sql: "INSERT INTO mark (note) VALUES (1)") }
        try old.close()
        let newer = try open(Scratch.schema(Scratch.first, Scratch.second))
        try newer.write { try $0.execute(sql: "UPDATE note SET author = 'Finance'") }
        try newer.close()
        let newest = try open(Scratch.schema(Scratch.first, Scratch.second, Scratch.third))
        #expect(try newest.read { try Int.fetchOne($0, sql: "SELECT author FROM note") } == 7)
        #expect(
            try newest.read { try String.fetchAll($0, sql: "SELECT name FROM schema_step") }
                == ["notes", "authors", "authors by number"])
        // The table that was made anew still holds its children.
        #expect(try newest.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") } == 1)
        #expect(throws: DatabaseFileError.self) {
            try newest.write { try $0.execute(sql: "DELETE FROM note") }
        }
    }

    @Test func aStepThatFailsLeavesTheFileAsItWas() throws {
        let old = try open(Scratch.schema(Scratch.first))
        try old.add("one")
        try old.close()
        let broken = DatabaseSchema.Migration("broken") { connection in
            try connection.execute(sql: "DELETE FROM note; SELECT nothing;")
        }
        #expect(throws: DatabaseFileError.self) {
            try open(Scratch.schema(Scratch.first, Scratch.second, broken))
        }
        let file = try open(Scratch.schema(Scratch.first))
        #expect(try file.texts() == ["one"])
        #expect(try file.read { try String.fetchAll($0, sql: "SELECT name FROM schema_step") } == ["notes"])
    }

    @Test func childrenThatAStepLeavesWithoutTheirParentsAreRefused() throws {
        let old = try open(Scratch.schema(Scratch.first))
        try old.add("one")
        try old.write { try $0.execute(sql: "INSERT INTO mark (note) VALUES (1)") }
        try old.close()
        let cruel = DatabaseSchema.Migration("cruel") { try $0.execute(sql: "DELETE FROM note") }
        #expect(throws: DatabaseFileError.self) { try open(Scratch.schema(Scratch.first, cruel)) }
        #expect(try open(Scratch.schema(Scratch.first)).texts() == ["one"])
    }

    @Test func aNewerFileIsRefusedAndLeftAsItIs() throws {
        let newer = try open(Scratch.schema(Scratch.first, Scratch.second))
        try newer.add("one")
        try newer.close()
        let before = try scratch.bytes()
        let error = #expect(throws: DatabaseFileError.self) { try open(Scratch.schema(Scratch.first)) }
        let path = scratch.path().description
        #expect(error == .isNewer(path: path, what: "a book of notes", step: "authors"))
        #expect(
            error?.description
                == "'\(path)' is a book of notes that a newer version of skillmix has changed ('authors' is not known "
                + "here), and it is left as it is: use that version, or name another file")
        #expect(try scratch.bytes() == before)
        #expect(try scratch.names() == ["notes.sqlite"])
    }

    @Test func whatIsNoneOfItIsRefusedAndLeftAsItIs() throws {
        try scratch.raw("other.sqlite").write { try $0.execute(sql: "CREATE TABLE song (name TEXT)") }
        try open(Scratch.schema(Scratch.first, id: 78), "songs.sqlite").close()
        try scratch.write(Data("session,staff\nMon AM,SW-01\n".utf8), to: "actuals.csv")
        let what = "a book of notes"
        for (name, expected) in [
            (
                "other.sqlite",
                DatabaseFileError.isAnother(path: scratch.path("other.sqlite").description, what: what)
            ),
            ("songs.sqlite", .isAnother(path: scratch.path("songs.sqlite").description, what: what)),
            ("actuals.csv", .isNoDatabase(path: scratch.path("actuals.csv").description, what: what)),
        ] {
            let before = try scratch.bytes(name)
            let names = try scratch.names()
            #expect(throws: expected) { try open(Scratch.schema(Scratch.first), name) }
            #expect(try scratch.bytes(name) == before)
            #expect(try scratch.names() == names)
        }
    }

    @Test func anEmptyFileBecomesOne() throws {
        try scratch.write(Data(), to: "notes.sqlite")
        try open(Scratch.schema(Scratch.first)).add("one")
    }

    @Test func placesWhereNoFileCanBeAreNamed() throws {
        let schema = Scratch.schema(Scratch.first)
        let folder = scratch.folder.description
        #expect(throws: DatabaseFileError.isAFolder(path: folder)) {
            try DatabaseFile(scratch.folder, schema: schema)
        }
        #expect(throws: DatabaseFileError.hasNoFolder(path: folder + "/none/notes.sqlite")) {
            try DatabaseFile(scratch.path("none/notes.sqlite"), schema: schema)
        }
        #expect(throws: DatabaseFileError.isNoFile(path: "/dev/null")) {
            try DatabaseFile("/dev/null", schema: schema)
        }
        #expect(throws: DatabaseFileError.isMissing(path: folder + "/no.sqlite", what: "a book of notes")) {
            try open(schema, "no.sqlite", isMade: false)
        }
        for bytes: [UInt8] in [[], [0x61, 0], [0xE9]] {
            #expect(throws: DatabaseFileError.badName(path: FilePath(bytes: bytes).description)) {
                try DatabaseFile(FilePath(bytes: bytes), schema: schema)
            }
        }
        #expect(try scratch.names().isEmpty)
    }

    @Test func aNameThatMeansSomethingToSQLiteIsAName() throws {
        #expect(try DatabaseFile.name(of: ":memory:") == "./:memory:")
        #expect(try DatabaseFile.name(of: "file:x?mode=memory") == "./file:x?mode=memory")
        #expect(try DatabaseFile.name(of: "/var/x") == "/var/x")
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere"))
    func aFileThatIsClosedToWritingIsNamed() throws {
        try open(Scratch.schema(Scratch.first)).close()
        let path = scratch.path().description
        chmod(path, 0o444)
        #expect(throws: DatabaseFileError.readOnly(path: path)) { try open(Scratch.schema(Scratch.first)) }
    }
}
