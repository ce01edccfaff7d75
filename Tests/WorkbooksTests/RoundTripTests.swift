// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workbooks
import Workforce

/// What is written is what is read.
@Suite struct RoundTripTests {
    private func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

    @Test func everyKindOfCellComesBack() throws {
        let values: [CellValue] = [
            .text("PT-01"), .text("007"), .text("=1+1"), .text("  two  blanks "), .text("1E5"),
            .text("a\nb, \"c\" & <d> _x000D_ é"), .number(37.5), .number(0), .number(-3), .number(0.1 + 0.2),
            .boolean(true), .boolean(false), .moment(Moment(day: try day("2026-11-23"))),
            .moment(Moment(day: try day("1900-03-01"))), .moment(Moment(day: try day("1900-02-28"))),
            .moment(Moment(day: try day("1900-01-01"))), .moment(Moment(minutes: 1440)),
            .moment(Moment(day: try day("2026-11-23"), minutes: 485)), .moment(Moment(minutes: 0)),
            .moment(Moment(minutes: 1439)),
        ]
        let bytes = try WorkbookWriter.bytes(of: [
            WrittenSheet(name: "staff", rows: [values.map { WrittenSheet.Cell($0) }])
        ])
        let read = try WorkbookReader.read(bytes)
        #expect(read.sheets.map(\.name) == ["staff"])
        let cells = try #require(read.sheets.first?.rows.first?.cells)
        #expect(cells.map(\.value.written) == values.map(\.written))
        #expect(cells.map(\.column) == Array(values.indices))
        #expect(values[9].written == "0.3")
    }

    @Test func theSameSheetsGiveTheSameBytes() throws {
        let sheet = WrittenSheet(
            name: "rota",
            rows: [[.init(.text("staff"), look: .init(isHeading: true), note: "Who")], [.init(.text("A"))]],
            frozen: (1, 1), filters: true, widths: [12, 8],
            choices: [.init(columns: 1...7, rows: 1...99, .words(["R", "A", "C"]))])
        #expect(try WorkbookWriter.bytes(of: [sheet]) == WorkbookWriter.bytes(of: [sheet]))
    }
}
