// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import PlanFolder

/// Who may read and replace what is written.
@Suite struct PermissionTests {
    private func permissions(_ path: FilePath) throws -> UInt32 { try path.status().permissions & 0o777 }

    /// A folder with a plan that only its owner may read.
    private func privatePlan() throws -> FilePath {
        let folder = try Fixture.scratch().filePath.appending("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        for name in try folder.names() where !folder.appending(name).isFolder {
            FileSystem.setPermissions(0o600, of: folder.appending(name))
        }
        FileSystem.setPermissions(0o600, of: folder.appending("tables/index.csv"))
        FileSystem.setPermissions(0o750, of: folder.appending("tables"))
        FileSystem.setPermissions(0o700, of: folder)
        return folder
    }

    @Test func aPrivatePlanStaysPrivate() throws {
        let folder = try privatePlan()
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        #expect(try permissions(folder) == 0o700)
        #expect(try permissions(folder.appending("tables")) == 0o750)
        for name in try folder.names() where !folder.appending(name).isFolder {
            #expect(try permissions(folder.appending(name)) == 0o600, "\(name)")
        }
        #expect(try permissions(folder.appending("tables/index.csv")) == 0o600)
    }

    @Test func aFileThatIsNewInAPrivatePlanIsAsPrivateAsItsSummary() throws {
        let folder = try privatePlan()
        FileSystem.remove(folder.appending("metrics.csv"))
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        #expect(try permissions(folder.appending("metrics.csv")) == 0o600)
    }

    @Test func aPlanIsMadeWhereNobodyElseCanLook() throws {
        let parent = try Fixture.scratch().filePath
        let workspace = try Workspace(for: "plan", in: parent)
        #expect(try permissions(workspace.path) == 0o700)
        // What folders get by themselves is found out without opening this one.
        let usual = try workspace.usualPermissions() & 0o777
        #expect(usual & 0o700 == 0o700)
        #expect(try workspace.path.names().isEmpty)
        workspace.remove()
        #expect(try parent.names().isEmpty)
        let plan = parent.appending("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: plan)
        #expect(try permissions(plan) == usual)
    }

    @Test func aPageKeepsThePermissionsOfTheOneItReplaces() throws {
        let page = try Fixture.scratch().filePath.appending("page.html")
        try FileReplacement.replace(page, with: [1])
        FileSystem.setPermissions(0o640, of: page)
        try FileReplacement.replace(page, with: [2])
        #expect(try permissions(page) == 0o640)
        #expect(try page.read(atMost: 2) == [2])
        #expect(try page.parent.names() == ["page.html"])
    }

    @Test(
        .enabled(if: getuid() != 0, "the superuser may write anywhere"), arguments: ["", "tables", "notes"])
    func aPlanThatIsClosedToWritingIsRefusedAndLeftAsItIs(_ closed: String) throws {
        let folder = try privatePlan()
        _ = try FileSystem.makeFolder(folder.appending("notes"))
        let path = closed.isEmpty ? folder : folder.appending(closed)
        FileSystem.setPermissions(0o555, of: path)
        defer { FileSystem.setPermissions(0o755, of: path) }
        #expect(throws: PlanFolderError.isProtected(path: path.description)) {
            try PlanFolder.checkWritable(folder)
        }
        #expect(throws: PlanFolderError.isProtected(path: path.description)) {
            try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        }
        #expect(try folder.parent.names() == ["plan"])
    }

    @Test func aFolderThatIsClosedToItsOwnerIsRemovedAllTheSame() throws {
        let folder = try Fixture.scratch().filePath.appending("old")
        _ = try FileSystem.makeFolder(folder)
        _ = try FileSystem.makeFolder(folder.appending("inner"))
        try FileSystem.write([1], toNew: folder.appending("inner/file"))
        FileSystem.setPermissions(0o555, of: folder.appending("inner"))
        FileSystem.setPermissions(0o555, of: folder)
        FileSystem.remove(folder)
        #expect(!folder.exists)
    }

    @Test func lookingWhetherAPlanCanBeWrittenMakesNoFolders() throws {
        let parent = try Fixture.scratch().filePath
        try PlanFolder.checkWritable(parent.appending("a/b/plan"))
        #expect(try parent.names().isEmpty)
    }
}
