// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// minimums.csv, optional: who else must be in which team.
struct MinimumsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [TeamMinimum] = []
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable) {
        self.basis = basis
        guard let input = basis.source.load(.minimums),
            let table = CSVTable.read(input, .minimums, diagnostics)
        else { return }
        var lines: [TeamMinimum: Int] = [:]
        for row in table.rows {
            let team = teams.readTeam(table.field("team", of: row))
            let atLeast = table.field("at_least", of: row)?
                .wholeNumber(in: 1...10_000, unit: "heads", diagnostics)
            let kind = readKind(table, row)
            let when = readWhen(table.given("sessions", of: row))
            guard let team, let atLeast, let kind, when.isRight else { continue }
            let minimum = TeamMinimum(team: team, kind, atLeast: atLeast, when: when.sessions)
            warn(of: minimum, teams, table, row)
            if let line = lines[minimum] {
                diagnostics.add(
                    .warning, at: table.place(of: row), expected: "each minimum once",
                    message: "the same minimum stands in line \(line), and a head missing counts in both")
            } else {
                lines[minimum] = table.place(of: row).line
            }
            cells.append(row, of: table)
            values.append(minimum)
        }
    }

    /// Who counts: professions or a competency, one of the two.
    private func readKind(_ table: CSVTable, _ row: CSVTable.Row) -> HeadKind? {
        switch (table.given("professions", of: row), table.given("competency", of: row)) {
        case (let professions?, nil): return readProfessions(professions).map(HeadKind.registered)
        case (nil, let competency?): return readNeed(competency).map(HeadKind.holding)
        case (_?, let competency?):
            competency.error(
                "professions and competency are both given, and a row asks for one of them",
                expected: "a row for the professions and another for the competency", diagnostics)
        case (nil, nil):
            diagnostics.add(
                .error, at: table.place(of: row),
                expected: "professions, such as nursing;social-work, or a "
                    + "competency and its level, such as moving-handling:2",
                message: "the row does not say who must be there")
        }
        return nil
    }

    /// A competency and the level of it that is asked for: `moving-handling:2`.
    private func readNeed(_ field: Field) -> Need? {
        guard let colon = field.text.lastIndex(of: ":") else {
            field.error(
                "competency \(field.shown) does not say which level",
                expected: "a competency and its level, such as moving-handling:2", diagnostics)
            return nil
        }
        let name = field.part(field.text[..<colon])
        let level = field.part(
            field.text[field.text.index(after: colon)...], named: "the level of competency"
        )
        .wholeNumber(in: 1...(frameworkReader?.levels ?? 100), unit: "level", diagnostics)
        guard let competency = readCompetency(name), let level else { return nil }
        return Need(competency, level)
    }

    /// Parts of a day and full sessions, separated by semicolons; nil for a blank: all sessions of the team.
    private func readWhen(_ field: Field?) -> (isRight: Bool, sessions: [TeamMinimum.When]?) {
        guard let field else { return (true, nil) }
        var found: [TeamMinimum.When] = []
        var isRight = true
        for piece in field.text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let text = String(piece.drop { $0 == " " }.trimmedEnd)
            if let (date, _) = Field.cut(text), DayReading(date) != nil {
                guard let session = readPlanned(field.part(text)) else {
                    isRight = false
                    continue
                }
                if horizon?.index(of: session) != nil {
                    found.append(.session(session.day, part: session.part))
                }
                continue
            }
            for word in text.split(separator: " ").map(String.init) {
                if let part = readPart(word, field) { found.append(.part(part)) } else { isRight = false }
            }
        }
        guard field.text.contains(where: { !";, ".contains($0) }) else {
            field.error(
                "sessions \(field.shown) names none",
                expected: "parts of the day or sessions, or a blank for all of them", diagnostics)
            return (false, nil)
        }
        return (isRight, found)
    }

    /// A session; one on another day than those planned is told of and left out.
    private func readPlanned(_ field: Field) -> WrittenSession? {
        guard let session = readSession(field) else { return nil }
        if let horizon, horizon.index(of: session) == nil {
            guard horizon.hasPart(session.part) else {
                field.error(
                    horizon.absence(of: session),
                    expected: "of " + horizon.parts.map(\.id).joined(separator: ", "), diagnostics)
                return nil
            }
            field.warning(
                "\(horizon.absence(of: session)); it is left out",
                expected: "a session of \(horizon.start) to \(horizon.last)", diagnostics)
        }
        return session
    }

    /// A part of the day; nil with an error reported.
    private func readPart(_ word: String, _ field: Field) -> String? {
        guard let known = weekFile?.parts?.map(\.id) else { return word }
        if let part = field.spelling(of: word, among: known, diagnostics) { return part }
        let nearest = nearestName(to: word, in: known)
        field.wrongEverywhere(
            "'\(Diagnostic.shortened(word))' is no session in week.yaml", hint: didYouMean(nearest),
            expected: nearest ?? "of " + known.joined(separator: ", ") + ", or a session such as "
                + "\(horizon?.start.iso ?? "2026-11-23") \(known.first ?? "am")", diagnostics)
        return nil
    }

    /// Warns of a minimum for sessions in which the team is never open.
    private func warn(of minimum: TeamMinimum, _ teams: TeamsTable, _ table: CSVTable, _ row: CSVTable.Row) {
        guard let index = teams.index[minimum.team], let horizon, minimum.when?.isEmpty != true else {
            return
        }
        let team = teams.values[index]
        let holds = horizon.sessions.contains { minimum.holds(in: $0) && team.isOpen(in: $0) }
        guard !holds, let field = table.field("sessions", of: row) ?? table.field("team", of: row) else {
            return
        }
        field.warning(
            "team '\(minimum.team)' is open in none of these sessions, so that the minimum asks for nothing",
            expected: "sessions in which the team is open, or a blank for all of them", diagnostics)
    }
}
