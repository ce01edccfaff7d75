// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization
import Testing

@testable import Web
@testable import WebStore

/// Copies of everything a server keeps.
struct BackUpTests {
    @Test func aCopyIsAServersFolderItself() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try await test.week(by: planner)
        let plan = try await test.plan(ofWeek: week, by: planner)
        try await test.publish(plan, by: planner)
        let copy = FilePath(test.folder.description + "-copy")
        defer { try? FileManager.default.removeItem(atPath: copy.description) }
        try BackUp.make(of: test.folder, to: copy)
        let store = try WebStore(Shelf(copy).database) { 1_795_000_000 }
        #expect(try store.weeks() == test.store.weeks())
        #expect(try store.run(plan) == test.store.run(plan))
        for folder in ["weeks", "runs", "frameworks", "handed-out"] {
            let (one, other) = (test.folder.appending(FilePath(folder)), copy.appending(FilePath(folder)))
            let files = Shelf.files(in: one)
            #expect(!files.isEmpty && files == Shelf.files(in: other))
            for file in files {
                #expect(
                    try one.appending(FilePath(file)).read(atMost: 1 << 24)
                        == other.appending(FilePath(file)).read(atMost: 1 << 24))
            }
        }
        #expect(throws: StoreError.self) { try BackUp.make(of: test.folder, to: copy) }
        #expect(throws: StoreError.self) {
            try BackUp.make(of: copy.appending("weeks"), to: FilePath("nowhere"))
        }
        #expect(!FilePath("nowhere").exists)
    }

    @Test func aCopyThatWouldFillTheDiskIsRefused() throws {
        let test = try TestSite()
        defer { test.remove() }
        for name in ["-copy", "-copy.zip"] {
            let copy = FilePath(test.folder.description + name)
            let error = #expect(throws: StoreError.self) {
                try BackUp.make(of: test.folder, to: copy) { _ in 12_345 }
            }
            #expect(
                error?.message.hasPrefix("There is too little room on the disk: a back-up may take 6") == true
            )
            #expect(error?.message.contains(" MB, and 12.3 kB are free.") == true, "\(error?.message ?? "")")
            #expect(!copy.exists)
        }
        #expect(DiskRoom.words(0) == "0 bytes" && DiskRoom.words(999) == "999 bytes")
        #expect(DiskRoom.words(1_234_567) == "1.2 MB" && DiskRoom.words(999_600) == "1.0 MB")
        #expect(DiskRoom.words(123_456_789_012) == "123 GB")
        #expect((DiskRoom.free(test.folder.appending("not/there/yet")) ?? 0) > 0)
    }

    /// Whoever types does so all the while: each copy has in its files what its database knows, and no more.
    @Test func aCopyIsOfOneMomentAlsoOfWhatPeopleTypeIntoListsAndFlags() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner).person
        let week = try test.store.addWeek("North", by: planner) { _ in }
        let id = try test.store.ask(
            for: RunWanted(.calls, week: week.id, seconds: 3, changes: "change: x"), by: planner
        ).id
        _ = try test.store.claim()
        try test.store.finish(id, attempt: 1, as: .done, "")
        let run = try test.store.run(id)
        let list = test.shelf.calls(of: run).appending("calls.csv")
        let flags = test.shelf.plan(of: run).appending("flags.csv")
        @Sendable func answer(_ number: Int) throws {
            try test.store.answerCall(id, "somebody", by: planner) {
                for file in [list, flags] { try Shelf.write("\(number)", to: file) }
                return (was: "", now: "\(number)")
            }
        }
        try answer(0)
        let isOver = Mutex(false)
        let typed = Mutex(0)
        let typing = Task.detached {
            defer { typed.withLock { $0 = .max } }
            var number = 0
            while !isOver.withLock({ $0 }) {
                number += 1
                try answer(number)
                typed.withLock { [number] in $0 = number }
                // Other processes get a turn: a lock is waited for, and not in a queue.
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        defer { isOver.withLock { $0 = true } }
        for number in 1...15 {
            // Somebody types between any two copies, however busy the machine is.
            let before = typed.withLock { $0 }
            while before < .max, typed.withLock({ $0 }) == before {
                try await Task.sleep(for: .milliseconds(1))
            }
            let copy = FilePath(test.folder.description + "-copy-\(number)")
            defer { Shelf.remove(copy) }
            try BackUp.make(of: test.folder, to: copy)
            let trail = try WebStore(Shelf(copy).database) { 0 }.trail(most: 1)
            #expect(Shelf.text(Shelf(copy).calls(of: run).appending("calls.csv")) == trail.first?.now)
            #expect(Shelf.text(Shelf(copy).plan(of: run).appending("flags.csv")) == trail.first?.now)
        }
        isOver.withLock { $0 = true }
        try await typing.value
    }

    @Test func savingsThatFollowTheCopyOfTheDatabaseAreTakenBackFromItsFiles() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try await test.week(by: planner)
        let path = "/weeks/\(week)/tables/week.yaml"
        let file = test.shelf.week(week).appending("week.yaml")
        let original = Shelf.text(file)
        func save(_ version: Int, _ text: String) async throws {
            let saved = try await test.send(path, [("version", "\(version)"), ("text", text)], as: planner)
            #expect(saved.status == 303)
        }
        try await save(1, original + "# one\n")
        let then = try test.store.week(week)
        try await save(2, original + "# two\n")
        try await save(3, original + "# three\n")
        // A table that was not there when the database was copied.
        let other = test.shelf.week(week).appending("note.csv")
        try Shelf.write("", to: test.shelf.former(week, version: 3).appending("note.csv"))
        try Shelf.write("new", to: other)
        // Another week, whose number begins alike, is left as it is.
        let alike = test.shelf.former(week * 10 + 1, version: 9).appending("week.yaml")
        try Shelf.write("other", to: alike)
        // The database of the copy is of version 2, its files are of version 4.
        try test.shelf.takeBackUnfinished(then)
        #expect(Shelf.text(file) == original + "# one\n")
        #expect(!other.exists)
        #expect(test.shelf.former(week, version: 1).exists)
        for version in [2, 3] {
            #expect(!test.shelf.former(week, version: version).exists, "once and not again")
        }
        #expect(Shelf.text(alike) == "other")
    }

    @Test func aSavingThatComesToNothingUndoesNoneOfSomebodyElse() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let id = try await test.week(by: planner)
        let file = test.shelf.week(id).appending("week.yaml")
        let original = Shelf.text(file)
        let week = try test.store.week(id)
        #expect(throws: StoreError.refused("the disk is full")) {
            try test.site.placing(
                original + "# lost\n", as: "week.yaml", in: week, from: 1, before: original
            ) { place throws(StoreError) in
                _ = try test.store.changeWeek(
                    id, from: 1, by: planner.person, "week.yaml", was: "", now: ""
                ) {
                    try place()
                    throw StoreError.refused("the disk is full")
                }
            }
        }
        #expect(Shelf.text(file) == original)
        #expect(!test.shelf.former(id, version: 1).exists)
        // In between the two, somebody else saves, and what they replaced is kept by the version that they saw.
        #expect(throws: StoreError.refused("the disk is full")) {
            try test.site.placing(
                original + "# lost\n", as: "week.yaml", in: week, from: 1, before: original
            ) { place throws(StoreError) in
                do { try place() } catch { throw .refused("\(error)") }
                try test.site.keep(
                    original + "# theirs\n", as: "week.yaml", in: week, from: 1, before: original,
                    by: planner.person)
                throw .refused("the disk is full")
            }
        }
        #expect(Shelf.text(file) == original + "# theirs\n")
        #expect(Shelf.text(test.shelf.former(id, version: 1).appending("week.yaml")) == original)
    }
}
