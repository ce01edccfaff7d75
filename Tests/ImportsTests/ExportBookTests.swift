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

    /// A rota, and sheets beside it.
    private func rota(_ others: [String: [[String]]], _ own: [[String]]? = nil) throws -> [String] {
        let rows = own ?? [["Staff No", "Mon 23 Nov"], ["PT-01", "LD"]]
        let sheets = ([("Rota", rows)] + others.sorted { $0.key < $1.key }).map { name, rows in
            WrittenSheet(name: name, rows: rows.map { $0.map { WrittenSheet.Cell(.text($0)) } })
        }
        let input = InputFile(path: "r.xlsx", bytes: try WorkbookWriter.bytes(of: sheets))
        let diagnostics = Diagnostics()
        _ = Import(.rota, try Exports.week()).read([input], map: nil, diagnostics)
        return diagnostics.sorted.map { String($0.description.split(separator: "\n")[0]) }
    }

    @Test func sheetsAboutSomethingElseArePassedOverWithANotice() throws {
        #expect(
            try rota(["Key": [["E", "early"]], "People": [["Staff No", "Name"], ["PT-01", "Alder"]]]) == [
                "r.xlsx Key!A1: notice: the sheet has no heading of a rota and is not read",
                "r.xlsx People!A1: notice: the sheet has no heading of a rota and is not read",
            ])
    }

    @Test func aSheetThatIsNearlyOneIsNotReadAndAWarning() throws {
        let told = try rota(["More": [["Person", "Mon 23 Nov", "Tue 24 Nov"], ["PT-02", "E", "E"]]])
        #expect(
            told == [
                "r.xlsx More!A1: warning: the sheet is not read: the heading of a rota lacks Staff: 'Person' may be meant for "
                    + "Staff"
            ])
    }

    @Test func theSheetThatFitsIsTakenAndNamed() throws {
        let duties: [[String]] = [
            [
                "StaffNumber", "EmployeeType", "ResourcingUnit", "ValidDate", "DutyStart", "DutyEnd",
                "FulfillmentStatus",
            ],
            ["HC-02", "Employee", "Quay ward", "2026-11-24", "08:00", "10:00", "Filled"],
        ]
        // It has four of the columns, and is a list of people.
        let people: [[String]] = [
            ["StaffNumber", "EmployeeType", "ResourcingUnit", "FulfillmentStatus", "Colour"],
            ["HC-02", "Employee", "Quay ward", "Filled", "red"],
        ]
        func read(_ sheets: [(String, [[String]])]) throws -> (proposal: ImportProposal, told: Diagnostics) {
            let written = sheets.map { name, rows in
                WrittenSheet(name: name, rows: rows.map { $0.map { WrittenSheet.Cell(.text($0)) } })
            }
            let told = Diagnostics()
            let input = InputFile(path: "d.xlsx", bytes: try WorkbookWriter.bytes(of: written))
            return (Import(.duties, try Exports.week()).read([input], map: nil, told), told)
        }
        for sheets in [[("People", people), ("Duties", duties)], [("Duties", duties), ("People", people)]] {
            let (proposal, told) = try read(sheets)
            #expect(!told.hasErrors && proposal.draft != nil)
            #expect(proposal.taken == ["1 sheet of 2: d.xlsx Duties (HealthRoster duties)"])
        }
        let (none, told) = try read([("People", people), ("More", people)])
        #expect(told.hasErrors && none.draft == nil)
    }

    @Test func aWorkbookWithoutTheExportIsAnError() throws {
        let told = try rota(["Key": [["E", "early"]]], [["Colour", "Meaning"], ["red", "late"]])
        #expect(told.contains { $0.contains("error: no heading of a rota was found") })
    }

    @Test func whatIsNoWorkbookIsAnError() throws {
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read(
            [InputFile(path: "duties.xlsx", bytes: Array("text".utf8))], map: nil, diagnostics)
        #expect(diagnostics.hasErrors && proposal.draft == nil)
    }
}
