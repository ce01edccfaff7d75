// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension TableSchema {
    /// A pay table.
    public static let pay = TableSchema(
        path: "pay.csv",
        notes: ["What posts are paid. One row a band and point; shares are of pay, 0.15 or 15%."],
        columns: [
            Column("band", "the pay band", "5"),
            Column("point", "the point within the band", "entry"),
            Column("annual", "pounds a year of full time, before on-costs", "31049"),
            Column("pension_charged", "what the employer pays into the pension, a share of pay", "0.1438"),
            Column("pension_full", "what is paid into it in all, a share of pay", "0.2378"),
            Column("national_insurance", "the employer's, a share of pay above the next column", "0.15"),
            Column(
                "national_insurance_above", "pounds a year on which no National Insurance is paid", "5000"),
            .optional(
                "agency_cap", "the most pounds an hour that an agency may charge; blank: none", "29.95"),
            .optional("roles", "roles whose posts are paid so; several with a semicolon", "nurse"),
            .optional("year", "of which year the figures are", "2025/26"),
            .optional("source", "where they come from", "NHS Employers"),
        ])
}

/// Reads a pay table.
///
///     let (table, diagnostics) = PayTableReader.read(file, diagnostics)
///
/// Every problem is told at once; there is no table exactly when one is an error.
public enum PayTableReader {
    /// Reads the table of a file, of whatever name.
    public static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> PayTable? {
        guard let table = CSVTable.read(input, .pay, diagnostics) else { return nil }
        var points: [PayPoint] = []
        var places: [[String]: Int] = [:]
        var lines: [String: Int] = [:]
        for row in table.rows {
            let bandField = table.field("band", of: row)
            let band = bandField?.identifier(diagnostics)
            let point = table.field("point", of: row)?.identifier(diagnostics)
            let annual = table.field("annual", of: row)?
                .decimal(in: 1...10_000_000, unit: "pounds a year", diagnostics)
            let charged = share("pension_charged", of: row, in: table, diagnostics)
            let full = share("pension_full", of: row, in: table, diagnostics)
            let insurance = share("national_insurance", of: row, in: table, diagnostics)
            let above = table.field("national_insurance_above", of: row)?
                .decimal(in: 0...10_000_000, unit: "pounds a year", diagnostics)
            let capField = table.given("agency_cap", of: row)
            let cap = capField?.decimal(in: 0.01...100_000, unit: "pounds an hour", diagnostics)
            let rolesField = table.given("roles", of: row)
            let roles = rolesField.map { $0.identifiers(diagnostics) } ?? []
            let year = table.given("year", of: row).map { $0.note(diagnostics) } ?? ""
            let source = table.given("source", of: row).map { $0.note(diagnostics) } ?? ""
            if let bandField, let band, let point {
                if let line = places[[band, point]] {
                    bandField.error(
                        "band \(band), point \(point), is there twice, first in line \(line)",
                        expected: "each band and point once", diagnostics)
                } else {
                    places[[band, point]] = row.line
                }
            }
            if let charged, let full, full < charged {
                table.field("pension_full", of: row)?.error(
                    "pension_full \(full) is less than pension_charged \(charged), which is a part of it",
                    expected: "\(charged) or more", diagnostics)
            }
            for role in roles ?? [] {
                if let line = lines[role] {
                    rolesField?.error(
                        "role '\(role)' is paid at two rows, first in line \(line)",
                        expected: "each role in one row", diagnostics)
                } else {
                    lines[role] = row.line
                }
            }
            guard let band, let point, let annual, let charged, let full, let insurance, let above,
                let roles, let year, let source
            else { continue }
            points.append(
                PayPoint(
                    band: band, point: point, annual: annual, pensionCharged: charged, pensionFull: full,
                    nationalInsurance: insurance, nationalInsuranceAbove: above, agencyCap: cap,
                    roles: roles, year: year, source: source))
        }
        if points.isEmpty, !diagnostics.hasErrors {
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "a row a band and point",
                message: "the pay table has no rows")
        }
        return diagnostics.hasErrors ? nil : PayTable(points)
    }

    private static func share(
        _ column: String, of row: CSVTable.Row, in table: CSVTable, _ diagnostics: Diagnostics
    ) -> Double? {
        table.field(column, of: row)?
            .decimal(in: 0...1, unit: "pounds a pound", isShare: true, diagnostics)
    }
}
