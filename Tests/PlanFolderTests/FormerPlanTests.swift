// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing
import Workforce

@testable import PlanFolder

@Suite("The plan before the one of now")
struct FormerPlanTests {
    private let files = FileManager.default
    private let parent: URL
    private let folder: URL
    private let former: URL

    init() throws {
        parent = try Fixture.scratch()
        folder = parent.appendingPathComponent("plan")
        former = parent.appendingPathComponent("plan-former")
    }

    private func write(_ note: String) throws {
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        try Data(note.utf8).write(to: folder.appendingPathComponent("note.txt"))
    }

    private func note(_ folder: URL) -> String? {
        try? String(contentsOf: folder.appendingPathComponent("note.txt"), encoding: .utf8)
    }

    @Test("is kept beside it, whole, and by itself: what is changed in the one is not in the other")
    func kept() throws {
        try write("first")
        try files.setAttributes([.posixPermissions: 0o750], ofItemAtPath: folder.path)
        let sheet = folder.appendingPathComponent("deployments.csv")
        try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: sheet.path)
        #expect(try FormerPlan.keep(folder)?.description == former.path)
        #expect(try files.contentsOfDirectory(atPath: parent.path).sorted() == ["plan", "plan-former"])
        #expect(
            try files.subpathsOfDirectory(atPath: former.path).sorted()
                == files.subpathsOfDirectory(atPath: folder.path).sorted())
        #expect(PlanFolder.read(from: former, week: Fixture.week).plan == Fixture.plan)
        func mode(_ path: String) throws -> Int? {
            try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(former.path) == 0o750)
        #expect(try mode(former.appendingPathComponent("deployments.csv").path) == 0o640)
        try Data("second".utf8).write(to: folder.appendingPathComponent("note.txt"))
        #expect(note(former) == "first")
    }

    @Test("takes the place of the one kept before, nothing of which is left")
    func replaced() throws {
        try write("first")
        try Data().write(to: folder.appendingPathComponent("of the first.txt"))
        _ = try FormerPlan.keep(folder)
        try files.removeItem(at: folder.appendingPathComponent("of the first.txt"))
        try write("second")
        _ = try FormerPlan.keep(folder)
        #expect(note(former) == "second")
        #expect(try !files.contentsOfDirectory(atPath: former.path).contains("of the first.txt"))
    }

    @Test("changes places with the one of now, and back")
    func undone() throws {
        try write("first")
        _ = try FormerPlan.keep(folder)
        try write("second")
        _ = try FormerPlan.exchange(with: folder)
        #expect(note(folder) == "first")
        #expect(note(former) == "second")
        _ = try FormerPlan.exchange(with: folder)
        #expect(note(folder) == "second")
        #expect(note(former) == "first")
        #expect(try files.contentsOfDirectory(atPath: parent.path).sorted() == ["plan", "plan-former"])
    }

    @Test("is none where no plan stands, and nothing else is taken for one")
    func none() throws {
        #expect(try FormerPlan.keep(folder) == nil)
        #expect(throws: PlanFolderError.isNoPlan(path: folder.path)) {
            try FormerPlan.exchange(with: folder)
        }
        try write("first")
        #expect(throws: PlanFolderError.hasNoFormer(path: folder.path, former: former.path)) {
            try FormerPlan.exchange(with: folder)
        }
        try files.createDirectory(at: former, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: former.appendingPathComponent("note.txt"))
        #expect(throws: PlanFolderError.self) { try FormerPlan.checkKeepable(folder) }
        #expect(throws: PlanFolderError.self) { try FormerPlan.keep(folder) }
        #expect(throws: PlanFolderError.self) { try FormerPlan.exchange(with: folder) }
        #expect(note(former) == "mine")
        #expect(note(folder) == "first")
    }
}
