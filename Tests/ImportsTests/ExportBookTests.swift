// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workbooks
import Workforce

@testable import Imports

/// An export that was saved as a workbook is read like one of text, and what is wrong is told at its cell.
@Suite struct ExportBookTests {
    private static let headings = [
        "StaffNumber", "NI Number", "EmployeeType", "PersonGrade", "RequiredGrade", "OwningUnit",
        "ResourcingUnit",
        "ValidDate", "DutyStart", "DutyEnd", "FulfillmentStatus",
    ]

    private static let map = """
        teams: {"Quay ward": quay-ward}
        bands: {"Band 2 HCA": 2}
        employment: {"Employee": substantive}
        settings: {names: no, update_people: no, pins: no}
        """

    private func book(_ day: CellValue, sheet: String = "Duties") throws -> InputFile {
        let row: [CellValue] = [
            .text("HC-02"), .text("CanaryBird"), .text("Employee"), .text("Band 2 HCA"), .text("Band 2 HCA"),
            .text("Quay ward"), .text("Quay ward"), day, .moment(Moment(minutes: 480)),
            .moment(Moment(minutes: 600)),
            .text("Filled"),
        ]
        let rows = [Self.headings.map { CellValue.text($0) }, row]
        let written = WrittenSheet(
            name: sheet, rows: rows.map { $0.map { WrittenSheet.Cell($0) } })
        return InputFile(path: "duties.xlsx", bytes: try WorkbookWriter.bytes(of: [written]))
    }

    @Test func daysAndTimesOfAWorkbookAreRead() throws {
        let day = try #require(CalendarDay(iso: "2026-11-24"))
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read(
            [try book(.moment(Moment(day: day)))], map: Exports.map(Self.map), diagnostics)
        #expect(!diagnostics.hasErrors, "\(diagnostics.sorted.map(\.description))")
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-24 am") == "R/120")
        #expect(!Exports.everything(proposal, diagnostics).contains("CanaryBird"))
        #expect(proposal.leftOut.contains("duties.xlsx Duties: NI Number, which no plan needs: not read"))
    }

    @Test func whatIsWrongIsToldAtItsCell() throws {
        let diagnostics = Diagnostics()
        _ = Import(.duties, try Exports.week()).read([try book(.text("soon"))], map: nil, diagnostics)
        #expect(
            diagnostics.sorted.map(\.description) == [
                "duties.xlsx Duties!H2: error: ValidDate 'soon' is no date\n    expected: a date such as 2026-11-23"
            ])
    }

    @Test func whatIsNoWorkbookIsAnError() throws {
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read(
            [InputFile(path: "duties.xlsx", bytes: Array("text".utf8))], map: nil, diagnostics)
        #expect(diagnostics.hasErrors && proposal.draft == nil)
    }
}
