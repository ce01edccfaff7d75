// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// rota.csv: a row a person, a column a session.
struct RotaTable: WeekTable {
    /// A mark with a pin: of whom, in which session, and the cell.
    struct Pin {
        let staff: Int
        let session: Int
        let teams: [String]
        let field: Field
    }

    let basis: WeekBasis
    /// A row for each person of staff.csv; nil where the table has none.
    private(set) var values: [[RotaMark]?]
    private(set) var pins: [Pin] = []
    /// Where all of its columns are of other days than those planned.
    private(set) var otherWeek: OtherWeek?
    private var table: CSVTable?
    /// The row of each person of staff.csv that has one.
    private var rows: [Int: CSVTable.Row] = [:]
    private var columnOfSession: [Int: Column] = [:]

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        values = staff.values.map { _ in nil }
        guard let input = basis.source.load(.rota),
            let table = CSVTable.read(input, .rota, diagnostics)
        else { return }
        self.table = table
        let columns = readColumns(table)
        columnOfSession = Dictionary(
            columns.compactMap { column in column.session.map { ($0, column) } },
            uniquingKeysWith: { one, _ in one })
        let reader = RotaMarkReader(
            team: { teams.readTeam($0) }, isTeam: { teams.names?.contains($0) ?? false },
            marks: weekFile?.marks ?? RotaMarks(), diagnostics: diagnostics)
        var names = KnownNames(kind: "rota row", home: "in rota.csv")
        for row in table.rows {
            let field = table.field("staff", of: row)
            let person = staff.readPerson(field)
            if let person, let field { names.define(person, at: field, diagnostics) }
            let index = person.flatMap { staff.index[$0] }
            let isFirst = index.map { rows[$0] == nil } ?? false
            var marks = (horizon?.sessions ?? []).map { _ in RotaMark(.off) }
            for column in columns {
                guard let cell = table.field(at: column.index, named: column.name, of: row), !cell.isBlank,
                    let mark = reader.mark(cell, in: column.session.flatMap { horizon?.sessions[$0] }),
                    let session = column.session
                else { continue }
                reader.tellIfLate(cell, mark)
                marks[session] = mark
                if !mark.pins.isEmpty, let index, isFirst {
                    pins.append(Pin(staff: index, session: session, teams: mark.pins, field: cell))
                }
            }
            guard let index, isFirst else { continue }
            rows[index] = row
            values[index] = marks
        }
        for (index, person) in staff.values.enumerated()
        where values[index] == nil && !names.contains(person.id) {
            staff.cells.field("staff", index).warning(
                "'\(person.id)' has no row in rota.csv and is taken as not available",
                expected: "a row in rota.csv", diagnostics)
        }
    }

    /// The cell of a person and a session.
    func field(_ staff: Int, _ session: Int) -> Field? {
        guard let table, let row = rows[staff], let column = columnOfSession[session] else { return nil }
        return table.field(at: column.index, named: column.name, of: row)
    }

    private struct Column {
        let index: Int
        let name: String
        /// The index of the session; nil where the horizon is not known.
        let session: Int?
    }

    /// The columns that are sessions of the horizon.
    private mutating func readColumns(_ table: CSVTable) -> [Column] {
        var columns: [Column] = []
        var lines: Set<Int> = []
        var sessions = SessionsOutside()
        let headings = table.others.map {
            (index: $0.index, field: table.heading($0.header, named: "session"))
        }
        let known = headings.filter { Self.isSession($0.field.text) }
        for (_, field) in headings
        where !Self.isSession(field.text) && !(known.isEmpty && headings.count > 1) {
            let nearest = nearestName(to: field.text, in: ["staff"] + (horizon?.sessions.map(\.id) ?? []))
            field.warning(
                "column \(field.shown) is not known and is left out" + didYouMean(nearest),
                expected: nearest ?? "staff, or a session such as 2026-11-23 am", diagnostics)
        }
        if known.isEmpty, headings.count > 1 {
            tellNoSessions(headings.map(\.field))
            return []
        }
        for (index, field) in known {
            guard let session = readSession(field) else { continue }
            guard let horizon else {
                columns.append(Column(index: index, name: field.text, session: nil))
                continue
            }
            guard let number = sessions.index(of: session, at: field, in: horizon) else { continue }
            guard lines.insert(number).inserted else {
                tellTwice(field)
                continue
            }
            columns.append(Column(index: index, name: horizon.sessions[number].id, session: number))
        }
        otherWeek = tellLeftOut(sessions)
        tellMissing(columns: lines, in: table)
        return columns
    }

    /// Sessions that have no column, in one message. A guessed horizon may well have sessions that nobody meant, and a
    /// rota of another week has none of them.
    private func tellMissing(columns: Set<Int>, in table: CSVTable) {
        guard let horizon, let weekFile, weekFile.isHorizonSure, otherWeek == nil else {
            return
        }
        let missing = horizon.sessions.indices.filter { !columns.contains($0) }.map {
            horizon.sessions[$0].id
        }
        guard let first = missing.first else { return }
        let more = missing.count - 1
        diagnostics.add(
            .error, at: Place(file: table.file, line: table.headerLine), field: first,
            expected: "a column '\(first)' in the header row"
                + (more > 0 ? ", and one for each session" : ""),
            message: "column '\(first)' is missing"
                + (more > 0 ? "; so are those of \(more) more sessions" : ""))
    }

    /// Whether a heading is a session; `Mon 23 Nov 2026` is a day, whose year is no part of it.
    private static func isSession(_ text: String) -> Bool { Field.isSession(text) && !WrittenDay.isDay(text) }

    /// Headings of which none is a session: one message, with the right spelling of the first. Days are the rota of another
    /// kind, whose marks have to say when on the day they are.
    private func tellNoSessions(_ fields: [Field]) {
        let first = horizon?.sessions.first?.id ?? "2026-11-23 am"
        if let day = fields.first(where: { WrittenDay.isDay($0.text) }) {
            day.error(
                "column \(day.shown) is a day, and \(TableSchema.rota.path) has a column a session: a rota with a column a "
                    + "day comes in by skillmix import rota",
                expected: "the day and its part, \(first), or skillmix import rota FILE --into WEEK",
                diagnostics)
            return
        }
        let more = fields.count - 1
        fields[0].error(
            "column \(fields[0].shown) is no session"
                + (more == 1 ? "; nor is 1 more column" : "; nor are \(more) more columns"),
            expected: "the day and its part, \(first), for each session", diagnostics)
    }

    /// A heading that is there already: one message, for a heading filled to the right is there many times.
    private func tellTwice(_ field: Field) {
        diagnostics.add(
            .error, once: "twice\n" + TableSchema.rota.path, at: field, expected: "each session once",
            message: { met in
                "column \(field.shown) is there twice" + met.others("column")
            })
    }

    /// Columns of days that are not planned are told once for all; unknown parts of the day one by one.
    private func tellLeftOut(_ sessions: SessionsOutside) -> OtherWeek? {
        let days = horizon.map { horizon in
            sessions.outside.count { horizon.hasPart($0.session.part) }
        }
        var isTold = false
        return sessions.tell(
            in: TableSchema.rota.path, of: "columns", horizon, diagnostics
        ) { field, session, horizon in
            var more = ""
            if horizon.hasPart(session.part) {
                guard !isTold else { return }
                isTold = true
                if let days, days > 1 {
                    more = days == 2 ? "; so is 1 more column" : "; so are \(days - 1) more columns"
                }
            }
            field.warning(
                "column \(field.shown) is left out: \(horizon.absence(of: session))" + more,
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }

    /// The days that the headings of rota.csv name; none where they cannot be read.
    static func days(_ source: WeekSource) -> [CalendarDay] {
        let aside = Diagnostics()
        guard let input = source.folder.load(TableSchema.rota.path, aside) else { return [] }
        return CSVTable.header(of: input, .rota, aside).compactMap { cell in
            Field.cut(cell.text).flatMap { DayReading($0.date)?.day }
        }
    }
}
