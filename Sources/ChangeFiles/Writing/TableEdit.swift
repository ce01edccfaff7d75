// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording

/// A table's file in which some rows become others, and all else stays as it was to the byte: comments, the order of
/// columns, and rows that did not change.
struct TableEdit {
    private let schema: TableSchema
    private let pieces: [CSVPieces.Piece]
    private let heading: Int?
    /// The place of each column in a record.
    private var columns: [String: Int]
    /// The cells of the heading, where columns were added to it.
    private var header: [String]
    private var isWider = false
    private let width: Int
    private let lineEnd: [UInt8]
    /// Whether rows can be changed where they stand. A table that a spreadsheet saved in a form of its own is written anew
    /// as a whole, and so is a rota whose headings are others than the sessions' names.
    private let isPlain: Bool

    /// A file's table; where there is no file, an empty one.
    init(_ schema: TableSchema, _ input: InputFile?) {
        self.schema = schema
        let table = input.map { input in
            CSVPieces(
                input, required: schema.required.filter { Field.cut($0) == nil }, optional: schema.optional,
                hasSessions: schema.hasSessions)
        }
        let pieces = table?.pieces ?? []
        let heading = table?.heading
        let header = heading.flatMap { pieces[$0].cells } ?? []
        var columns = table?.columns(schema.columns.map(\.name)) ?? [:]
        for (place, name) in header.enumerated() where columns[name] == nil {
            // The columns of a rota are sessions, in whatever form their day is written.
            let field = Field(name, name: "session", place: Place(file: ""))
            if let session = field.session(Diagnostics()), columns[session.id] == nil {
                columns[session.id] = place
            }
        }
        width = max(header.count, pieces.compactMap { $0.cells?.count }.max() ?? 0)
        (self.pieces, self.heading, self.header, self.columns) = (pieces, heading, header, columns)
        let first = heading.map { pieces[$0].bytes } ?? []
        lineEnd = first.suffix(2) == [13, 10] ? [13, 10] : first.last == 13 ? [13] : [10]
        let hasAllSessions = schema.columns.allSatisfy { column in
            Field.cut(column.name) == nil || columns[column.name] != nil
        }
        isPlain = (table?.isPlain ?? true) && (hasAllSessions || heading == nil)
    }

    /// The file with rows in place of others; nil where it stays as it is.
    ///
    /// - Parameters:
    ///   - old: The rows that its records became, each with a cell for each column of the schema.
    ///   - new: The rows that they are to become.
    ///   - key: The column by which a row is known; nil: the rows are the records, in their order.
    mutating func file(_ old: [[String]], to new: [[String]], key: String?) -> [UInt8]? {
        guard old != new else { return nil }
        let places = records(of: old, key: key)
        guard heading != nil, isPlain, let places else { return fresh(new) }
        let (gone, added) = key == nil ? Self.difference(old, new) : Self.keyed(old, new)
        let changes = pairs(old, new, gone, added)
        addColumns(changes.map { ($0.old.map { old[$0] }, new[$0.new]) })
        return text(changes, old, new, gone, places)
    }

    /// The old rows that are gone and the new ones that were added.
    private static func difference(_ old: [[String]], _ new: [[String]]) -> (gone: Set<Int>, added: Set<Int>)
    {
        var (gone, added) = (Set<Int>(), Set<Int>())
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        return (gone, added)
    }

    /// The same of rows that are known by their first cell, each once. A row that comes after one it stood before is
    /// gone there and added here.
    private static func keyed(_ old: [[String]], _ new: [[String]]) -> (gone: Set<Int>, added: Set<Int>) {
        let places = old.map { $0[0] }.positions
        var (gone, added) = (Set(old.indices), Set<Int>())
        var last = -1
        for (row, cells) in new.enumerated() {
            if let place = places[cells[0]], place > last {
                gone.remove(place)
                last = place
            } else {
                added.insert(row)
            }
        }
        return (gone, added)
    }

    /// Which old row each new one was; nil: none.
    private func pairs(
        _ old: [[String]], _ new: [[String]], _ gone: Set<Int>, _ added: Set<Int>
    ) -> [(old: Int?, new: Int)] {
        var kept = old.indices.filter { !gone.contains($0) }[...]
        return new.indices.map { row in (added.contains(row) ? nil : kept.popFirst(), row) }
    }

    /// The piece of each old row; nil for a row without one, and nil where rows and records do not go together.
    private func records(of old: [[String]], key: String?) -> [Int?]? {
        let records = pieces.indices.filter { piece in
            pieces[piece].cells.map { piece != heading && $0 != header } ?? false
        }
        guard let key else { return records.count == old.count ? records : nil }
        guard let column = columns[key] else { return nil }
        var place: [String: Int] = [:]
        for piece in records {
            guard let cells = pieces[piece].cells, cells.indices.contains(column) else { continue }
            let name = LookAlikes.plainMarks(cells[column])
            if place[name] == nil { place[name] = piece }
        }
        return old.map { place[LookAlikes.plainMarks($0[0])] }
    }

    /// Adds the columns that hold something new and that the file does not have.
    private mutating func addColumns(_ rows: [(old: [String]?, new: [String])]) {
        for (place, column) in schema.columns.enumerated() where columns[column.name] == nil {
            let isNeeded = rows.contains { old, new in
                old.map { $0[place] != new[place] } ?? !Self.meansNothing(new[place], column)
            }
            guard isNeeded else { continue }
            if !isWider { header += Array(repeating: "", count: width - header.count) }
            columns[column.name] = header.count
            header.append(column.name)
            isWider = true
        }
    }

    /// Whether a cell says what a table without its column says.
    private static func meansNothing(_ cell: String, _ column: TableSchema.Column) -> Bool {
        cell.isEmpty || column.isOptional && (cell == "0" || cell == "0.00")
    }

    // MARK: Text

    private func text(
        _ changes: [(old: Int?, new: Int)], _ old: [[String]], _ new: [[String]], _ gone: Set<Int>,
        _ places: [Int?]
    ) -> [UInt8] {
        var becomes: [Int: [UInt8]] = [:]
        // What is added stands behind the row before it, or behind all.
        var behind: [Int: [UInt8]] = [:]
        let end = pieces.count - 1
        var last: Int?
        let isAtEnd = Self.addedAtEnd(changes)
        for change in changes {
            guard let row = change.old else {
                let place = isAtEnd ? end : last ?? heading ?? end
                behind[place, default: []] += record(
                    cells(new[change.new], over: template(new[change.new], old, gone, places)))
                continue
            }
            let now = new[change.new]
            guard let place = places[row] else {
                if old[row] != now { behind[end, default: []] += record(cells(now, over: [])) }
                continue
            }
            last = place
            if old[row] != now, let was = pieces[place].cells {
                becomes[place] = record(cells(now, over: was, unless: old[row]))
            }
        }
        let removed = Set(gone.compactMap { places[$0] })
        var bytes: [UInt8] = []
        for (place, piece) in pieces.enumerated() {
            if !removed.contains(place) {
                bytes +=
                    becomes[place]
                    ?? (piece.cells == nil ? Array(piece.bytes) : widened(piece, place == heading))
            }
            guard let more = behind[place] else { continue }
            if let last = bytes.last, last != 10, last != 13 { bytes += lineEnd }
            bytes += more
        }
        return bytes
    }

    /// Whether all that is new stands behind all that was there.
    private static func addedAtEnd(_ changes: [(old: Int?, new: Int)]) -> Bool {
        let first = changes.firstIndex { $0.old == nil } ?? changes.count
        return changes[first...].allSatisfy { $0.old == nil }
    }

    /// The cells of a row that goes and is like a new one, for columns that are people's own.
    private func template(_ row: [String], _ old: [[String]], _ gone: Set<Int>, _ places: [Int?]) -> [String]
    {
        guard schema.path == TableSchema.placements.path,
            let like = gone.first(where: { old[$0].prefix(2) == row.prefix(2) }), let place = places[like]
        else { return [] }
        return pieces[place].cells ?? []
    }

    /// The cells of a record: those of a row in its columns, over what stood there.
    private func cells(_ row: [String], over was: [String], unless old: [String]? = nil) -> [String] {
        var cells = was + Array(repeating: "", count: max(0, max(width, header.count) - was.count))
        for (place, column) in schema.columns.enumerated() {
            guard let at = columns[column.name], old.map({ $0[place] != row[place] }) ?? true else {
                continue
            }
            cells[at] = row[place]
        }
        return Array(cells.prefix(max(header.count, was.count)))
    }

    private func record(_ cells: [String]) -> [UInt8] {
        Array(CSVText.record(cells).utf8.dropLast()) + lineEnd
    }

    /// A record as it was, with blank cells for columns that were added.
    private func widened(_ piece: CSVPieces.Piece, _ isHeading: Bool) -> [UInt8] {
        guard isWider else { return Array(piece.bytes) }
        if isHeading { return record(header) }
        let end = piece.bytes.reversed().prefix { $0 == 10 || $0 == 13 }.count
        let missing = max(0, header.count - (piece.cells?.count ?? 0))
        return Array(piece.bytes.dropLast(end)) + Array(repeating: UInt8(ascii: ","), count: missing)
            + Array(piece.bytes.suffix(end))
    }

    /// The whole table anew, where there was none or it cannot be gone by.
    private func fresh(_ rows: [[String]]) -> [UInt8] {
        let told = schema.columns.indices.filter { column in
            !schema.columns[column].isOptional || rows.contains { !$0[column].isEmpty }
        }
        let records = ([schema.columns.map(\.name)] + rows).map { row in CSVText.record(told.map { row[$0] })
        }
        return Array(records.joined().utf8)
    }
}
