// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// Tables as spreadsheets save them: read, each with one notice.
@Suite struct SavedFormTests {
    /// Reads a table with the columns `staff`, `team` (required) and `hours`.
    private func read(
        _ bytes: [UInt8], isExact: Bool = false
    ) -> (rows: [[String]], problems: [String], places: [Place?]) {
        let diagnostics = Diagnostics()
        let table = CSVTable.read(
            InputFile(path: "t.csv", bytes: bytes), required: ["staff", "team"], optional: ["hours"],
            isExact: isExact, diagnostics)
        let rows = table?.rows ?? []
        return (
            rows.map { row in ["staff", "team", "hours"].map { table?.field($0, of: row)?.text ?? "-" } },
            diagnostics.sorted.map { String($0.description.split(separator: "\n")[0]) },
            rows.map { table?.field("team", of: $0)?.place }
        )
    }

    private func read(_ text: String, isExact: Bool = false) -> (
        rows: [[String]], problems: [String], places: [Place?]
    ) {
        read(Array(text.utf8), isExact: isExact)
    }

    private static let saved = "notice: the table is read as it was saved: "

    /// A form of the table in which Zoë and Bo are of two teams, and what is said of it.
    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let said: String
        /// Where the team of the first row stands.
        let place: Place

        init(_ name: String, _ bytes: [UInt8], _ said: String, line: Int = 2, column: Int = 5) {
            (testDescription, self.bytes, self.said) = (name, bytes, said)
            place = Place(file: "t.csv", line: line, column: column)
        }

        init(_ name: String, _ text: String, _ said: String, line: Int = 2, column: Int = 5) {
            self.init(name, Array(text.utf8), said, line: line, column: column)
        }
    }

    static let forms = [
        Form(
            "semicolons", "staff;team\nZoë;kt\nBo;ward\n",
            "t.csv:1: \(saved)semicolons stand between its cells"),
        Form("tabs", "staff\tteam\nZoë\tkt\nBo\tward\n", "t.csv:1: \(saved)tabs stand between its cells"),
        Form("bars", "staff|team\nZoë|kt\nBo|ward\n", "t.csv:1: \(saved)bars stand between its cells"),
        Form(
            "tabs and quotes about every cell", "\"staff\"\t\"team\"\n\"Zoë\"\t\"kt\"\n\"Bo\"\t\"ward\"\n",
            "t.csv:1: \(saved)tabs stand between its cells", column: 7),
        Form(
            "UTF-16, the small end first, as 'Unicode text'",
            [0xFF, 0xFE]
                + "staff\tteam\r\nZoë\tkt\r\nBo\tward\r\n".utf16.flatMap {
                    [UInt8($0 & 255), UInt8($0 >> 8)]
                },
            "t.csv:1: \(saved)the file is UTF-16 text; tabs stand between its cells"),
        Form(
            "UTF-16, the big end first",
            [0xFE, 0xFF]
                + "staff,team\nZoë,kt\nBo,ward\n".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
            "t.csv:1: \(saved)the file is UTF-16 text"),
        Form(
            "Windows-1252", Array("staff,team\nZo".utf8) + [0xEB] + Array(",kt\nBo,ward\n".utf8),
            "t.csv:1: \(saved)the file is Windows-1252 text, such as 'Zoë'"),
        Form(
            "a line that names the comma", "sep=,\nstaff,team\nZoë,kt\nBo,ward\n",
            "t.csv:2: \(saved)left out: line 1, which names the separator", line: 3),
        Form(
            "a line in quotes that names the semicolon", "\"sep=;\"\r\nstaff;team\r\nZoë;kt\r\nBo;ward\r\n",
            "t.csv:2: \(saved)semicolons stand between its cells; left out: line 1, which names the separator",
            line: 3),
        Form(
            "a line that names a separator and trails it", "sep=,,\nstaff,team,\nZoë,kt,\nBo,ward,\n",
            "t.csv:2: \(saved)left out: line 1, which names the separator", line: 3),
        Form(
            "a line above the heading", "Our staff,\nstaff,team\nZoë,kt\nBo,ward\n",
            "t.csv:2: \(saved)left out: line 1 above the heading, 'Our staff'", line: 3),
        Form(
            "lines above the heading", "Our staff,\n\nas of 7 Dec,\nstaff,team\nZoë,kt\nBo,ward\n",
            "t.csv:4: \(saved)left out: lines 1 to 3 above the heading, 'Our staff'", line: 5),
        Form(
            "a row of totals", "staff,team\nZoë,kt\nBo,ward\nTotal,2\n",
            "t.csv:4: \(saved)left out: the totals in line 4"),
        Form(
            "rows of totals", "staff,team\nZoë,kt\nSubtotal: ,1\nBo,ward\n,\nGrand total,£2.00\n",
            "t.csv:3: \(saved)left out: the totals in line 3 and 1 more"),
    ]

    @Test(arguments: forms) func isReadWithOneNotice(_ form: Form) {
        let (rows, problems, places) = read(form.bytes)
        #expect(rows == [["Zoë", "kt", "-"], ["Bo", "ward", "-"]])
        #expect(problems == [form.said])
        #expect(places.first == form.place)
    }

    @Test func aTableOfTheContractIsReadWithoutAWord() {
        #expect(read("staff,team\nZoë,kt\nBo,ward\n").problems == [])
    }

    @Test func whatAProgramWritesIsReadExactly() {
        for form in Self.forms {
            let (rows, problems, _) = read(form.bytes, isExact: true)
            let isRead = rows == [["Zoë", "kt", "-"], ["Bo", "ward", "-"]] && problems == []
            #expect(!isRead, "\(form.testDescription)")
        }
    }

    @Test func commentsThatASpreadsheetPutInQuotesAreComments() {
        let (rows, problems, _) = read(
            "\"# staff, and where they are\",\n#,\n\"# more\",\"in a cell\"\nstaff,team\nZoë,kt\n")
        #expect(rows == [["Zoë", "kt", "-"]])
        #expect(problems == [])
        // In a row quotes say that it is none.
        #expect(read("team,staff\n\"#3\",Zoë\n").rows == [["Zoë", "#3", "-"]])
    }

    @Test func aSpreadsheetsErrorIsNoComment() {
        #expect(
            read("staff,team\n#N/A,kt\n#REF!,kt\n# a note\n").rows == [
                ["#N/A", "kt", "-"], ["#REF!", "kt", "-"],
            ])
    }

    @Test func somebodyCalledTotalIsARowWhereItSaysMoreThanNumbers() {
        #expect(read("staff,team\nTotal,kt\nTotal,\n").rows == [["Total", "kt", "-"], ["Total", "", "-"]])
    }

    @Test func aColumnThatIsThereTwiceIsReadWhereItSaysNothingElse() {
        let same = read("staff,team,staff\nZoë,kt,Zoë\nBo,ward,\n")
        #expect(same.rows == [["Zoë", "kt", "-"], ["Bo", "ward", "-"]])
        #expect(
            same.problems == [
                "t.csv:1:12: notice: column 'staff' is there twice, and only one of the two says anything"
            ])
        let blank = read("staff,team,staff\n,kt,Zoë\n,ward,Bo\n")
        #expect(blank.rows == [["Zoë", "kt", "-"], ["Bo", "ward", "-"]])
        #expect(blank.problems == same.problems)
        #expect(
            read("staff,team,staff\nZoë,kt,Bo\n").problems == [
                "t.csv:1:12: error: column 'staff' is there twice"
            ])
    }

    @Test func aColumnWithoutANameIsToldWhereItHoldsSomething() {
        #expect(read("staff,,team\nZoë,,kt\n").problems == [])
        #expect(
            read("staff,,team\nZoë,x,kt\n").problems == [
                "t.csv:1:7: warning: a column without a name is left out"
            ])
    }

    @Test func headingsMayHaveBlanksOfAWordProcessor() {
        let (rows, problems, _) = read("Staff,Team\u{A0}\u{200B}\nZoë,kt\n")
        #expect(rows == [["Zoë", "kt", "-"]])
        #expect(
            problems == [
                "t.csv:1:1: notice: column 'Staff' is read as 'staff'; 1 more heading is read in that way"
            ])
    }

    @Test(arguments: [
        ([0x50, 0x4B, 0x03, 0x04] + Array("....xl/workbook.xml".utf8), "an Excel workbook (.xlsx)"),
        (
            [0x50, 0x4B, 0x03, 0x04] + Array("..mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            "an OpenDocument workbook (.ods)"
        ),
        ([0x50, 0x4B, 0x03, 0x04, 0], "a ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an Excel workbook of the old kind (.xls)"),
    ]) func aWorkbookIsNamedAndNotRead(_ bytes: [UInt8], _ kind: String) {
        let (rows, problems, _) = read(bytes)
        #expect(rows == [])
        #expect(problems == ["t.csv: error: this is \(kind), whatever its name says"])
    }

    @Test func textHalfInOneEncodingAndHalfInAnotherIsNotGuessed() {
        let bytes = Array("staff,team\nZoë,kt\nBo".utf8) + [0xEB] + Array(",kt\n".utf8)
        #expect(read(bytes).problems == ["t.csv:3:3: error: the byte EB is not UTF-8"])
        // 0x81 is no character of Windows-1252.
        #expect(
            read(Array("staff,team\nBo".utf8) + [0x81] + Array(",kt\n".utf8)).problems
                == ["t.csv:2:3: error: the byte 81 is not UTF-8"])
    }

    @Test func brokenUTF16IsTold() {
        let whole: [UInt8] =
            [0xFF, 0xFE] + "staff,team\nBo,kt\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let said = "t.csv:3: error: the file begins as UTF-16 text, and is broken off or damaged in this line"
        #expect(read(whole + [0x41]).problems == [said])
        #expect(read(whole + [0x00, 0xD8, 0x41, 0x00]).problems == [said])
    }

    @Test func aHeadingWithoutSessionsInItIsCutWhereItsQuotesEnd() {
        let diagnostics = Diagnostics()
        let text = "\"\";\"2026-11-23\";\"\"\n\"staff\";\"am\";\"pm\"\n\"Bo\";\"R\";\"\"\n"
        let table = CSVTable.read(InputFile(path: "rota.csv", bytes: Array(text.utf8)), .rota, diagnostics)
        #expect(table?.others.map(\.header.text) == ["2026-11-23 am", "2026-11-23 pm"])
        #expect(diagnostics.sorted.count == 1)
    }

    @Test func theHeadingIsFoundAlsoWhereAColumnIsMissing() {
        #expect(
            read("staff;hours\nZoë;3\n").problems == [
                "t.csv:1: error: column 'team' is missing",
                "t.csv:1: notice: the table is read as it was saved: semicolons stand between its cells",
            ])
    }
}
