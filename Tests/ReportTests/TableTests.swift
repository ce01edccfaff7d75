// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Markup
@testable import Tables

/// One table's two forms.
@Suite struct TableTests {
    private func table(_ cells: [Table.Cell], total: [Table.Cell]? = nil) -> Table {
        Table(
            name: "t", caption: "T",
            columns: cells.indices.map { .number("C\($0)", "c\($0)") }, rows: [cells], total: total)
    }

    @Test func theFileIsExactAndThePageIsRounded() throws {
        let table = table(
            [
                .text("a, \"b\""), .count(1234), .hours(1234.0 / 3), .minutes(7.25), .pounds(1234.5678),
                .share(2.0 / 3), .ratio(0.125), .share(nil), .blank,
            ])
        let row = #""a, ""b""",1234,411.333333,7.25,1234.5678,0.666666667,0.1250,,"#
        #expect(table.csv == "c0,c1,c2,c3,c4,c5,c6,c7,c8\n\(row)\n")
        let root = try #require(PageElement.root(of: text(table.markup)))
        #expect(
            root.rows[1].map(\.text) == [
                "a, \"b\"", "1,234", "411.3", "7.3", "£1,234.57", "66.7\u{A0}%", "0.13", "–", "",
            ] as [String])
    }

    @Test(arguments: [
        "=cmd()", "+1", "-1", "@a", "\t=a", "\r=a", " =a", "'=a", "\"=a", "\u{A0}=a", "\n-a", "\u{FF1D}a",
    ]) func noCellIsAFormula(_ words: String) {
        let line = table([.text(words), .text("x", exact: words)]).csv.split(separator: "\n")[1]
        for cell in cells(line) {
            let first = cell.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" }
            // A control character that the page shows as a mark is no sign of a formula either.
            #expect(first == "'" || first == "\u{FFFD}", "\(cell)")
        }
    }

    private func cells(_ line: Substring) -> [Substring] { line.split(separator: ",") }

    @Test func whatTurnsTheDirectionOfTextIsShownAsAMark() {
        #expect(table([.text("a\u{202E}b\u{200F}")]).csv.hasSuffix("\nab\n"))
    }

    @Test func aTableWithoutRowsSaysSoAndItsFileHasTheHeading() throws {
        var table = table([.text("a")])
        table.rows = []
        table.whenEmpty = "Nobody."
        #expect(table.csv == "c0\n")
        let root = try #require(PageElement.root(of: text(table.markup)))
        #expect(root.text == "T: Nobody.")
    }

    @Test func aTotalIsTheLastRow() {
        #expect(table([.text("a")], total: [.text("all")]).csv == "c0\na\nall\n")
    }

    @Test func aNumberThatIsNoneIsLeftOutOfTheFile() {
        #expect(table([.hours(.infinity), .pounds(.nan)]).csv == "c0,c1\n,\n")
    }

    private func text(_ markup: Markup) -> String {
        var text = ""
        markup.write(to: &text)
        return text
    }
}
