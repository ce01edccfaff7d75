// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing
import Workforce

@testable import PlanFolder

/// A folder of calls is written whole or not at all, and nothing that is typed into its list is lost.
@Suite struct SurgeFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "surge-\(UUID().uuidString)")

    private func write(
        _ calls: String, replacing seen: String?, week: [String] = ["week.yaml", "changes/one.yaml"],
        tables: [(name: String, text: String?)] = []
    ) throws(PlanFolderError) {
        try SurgeFolder.write(
            calls: ("calls.csv", calls), replacing: seen.map { Array($0.utf8) }, page: "<p>calls</p>",
            tables: tables, week: week.map { ($0, Array("text of \($0)".utf8)) }, plan: Fixture.plan,
            of: Fixture.week,
            shown: ShownPlan(page: "<p>plan</p>", tables: [], figures: [String]()), to: folder)
    }

    private func text(_ path: String) -> String? {
        try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    @Test func allOfItIsThereOrNothing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("one\n", replacing: nil)
        #expect(text("calls.csv") == "one\n" && text("report.html") == "<p>calls</p>")
        #expect(text("week/changes/one.yaml") == "text of changes/one.yaml")
        #expect(text("plan/report.html") == "<p>plan</p>" && text("plan/plan.json") != nil)
        // A file that the next week does not have goes; what others put there stays.
        try Data("mine".utf8).write(to: folder.appending(path: "mine.txt"))
        try write("two\n", replacing: "one\n", week: ["week.yaml"])
        #expect(text("calls.csv") == "two\n" && text("week/changes/one.yaml") == nil)
        #expect(text("mine.txt") == "mine" && text("week/week.yaml") == "text of week.yaml")
    }

    @Test func aTableThatTheNextSurgeDoesNotHaveGoes() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("one\n", replacing: nil, tables: [("draws.csv", "a\n"), ("book-now.csv", "b\n")])
        #expect(text("draws.csv") == "a\n" && text("book-now.csv") == "b\n")
        try write("two\n", replacing: "one\n", tables: [("draws.csv", "c\n"), ("book-now.csv", nil)])
        #expect(text("draws.csv") == "c\n" && text("book-now.csv") == nil && text("calls.csv") == "two\n")
    }

    @Test func whatIsTypedMeanwhileIsNotLost() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("one\n", replacing: nil)
        try Data("one, and an answer\n".utf8).write(to: folder.appending(path: "calls.csv"))
        #expect(throws: PlanFolderError.self) { try write("two\n", replacing: "one\n") }
        #expect(text("calls.csv") == "one, and an answer\n")
        // A list that was not there when it was read, either.
        #expect(throws: PlanFolderError.self) { try write("two\n", replacing: nil) }
        #expect(text("calls.csv") == "one, and an answer\n")
    }

    @Test func noOtherFolderIsReplaced() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: folder.appending(path: "week.yaml"))
        #expect(throws: PlanFolderError.self) { try write("one\n", replacing: nil) }
        #expect(throws: PlanFolderError.self) {
            try SurgeFolder.checkWritable(FilePath(folder.path), calls: "calls.csv")
        }
    }
}
