// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
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
}
