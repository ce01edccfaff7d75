// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// overrides.csv, optional: what whoever was in charge decided otherwise than the plan. No rule judges it, and no plan
/// is made from it, so that it is not among the inputs whose change makes a plan an old one.
///
/// A row in which decision, why and by are all blank is one that nobody has filled in yet.
struct OverridesTable: WeekTable {
    let basis: WeekBasis
    private(set) var values: [Override] = []

    /// Reads the table.
    init(_ basis: WeekBasis, teams: TeamsTable, staff: StaffTable, demand: DemandTable) {
        self.basis = basis
        let names = Names(staff: staff.names, teams: teams.names, lines: demand.names)
        guard let input = basis.source.load(.overrides, isOfPlan: false),
            let table = CSVTable.read(input, .overrides, diagnostics)
        else { return }
        for row in table.rows {
            let isBlank = ["decision", "why", "by"].allSatisfy { table.given($0, of: row) == nil }
            guard !isBlank else { continue }
            let subjects = table.field("what", of: row).flatMap { readSubjects($0, names) }
            let decision = readRecord(table.field("decision", of: row), "what was decided")
            let why = readRecord(table.field("why", of: row), "why it was decided so")
            let by = readRecord(table.field("by", of: row), "who decided it")
            let on = table.field("on", of: row)?.day(diagnostics)
            guard let subjects, let decision, let why, let by, let on else { continue }
            values.append(Override(subjects: subjects, decision: decision, why: why, by: by, on: on))
        }
    }

    /// A record that leaves out what, why or who says nothing to whoever reads it later.
    private func readRecord(_ field: Field?, _ meaning: String) -> String? {
        guard let field else { return nil }
        guard !field.isBlank else {
            field.error(
                "\(field.name) is blank, and an override is a record", expected: meaning, diagnostics)
            return nil
        }
        return field.note(diagnostics)
    }

    /// What it is about: names of the week, by semicolons where several belong together.
    private func readSubjects(_ field: Field, _ names: Names) -> [Override.Subject]? {
        let parts = field.text.split(separator: ";").map {
            field.part($0)
        }.filter { !$0.isBlank }
        guard !parts.isEmpty else {
            field.error(
                "what is blank", expected: "a staff, a session such as 2026-11-23 am, a team or a line",
                diagnostics)
            return nil
        }
        return parts.map { subject($0, names) }
    }

    /// What may be meant; nil where a table could not be read.
    private struct Names {
        let staff: KnownNames?
        let teams: KnownNames?
        let lines: KnownNames?
    }

    private func subject(_ part: Field, _ names: Names) -> Override.Subject {
        let name = part.text
        if names.staff?.contains(name) ?? false { return .staff(name) }
        if let session = horizon?.sessions.firstIndex(where: { $0.id == name }) { return .session(session) }
        if names.teams?.contains(name) ?? false { return .team(name) }
        if names.lines?.contains(name) ?? false { return .line(name) }
        let known =
            (names.staff?.names ?? []) + (names.teams?.names ?? []) + (names.lines?.names ?? [])
            + (horizon?.sessions.map(\.id) ?? [])
        // Where a table could not be read, nothing is known of its names.
        guard names.staff != nil, names.teams != nil, names.lines != nil, horizon != nil else {
            return .other(name)
        }
        let nearest = nearestName(to: name, in: known)
        part.warning(
            "what \(part.shown) is no staff, session, team or line of the week; it is shown as it stands"
                + didYouMean(nearest),
            expected: nearest ?? "a staff, a session such as 2026-11-23 am, a team or a line", diagnostics)
        return .other(name)
    }
}
