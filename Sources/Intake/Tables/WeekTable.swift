// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A table of a week as a value, read by its initialiser, which takes the tables that it refers to.
///
/// A row with a fault is left out of the values and reported; its identifier is still known, so that references to it
/// are not reported as well. Where a whole file cannot be read its names are nil, and nothing is checked against them.
protocol WeekTable {
    /// What it was read against.
    var basis: WeekBasis { get }
}

extension WeekTable {
    var diagnostics: Diagnostics { basis.diagnostics }
    var weekFile: WeekFile? { basis.weekFile }
    var horizon: Horizon? { basis.horizon }
    var frameworkReader: FrameworkReader? { basis.frameworkReader }

    /// A session as a cell says it, with the parts of the day and the days planned in mind; nil with an error reported. It
    /// may lie outside of them.
    func readSession(_ field: Field) -> WrittenSession? {
        field.session(
            within: horizon?.range, parts: horizon?.partNames ?? weekFile?.parts?.map(\.id) ?? [], diagnostics
        )
    }

    /// Roles `a;b`, each one of the framework's.
    func readRoles(_ field: Field) -> [String]? { field.roles(of: frameworkReader, diagnostics) }

    /// Professions `a;b`, each one of some registered role's; nil with an error reported.
    func readProfessions(_ field: Field) -> [String]? {
        guard let professions = field.identifiers(diagnostics) else { return nil }
        guard let reader = frameworkReader, reader.rolesAreSound else { return professions }
        let known = reader.roles.filter { $0.kind == .registered }.compactMap(\.profession)
        let unknown = professions.filter { !known.contains($0) }
        for profession in unknown {
            let nearest = nearestName(to: profession, in: known)
            field.wrongEverywhere(
                "no registered role has profession '\(Diagnostic.shortened(profession))'",
                hint: didYouMean(nearest),
                expected: nearest ?? "a profession that a registered role has", diagnostics)
        }
        return unknown.isEmpty ? professions : nil
    }

    /// An activity of the framework; nil with an error reported.
    func readActivity(_ field: Field?) -> String? {
        read(field, frameworkReader?.activityNames)
    }

    /// A name of the framework, or what it is called there; nil with an error reported.
    private func read(_ field: Field?, _ known: KnownNames?) -> String? {
        field?.name(among: known, diagnostics)
    }

    /// A competency of the framework; nil with an error reported.
    func readCompetency(_ field: Field?) -> String? {
        field?.competency(of: frameworkReader, diagnostics)
    }

    /// `from` and `until`, either of which may be open.
    func readPeriod(_ table: CSVTable, _ row: CSVTable.Row) -> (from: CalendarDay?, until: CalendarDay?) {
        table.period(of: row, diagnostics)
    }

    /// Tells of a table without rows where a week makes no sense without.
    func reportEmpty(_ table: CSVTable, _ expected: String) {
        diagnostics.add(
            .warning, at: Place(file: table.file, line: table.headerLine), expected: "\(expected) a row",
            message: "\(table.file) has no rows")
    }
}

/// The columns of a table that hold identifiers; the first names its rows.
struct IdentifierColumns {
    let table: CSVTable
    let columns: [String]
}
