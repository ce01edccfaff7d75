// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SeededRandom
import TestSupport
import Testing

@testable import Workbooks

/// Damaged workbooks are read or refused, whatever is damaged in them; nothing traps, and none takes more than its limits.
@Suite struct MutationTests {
    private static let parts: [(name: String, text: String)] = [
        (
            "xl/workbook.xml",
            """
            <workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="staff" sheetId="1" r:id="rId1"/>\
            <sheet name="rota" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id="rId1" Type="a/worksheet" Target="worksheets/sheet1.xml"/>\
            <Relationship Id="rId2" Type="a/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>
            """
        ),
        (
            "xl/styles.xml",
            """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm;@"/></numFmts><cellXfs><xf numFmtId="0"/>\
            <xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>
            """
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>staff</t></si><si><r><t>two </t></r><r><t>fonts_x0041_</t></r></si></sst>"
        ),
        (
            "xl/worksheets/sheet1.xml",
            """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="3" hidden="1"><c r="A3"><v>7</v></c><c r="B3" s="1"><v>46349.25</v></c><c><f>A3</f></c>\
            </row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
            """
        ),
        (
            "xl/worksheets/sheet2.xml",
            """
            <worksheet><sheetData><row><c t="inlineStr"><is><t>R</t></is></c><c t="b"><v>1</v></c>\
            <c t="e"><v>#N/A</v></c><c t="str"><f>1</f><v>x</v></c><c s="2"><v>0.5</v></c></row></sheetData></worksheet>
            """
        ),
    ]

    /// Pieces that have a meaning in a workbook.
    private static let pieces = [
        "<", ">", "&", "\"", "/", "<c>", "</row>", "<row r=\"", "1048576", "-1", "99999999999999999999",
        "1e308", "nan",
        "A1:XFD1048576", "&#0;", "&#xD800;", "&amp;", "x:y=\"1\"", "xmlns:q=\"\"", "_x", "_xD800_", "<!--",
        "<![CDATA[", "]]>", "<?x?>", "<?xml?>", "<?xml-x?>", "</row><c t=\"inlineStr\"><is><t>q</t></is></c>",
        "s=\"-1\"",
        "t=\"s\"",
        "r=\"A0\"", "\u{0}", "é", "<!DOCTYPE", "xml:space=\"preserve\"",
    ]

    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits()
        (limits.cells, limits.part, limits.unpacked) = (20_000, 1 << 20, 4 << 20)
        return limits
    }()

    private static var cases: Int {
        FuzzCases.count(usual: 1_000)
    }

    private static func damaged(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.below(3) {
            let place = random.below(bytes.count + 1)
            let end = min(bytes.count, place + random.below(12))
            switch random.below(4) {
            case 0: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            default: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: place)
            }
            if bytes.isEmpty { return bytes }
        }
        return bytes
    }

    private func isRead(_ bytes: [UInt8]) -> Bool {
        do throws(WorkbookError) {
            let book = try WorkbookReader.read(bytes, limits: Self.limits)
            for sheet in book.sheets {
                // What readers of sheets go by: rows downwards from 1, cells from the left.
                let numbers = sheet.rows.map(\.number)
                #expect(numbers.first ?? 1 >= 1 && zip(numbers, numbers.dropFirst()).allSatisfy(<))
                for row in sheet.rows {
                    let columns = row.cells.map(\.column)
                    #expect(columns.first ?? 0 >= 0 && zip(columns, columns.dropFirst()).allSatisfy(<))
                    for cell in row.cells { _ = cell.value.written }
                }
            }
            return true
        } catch {
            #expect(!error.description.isEmpty)
            return false
        }
    }

    @Test func damagedPartsAreReadOrRefused() throws {
        #expect(isRead(try ZipMaking.zip(Self.parts.map { ($0.name, $0.text) })))
        var (read, refused) = (0, 0)
        for number in 0..<Self.cases {
            var random = SeededRandom(seed: UInt64(number))
            var parts = Self.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
            let one = random.below(parts.count)
            parts[one].bytes = Self.damaged(parts[one].bytes, &random)
            if isRead(try ZipMaking.zip(parts)) { read += 1 } else { refused += 1 }
        }
        #expect(min(read, refused) > Self.cases / 20, "\(read) read, \(refused) refused")
    }

    @Test func damagedFilesAreReadOrRefused() throws {
        let whole = try WorkbookWriter.bytes(of: [
            WrittenSheet(
                name: "staff", rows: (0..<30).map { row in (0..<8).map { .init(.text("\(row) \($0)")) } })
        ])
        var (read, refused) = (0, 0)
        for number in 0..<Self.cases {
            var random = SeededRandom(seed: UInt64(number))
            if isRead(Self.damaged(whole, &random)) { read += 1 } else { refused += 1 }
        }
        #expect(min(read, refused) > Self.cases / 50, "\(read) read, \(refused) refused")
    }
}
