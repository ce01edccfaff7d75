// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// teams.csv: the service units.
struct TeamsTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [Team] = []
    private(set) var names: KnownNames?
    /// Every organisation, also of rows with a fault elsewhere; nil where one cannot be read.
    private(set) var organisations: [String]? = []
    private(set) var cells = TableCells()
    /// The index in `values` of each identifier.
    private(set) var index: [String: Int] = [:]
    private(set) var identifiers: IdentifierColumns?

    /// Reads the table.
    init(_ basis: WeekBasis) {
        self.basis = basis
        guard let input = basis.source.load(.teams),
            let table = CSVTable.read(input, .teams, diagnostics)
        else { return }
        var names = KnownNames(kind: "team", home: "in teams.csv")
        for row in table.rows {
            let idField = table.field("team", of: row)
            let id = idField?.identifier(blanks: false, diagnostics)
            if let idField, !idField.isBlank {
                // One that is refused is known all the same, so that rows that name it are not told besides.
                names.define(id ?? idField.text, at: idField, diagnostics)
            }
            let name = table.given("name", of: row).flatMap { $0.note(diagnostics) }
            if let id, let name { names.call(id, name) }
            let pathway = table.field("pathway", of: row)?.identifier(diagnostics)
            let organisation = table.field("organisation", of: row)?.identifier(diagnostics)
            if let organisation { organisations?.append(organisation) } else { organisations = nil }
            let locality = table.field("locality", of: row)?.identifier(diagnostics)
            let parts = readParts(table.field("sessions", of: row))
            let setting = table.given("setting", of: row).flatMap { $0.word(Team.Setting.self, diagnostics) }
            let group = table.given("supervision_group", of: row).flatMap { $0.identifier(diagnostics) }
            let days = table.given("days", of: row).map { $0.weekdays(diagnostics) } ?? Set(Weekday.allCases)
            let travel = table.given("travel_minutes", of: row)
                .flatMap { $0.wholeNumber(in: 0...1440, unit: "minutes", diagnostics) }
            let span = table.given("span", of: row)
                .flatMap { $0.decimal(in: 0...1000, unit: "people", diagnostics) }
            let least = ["min_staff", "min_registered"].map { column in
                table.given(column, of: row).flatMap {
                    $0.wholeNumber(in: 0...10_000, unit: "heads", diagnostics)
                }
            }
            let heads = table.given("head_professions", of: row).flatMap { readProfessions($0) }
            let closed = readClosedSessions(table.given("closed", of: row))
            guard let id, let pathway, let organisation, let locality, let parts, let days,
                index[id] == nil
            else { continue }
            index[id] = values.count
            cells.append(row, of: table)
            values.append(
                Team(
                    id: id, name: name, pathway: pathway, organisation: organisation, locality: locality,
                    setting: setting, parts: parts, weekdays: days, supervisionGroup: group,
                    travelMinutes: travel ?? 0, span: span, minimumStaff: least[0] ?? 0,
                    minimumRegistered: least[1] ?? 0, headProfessions: heads ?? []))
            values[values.count - 1].closedSessions = closed
        }
        guard table.has("team") else { return }
        self.names = names
        identifiers = IdentifierColumns(
            table: table, columns: ["team", "organisation", "locality", "supervision_group", "pathway"])
        if table.rows.isEmpty { reportEmpty(table, "a team") }
        checkSpecialDays()
    }

    /// A team of the table; nil for no cell, and with an error for an unknown one.
    func readTeam(_ field: Field?) -> String? {
        guard let field else { return nil }
        if let names, !field.isBlank, field.text.contains(" ") {
            // What teams are called has blanks, and their identifiers have none.
            return names.resolve(field.text, at: field, diagnostics)
        }
        guard let team = field.identifier(blanks: false, diagnostics) else { return nil }
        guard let names else { return team }
        return names.resolve(team, at: field, diagnostics)
    }

    /// The parts of the day a team is open, each one of week.yaml's.
    private func readParts(_ field: Field?) -> [String]? {
        guard let field else { return nil }
        let words = field.words
        guard !words.isEmpty else {
            field.error("sessions is blank", expected: "parts of the day, such as am pm", diagnostics)
            return nil
        }
        guard let known = weekFile?.parts?.map(\.id) else { return words }
        var isComplete = true
        var parts: [String] = []
        for word in words {
            guard let part = field.spelling(of: word, among: known, diagnostics) else {
                let nearest = nearestName(to: word, in: known)
                field.wrongEverywhere(
                    "'\(Diagnostic.shortened(word))' is no session in week.yaml", hint: didYouMean(nearest),
                    expected: nearest ?? "of " + known.joined(separator: ", "), diagnostics)
                isComplete = false
                continue
            }
            if !parts.contains(part) { parts.append(part) }
        }
        return isComplete ? parts : nil
    }
}
