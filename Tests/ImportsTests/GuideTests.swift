// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

@testable import Imports

/// What docs/imports.md says is read is what is read.
@Suite struct GuideTests {
    @Test(arguments: ImportKind.allCases.flatMap(\.schemas).map(\.title))
    func everyColumnThatIsReadStandsInTheGuide(_ title: String) throws {
        let page = try String(
            contentsOf: Repository.root.appending(path: "docs/imports.md"), encoding: .utf8)
        let schema = try #require(ImportKind.allCases.flatMap(\.schemas).first { $0.title == title })
        let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| \(title) |") })
        let names = row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
        #expect(names == schema.columns.map(\.name))
    }

    @Test func nothingThatMustNotBeReadIsAColumnThatIs() {
        var count = 0
        for schema in ImportKind.allCases.flatMap(\.schemas) {
            for heading in ExportSchema.personal {
                count += 1
                #expect(
                    schema.column(of: heading) == nil && schema.isPrivate(heading),
                    "\(schema.title): \(heading)")
            }
        }
        #expect(count > 300)
    }

    @Test(arguments: [
        ("EmployeeTypeName", "EmployeeType"), ("employee_type", "EmployeeType"),
        ("Employee Type ", "EmployeeType"),
        ("FORENAMES", "Forenames"), ("dutystart", "DutyStart"),
        ("Resourcing Unit Short Name", "ResourcingUnit"),
        ("Shift Start Date", "ShiftStart"),
    ]) func headingsMatchApartFromHowTheyAreWritten(_ heading: String, _ column: String) {
        #expect(ExportSchema.duties.column(of: heading) == column)
    }
}
