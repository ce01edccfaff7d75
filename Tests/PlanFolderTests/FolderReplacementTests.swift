// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

@testable import PlanFolder

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct FolderReplacementTests {
    private let files = FileManager.default
    /// What stands in the folder of a plan.
    private static let names = [
        "bookings.csv", "contacts.csv", "deployments.csv", "flags.csv", "metrics.csv", "plan.json",
        "report.html",
        "supervision.csv", "tables", "unmet.csv",
    ]

    private func write(_ folder: URL) throws(PlanFolderError) {
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
    }

    /// What a writing that should fail throws.
    private func failure(_ folder: URL) -> PlanFolderError? {
        do throws(PlanFolderError) {
            try write(folder)
            return nil
        } catch {
            return error
        }
    }

    @Test func missingFoldersAboveAreMade() throws {
        let folder = try Fixture.scratch().appendingPathComponent("a/b/plan/")
        try write(folder)
        #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == Self.names)
    }

    @Test func aPlanIsReplacedAndNothingIsLeftBeside() throws {
        let parent = try Fixture.scratch()
        let folder = parent.appendingPathComponent("plan")
        try write(folder)
        try Data("old".utf8).write(to: folder.appendingPathComponent("deployments.csv"))
        try write(folder)
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
        #expect(try files.contentsOfDirectory(atPath: parent.path) == ["plan"])
    }

    @Test func aWritingThatFailsHalfWayLeavesTheOldPlanByteForByte() throws {
        let parent = try Fixture.scratch()
        let folder = parent.appendingPathComponent("plan")
        try write(folder)
        let before = try Fixture.snapshot(parent)
        // The second file's name is longer than any file system takes.
        let bytes = Array("new".utf8)
        let name = "tables/" + String(repeating: "x", count: 300)
        #expect(throws: PlanFolderError.self) {
            try FolderReplacement.replace(folder, with: [("deployments.csv", bytes), (name, bytes)])
        }
        #expect(try Fixture.snapshot(parent) == before)
    }

    @Test func aFullDiskIsSaidToBeFull() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        defer { _ = close(descriptor) }
        #expect(throws: PlanFolderError.diskFull(path: "plan")) {
            try FileSystem.write([1, 2, 3], to: descriptor, path: "plan")
        }
    }

    @Test func aFileInTheWayIsRefusedAndKept() throws {
        let path = try Fixture.scratch().appendingPathComponent("plan")
        try Data("mine".utf8).write(to: path)
        #expect(failure(path) == .isAFile(path: path.path))
        #expect(try String(contentsOf: path, encoding: .utf8) == "mine")
        let below = path.appendingPathComponent("deeper")
        #expect(failure(below) == .parentIsNotAFolder(path: path.path))
    }

    @Test func aFolderThatIsNoPlanIsRefusedAndKept() throws {
        let folder = try Fixture.scratch().appendingPathComponent("photos")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appendingPathComponent("cat.jpg"))
        let before = try Fixture.snapshot(folder)
        #expect(failure(folder) == .isNotAPlan(path: folder.path, holds: "cat.jpg"))
        #expect(try Fixture.snapshot(folder) == before)
    }

    @Test func anEmptyFolderBecomesThePlan() throws {
        let folder = try Fixture.scratch()
        try write(folder)
        #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == Self.names)
    }

    @Test func aLinkIsRefusedAndWhatItPointsToIsKept() throws {
        let parent = try Fixture.scratch()
        let real = parent.appendingPathComponent("real")
        try write(real)
        let before = try Fixture.snapshot(real)
        let link = parent.appendingPathComponent("plan")
        try files.createSymbolicLink(at: link, withDestinationURL: real)
        #expect(failure(link) == .isALink(path: link.path))
        #expect(try Fixture.snapshot(real) == before)
    }

    @Test func linksInsideAnOldPlanAreNotFollowed() throws {
        let parent = try Fixture.scratch()
        let folder = parent.appendingPathComponent("plan")
        try write(folder)
        let outside = parent.appendingPathComponent("outside.csv")
        try Data("mine".utf8).write(to: outside)
        let inside = folder.appendingPathComponent("unmet.csv")
        try files.removeItem(at: inside)
        try files.createSymbolicLink(at: inside, withDestinationURL: outside)
        try write(folder)
        #expect(try String(contentsOf: outside, encoding: .utf8) == "mine")
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
    }

    @Test func notesBesideThePlanOutliveTheNextPlan() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try write(folder)
        let notes = folder.appendingPathComponent("notes/monday.txt")
        try files.createDirectory(at: notes.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("ring Bo".utf8).write(to: notes)
        try write(folder)
        #expect(try String(contentsOf: notes, encoding: .utf8) == "ring Bo")
    }

    @Test func tablesOfAnEarlierReportGoAndWhatOthersPutBesideThemStays() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try write(folder)
        let tables = folder.appendingPathComponent("tables")
        let list = tables.appendingPathComponent("index.csv")
        let text = try String(contentsOf: list, encoding: .utf8)
        // An earlier report had a table more; its list would not lead to anything outside.
        let more =
            "tables/gone.csv,Gone,1\ntables/../plan.json,No table,1\nnotes.csv,No table,1\nmetrics.csv,M,1\n"
        try Data((text + more).utf8).write(to: list)
        for name in ["tables/gone.csv", "tables/mine.csv", "notes.csv", "metrics.csv"] {
            try Data("x".utf8).write(to: folder.appendingPathComponent(name))
        }
        try files.createDirectory(
            at: tables.appendingPathComponent("deeper"), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: tables.appendingPathComponent("deeper/gone.csv"))
        try write(folder)
        let there = try files.subpathsOfDirectory(atPath: folder.path)
        #expect(!there.contains("tables/gone.csv"))
        // The report of now has metrics, too: they are its own.
        let metrics = try String(contentsOf: folder.appendingPathComponent("metrics.csv"), encoding: .utf8)
        #expect(metrics.hasPrefix("metric,group,value"))
        for name in ["tables/mine.csv", "notes.csv", "tables/deeper/gone.csv", "plan.json"] {
            #expect(there.contains(name), "\(name)")
        }
        #expect(try String(contentsOf: list, encoding: .utf8) == text)
    }

    @Test func aFileOrALinkInTheTablesPlaceIsRefused() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try write(folder)
        let tables = folder.appendingPathComponent("tables")
        try files.removeItem(at: tables)
        try Data("mine".utf8).write(to: tables)
        #expect(failure(folder) == .isNotAPlan(path: folder.path, holds: "tables"))
        try files.removeItem(at: tables)
        let elsewhere = try Fixture.scratch()
        try files.createSymbolicLink(at: tables, withDestinationURL: elsewhere)
        #expect(failure(folder) == .isALink(path: tables.path))
        #expect(try files.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
    }

    @Test func aPlanOfBeforeTheTablesIsReplacedByOneWithThem() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try write(folder)
        try files.removeItem(at: folder.appendingPathComponent("tables"))
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
        try write(folder)
        #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == Self.names)
    }

    @Test func whatAKilledRunLeftIsClearedButNotWhatARunningOneWrites() throws {
        let parent = try Fixture.scratch()
        let dead = parent.appendingPathComponent(".plan.skillmix-dead")
        let live = parent.appendingPathComponent(".plan.skillmix-live")
        let other = parent.appendingPathComponent(".other.skillmix-dead")
        for folder in [dead, live, other] {
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data().write(to: folder.appendingPathComponent("deployments.csv"))
        }
        let lock = FolderLock(live.filePath)
        #expect(lock != nil)
        try write(parent.appendingPathComponent("plan"))
        let names = try files.contentsOfDirectory(atPath: parent.path).sorted()
        #expect(names == [".other.skillmix-dead", ".plan.skillmix-live", "plan"])
        lock?.release()
    }

    @Test func anOldPlanThatWasPutAsideComesBack() throws {
        let parent = try Fixture.scratch()
        let folder = parent.appendingPathComponent("plan")
        try write(folder)
        try Data("kept".utf8).write(to: folder.appendingPathComponent("notes.txt"))
        try files.moveItem(at: folder, to: parent.appendingPathComponent(".plan.skillmix-x1-old"))
        try write(folder)
        #expect(try files.contentsOfDirectory(atPath: parent.path) == ["plan"])
        #expect(files.fileExists(atPath: folder.appendingPathComponent("notes.txt").path))
    }

    @Test func everyErrorSaysWhatToDo() {
        let errors: [PlanFolderError] = [
            PlanFolderError(errno: EACCES, path: "p"), PlanFolderError(errno: EROFS, path: "p"),
            PlanFolderError(errno: ENOSPC, path: "p"), PlanFolderError(errno: ENOTDIR, path: "p"),
            .isProtected(path: "p"), .isInUse(path: "p", by: "one of the week's own files"),
        ]
        #expect(
            errors == [
                .readOnly(path: "p"), .readOnly(path: "p"), .diskFull(path: "p"),
                .parentIsNotAFolder(path: "p"), .isProtected(path: "p"),
                .isInUse(path: "p", by: "one of the week's own files"),
            ])
        #expect(errors.allSatisfy { $0.description.contains("'p'") && $0.description.contains(": ") })
    }
}
