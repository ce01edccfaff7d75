// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import Testing
import Workbooks

@testable import WeekBooks

/// What is said of a sheet is said at the cell.
@Suite struct PlaceTests {
    private func sheet(_ name: String, _ rows: [[CellValue?]]) -> WrittenSheet {
        WrittenSheet(name: name, rows: rows.map { $0.map { WrittenSheet.Cell($0) } })
    }

    private func book(_ sheets: [WrittenSheet]) throws -> WeekBook {
        WeekBook(try WorkbookWriter.bytes(of: sheets), name: "week.xlsx", beside: FilePath("."))
    }

    private func told(_ sheets: [WrittenSheet]) throws -> [String] {
        let book = try book(sheets)
        return book.told(WeekReader.read(book.folder).diagnostics).map(\.description)
    }

    @Test func linesAndColumnsOfTheTextAreCellsOfTheSheet() throws {
        let sheet = Sheet(
            name: "staff",
            rows: [
                Sheet.Row(
                    number: 2,
                    cells: [.init(column: 0, value: .text("a")), .init(column: 1, value: .text("b"))]),
                Sheet.Row(
                    number: 5,
                    cells: [
                        .init(column: 0, value: .text("x, \"y\"\nz")), .init(column: 2, value: .number(7)),
                    ]),
                Sheet.Row(number: 6, cells: [.init(column: 1, value: .text("é,"))]),
            ])
        let table = try #require(SheetTable(sheet))
        #expect(
            String(decoding: table.text, as: UTF8.self) == "\na,b,\n\n\n\"x, \"\"y\"\"\nz\",,7\n,\"é,\",\n")
        #expect(table.place(line: 2, column: 3).cell == "B2")
        #expect(table.place(line: 5, column: 1).cell == "A5")
        #expect(table.place(line: 6, column: 1).cell == "A5")
        #expect(table.place(line: 6, column: 4).cell == "B5")
        #expect(table.place(line: 6, column: 5).cell == "C5")
        #expect(table.place(line: 7, column: 2).cell == "B6")
        #expect(table.place(line: 7, column: 7).cell == "C6")
        #expect(table.place(line: 7, column: nil).cell == "A6")
        #expect(table.place(line: nil, column: nil).cell == nil)
    }

    @Test func faultsNameTheCellAndTheSheet() throws {
        let settings = sheet(
            "Settings",
            [
                [.text("key"), .text("value")], [.text("week_starting"), .text("2026-11-24")],
                [.text("framework"), .text("framework.yaml")], [.text("sessions.am.starts"), .text("08:00")],
                [.text("sessions.am.ends"), .text("12:00")], [.text("sessions..x"), .text("1")],
                [.text("days"), .number(7)], [.text("days"), .number(8)],
            ])
        let teams = sheet(
            "TEAMS",
            [
                ["team", "pathway", "organisation", "locality", "sessions", "travel_minutes"].map {
                    .text($0)
                },
                [.text("north"), .text("P1"), .text("trust"), .text("north"), .text("am"), .text("many")],
            ])
        let told = try told([settings, teams, sheet("staf", [[.text("x")]])])
        #expect(
            told.contains {
                $0.hasPrefix("Settings!B2: error: week_starting '2026-11-24' is a Tue, not a Monday")
            })
        #expect(told.contains { $0.hasPrefix("Settings!A6: error: 'sessions..x' is no key of the settings") })
        #expect(told.contains { $0.hasPrefix("Settings!A8: error: the key 'days' is there twice") })
        #expect(told.contains { $0.hasPrefix("TEAMS!F2: error: ") && $0.contains("many") })
        #expect(told.contains { $0.hasPrefix("staf: notice: ") && $0.contains("did you mean 'staff'") })
        #expect(told.contains { $0.hasPrefix("staff: error: the sheet staff is missing") })
        #expect(!told.contains { $0.contains(".csv") || $0.contains("week.yaml") }, "\(told)")
    }

    @Test func settingsBesideAWorkbookAreToldAtTheirLine() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try Data("week_starting: 2026-11-23\ndays: x\n".utf8).write(to: root.appending(path: "week.yaml"))
        let bytes = try WorkbookWriter.bytes(of: [sheet("teams", [[.text("team")], [.text("north")]])])
        try Data(bytes).write(to: root.appending(path: "tables.xlsx"))
        try Data(bytes).write(to: root.appending(path: "~$tables.xlsx"))
        let folder = FilePath(root.path)
        let file = try #require(WeekBook.book(in: folder))
        for isInFolder in [true, false] {
            let book = WeekBook(file, isInFolder: isInFolder)
            let told = book.told(WeekReader.read(book.folder).diagnostics).map(\.description)
            #expect(told.contains { $0.hasPrefix("week.yaml:2:7: error: days 'x'") }, "\(told)")
            #expect(told.contains { $0.hasPrefix("teams!A1: error: ") }, "\(told)")
            #expect(
                told.contains {
                    $0.contains(isInFolder ? "staff.csv is missing" : "the sheet staff is missing")
                })
        }
        try Data(bytes).write(to: root.appending(path: "others.xlsx"))
        #expect(WeekBook.book(in: folder) == nil)
    }

    @Test func aCellThatBeginsWithAHashIsNoComment() throws {
        let sheet = Sheet(
            name: "staff",
            rows: [
                Sheet.Row(number: 1, cells: [.init(column: 0, value: .text("# a\nnote"))]),
                Sheet.Row(
                    number: 2,
                    cells: [.init(column: 0, value: .text("#1")), .init(column: 1, value: .text("x"))]),
            ])
        let table = try #require(SheetTable(sheet))
        #expect(String(decoding: table.text, as: UTF8.self) == "# a note\n\"#1\",x\n")
    }

    @Test func aSheetWithACellFarAwayIsRefusedAndTakesNoRoom() throws {
        let far = Sheet(
            name: "staff",
            rows: (1...10_000).map { number in
                let column = number == 1 ? 16_383 : 0
                return Sheet.Row(number: number, cells: [.init(column: column, value: .text("x"))])
            })
        #expect(SheetTable(far) == nil)
    }

    @Test func whatIsNoWorkbookIsSaidOnceAndNothingElse() throws {
        let book = WeekBook(Array("staff,name\n".utf8), name: "week.xlsx", beside: FilePath("."))
        let told = book.told(WeekReader.read(book.folder).diagnostics).map(\.description)
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("week.xlsx: error: this is no workbook") == true)
        #expect(book.hasErrors)
    }

    @Test func linesWithinCellsAreCountedAsTheReaderOfTablesCounts() throws {
        let sheet = Sheet(
            name: "staff",
            rows: [
                Sheet.Row(number: 1, cells: [.init(column: 0, value: .text("a\rb\r\nc\nd"))]),
                Sheet.Row(
                    number: 4,
                    cells: [.init(column: 2, value: .text("x")), .init(column: 5, value: .text("yy"))]),
            ])
        let table = try #require(SheetTable(sheet))
        // Three ends of lines within the first row, two empty rows: the fourth row is line 7.
        #expect(table.place(line: 4, column: 1).cell == "A1")
        #expect(table.place(line: 7, column: 1).cell == "A4")
        #expect(table.place(line: 7, column: 3).cell == "C4")
        #expect(table.place(line: 7, column: 5).cell == "D4")
        #expect(table.place(line: 7, column: 8).cell == "F4")
    }

    @Test func linesThatSentencesNameAreRows() throws {
        let rota = sheet(
            "rota",
            [
                [.text("staff"), .text("2026-11-23\nam")], [.text("PT-01"), .text("R")],
                [.text("PT-01"), .text("R")],
            ])
        let told = try told([rota])
        #expect(
            told.contains { $0.hasPrefix("rota!A3: error: ") && $0.contains("first in row 2") }, "\(told)")
    }

    @Test func hiddenColumnsAndNumbersForDaysFrom1904AreTold() throws {
        let days = Sheet(
            name: "competencies",
            rows: [
                Sheet.Row(number: 1, cells: [.init(column: 3, value: .text("Signed off on"))]),
                Sheet.Row(number: 2, cells: [.init(column: 3, value: .number(44_000))]),
            ])
        #expect(days.hiddenColumns.isEmpty)
        let kinds = TableSchema.signOffs.columns.map(\.kind)
        #expect(kinds == [.text, .text, .number, .day, .day, .text])
        #expect(
            TableSchema.staff.columns.filter { $0.kind == .number }.map(\.name) == [
                "contract_hours", "max_hours", "hourly_cost", "worked_days_before", "non_contact_minutes",
                "pace",
            ])
    }

    @Test(arguments: [
        ("look at demand.csv.", "look at the sheet demand."),
        ("(staff.csv, rota.csv)", "(the sheet staff, the sheet rota)"),
        ("old-demand.csv is there", "old-demand.csv is there"), ("rotas/rota.csv", "rotas/rota.csv"),
        ("my rota.csv.bak", "my rota.csv.bak"), ("'rota.csv' is no team", "'rota.csv' is no team"),
        (
            "the week's rota.csv says 'demand.csv' and demand.csv",
            "the week's the sheet rota says 'demand.csv' and the sheet demand"
        ),
        (
            "“the row of staff.csv” of minimums.csv is new",
            "“the row of staff.csv” of the sheet minimums is new"
        ),
        ("'O'Brien rota.csv' is nobody of rota.csv", "'O'Brien rota.csv' is nobody of the sheet rota"),
    ]) func onlyTablesOfTheWeekAreCalledSheets(_ sentence: String, _ words: String) {
        #expect(WeekBook.words(sentence) == words)
    }

    @Test func aLineInWhatSomebodyWroteIsNoRow() throws {
        let sheet = WrittenSheet(
            name: "staff",
            rows: [["staff"], ["line 1"], ["line 2"]].map { $0.map { WrittenSheet.Cell(.text($0)) } })
        let book = WeekBook(
            try WorkbookWriter.bytes(of: [sheet]), name: "w.xlsx", beside: FilePath("/"))
        let told = book.told([
            Diagnostic(
                .error, at: Place(file: "staff.csv", line: 2, column: 1),
                message: "'line 1' is there in line 2 and in 'line 2', as line 3.csv says")
        ])
        #expect(told.last?.message == "'line 1' is there in row 2 and in 'line 2', as line 3.csv says")
    }
}
