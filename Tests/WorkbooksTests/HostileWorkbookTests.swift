// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Workbooks

/// Workbooks that are something else, broken, or meant to do harm.
@Suite struct HostileWorkbookTests {
    private static let relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
        Target="worksheets/sheet1.xml"/></Relationships>
        """
    private static let book = """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="staff" sheetId="1" r:id="rId1"/></sheets></workbook>
        """

    /// A workbook with one sheet of some XML.
    private func workbook(
        _ sheet: String, book: String = Self.book, others: [(String, String)] = []
    ) throws -> [UInt8] {
        try ZipMaking.zip(
            [
                ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", Self.relations),
                ("xl/worksheets/sheet1.xml", sheet),
            ] + others)
    }

    private func told(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String {
        do throws(WorkbookError) {
            _ = try WorkbookReader.read(bytes, limits: limits)
            return "read"
        } catch {
            return error.description
        }
    }

    private func cells(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

    @Test func whatIsNoWorkbookIsSaidToBeWhatItIs() throws {
        #expect(told([]).contains("this is no workbook"))
        #expect(told(Array("staff,name\nA,B\n".utf8)).contains("this is no workbook"))
        #expect(told([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).contains("a password, or one of before 2007"))
        #expect(
            told(try ZipMaking.zip([("mimetype", "x"), ("content.xml", "<a/>")])).contains("OpenDocument"))
        #expect(told(try ZipMaking.zip([("word/document.xml", "<a/>")])).contains("this is no workbook"))
        let good = try workbook(cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"))
        #expect(told(good) == "read")
        #expect(told(Array(good.prefix(good.count / 2))) != "read")
    }

    @Test func entitiesAndDocumentTypesAreRefused() throws {
        let laughs =
            "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
            + cells("<row><c><v>&b;</v></c></row>")
        #expect(told(try workbook(laughs)).contains("declares a document type"))
        let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + cells("")
        #expect(told(try workbook(outside)).contains("declares a document type"))
        let hidden = "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + cells("")
        #expect(told(try workbook(hidden)).contains("is not UTF-8"))
        let blanks = String(repeating: " ", count: 300)
        let far = "<?xml version=\"1.0\"\(blanks)encoding = 'UTF-7'?>" + cells("")
        #expect(told(try workbook(far)).contains("is not UTF-8"))
    }

    @Test func sizesAndDepthsAreBounded() throws {
        var limits = WorkbookLimits()
        limits.part = 1 << 20
        let large = cells("<row><c><v>1</v></c></row>" + String(repeating: " ", count: 2 << 20))
        let bytes = try workbook(large)
        #expect(bytes.count < 20_000)
        #expect(told(bytes, limits: limits).contains("unpacked it has more than 1 MiB"))
        #expect(told(bytes) == "read")

        let deep = cells(String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100))
        #expect(told(try workbook(deep)).contains("more than 64 deep"))

        limits.cells = 99
        let merged = cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .replacing(
                "</worksheet>", with: "<mergeCells><mergeCell ref=\"A1:J10\"/></mergeCells></worksheet>")
        #expect(told(try workbook(merged), limits: limits).contains("more than 99 cells"))
        limits.cells = 101
        #expect(told(try workbook(merged), limits: limits) == "read")
        limits.cells = 150
        let twice = merged.replacing("<mergeCell ", with: "<mergeCell ref=\"A1:J10\"/><mergeCell ")
        #expect(told(try workbook(twice), limits: limits).contains("more than 150 cells"))
        let whole = merged.replacing("A1:J10", with: "A1:XFD1048576")
        #expect(told(try workbook(whole)).contains("cells"))

        limits.parts = 3
        #expect(
            told(try workbook(merged, others: [("xl/theme/a.xml", "")]), limits: limits).contains("3 parts"))
    }

    @Test(arguments: [
        ("<row r=\"-9223372036854775808\"><c><v>1</v></c></row>", "a row that no sheet has"),
        ("<row>" + String(repeating: "<c/>", count: 16_385) + "</row>", "a column that no sheet has"),
        ("<row r=\"0\"><c><v>1</v></c></row>", "a row that no sheet has"),
        ("<row r=\"99999999999\"><c><v>1</v></c></row>", "a row that no sheet has"),
        ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "does not stand in its row"),
        ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "does not stand in its row"),
        ("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "stands in it twice"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "a text that it has not"),
        ("<c t=\"inlineStr\"><is><t>staff</t></is></c>", "a cell that stands in no row"),
        ("<row r=\"1\"></row><c r=\"A1\"><v>1</v></c>", "a cell that stands in no row"),
        ("<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>", "as a number"),
        ("<row r=\"1\"><c r=\"A1\"><v>nan</v></c></row>", "as a number"),
        ("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", "is no XML"),
        ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet><a>", "is no XML"),
    ])
    func whatIsBrokenIsSaid(_ rows: String, _ message: String) throws {
        #expect(told(try workbook(cells(rows))).contains(message))
    }

    @Test func onlyTheDeclarationOfXMLIsAnInstructionThatIsRead() throws {
        let row = cells("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        let declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        for head in [declared, "\u{FEFF}" + declared, "<?xml\n  version='1.0'?>", ""] {
            #expect(told(try workbook(head + row)) == "read", "\(head)")
        }
        for head in [
            "<?xml-x?>", "<?xml?>", "<?xml ?>", "<?xml-version?>", " " + declared, declared + "<?xml-x?>",
        ] {
            #expect(told(try workbook(head + row)).contains("instructions for programs"), "\(head)")
        }
    }

    @Test func hiddenColumnsThatHoldSomethingAreNamed() throws {
        let cols =
            "<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"9\" hidden=\"1\"/></cols>"
            + "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>1</v></c></row></sheetData></worksheet>"
        #expect(try WorkbookReader.read(workbook(cols)).sheets.first?.hiddenColumns == [2])
    }

    @Test func timesAreTimesUpToTheEndOfTheDay() throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm;@"/><numFmt numFmtId="165" formatCode="d mmm hh:mm"/>\
            <numFmt numFmtId="166" formatCode="mmm&quot;h&quot;"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="165"/>\
            <xf numFmtId="166"/><xf numFmtId="20"/></cellXfs></styleSheet>
            """
        func read(_ style: Int, _ number: String) throws -> String? {
            let sheet = cells("<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(number)</v></c></row>")
            let bytes = try workbook(sheet, others: [("xl/styles.xml", styles)])
            return try WorkbookReader.read(bytes).sheets.first?.rows.first?.cells.first?.value.written
        }
        #expect(try read(0, "1") == "24:00")
        #expect(try read(3, "1") == "24:00")
        #expect(try read(0, "1.5625") == "37:30")
        #expect(try read(0, "0.999999") == "24:00")
        #expect(try read(1, "1") == "1900-01-01")
        #expect(try read(2, "46349") == "2026-11-23")
        #expect(try read(3, "46349.25") == "2026-11-23T06:00")
    }

    @Test func aPartThatBreaksOffIsBroken() throws {
        for sheet in ["<worksheet", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1", ""] {
            #expect(told(try workbook(sheet)).contains("is no XML"), "\(sheet)")
        }
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        var sheet = Array(cells("<row r=\"1\"><c r=\"A1\" s=\"X\"><v>1</v></c></row>").utf8)
        let place = try #require(sheet.firstIndex(of: UInt8(ascii: "X")))
        sheet[place] = 0xEB
        let bytes = try ZipMaking.zip([
            (name: "xl/workbook.xml", bytes: Array(Self.book.utf8)),
            (name: "xl/_rels/workbook.xml.rels", bytes: Array(Self.relations.utf8)),
            (name: "xl/worksheets/sheet1.xml", bytes: sheet),
        ])
        #expect(told(bytes).contains("is not UTF-8"))
    }

    @Test func emptyNamespacesAreNoMatter() throws {
        for declaration in ["xmlns=\"\"", "xmlns:q = ''", "xmlns:q=\"\" xmlns=\"\""] {
            let rows =
                "<row r=\"1\" \(declaration)><c r=\"A1\" \(declaration) t=\"inlineStr\"><is><t>xmlns=\"\"</t></is></c></row>"
            let sheet = try #require(try WorkbookReader.read(workbook(cells(rows))).sheets.first)
            #expect(sheet.rows.first?.cells.first?.value == .text("xmlns=\"\""))
        }
    }

    @Test func instructionsForProgramsAreRefused() throws {
        for start in ["", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"] {
            #expect(told(try workbook(start + cells(""))) == "read")
            #expect(told(try workbook(start + cells("<?x?>"))).contains("instructions for programs"))
        }
    }

    @Test func linksAreNotFollowed() throws {
        let relations = Self.relations.replacing("Target=", with: "TargetMode=\"External\" Target=")
        let bytes = try ZipMaking.zip([
            ("xl/workbook.xml", Self.book), ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet1.xml", cells("")),
        ])
        #expect(try WorkbookReader.read(bytes).sheets.isEmpty)
        #expect(
            told(try workbook(cells(""), others: [("xl/externalLinks/externalLink1.xml", "<!DOCTYPE a>")]))
                == "read")
    }

    @Test func formsThatOtherProgramsWriteAreRead() throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mmm"/><numFmt numFmtId="165" \
            formatCode="&quot;day&quot; 0"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>\
            <xf numFmtId="166"/></cellXfs></styleSheet>
            """
        let strings = """
            <sst><si><t>one</t></si><si><r><t>two </t></r><r><t>fonts</t></r><rPh><t>no</t></rPh></si>\
            <si><t>_x0041_&amp;</t></si></sst>
            """
        let rows = """
            <row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><t>in</t></is></c></row>\
            <row r="4" hidden="1"><c r="B4" s="1"><v>46349</v></c><c r="C4" s="2"><v>46349.5</v></c>\
            <c r="D4" s="3"><v>46349</v></c><c r="E4" s="4"><v>0.25</v></c><c r="F4" t="b"><v>1</v></c>\
            <c r="G4" t="e"><v>#N/A</v></c><c r="H4"><f>A1</f></c><c r="I4" t="str"><f>A1</f><v>said</v></c>\
            <c r="J4"><f>A1</f><v></v></c><c r="K4" t="str"><f>A1</f><v></v></c></row>
            """
        let bytes = try workbook(
            cells(rows), others: [("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings)])
        let sheet = try #require(try WorkbookReader.read(bytes).sheets.first)
        #expect(sheet.rows.map(\.number) == [1, 4])
        #expect(sheet.rows[0].cells.map(\.value.written) == ["two fonts", "A&", "in"])
        #expect(
            sheet.rows[1].cells.map(\.value.written)
                == ["2026-11-23", "2026-11-23T12:00", "46349", "06:00", "true", "#N/A", "said"])
        #expect(sheet.rows[1].cells.map(\.column) == [1, 2, 3, 4, 5, 6, 8])
        #expect(sheet.hiddenRows == [4])
        // An empty number is no value, and an empty text is one.
        #expect(sheet.formulasWithoutValue == ["H4", "J4"])
    }

    @Test func daysOfOldMacintoshesAreTheSameDays() throws {
        let old = Self.book.replacing("<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>")
        let styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        let bytes = try workbook(
            cells("<row><c s=\"0\"><v>44887</v></c></row>"), book: old, others: [("xl/styles.xml", styles)])
        #expect(try WorkbookReader.read(bytes).sheets[0].rows[0].cells[0].value.written == "2026-11-23")
        #expect(Moment(serial: 1, is1904: false)?.written == "1900-01-01")
        #expect(Moment(serial: 59, is1904: false)?.written == "1900-02-28")
        #expect(Moment(serial: 60, is1904: false) == nil)
        #expect(Moment(serial: 61, is1904: false)?.written == "1900-03-01")
        #expect(Moment(serial: 0.999999, is1904: false)?.written == "23:59")
    }
}
