// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Reading
import Testing

/// No output takes the place of a file in use, whatever way leads there.
@Suite struct FilesInUseTests {
    private let root: FilePath
    private var files = FilesInUse()

    init() throws {
        root = try Fixture.scratch().filePath
        let manager = FileManager.default
        let path = root.description
        try manager.createDirectory(atPath: path + "/week", withIntermediateDirectories: true)
        try manager.createDirectory(atPath: path + "/other", withIntermediateDirectories: true)
        try Data("a".utf8).write(to: URL(filePath: path + "/week/staff.csv"))
        try Data("b".utf8).write(to: URL(filePath: path + "/other/staff.csv"))
        try manager.createSymbolicLink(atPath: path + "/link", withDestinationPath: "week")
        try manager.createSymbolicLink(atPath: path + "/log.csv", withDestinationPath: "week/staff.csv")
        try manager.createSymbolicLink(atPath: path + "/later.csv", withDestinationPath: "week/travel.csv")
        try manager.linkItem(atPath: path + "/week/staff.csv", toPath: path + "/second.csv")
        for name in ["staff.csv", "travel.csv"] {
            files.add(root.appending("week").appending(name), as: "the week's \(name)")
        }
    }

    private func refuses(_ path: String) -> Bool {
        do throws(PlanFolderError) {
            try files.check(root.appending(path))
            return false
        } catch {
            return error.description.contains("'\(root.appending(path))' is the week's")
        }
    }

    @Test(arguments: [
        "week/staff.csv", "week//./staff.csv", "other/../week/staff.csv", "link/staff.csv", "log.csv",
        "second.csv", "week/STAFF.csv", "week/travel.csv", "later.csv", "link/Travel.CSV",
    ]) func everyWayToAFileInUseIsRefused(_ path: String) {
        #expect(refuses(path))
    }

    @Test(arguments: [
        "other/staff.csv", "week/staff2.csv", "staff.csv", "none/staff.csv", "link/../staff.csv",
    ])
    func otherFilesAreNot(_ path: String) {
        #expect(!refuses(path))
    }
}
