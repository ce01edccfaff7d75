// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import GRDB
import Reading
import Synchronization
import Testing

@testable import Database

/// What happens to a file when something happens to the machine, or others are at it.
@Suite struct DurabilityTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private let schema = Scratch.schema(Scratch.first)

    private func open(_ name: String = "notes.sqlite") throws -> DatabaseFile {
        try DatabaseFile(scratch.path(name), schema: schema, patience: 0.1)
    }

    private static let long = String(repeating: "x", count: 20_000)

    @Test func aProcessThatIsKilledLosesTheTransactionInHandAlone() throws {
        let file = try open()
        try file.add("one")
        // Little memory: what is not committed reaches the disk before it is.
        try file.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA cache_size = 5") }
        let before = try scratch.bytes("notes.sqlite-wal").count
        try file.pool.writeWithoutTransaction { connection in
            try connection.inTransaction(.immediate) {
                for _ in 1...20 {
                    try connection.execute(
                        sql: "INSERT INTO note (text) VALUES (?)", arguments: [Self.long])
                }
                // What the disk holds at this moment is what a process leaves that is killed at this moment.
                try scratch.write(scratch.bytes(), to: "left.sqlite")
                try scratch.write(scratch.bytes("notes.sqlite-wal"), to: "left.sqlite-wal")
                return .commit
            }
        }
        #expect(try scratch.bytes("left.sqlite-wal").count > before + 20_000)
        #expect(try file.texts().count == 21)
        let left = try open("left.sqlite")
        #expect(try left.texts() == ["one"])
        try left.add("two")
        #expect(try left.texts() == ["one", "two"])
    }

    @Test func aTransactionThatFailsLeavesNothing() throws {
        struct Fault: Error {}
        let file = try open()
        let error = #expect(throws: DatabaseFileError.self) {
            try file.write { connection in
                try connection.execute(sql: "INSERT INTO note (text) VALUES ('half')")
                throw Fault()
            }
        }
        #expect(error == .refused(path: scratch.path().description, reason: "Fault()"))
        #expect(try file.texts().isEmpty)
    }

    @Test func whoeverFindsItLockedWaitsAndThenSaysSo() throws {
        let file = try open()
        let other = try scratch.raw()
        try other.writeWithoutTransaction { connection in
            try connection.execute(sql: "BEGIN IMMEDIATE")
            let inUse = DatabaseFileError.isInUse(path: scratch.path().description, seconds: 0.1)
            #expect(throws: inUse) { try file.add("one") }
            // Readers wait for nobody.
            let texts = try file.texts()
            #expect(texts.isEmpty)
            #expect(throws: inUse) { try open() }
            try connection.execute(sql: "COMMIT")
        }
        try file.add("two")
        #expect(try file.texts() == ["two"])
        #expect(
            DatabaseFileError.isInUse(path: "x", seconds: 5).description
                == "another program has 'x' to itself for more than 5 seconds: wait until it is done, or end it, "
                + "and try again")
    }

    @Test func severalThatOpenANewFileAtOnceMakeItOnce() throws {
        let failures = Mutex<[String]>([])
        let (path, schema) = (scratch.path(), Scratch.schema(Scratch.first, Scratch.second))
        DispatchQueue.concurrentPerform(iterations: 8) { number in
            do {
                try DatabaseFile(path, schema: schema, patience: 20).add("\(number)")
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try DatabaseFile(path, schema: schema).texts().sorted() == (0..<8).map(String.init))
    }

    @Test func aFullDiskLosesTheTransactionInHandAlone() throws {
        let file = try open()
        try file.add("one")
        try file.pool.writeWithoutTransaction { connection in
            let pages = try Int.fetchOne(connection, sql: "PRAGMA page_count") ?? 0
            try connection.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        #expect(throws: DatabaseFileError.diskFull(path: scratch.path().description)) {
            try file.add(Self.long)
        }
        #expect(try file.texts() == ["one"])
    }

    @Test func aDamagedFileIsNamedAndNotWrittenTo() throws {
        let file = try open()
        for _ in 1...20 { try file.add(Self.long) }
        try file.close()
        var bytes = try scratch.bytes()
        // All pages but the first, which says that it is a database.
        for position in 4_096..<bytes.count { bytes[position] = 0xA5 }
        try scratch.write(bytes, to: "notes.sqlite")
        let error = #expect(throws: DatabaseFileError.self) { try open().texts() }
        guard case .isDamaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try scratch.bytes() == bytes)
    }

    /// What a hand in the file may leave: text where a number belongs, nothing where something does.
    @Test(arguments: ["UPDATE mark SET note = 'one'", "UPDATE note SET text = NULL"])
    func whatIsOfAnotherKindIsFoundBeforeItIsRead(_ statement: String) throws {
        let schema = Scratch.schema(Scratch.first)
        let file = try DatabaseFile(scratch.path(), schema: schema)
        try file.add("one")
        try file.write { try $0.execute(sql: "INSERT INTO mark (note) VALUES (1)") }
        try file.check()
        try file.close()
        func rename(_ old: String, _ new: String) throws {
            try scratch.raw().writeWithoutTransaction { connection in
                try connection.execute(
                    sql: """
                        PRAGMA writable_schema = ON;
                        UPDATE sqlite_schema SET sql = replace(sql, '\(old)', '\(new)') WHERE name IN ('note', 'mark');
                        """)
            }
        }
        try rename("NOT NULL REFERENCES note (id)) STRICT", "/*     */ REFERENCES note (id)) /*   */")
        try rename("TEXT NOT NULL) STRICT", "TEXT /*     */) /*   */")
        try scratch.raw().writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA foreign_keys = OFF; " + statement)
        }
        try rename("/*     */ REFERENCES note (id)) /*   */", "NOT NULL REFERENCES note (id)) STRICT")
        try rename("TEXT /*     */) /*   */", "TEXT NOT NULL) STRICT")
        let damaged = try DatabaseFile(scratch.path(), schema: schema)
        let error = #expect(throws: DatabaseFileError.self) { try damaged.check() }
        guard case .isDamaged = error else {
            Issue.record("not told as damage: \(String(describing: error))")
            return
        }
    }

    @Test func aValueOfAnotherKindIsDamage() throws {
        let file = try open()
        let error = #expect(throws: DatabaseFileError.self) {
            try file.read { try Int8.fetchOne($0, sql: "SELECT 1000") }
        }
        guard case .isDamaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aCopyIsOfOneMomentWhoeverWritesMeanwhile() async throws {
        let file = try open()
        // Each transaction writes two, so that half of one would be odd.
        try file.add("x")
        try file.add("x")
        let isDone = Flag()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !isDone.isRaised {
                    try file.write { connection in
                        for _ in 1...2 {
                            try connection.execute(
                                sql: "INSERT INTO note (text) VALUES (?)", arguments: [Self.long])
                        }
                    }
                }
            }
            defer { isDone.raise() }
            for number in 1...5 {
                try file.copy(to: scratch.path("copy-\(number).sqlite"))
                // It is one file before anybody opens it.
                let names = try scratch.names()
                #expect(!names.contains { $0.hasPrefix("copy-\(number).sqlite-") })
                let texts = try open("copy-\(number).sqlite").texts()
                #expect(texts.count >= 2)
                #expect(texts.count.isMultiple(of: 2))
            }
        }
    }

    @Test func nobodyWritesWhileWhatBelongsToACopyIsRead() throws {
        let file = try open()
        try file.add("one")
        // As another process has it.
        let other = try open()
        var refusal: DatabaseFileError?
        try file.copy(to: scratch.path("copy.sqlite")) {
            do throws(DatabaseFileError) {
                try other.write { try $0.execute(sql: "INSERT INTO note (text) VALUES ('early')") }
            } catch { refusal = error }
        }
        #expect(refusal == .isInUse(path: scratch.path().description, seconds: 0.1))
        try other.add("late")
        #expect(try open("copy.sqlite").texts() == ["one"])
        #expect(try file.texts() == ["one", "late"])
    }

    @Test func aCopyReplacesNothingAndIsAsPrivate() throws {
        let file = try open()
        try file.add("one")
        chmod(scratch.path().description, 0o640)
        try file.copy(to: scratch.path("copy.sqlite"))
        #expect(try scratch.path("copy.sqlite").status().permissions & 0o777 == 0o640)
        let before = try scratch.bytes("copy.sqlite")
        #expect(throws: DatabaseFileError.exists(path: scratch.path("copy.sqlite").description)) {
            try file.copy(to: scratch.path("copy.sqlite"))
        }
        #expect(try scratch.bytes("copy.sqlite") == before)
        #expect(throws: DatabaseFileError.hasNoFolder(path: scratch.path("none/copy.sqlite").description)) {
            try file.copy(to: scratch.path("none/copy.sqlite"))
        }
        #expect(try open("copy.sqlite").texts() == ["one"])
    }
}

/// A flag that is raised once.
private final class Flag: Sendable {
    private let value = Mutex(false)

    var isRaised: Bool { value.withLock { $0 } }
    func raise() { value.withLock { $0 = true } }
}
