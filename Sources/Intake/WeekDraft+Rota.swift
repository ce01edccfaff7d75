// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekDraft {
    static let rotaFile = "rota.csv"

    /// rota.csv: a row a person, a column a session.
    func readRota() {
        rota = staff.map { _ in nil }
        guard let input = load(Self.rotaFile),
            let table = CSVTable.read(input, required: ["staff"], others: .keep, diagnostics)
        else { return }
        let columns = readColumns(table)
        var names = KnownNames(kind: "rota row", home: "in rota.csv")
        var rows: [Int: CSVTable.Row] = [:]
        for row in table.rows {
            let field = table.field("staff", of: row)
            let person = readPerson(field)
            if let person, let field { names.define(person, at: field, diagnostics) }
            let index = person.flatMap { staffIndex[$0] }
            let isFirst = index.map { rows[$0] == nil } ?? false
            var marks = (horizon?.sessions ?? []).map { _ in RotaMark(.off) }
            for column in columns {
                guard let cell = table.field(at: column.index, named: column.name, of: row), !cell.isBlank,
                    let mark = readMark(cell), let session = column.session
                else { continue }
                marks[session] = mark
                if let pin = mark.pin, let index, isFirst { pins.append((index, session, pin, cell)) }
            }
            guard let index, isFirst else { continue }
            rows[index] = row
            rota[index] = marks
        }
        let columnOfSession = Dictionary(
            columns.compactMap { column in column.session.map { ($0, column) } },
            uniquingKeysWith: { one, _ in one })
        rotaField = { person, session in
            guard let row = rows[person], let column = columnOfSession[session] else { return nil }
            return table.field(at: column.index, named: column.name, of: row)
        }
        for (index, person) in staff.enumerated() where rota[index] == nil && !names.contains(person.id) {
            staffFields[index].staff.warning(
                "'\(person.id)' has no row in rota.csv and is taken as not available",
                expected: "a row in rota.csv", diagnostics)
        }
    }

    private struct Column {
        let index: Int
        let name: String
        /// The index of the session; nil where the horizon is not known.
        let session: Int?
    }

    /// The columns that are sessions of the horizon.
    private func readColumns(_ table: CSVTable) -> [Column] {
        var columns: [Column] = []
        var lines: Set<Int> = []
        for (index, header) in table.others {
            let place = Place(file: table.file, line: header.line, column: header.column)
            let field = Field(header.text, name: "session", place: place)
            guard let cut = Field.cut(header.text), DayReading(cut.date) != nil else {
                let nearest = nearestName(
                    to: header.text, in: ["staff"] + (horizon?.sessions.map(\.id) ?? []))
                field.warning(
                    "column \(field.shown) is not known and is left out" + didYouMean(nearest),
                    expected: nearest ?? "staff, or a session such as 2026-11-23 am", diagnostics)
                continue
            }
            guard let session = field.session(diagnostics) else { continue }
            guard let horizon else {
                columns.append(Column(index: index, name: header.text, session: nil))
                continue
            }
            guard let number = horizon.index(of: session) else {
                field.warning(
                    "column \(field.shown) is left out: \(horizon.absence(of: session))",
                    expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
                continue
            }
            guard lines.insert(number).inserted else {
                field.error(
                    "column \(field.shown) is there twice", expected: "each session once", diagnostics)
                continue
            }
            columns.append(Column(index: index, name: horizon.sessions[number].id, session: number))
        }
        // A guessed horizon may well have sessions that nobody meant.
        guard let weekFile, weekFile.isHorizonSure else { return columns }
        for (number, session) in (horizon?.sessions ?? []).enumerated() where !lines.contains(number) {
            diagnostics.add(
                .error, at: Place(file: table.file, line: table.headerLine), field: session.id,
                expected: "a column '\(session.id)' in the header row",
                message: "column '\(session.id)' is missing")
        }
        return columns
    }

    /// `R`, `A`, `L`, `S`, `T`, or with a pin `R@team`, `A@team`.
    private func readMark(_ field: Field) -> RotaMark? {
        let form = "R, A, L, S, T or a blank; R@team or A@team for one team only"
        let parts = field.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let letter = parts[0].trimmedEnd
        guard let duty = RotaMark.Duty(rawValue: letter.uppercased()) else {
            field.error("\(field.shown) is no mark of a rota", expected: form, diagnostics)
            return nil
        }
        guard parts.count == 2 else { return RotaMark(duty) }
        guard duty == .rostered || duty == .available else {
            field.error(
                "\(field.shown) names a team for a session that is not worked", expected: form, diagnostics)
            return nil
        }
        let pin = Field(String(parts[1].drop { $0 == " " }), name: field.name, place: field.place)
        guard let team = readTeam(pin) else { return nil }
        return RotaMark(duty, pin: team)
    }
}
