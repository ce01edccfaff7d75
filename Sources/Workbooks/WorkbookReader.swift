// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads Excel workbooks (`.xlsx`, ECMA-376).
///
///     let workbook = try WorkbookReader.read(bytes)
///     for sheet in workbook.sheets { print(sheet.name, sheet.rows.count) }
///
/// Of formulas what came of them is read; nothing is worked out. No macro is run, and no link followed. The file, what it
/// unpacks to, its cells and how deep its elements lie are bounded.
public enum WorkbookReader {
    /// Reads a workbook.
    ///
    /// - Throws: What the file is instead, or why it is not read, and what to do.
    public static func read(_ bytes: [UInt8]) throws(WorkbookError) -> Workbook {
        try read(bytes, limits: WorkbookLimits())
    }

    static func read(_ bytes: [UInt8], limits: WorkbookLimits) throws(WorkbookError) -> Workbook {
        let parts = try ZipParts(bytes, limits: limits)
        let contents = try Contents(parts, limits: limits)
        let strings = try parts["xl/sharedStrings.xml"].map { bytes throws(WorkbookError) in
            try SharedStrings.read(bytes, limits: limits)
        }
        let styles = try parts["xl/styles.xml"].map { bytes throws(WorkbookError) in
            try CellStyles(bytes, limits: limits)
        }
        var left = limits.cells
        var sheets: [Sheet] = []
        for listed in contents.sheets {
            guard let bytes = parts[listed.part] else {
                throw .broken("the sheet '\(listed.name)' is missing in it")
            }
            let reader = SheetReader(
                strings: strings ?? [], styles: styles ?? CellStyles(), is1904: contents.is1904,
                limits: limits,
                cellsLeft: left)
            let sheet = try reader.read(bytes, listed)
            left = reader.cellsLeft
            sheets.append(sheet)
        }
        return Workbook(sheets: sheets, countsFrom1904: contents.is1904)
    }

    /// A sheet as the workbook lists it.
    struct Listed {
        let name: String
        let part: String
        let isHidden: Bool
    }

    /// What `xl/workbook.xml` says: the sheets in order, and how days are counted.
    private struct Contents {
        let sheets: [Listed]
        let is1904: Bool

        init(_ parts: ZipParts, limits: WorkbookLimits) throws(WorkbookError) {
            guard let book = parts["xl/workbook.xml"], let relations = parts["xl/_rels/workbook.xml.rels"]
            else {
                throw WorkbookError("this is no workbook; save it as an Excel workbook (.xlsx)")
            }
            var targets: [String: String] = [:]
            try XMLWalk.through(relations, part: "xl/_rels/workbook.xml.rels", limits: limits) {
                name, attributes throws(WorkbookError) in
                guard name == "Relationship", attributes["TargetMode"] != "External",
                    attributes["Type"]?.hasSuffix("/worksheet") == true, let id = attributes["Id"],
                    let target = attributes["Target"]
                else { return }
                targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            } end: { _, _ throws(WorkbookError) in
            }
            var sheets: [Listed] = []
            var is1904 = false
            try XMLWalk.through(book, part: "xl/workbook.xml", limits: limits) {
                name, attributes throws(WorkbookError) in
                switch name {
                case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"])
                case "sheet":
                    // Sheets of charts and macros hold no cells.
                    let names = attributes.keys.filter { $0.hasSuffix(":id") }.sorted()
                    let id = attributes["r:id"] ?? names.first.flatMap { attributes[$0] }
                    guard let part = id.flatMap({ targets[$0] }) else { return }
                    guard sheets.count < limits.sheets else {
                        throw WorkbookError.tooLarge("it has more than \(limits.sheets) sheets")
                    }
                    sheets.append(
                        Listed(
                            name: attributes["name"] ?? "", part: part,
                            isHidden: ["hidden", "veryHidden"].contains(attributes["state"])))
                default: break
                }
            } end: { _, _ throws(WorkbookError) in
            }
            (self.sheets, self.is1904) = (sheets, is1904)
        }
    }
}
