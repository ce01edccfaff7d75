// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the cells of a sheet.
final class SheetReader {
    private let strings: [String]
    private let styles: CellStyles
    private let is1904: Bool
    private let limits: WorkbookLimits
    /// Cells that may be read yet.
    private(set) var cellsLeft: Int

    private var rows: [Int: [Int: CellValue]] = [:]
    private var hidden: Set<Int> = []
    private var hiddenColumns: [ClosedRange<Int>] = []
    private var withoutValue: [CellReference] = []
    private var merged: [(first: CellReference, last: CellReference)] = []
    /// The row and cell at hand.
    private var row = -1
    private var isInRow = false
    private var cell = CellReference(row: 0, column: -1)
    private var kind = "n"
    private var style = 0
    private var (value, inline): (String?, String?) = (nil, nil)
    private var (hasFormula, isPhonetic) = (false, false)

    init(strings: [String], styles: CellStyles, is1904: Bool, limits: WorkbookLimits, cellsLeft: Int) {
        (self.strings, self.styles, self.is1904) = (strings, styles, is1904)
        (self.limits, self.cellsLeft) = (limits, cellsLeft)
    }

    /// Reads a sheet; merged cells all hold what their first does.
    func read(_ bytes: [UInt8], _ listed: WorkbookReader.Listed) throws(WorkbookError) -> Sheet {
        try XMLWalk.through(bytes, part: listed.part, limits: limits) {
            name, attributes throws(WorkbookError) in
            try self.begin(name, attributes)
        } end: { name, text throws(WorkbookError) in
            try self.end(name, text)
        }
        try fillMerged()
        let numbers = rows.keys.sorted()
        let used = Set(rows.values.lazy.flatMap(\.keys)).sorted()
        return Sheet(
            name: listed.name,
            rows: numbers.map { number in
                let cells = rows[number] ?? [:]
                return Sheet.Row(
                    number: number + 1,
                    cells: cells.sorted { $0.key < $1.key }.map {
                        Sheet.Cell(column: $0.key, value: $0.value)
                    })
            },
            isHidden: listed.isHidden, hiddenRows: numbers.filter(hidden.contains).map { $0 + 1 },
            hiddenColumns: used.filter { column in hiddenColumns.contains { $0.contains(column) } },
            formulasWithoutValue: withoutValue.map(\.name))
    }

    private func begin(_ name: String, _ attributes: [String: String]) throws(WorkbookError) {
        switch name {
        case "row":
            row = attributes["r"].flatMap { Int($0) }.map { max($0, 0) - 1 } ?? row + 1
            guard (0..<WorkbookLimits.rows).contains(row) else {
                throw .broken("it has a row that no sheet has")
            }
            (cell, isInRow) = (CellReference(row: row, column: -1), true)
            if ["1", "true"].contains(attributes["hidden"]) { hidden.insert(row) }
        case "c":
            guard isInRow else { throw .broken("it has a cell that stands in no row") }
            if let place = attributes["r"] {
                guard let reference = CellReference(place), reference.row == row else {
                    throw .broken("the cell '\(place.prefix(20))' does not stand in its row")
                }
                cell = reference
            } else {
                guard cell.column + 1 < WorkbookLimits.columns else {
                    throw .broken("it has a column that no sheet has")
                }
                cell = CellReference(row: row, column: cell.column + 1)
            }
            (kind, style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0)
            (value, inline, hasFormula) = (nil, nil, false)
        case "f": hasFormula = true
        case "rPh": isPhonetic = true
        case "col":
            guard ["1", "true"].contains(attributes["hidden"]),
                let first = attributes["min"].flatMap({ Int($0) }), first >= 1,
                let last = attributes["max"].flatMap({ Int($0) }), last >= first,
                last <= WorkbookLimits.columns, hiddenColumns.count < WorkbookLimits.columns
            else { return }
            hiddenColumns.append(first - 1...last - 1)
        case "mergeCell":
            if let corners = attributes["ref"].flatMap(CellReference.corners) { merged.append(corners) }
        default: break
        }
    }

    private func end(_ name: String, _ text: String) throws(WorkbookError) {
        switch name {
        case "v": value = text
        case "t":
            if kind == "inlineStr", !isPhonetic { inline = (inline ?? "") + SharedStrings.unescaped(text) }
        case "rPh": isPhonetic = false
        case "row": isInRow = false
        case "c":
            if let found = try cellValue() {
                try keep(found, at: cell)
            } else if hasFormula, value?.isEmpty ?? true, kind != "str" || value == nil {
                // An empty text is what came of a formula; an empty number is none, and programs write it so.
                withoutValue.append(cell)
            }
        default: break
        }
    }

    private func keep(_ value: CellValue, at place: CellReference) throws(WorkbookError) {
        cellsLeft -= 1
        guard cellsLeft >= 0 else { throw .tooLarge("it has more than \(limits.cells) cells") }
        guard rows[place.row]?[place.column] == nil else {
            throw .broken("the cell \(place.name) stands in it twice")
        }
        rows[place.row, default: [:]][place.column] = value
    }

    /// What the cell at hand holds; nil: nothing.
    private func cellValue() throws(WorkbookError) -> CellValue? {
        switch kind {
        case "inlineStr": return text(inline)
        case "str": return text(value.map(SharedStrings.unescaped))
        case "s":
            guard let value else { return nil }
            guard let number = Int(value), strings.indices.contains(number) else {
                throw .broken("the cell \(cell.name) holds a text that it has not")
            }
            return text(strings[number])
        case "b": return value.map { .boolean($0 == "1" || $0 == "true") }
        case "e": return value.map { .failure($0) }
        case "d": return text(value)
        default:
            guard let value, !value.isEmpty else { return nil }
            guard let number = Double(value), number.isFinite else {
                throw .broken("the cell \(cell.name) holds '\(value.prefix(20))' as a number")
            }
            switch styles.shown(style) {
            case .number: return .number(number)
            case .time:
                return (Moment(time: number) ?? Moment(serial: number, is1904: is1904)).map { .moment($0) }
                    ?? .number(number)
            case .day: return Moment(serial: number, is1904: is1904).map { .moment($0) } ?? .number(number)
            }
        }
    }

    private func text(_ text: String?) -> CellValue? {
        guard let text, !text.isEmpty else { return nil }
        return .text(text)
    }

    private func fillMerged() throws(WorkbookError) {
        // Counted whole although some of them be filled already, so that the same cells merged again are no work.
        var left = cellsLeft
        for (first, last) in merged {
            guard let value = rows[first.row]?[first.column] else { continue }
            left -= (last.row - first.row + 1) * (last.column - first.column + 1)
            guard left >= 0 else {
                throw .tooLarge("it has more than \(limits.cells) cells")
            }
            for row in first.row...last.row {
                for column in first.column...last.column where rows[row]?[column] == nil {
                    try keep(value, at: CellReference(row: row, column: column))
                }
            }
        }
    }
}
