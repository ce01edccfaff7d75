// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// people.csv: who rotates.
struct PeopleTable: RotationTable {
    /// The most people.
    static let limit = 5000

    let basis: RotationBasis
    private(set) var values: [RotatingPerson] = []
    private(set) var names: KnownNames?
    private(set) var cells = TableCells()
    private(set) var table: CSVTable?
    private let posts: PostsTable
    private var known: Set<String> = []

    /// Reads the table.
    init(_ basis: RotationBasis, posts: PostsTable) {
        self.basis = basis
        self.posts = posts
        guard let table = basis.source.table(.people) else { return }
        self.table = table
        var names = KnownNames(kind: "staff", home: "in people.csv")
        for row in table.rows {
            let idField = table.field("staff", of: row)
            let id = idField?.identifier(diagnostics)
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let name = table.given("name", of: row).flatMap { $0.note(diagnostics) }
            if let id, let name { names.call(id, name) }
            guard let person = read(row, of: table, id: id, name: name), known.insert(person.id).inserted
            else { continue }
            cells.append(row, of: table)
            values.append(person)
        }
        guard table.has("staff") else { return }
        self.names = names
        if table.rows.isEmpty { reportEmpty(table, "a person") }
    }

    private func read(
        _ row: CSVTable.Row, of table: CSVTable, id: String?, name: String?
    ) -> RotatingPerson? {
        let roles = table.field("role", of: row)?.roles(of: basis.framework, diagnostics)
        let employer = table.field("employer", of: row)?.identifier(diagnostics)
        let locality = table.field("base_locality", of: row)?.identifier(diagnostics)
        let wte = table.given("wte", of: row).map {
            $0.decimal(in: 0...10, unit: "whole-time equivalents", diagnostics)
        }
        let band = table.given("band", of: row).flatMap { $0.identifier(diagnostics) }
        let stay = readStay(table, row)
        let template = table.given("template", of: row).flatMap { readTemplate($0) }
        let isSenior = table.given("senior", of: row)?.truth(diagnostics) ?? false
        let start = readStart(table, row)
        let done = readPosts(table.given("done", of: row), by: ";")
        let cannot = readPosts(table.given("cannot", of: row), by: ";")
        let prefers = readPosts(table.given("prefers", of: row), by: ">")
        guard let id, let roles, let employer, let locality, let wte = wte ?? 1, let done, let cannot,
            let prefers
        else { return nil }
        return RotatingPerson(
            id: id, name: name, roles: roles, employer: employer, baseLocality: locality, wte: wte,
            band: band, joins: stay.joins, leaves: stay.leaves, template: template, isSenior: isSenior,
            startPost: start.post, startPeriods: start.periods, done: done, cannot: cannot, prefers: prefers)
    }

    private func readStay(
        _ table: CSVTable, _ row: CSVTable.Row
    ) -> (joins: CalendarDay?, leaves: CalendarDay?) {
        let joins = table.given("joins", of: row)?.day(diagnostics)
        let field = table.given("leaves", of: row)
        let leaves = field?.day(diagnostics)
        if let joins, let leaves, leaves < joins {
            field?.error(
                "leaves \(leaves) is before joins \(joins)", expected: "\(joins) or later", diagnostics)
            return (joins, nil)
        }
        return (joins, leaves)
    }

    private func readTemplate(_ field: Field) -> String? {
        guard let id = field.identifier(diagnostics), let file = basis.file else { return nil }
        return file.templateNames.resolve(id, at: field, diagnostics)
    }

    private func readStart(_ table: CSVTable, _ row: CSVTable.Row) -> (post: String?, periods: Int) {
        let postField = table.given("start_post", of: row)
        let post = posts.readPost(postField)
        let field = table.given("start_periods", of: row)
        let periods = field?.wholeNumber(in: 0...RotationFile.periodLimit, unit: "periods", diagnostics) ?? 0
        if postField == nil, let field, periods > 0 {
            field.error(
                "start_periods \(periods) stands without a start_post",
                expected: "the post they were spent in, or no start_periods", diagnostics)
            return (nil, 0)
        }
        return (post, periods)
    }

    /// Posts with separators, each once; nil with an error reported.
    private func readPosts(_ field: Field?, by separator: Character) -> [String]? {
        guard let field else { return [] }
        let other: Character = separator == ">" ? ";" : ">"
        guard !field.text.contains(other) else {
            field.error(
                "\(field.name) \(field.shown) has '\(other)' between posts",
                expected: "posts with '\(separator)' between them, such as ward-3\(separator)hub", diagnostics
            )
            return nil
        }
        var found: [String] = []
        var isWhole = true
        for part in parts(field, by: separator) {
            guard let post = posts.readPost(part) else {
                isWhole = false
                continue
            }
            if found.contains(post) {
                field.error(
                    "\(field.name) names post '\(Diagnostic.shortened(post))' twice",
                    expected: "each post once", diagnostics)
                isWhole = false
            } else {
                found.append(post)
            }
        }
        return isWhole ? found : nil
    }

    /// A person of the table; nil for no cell, and with an error for an unknown one.
    func readPerson(_ field: Field?) -> String? {
        guard let field, let person = field.identifier(diagnostics) else { return nil }
        guard let names else { return person }
        return names.resolve(person, at: field, diagnostics)
    }
}
