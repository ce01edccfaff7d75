// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Markup
import Reading
import WebStore
import Workflows

/// A table as it is shown to be typed in.
struct TableShown {
    let week: KeptWeek
    let schema: TableSchema
    let grid: TableGrid
    /// What somebody else saved meanwhile; nil: nobody did.
    var kept: TableGrid?
    var notice: String?
    var status = HTTPResponse.Status.ok
}

extension Site {
    /// A table, to be typed in.
    func table(_ asked: Asked) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        let notice = asked.query("saved") == "yes" ? "Saved." : nil
        if name == Self.settingsFile {
            return try settings(asked, week, text: text(of: name, in: week), notice: notice)
        }
        let schema = try schema(name)
        return try page(
            asked, TableShown(week: week, schema: schema, grid: try grid(schema, of: week), notice: notice))
    }

    /// What the week says besides its tables.
    static let settingsFile = "week.yaml"

    /// The text of a week's file as it is kept.
    func text(of name: String, in week: KeptWeek) -> String {
        Shelf.text(shelf.week(week.id).appending(FilePath(name)))
    }

    /// What a table of a week's folder itself is.
    func schema(_ name: String) throws(StoreError) -> TableSchema {
        guard let schema = TableSchema.week.first(where: { $0.path == name && !name.contains("/") }) else {
            throw .missing("A week has no table '\(name)'.")
        }
        return schema
    }

    /// A table of a week as it is kept.
    func grid(_ schema: TableSchema, of week: KeptWeek) throws(StoreError) -> TableGrid {
        let folder = shelf.week(week.id)
        let path = folder.appending(FilePath(schema.path))
        guard TableGrid.hasCommas(text(of: schema.path, in: week)) else {
            throw .refused(
                "\(schema.path) was brought with something else than commas between its cells, and cannot be typed in here. "
                    + "Save it as CSV with commas and bring the week anew.")
        }
        let file = path.exists ? InputFile.load(schema.path, in: folder, at: path, Diagnostics()) : nil
        guard let grid = TableGrid(file, schema) else {
            throw .refused("\(schema.path) cannot be read as a table: bring the week anew.")
        }
        return grid
    }

    /// A table on its page.
    func page(_ asked: Asked, _ shown: TableShown) throws(StoreError) -> Answer {
        let (week, schema, grid) = (shown.week, shown.schema, shown.grid)
        let found = check(week).diagnostics.filter { $0.file == schema.path }
        let mayType = try Self.mayType(asked, in: schema.path)
        // What is wrong with the kept table stands at its lines, which are not those of what was typed.
        let marks = shown.kept == nil ? grid.marks(found) : [:]
        let page = SitePage("\(schema.path) of \(week.name)", asked.visit, notice: shown.notice) {
            ways(week, schema.path)
            for note in schema.notes { Tag.p(.class("note")) { note } }
            if let kept = shown.kept { differences(kept, grid) }
            if !found.isEmpty {
                Tag.ul {
                    for one in found.prefix(50) {
                        Tag.li { (one.line.map { "Line \($0): " } ?? "") + one.message }
                    }
                }
                if found.count > 50 { Tag.p { "and \(found.count - 50) more" } }
            }
            Tag.form(.action("/weeks/\(week.id)/tables/\(schema.path)"), .post) {
                SitePage.token(asked.visit)
                Tag.input(.type("hidden"), .name("version"), .filled("\(week.version)"))
                cells(grid, marks, mayType: mayType, label: schema.path)
                if mayType {
                    Tag.p(.class("note")) {
                        "Cells copied in a spreadsheet can be pasted into any cell. A row that is left blank goes."
                    }
                    Tag.button { "Save the table" }
                }
            }
        }
        return .page(page, status: shown.status)
    }

    /// The ways from a table: back, and to what it was.
    private func ways(_ week: KeptWeek, _ name: String) -> Markup {
        Tag.p {
            Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" }
            ", "
            Tag.a(.href("/weeks/\(week.id)/tables/\(name)/former")) { "what it was" }
        }
    }

    private func cells(
        _ grid: TableGrid, _ marks: [Int: [String]], mayType: Bool, label: String
    ) -> [Markup] {
        let count = grid.rows.count + (mayType ? TableGrid.spareRows : 0)
        let widths = grid.columns.indices.map { column in
            min(24, max(4, grid.rows.prefix(200).map { $0[column].count }.max() ?? 4))
        }
        var hidden = [
            Tag.input(.type("hidden"), .name("columns"), .filled("\(grid.columns.count)")),
            Tag.input(.type("hidden"), .name("rows"), .filled("\(count)")),
        ]
        for (index, column) in grid.columns.enumerated() {
            hidden.append(Tag.input(.type("hidden"), .name("c\(index)"), .filled(column)))
        }
        let table = Tag.table(.class("cells")) {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.col)) { "Line" }
                    for column in grid.columns { Tag.th(.scope(.col)) { column } }
                }
            }
            Tag.tbody {
                for row in 0..<count {
                    Tag.tr {
                        Tag.th(.scope(.row)) { row < grid.rows.count ? "\(grid.lines[row])" : "new" }
                        for column in grid.columns.indices {
                            let text = row < grid.rows.count ? grid.rows[row][column] : ""
                            if mayType {
                                cell(
                                    row, column, text, marks[row * grid.columns.count + column] ?? [],
                                    width: widths[column], label: grid.columns[column])
                            } else {
                                Tag.td { text }
                            }
                        }
                    }
                }
            }
        }
        return hidden + [
            Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label(label)) { table }
        ]
    }

    private func cell(
        _ row: Int, _ column: Int, _ text: String, _ wrong: [String], width: Int, label: String
    ) -> Markup {
        let name = "r\(row)c\(column)"
        let attributes: [Attribute] = [
            .name(name), .filled(text), .size(width), .data("cell", "\(row),\(column)"),
            .label("\(label), row \(row + 1)"),
        ]
        return Tag.td(wrong.isEmpty ? [] : [.class("wrong")]) {
            Tag.input(attributes + (wrong.isEmpty ? [] : [.describedBy(name + "-error")]))
            if !wrong.isEmpty { Tag.small(.id(name + "-error")) { wrong.joined(separator: " ") } }
        }
    }

    /// What somebody else changed, beside what was typed.
    private func differences(_ kept: TableGrid, _ typed: TableGrid) -> Markup {
        Tag.div(.class("banner")) {
            Tag.h2 { "What is kept now, where it differs from yours" }
            rows("Rows that are kept and that you do not have", kept.rows.filter { !typed.rows.contains($0) })
            rows("Rows of yours that are not kept", typed.rows.filter { !kept.rows.contains($0) })
            Tag.p { "Below is what you typed. Saving it now replaces what is kept." }
        }
    }

    private func rows(_ title: String, _ rows: [[String]]) -> [Markup] {
        guard !rows.isEmpty else { return [] }
        let more = rows.count - 30
        return [
            Tag.p { "\(title):" },
            Tag.ul {
                for row in rows.prefix(30) { Tag.li { row.joined(separator: ", ") } }
                if more > 0 { Tag.li { "and \(more) more" } }
            },
        ]
    }

    /// What the week says besides its tables, on its page.
    func settings(
        _ asked: Asked, _ week: KeptWeek, text: String, kept: String? = nil, notice: String? = nil,
        problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .ok
    ) throws(StoreError) -> Answer {
        let found = check(week).diagnostics.filter { $0.file == Self.settingsFile }
        let mayType = try Self.mayType(asked, in: Self.settingsFile)
        let page = SitePage(
            "\(Self.settingsFile) of \(week.name)", asked.visit, problems: problems, notice: notice
        ) {
            ways(week, Self.settingsFile)
            if !found.isEmpty {
                Tag.ul { for one in found.prefix(50) { Tag.li { one.description } } }
            }
            if let kept {
                Tag.h2 { "What is kept now" }
                Tag.pre { kept }
                Tag.h2 { "What you typed" }
                Tag.p { "Saving it now replaces what is kept." }
            }
            Tag.form(.action("/weeks/\(week.id)/tables/\(Self.settingsFile)"), .post) {
                SitePage.token(asked.visit)
                Tag.input(.type("hidden"), .name("version"), .filled("\(week.version)"))
                Tag.label(.of("text")) { "Dates, sessions and policy" }
                Tag.textarea(.id("text"), .name("text"), .lines(30)) { "\n" + text }
                if mayType { Tag.button { "Save" } }
            }
        }
        return .page(page, status: status)
    }
}
