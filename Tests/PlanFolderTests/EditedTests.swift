// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

@testable import PlanFolder

/// A plan knows whether its tables say what they said when it was made.
@Suite struct EditedTests {
    private func written() throws -> URL {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        return folder
    }

    private func edit(_ file: String, in folder: URL, _ change: (String) -> String) throws {
        let place = folder.appendingPathComponent(file)
        let before = try String(contentsOf: place, encoding: .utf8)
        let after = change(before)
        try #require(after != before)
        try after.write(to: place, atomically: true, encoding: .utf8)
    }

    private func edited(in folder: URL) throws -> [String] {
        try #require(PlanFolder.read(from: folder, week: Fixture.week).plan).edited
    }

    @Test func `a plan as it was written is not edited`() throws {
        #expect(try edited(in: try written()).isEmpty)
    }

    @Test func `a table saved anew and sorted by a spreadsheet says what it said`() throws {
        let folder = try written()
        try edit("contacts.csv", in: folder) { text in
            let rows = text.split(separator: "\n")
            return ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\r\n") + "\r\n"
        }
        #expect(try edited(in: folder).isEmpty)
    }

    @Test func `every table in which somebody wrote something else is named`() throws {
        for file in ["deployments.csv", "contacts.csv", "unmet.csv"] {
            let folder = try written()
            try edit(file, in: folder) { text in
                var rows = text.split(separator: "\n")
                rows.removeLast()
                return rows.joined(separator: "\n") + "\n"
            }
            #expect(try edited(in: folder) == [file])
        }
    }

    @Test func `a plan of a version that kept no digests says nothing`() throws {
        let folder = try written()
        try edit("plan.json", in: folder) { text in
            guard let from = text.range(of: "  \"tables\": ["),
                let to = text.range(of: "],\n", range: from.upperBound..<text.endIndex)
            else { return text }
            return text.replacingCharacters(in: from.lowerBound..<to.upperBound, with: "")
        }
        try edit("deployments.csv", in: folder) { $0.replacingOccurrences(of: "ann", with: "bob") }
        #expect(try edited(in: folder).isEmpty)
    }
}
