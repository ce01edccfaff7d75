// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Tables
import Testing

@Suite struct TableFolderTests {
    @Test func tablesAreWrittenWholeAndDefused() throws {
        let folder = try Fixture.scratch().appendingPathComponent("tables")
        let table = Table(
            name: "one", caption: "One",
            columns: [.text("", "id"), .text("name", "name"), .number("h", "hours"), .text("", "none")],
            rows: [[.text("=1+1"), .text("=cmd(,)"), .hours(1.25), .blank]])
        try TableFolder.write([table], others: [("one.json", "{}\n")], to: folder)
        let text = try String(contentsOf: folder.appendingPathComponent("one.csv"), encoding: .utf8)
        #expect(text == "id,name,hours,none\n'=1+1,\"'=cmd(,)\",1.2500,\n")
        #expect(table.lines == ["One", "  name       h", "  =cmd(,)  1.3"])
        // Again over itself, but never over something else.
        try TableFolder.write([table], to: folder)
        let other = try Fixture.scratch().appendingPathComponent("other")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: other.appendingPathComponent("notes.txt"))
        #expect(throws: PlanFolderError.self) { try TableFolder.write([table], to: other) }
        #expect(throws: PlanFolderError.self) { try TableFolder.checkWritable(other, first: "one") }
    }
}
