// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import WebStore
import Workflows

extension Site {
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
    ///
    /// - Parameter text: The table; blank: there is to be none.
    func keep(
        _ text: String, as name: String, in week: KeptWeek, from version: Int, before: String,
        by person: Person, why: String = ""
    ) throws(StoreError) {
        try placing(text, as: name, in: week, from: version, before: before) { place throws(StoreError) in
            _ = try store.changeWeek(
                week.id, from: version, by: person, name, was: Self.summary(before, unlike: text),
                now: Self.summary(text, unlike: before), why: why, place: place)
        }
    }

    /// Puts a table's text in its place, and the text that it replaces beside the week, within what changes the week; where
    /// that comes to nothing, the table is what it was.
    ///
    /// - Parameter change: Changes the week in the database, and places the table within its transaction.
    func placing(
        _ text: String, as name: String, in week: KeptWeek, from version: Int, before: String,
        _ change: (_ place: () throws -> Void) throws(StoreError) -> Void
    ) throws(StoreError) {
        let shelf = shelf
        var isBegun = false
        do throws(StoreError) {
            try change {
                isBegun = true
                try Shelf.write(before, to: shelf.former(week.id, version: version).appending(FilePath(name)))
                let file = shelf.week(week.id).appending(FilePath(name))
                if text.isEmpty { Shelf.remove(file) } else { try Shelf.write(text, to: file) }
            }
        } catch {
            // What was put there is of no saving, whatever the database says of it. Nobody saves meanwhile.
            if isBegun {
                try store.whileNothingChanges(inWeek: week.id) { week in try shelf.takeBackUnfinished(week) }
            }
            throw error
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
