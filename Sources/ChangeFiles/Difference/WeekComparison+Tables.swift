// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Reading
import Wording
import Workforce

/// What differs between the tables of two weeks, row by row.
extension WeekComparison {
    mutating func table(_ schema: TableSchema, _ old: [[String]], _ new: [[String]]) {
        switch schema.path {
        case TableSchema.rota.path: return
        case TableSchema.staff.path: keyed(schema, old, new) { $0 == "hourly_cost" ? .rates : .people }
        case TableSchema.teams.path: keyed(schema, old, new) { _ in .teams }
        case TableSchema.demand.path: keyed(schema, old, new) { _ in .demand }
        default: rows(schema, old, new)  // foreign
        }
    }

    private func name(_ schema: TableSchema, _ id: String, _ names: Naming) -> String {
        switch schema.path {
        case TableSchema.staff.path: names.person(id)
        case TableSchema.teams.path: names.team(id) == id ? id : "\(names.team(id)) (\(id))"
        default: names.line(id)  // foreign
        }
    }

    /// Rows that are known by their first cell: new ones, those gone, and each cell that is another.
    private mutating func keyed(
        _ schema: TableSchema, _ old: [[String]], _ new: [[String]], _ part: (String) -> WeekDifference.Part
    ) {
        let (was, now) = (Self.byKey(old), Self.byKey(new))
        for row in old where now[row[0]] == nil {
            add(part(""), row[0], "\(name(schema, row[0], before)) is gone")
        }
        for row in new {
            guard let then = was[row[0]] else {
                add(part(""), row[0], "\(name(schema, row[0], after)) is new: \(description(schema, row))")
                continue
            }
            for (place, column) in schema.columns.enumerated() where then[place] != row[place] {
                let word = column.name.split(separator: "_").joined(separator: " ")
                add(
                    part(column.name), row[0],
                    "\(name(schema, row[0], after)): \(word) \(Self.shown(row[place])) instead of "
                        + Self.shown(then[place]))
            }
        }
    }

    /// The cells of a new row that say something.
    private func description(_ schema: TableSchema, _ row: [String]) -> String {
        let cells = zip(schema.columns, row).dropFirst().filter {
            !$0.1.isEmpty && $0.1 != "0" && $0.1 != "0.00"
        }
        return cells.map { "\($0.0.name.split(separator: "_").joined(separator: " ")) \($0.1)" }
            .joined(separator: ", ")
    }

    /// Rows that are known by all of their cells: new ones and those gone.
    private mutating func rows(_ schema: TableSchema, _ old: [[String]], _ new: [[String]]) {
        guard old != new else { return }
        let (gone, added) = (Self.without(new, old), Self.without(old, new))
        for row in gone { add(part(schema), row[0], "\(words(schema, row, before)) is gone") }
        for row in added { add(part(schema), row[0], "\(words(schema, row, after)) is new") }
        if gone.isEmpty, added.isEmpty {
            add(part(schema), nil, "The rows of \(schema.path) stand in another order")
        }
    }

    private func part(_ schema: TableSchema) -> WeekDifference.Part {
        switch schema.path {
        case TableSchema.signOffs.path: .signOffs
        case TableSchema.decisions.path: .delegation
        case TableSchema.agreements.path: .agreements
        case TableSchema.placements.path: .placements
        default: .other  // foreign
        }
    }

    /// A row as the subject of a sentence.
    private func words(_ schema: TableSchema, _ row: [String], _ names: Naming) -> String {
        func period(_ from: String, _ until: String) -> String {
            (from.isEmpty ? "" : " from \(from)") + (until.isEmpty ? "" : " until \(until)")
        }
        switch schema.path {
        case TableSchema.signOffs.path:
            return "\(names.person(row[0]))'s sign-off in \(names.need(Need(row[1], Int(row[2]) ?? 0)))"
                + period(row[3], row[4])
        case TableSchema.placements.path:
            return "\(names.person(row[0]))'s placement in \(names.team(row[1]))" + period(row[2], row[3])
        case TableSchema.agreements.path:
            let who =
                row[2] == "*"
                ? "people" : Naming.list(row[2].split(separator: ";").map { names.role(String($0)) })
            return "The agreement for \(row[0])'s \(who) to work for \(row[1])" + period(row[3], row[4])
        case TableSchema.decisions.path:
            let about = [
                names.activity(row[0]), row[1].isEmpty ? "" : names.person(row[1]),
                row[2].isEmpty ? "" : names.team(row[2]),
            ].filter { !$0.isEmpty }
            return "The decision of \(row[6]) to \(row[3]) \(about.joined(separator: ", "))"
        default:  // foreign
            let cells = row.filter { !$0.isEmpty }.joined(separator: ", ")
            return "The row “\(cells)” of \(schema.path)"
        }
    }

    private static func byKey(_ rows: [[String]]) -> [String: [String]] {
        Dictionary(rows.map { ($0[0], $0) }) { first, _ in first }
    }

    /// The rows that are in the second list more often than in the first.
    private static func without(_ others: [[String]], _ rows: [[String]]) -> [[String]] {
        var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return rows.filter { row in
            guard let count = counts[row], count > 0 else { return true }
            counts[row] = count - 1
            return false
        }
    }

    static func shown(_ text: String) -> String { text.isEmpty ? "blank" : text }
}
