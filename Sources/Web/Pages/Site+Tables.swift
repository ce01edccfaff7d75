// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Markup
import Reading
import WebStore
import Workflows

/// A table as it is shown to be typed in.
private struct TableShown {
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

    private func text(of name: String, in week: KeptWeek) -> String {
        RunQueue.text(shelf.week(week.id).appending(FilePath(name)))
    }

    private func schema(_ name: String) throws(StoreError) -> TableSchema {
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

    private func page(_ asked: Asked, _ shown: TableShown) throws(StoreError) -> Answer {
        let (week, schema, grid) = (shown.week, shown.schema, shown.grid)
        let found = workflow.check(week: shelf.week(week.id)).diagnostics.filter { $0.file == schema.path }
        let mayType = try Self.mayType(asked, in: schema.path)
        // What is wrong with the kept table stands at its lines, which are not those of what was typed.
        let marks = shown.kept == nil ? grid.marks(found) : [:]
        let page = SitePage("\(schema.path) of \(week.name)", asked.visit, notice: shown.notice) {
            Tag.p { Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" } }
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

    private func settings(
        _ asked: Asked, _ week: KeptWeek, text: String, kept: String? = nil, notice: String? = nil,
        problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .ok
    ) throws(StoreError) -> Answer {
        let folder = shelf.week(week.id)
        let found = workflow.check(week: folder).diagnostics.filter { $0.file == Self.settingsFile }
        let mayType = try Self.mayType(asked, in: Self.settingsFile)
        let page = SitePage(
            "\(Self.settingsFile) of \(week.name)", asked.visit, problems: problems, notice: notice
        ) {
            Tag.p { Tag.a(.href("/weeks/\(week.id)")) { "Back to the week" } }
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

    /// Keeps a table as it was typed, also with errors in it, which are then shown.
    func tableSent(_ asked: Asked) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        guard try Self.mayType(asked, in: name) else {
            throw .refused(
                name == TableSchema.decisions.path
                    ? "Decisions about delegation are an AHP lead's." : "This table is a workforce planner's."
            )
        }
        guard let version = Int(asked.form["version"]) else {
            throw .refused("The form is not whole: reload the page.")
        }
        let before = text(of: name, in: week)
        let new = try typed(asked, name, before)
        if name == Self.settingsFile, !Self.hasOwnFramework(new) {
            return try settings(
                asked, week, text: new,
                problems: [.init("text", "Leave the framework as it is: \(Workflow.ownFramework)")],
                status: .badRequest)
        }
        do {
            try keep(new, as: name, in: week, from: version, before: before, by: try asked.person())
        } catch {
            guard case .conflict(let words) = error else { throw error }
            return try conflict(asked, week, name, new, words)
        }
        return .see("/weeks/\(week.id)/tables/\(name)?saved=yes")
    }

    /// What was typed, as the table's file. What people wrote above its heading stays.
    private func typed(_ asked: Asked, _ name: String, _ before: String) throws(StoreError) -> String {
        guard name != Self.settingsFile else {
            return asked.form["text"].replacingOccurrences(of: "\r\n", with: "\n")
        }
        _ = try schema(name)
        guard let grid = TableGrid(asked.form) else {
            throw .refused("The form is not whole: reload the page.")
        }
        return TableGrid.remarks(of: before) + grid.csv
    }

    /// Whether a week.yaml names no framework but the one beside it: any other would be a file of the server's.
    private static func hasOwnFramework(_ text: String) -> Bool {
        let diagnostics = Diagnostics()
        let input = InputFile(path: settingsFile, bytes: Array(text.utf8))
        // What cannot be read names nothing.
        guard let root = YAMLDocument.read(input, diagnostics),
            let named = root.mapping("week", known: ["framework"], diagnostics)?.field("framework")?.text
        else { return true }
        return named == Workflow.ownFramework
    }

    /// Keeps a table's text, and the text that it replaces beside the week.
    func keep(
        _ text: String, as name: String, in week: KeptWeek, from version: Int, before: String,
        by person: Person
    ) throws(StoreError) {
        let shelf = shelf
        _ = try store.changeWeek(
            week.id, from: version, by: person, name, was: Self.summary(before, unlike: text),
            now: Self.summary(text, unlike: before)
        ) {
            try Shelf.write(before, to: shelf.former(week.id, version: version).appending(FilePath(name)))
            try Shelf.write(text, to: shelf.week(week.id).appending(FilePath(name)))
        }
    }

    /// What was typed beside what somebody else has saved meanwhile; the next saving is of the newest version.
    private func conflict(
        _ asked: Asked, _ week: KeptWeek, _ name: String, _ new: String, _ words: String
    ) throws(StoreError) -> Answer {
        let week = try store.week(week.id)
        guard name != Self.settingsFile else {
            return try settings(
                asked, week, text: new, kept: text(of: name, in: week), notice: words, status: .conflict)
        }
        let schema = try schema(name)
        guard let typed = TableGrid(asked.form) else { throw .refused(words) }
        return try page(
            asked,
            TableShown(
                week: week, schema: schema, grid: typed, kept: try grid(schema, of: week), notice: words,
                status: .conflict))
    }

    /// The lines of a text that another one has not, for the trail: not more than it can show.
    static func summary(_ text: String, unlike other: String) -> String {
        let others = Set(other.split(whereSeparator: \.isNewline))
        let lines = text.split(whereSeparator: \.isNewline).filter { !others.contains($0) }
        let shown = String(lines.prefix(20).joined(separator: "\n").prefix(2_000))
        return lines.count > 20 ? shown + "\n… \(lines.count - 20) lines more" : shown
    }
}
