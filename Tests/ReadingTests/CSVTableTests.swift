// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@Suite struct CSVTableTests {
    /// Reads a table with the columns `staff`, `team` (required) and `from`.
    private func read(_ bytes: [UInt8]) -> (table: CSVTable?, problems: [String]) {
        let diagnostics = Diagnostics()
        let table = CSVTable.read(
            InputFile(path: "t.csv", bytes: bytes), required: ["staff", "team"], optional: ["from"],
            diagnostics)
        return (table, diagnostics.sorted.map(\.description))
    }

    private func read(_ text: String) -> (table: CSVTable?, problems: [String]) { read(Array(text.utf8)) }

    private func texts(_ table: CSVTable?) -> [[String]] {
        (table?.rows ?? []).map { row in
            ["staff", "team", "from"].map { table?.field($0, of: row)?.text ?? "-" }
        }
    }

    @Test func aPlainTableIsReadWithItsPlaces() {
        let (table, problems) = read("team,staff\nkt,ann\nkt,bo\n")
        #expect(problems.isEmpty)
        #expect(texts(table) == [["ann", "kt", "-"], ["bo", "kt", "-"]])
        let place = table.flatMap { $0.field("staff", of: $0.rows[1])?.place }
        #expect(place == Place(file: "t.csv", line: 3, column: 4))
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsOfEverySystemAreRead(_ end: String) {
        let (table, problems) = read(
            "\u{FEFF}" + ["staff,team", "", "# a, note", "ann,kt", "bo,kt"].joined(separator: end))
        #expect(problems.isEmpty)
        #expect(texts(table) == [["ann", "kt", "-"], ["bo", "kt", "-"]])
        #expect(table?.rows.map(\.line) == [4, 5])
    }

    @Test func trailingBlankColumnsAndRowsOfSpreadsheetsAreSkipped() {
        let (table, problems) = read("staff,team,,\nann,kt,,\n,,,\n , ,\u{A0},\n")
        #expect(problems.isEmpty)
        #expect(texts(table) == [["ann", "kt", "-"]])
    }

    @Test func quotedCellsMayHoldCommasQuotesAndLines() {
        let (table, problems) = read("staff,team,from\n\"a \"\"b\"\", c\",\"k\r\nt\",x\nbo,kt,y\n")
        #expect(problems.isEmpty)
        #expect(texts(table) == [["a \"b\", c", "k\nt", "x"], ["bo", "kt", "y"]])
        #expect(table?.rows.map(\.line) == [2, 4])
    }

    @Test func columnsAreCountedInCharactersNotBytes() {
        let (_, problems) = read("staff,team\nZoë ☕,kt,x\n")
        #expect(
            problems == [
                "t.csv:2:10: error: the row goes on after the header's last column with 'x'\n"
                    + "    expected: 2 cells, as in the header (a cell with a comma in it needs quotes)"
            ])
    }

    @Test func aMissingColumnIsAnErrorAndAnUnknownOneAWarningWithTheNearestName() {
        #expect(
            read("staff,taem\nann,kt\n").problems == [
                "t.csv:1: error: column 'team' is missing\n    expected: a column 'team' in the header row",
                "t.csv:1:7: warning: column 'taem' is not known and is left out; did you mean 'team'?",
            ])
    }

    @Test func aHeaderInCapitalsIsReadWithANotice() {
        #expect(
            read("Staff,team\nann,kt\n").problems == ["t.csv:1:1: notice: column 'Staff' is read as 'staff'"])
    }

    @Test func aHeaderTwiceIsAnError() {
        #expect(
            read("staff,team,staff\nann,kt,bo\n").problems == [
                "t.csv:1:12: error: column 'staff' is there twice\n    expected: each column once"
            ])
    }

    @Test func aColumnWithoutANameIsLeftOutWithAWarning() {
        #expect(
            read("staff,,team\nann,x,kt\n").problems == [
                "t.csv:1:7: warning: a column without a name is left out\n    expected: a name for the column"
            ])
    }

    @Test func aShortRowIsAnErrorAndKeepsItsCells() {
        let (table, problems) = read("staff,team,from\nann,kt\n")
        #expect(
            problems == [
                "t.csv:2: error: the row has 2 cells where the header has 3\n"
                    + "    expected: 3 cells, as in the header (a blank cell still needs its comma)"
            ])
        #expect(texts(table) == [["ann", "kt", "-"]])
    }

    @Test func strayAndUnclosedQuotesArePointedAt() {
        #expect(
            read("staff,team\nan\"n,kt\n\"bo\"x,kt\n").problems.map { $0.prefix(60) } == [
                "t.csv:2:3: error: a quote stands inside a cell that does not",
                "t.csv:3:5: error: text follows the closing quote of a cell\n ",
            ])
        #expect(
            read("staff,team\nann,\"kt\nbo,kt\n").problems[0]
                == "t.csv:2:5: error: the quote opened here is never closed\n"
                + "    expected: a closing quote in the same cell")
    }

    @Test func bytesThatAreNoTextArePointedAt() {
        #expect(
            read("staff,team\nan\0n,kt\n").problems[0].hasPrefix("t.csv:2:3: error: the file has a NUL byte"))
        #expect(
            read(Array("staff,team\nanñ,k".utf8) + [0xE9, 0x74]).problems[0]
                .hasPrefix("t.csv:2:6: error: the byte E9 is not UTF-8\n    expected: UTF-8 text"))
    }

    @Test(arguments: ["", "\n\n", "# only a note\n", "\u{FEFF}"]) func anEmptyFileIsAnError(_ text: String) {
        #expect(
            read(text).problems == [
                "t.csv:1: error: the file is empty\n    expected: a header row with the columns staff, team"
            ])
    }

    @Test func aThousandProblemsAreShownAndTheRestCounted() {
        let (_, problems) = read("staff,team\n" + String(repeating: "ann,kt,x\n", count: 1500))
        #expect(problems.count == 1001)
        #expect(
            problems[0] == "t.csv: error: the file has 500 more errors and 0 more warnings than are shown")
    }

    @Test func diagnosticsSurviveJSON() throws {
        let diagnostic = Diagnostic(
            .error, at: Place(file: "t.csv", line: 2, column: 3), field: "team", found: "kt", expected: "kr",
            message: "no")
        let copy = try JSONDecoder().decode(Diagnostic.self, from: JSONEncoder().encode(diagnostic))
        #expect(copy == diagnostic)
    }
}
