// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

@testable import Imports

/// What an export's heading lacks is named, with the heading that was most likely meant for it.
@Suite struct HeadingTests {
    private func told(_ kind: ImportKind, _ lines: String...) throws -> [String] {
        let diagnostics = Diagnostics()
        let input = InputFile(path: "e.csv", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
        _ = Import(kind, try Exports.week()).read([input], map: nil, diagnostics)
        return diagnostics.sorted.map { "\($0.line ?? 0): \($0.message)" }
    }

    @Test func missingHeadingsAreNamedWithTheNearestThatIsThere() throws {
        #expect(
            try told(
                .unavailability, "Absences of the ward",
                "StaffNumbr,UnavailabilityStartDate,UnavailabilityEndDate,UnavailabilityReasonGroup,DeletedFlag",
                "1,2026-11-23,2026-11-23,Sickness,0")
                == [
                    "2: the heading of HealthRoster unavailability lacks StaffNumber, UnavailabilityState: 'StaffNumbr' may be "
                        + "meant for StaffNumber"
                ])
    }

    @Test func ofSeveralFilesTheOneThatItIsMostLikeIsMeant() throws {
        #expect(
            try told(.esr, "EmployeeNumber,CompetencyName,CertificationDate", "1,Hoisting,20260101")
                == ["1: the heading of ESR competencies lacks ProficiencyLevel"])
    }

    @Test func whatIsNoHeadingIsNotShown() throws {
        #expect(
            try told(.duties, "Jane Canary,QQ123456C,Sickness - flu", "x,y,z")
                == ["1: no heading of duties of HealthRoster was found in the first rows"])
    }
}
