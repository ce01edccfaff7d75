// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// requests.csv, optional: what people ask for themselves.
struct RequestsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [StaffRequest] = []
    private(set) var cells = TableCells()
    /// Where all of it is about other days than those planned.
    private(set) var otherWeek: OtherWeek?
    /// What each human has asked for so far, as indices in `values`.
    private var asked: [String: [Int]] = [:]

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable) {
        self.basis = basis
        guard let input = basis.source.load(.requests),
            let table = CSVTable.read(input, .requests, diagnostics)
        else { return }
        var sessions = SessionsOutside()
        let humans = staff.values.humansById
        for row in table.rows {
            let person = staff.readPerson(table.field("staff", of: row))
            let time = readTime(table.field("session", of: row), &sessions)
            let wantField = table.field("want", of: row)
            let want = readWant(wantField, teams)
            let weight =
                table.given("weight", of: row).map {
                    $0.decimal(in: 0...PolicyFigure.pounds.weight.upperBound, unit: "pounds", diagnostics)
                } ?? StaffRequest.usualWeight
            guard let person, let time, let want, let weight, let wantField else { continue }
            let request = StaffRequest(staff: person, time: time, want: want, weight: weight)
            let human = humans[person] ?? person
            guard isNew(request, of: human, at: wantField) else { continue }
            asked[human, default: []].append(values.count)
            cells.append(row, of: table)
            values.append(request)
        }
        otherWeek = sessions.tell(
            in: TableSchema.requests.path, of: "sessions", horizon, diagnostics
        ) { field, session, horizon in
            field.error(
                "\(field.name) \(field.shown): \(horizon.absence(of: session))",
                expected: "a session, or a day, of \(horizon.start) to \(horizon.last)", diagnostics)
        }
    }

    /// A session, or a day alone.
    private func readTime(_ field: Field?, _ sessions: inout SessionsOutside) -> StaffRequest.Time? {
        guard let field else { return nil }
        guard !field.isBlank else {
            field.error(
                "session is blank", expected: "a session such as 2026-11-23 am, or a day such as 2026-11-23",
                diagnostics)
            return nil
        }
        guard DayReading(field.text) != nil else {
            guard let session = readSession(field), let horizon else { return nil }
            return sessions.index(of: session, at: field, in: horizon).map { .session($0) }
        }
        guard let day = field.day(diagnostics), let horizon, let first = horizon.parts.first else {
            return nil
        }
        let session = WrittenSession(day: day, part: first.id)
        return sessions.index(of: session, at: field, in: horizon).map { .day($0 / horizon.parts.count) }
    }

    /// `on`, `off`, or a team of the week.
    private func readWant(_ field: Field?, _ teams: TeamsTable) -> StaffRequest.Want? {
        guard let field else { return nil }
        switch field.text.lowercased() {
        case StaffRequest.Want.onWord: return .on
        case StaffRequest.Want.offWord: return .off
        case "":
            field.error("want is blank", expected: "on, off or a team", diagnostics)
            return nil
        case _: return teams.readTeam(field).map { .team($0) }
        }
    }

    /// Whether nobody could say that the human asked this already, or the opposite of it, in whichever row.
    private func isNew(_ request: StaffRequest, of human: String, at field: Field) -> Bool {
        let dayOfSession = (horizon?.sessions ?? []).map(\.dayIndex)
        for index in asked[human] ?? [] {
            let other = values[index]
            let also = other.staff == request.staff ? "" : " as '\(other.staff)'"
            if request.contradicts(other, dayOfSession: dayOfSession) {
                field.error(
                    "want \(field.shown) and '\(other.want.word)' in line \(cells.line(index))\(also) cannot both be granted",
                    expected: "one of the two", diagnostics)
                return false
            }
            if other.time == request.time, other.want == request.want {
                field.error(
                    "'\(request.staff)' asks for this in line \(cells.line(index))\(also) as well, and it would count twice",
                    expected: "each request once", diagnostics)
                return false
            }
        }
        return true
    }
}
