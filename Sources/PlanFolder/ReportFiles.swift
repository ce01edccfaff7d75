// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Workforce

/// The files of a report: the page, a CSV for each of its tables, and a list of these.
///
/// The list, `tables/index.csv`, says for people what each file holds, and tells the next writing which files an
/// earlier report put there, so that none of them stays behind when a table is no more.
enum ReportFiles {
    /// The page.
    static let page = "report.html"
    /// The page on two sheets of paper.
    static let summary = "summary.html"
    /// The list of the tables.
    static let list = "tables/index.csv"
    /// The plan as a workbook, where somebody wants one.
    static let workbook = "plan.xlsx"

    /// The files by name, in the order they are written.
    static func contents(of shown: ShownPlan) -> [(name: String, bytes: [UInt8])] {
        let tables = shown.tables
        let book = shown.workbook.map { [(workbook, $0)] } ?? []
        let brief = shown.summary.map { [(summary, $0)] } ?? []
        let listed =
            brief.map { [Table.Cell.text($0.0), .text("The report on two pages"), .blank] }
            + book.map { [Table.Cell.text($0.0), .text("All of it, a sheet a table"), .blank] }
        let index = Table(
            name: "index", caption: "Tables",
            columns: [.text("File", "file"), .text("Table", "table"), .number("Rows", "rows")],
            rows: tables.map { [.text($0.path), .text($0.caption), .count($0.rows.count)] } + listed)
        let texts = tables.map { ($0.path, $0.csv) } + [(list, index.csv), (page, shown.page)] + brief
        return texts.map { ($0.0, Array($0.1.utf8)) } + book
    }

    /// The files that an earlier report put into a folder, by its list: CSVs in `tables`, `metrics.csv`, the summary,
    /// the workbook, and nothing else.
    static func earlier(in folder: some PathConvertible) -> [String] {
        let file = folder.filePath.appending(list)
        guard let status = try? file.status(), status.kind == .file,
            let bytes = try? file.read(atMost: InputFile.documentLimit),
            let text = String(validating: bytes, as: UTF8.self)
        else { return [] }
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let name = String(line.prefix { $0 != "," })
            let stem = name.dropFirst("tables/".count).dropLast(".csv".count)
            let isOne =
                name == "tables/\(stem).csv" && !stem.isEmpty
                && stem.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            return isOne || ["metrics.csv", summary, workbook].contains(name) ? name : nil
        }
    }
}
