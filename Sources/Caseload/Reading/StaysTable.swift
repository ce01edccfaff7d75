// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// stays.csv: how long people stay.
struct StaysTable {
    private let basis: CaseloadBasis
    private var stays: [String: StayLength] = [:]
    /// Where rows were read that have no stay because of a fault.
    private var faulty = Set<String>()

    init(_ basis: CaseloadBasis) {
        self.basis = basis
        guard let table = basis.table(.stays).table else { return }
        let diagnostics = basis.diagnostics
        var lines: [String: Int] = [:]
        for row in table.rows {
            let pathwayField = table.field("pathway", of: row)
            let teamField = table.given("team", of: row)
            let team = basis.team(teamField)
            let stay = Self.stay(table, row, diagnostics)
            guard let pathway = basis.pathways.pathway(pathwayField, diagnostics),
                teamField == nil || team != nil
            else { continue }
            let key = Self.key(pathway, team?.id)
            if let line = lines[key] {
                pathwayField?.error(
                    "stays of pathway '\(pathway)'" + (team.map { " in '\($0.id)'" } ?? "")
                        + " are there twice, first in line \(line)",
                    expected: "each pathway and team once", diagnostics)
                continue
            }
            lines[key] = row.line
            if let stay { stays[key] = stay } else { faulty.insert(key) }
        }
    }

    private static func key(_ pathway: String, _ team: String?) -> String { pathway + "\n" + (team ?? "") }

    /// How long people of a pathway stay with a team; nil with an error reported at the row that asks.
    func stay(of pathway: String, in team: String, at row: Place, _ why: String) -> StayLength? {
        if let stay = stays[Self.key(pathway, team)] ?? stays[Self.key(pathway, nil)] { return stay }
        if faulty.contains(Self.key(pathway, team)) || faulty.contains(Self.key(pathway, nil)) { return nil }
        basis.diagnostics.add(
            .error, at: row, field: "pathway", found: pathway,
            expected: "a row of pathway '\(pathway)' in \(TableSchema.stays.path)",
            message: "nothing says how long people of pathway '\(pathway)' stay, \(why)")
        return nil
    }

    static let range = 1...Double(StayLength.most)

    private static func stay(
        _ table: CSVTable, _ row: CSVTable.Row, _ diagnostics: Diagnostics
    ) -> StayLength? {
        let (meanField, medianField) = (table.given("mean", of: row), table.given("median", of: row))
        let distributionField = table.given("distribution", of: row)
        let mean = meanField?.decimal(in: range, unit: "days", diagnostics)
        let median = medianField?.decimal(in: range, unit: "days", diagnostics)
        if meanField != nil && mean == nil || medianField != nil && median == nil { return nil }
        guard let distributionField else {
            return stay(mean: mean, median: median, meanField, at: table.place(of: row), diagnostics)
        }
        if distributionField.text.lowercased() == "fixed" {
            if let mean, median == nil || median == mean { return .fixed(mean) }
            distributionField.error(
                mean == nil
                    ? "the stays are fixed, and mean does not say how long"
                    : "the stays are fixed, and median is another length than mean",
                expected: "days in mean, and no median", diagnostics)
            return nil
        }
        guard mean == nil, median == nil else {
            distributionField.error(
                "distribution \(distributionField.shown) stands beside a mean or median",
                expected: "the distribution, or mean and median", diagnostics)
            return nil
        }
        return observed(distributionField, diagnostics)
    }

    /// What a mean and a median say.
    static func stay(
        mean: Double?, median: Double?, _ meanField: Field?, at row: Place, _ diagnostics: Diagnostics
    ) -> StayLength? {
        switch (mean, median) {
        case (let mean?, let median?):
            if mean < median {
                meanField?.error(
                    "the mean stay of \(meanField?.text ?? "") days is shorter than the median",
                    expected: "a mean that is no shorter than the median: a few long stays make it longer",
                    diagnostics)
                return nil
            }
            return mean == median ? .fixed(mean) : .lognormal(mean: mean, median: median)
        case (let mean?, nil): return .geometric(mean: mean)
        case (nil, let median?): return .geometric(median: median)
        case (nil, nil):
            diagnostics.add(
                .error, at: row, field: "mean", expected: "a mean, a median or a distribution",
                message: "the row does not say how long people stay")
            return nil
        }
    }

    /// `7:0.5;14:0.3;42:0.2`.
    private static func observed(_ field: Field, _ diagnostics: Diagnostics) -> StayLength? {
        let form = "fixed, or days and how many, such as 7:0.5;14:0.3;42:0.2"
        var counts: [(days: Int, share: Double)] = []
        for piece in field.text.split(separator: ";") {
            let ends = piece.split(separator: ":", omittingEmptySubsequences: false)
            guard ends.count == 2 else {
                field.error(
                    "distribution \(field.shown) has '\(Diagnostic.shortened(String(piece)))'",
                    expected: form, diagnostics)
                return nil
            }
            let days = field.part(ends[0], named: "days").wholeNumber(
                in: 1...StayLength.most, unit: "days", diagnostics)
            let share = field.part(ends[1], named: "share").decimal(
                in: 0...1_000_000, unit: "people", diagnostics)
            guard let days, let share else { return nil }
            counts.append((days, share))
        }
        guard counts.contains(where: { $0.share > 0 }) else {
            field.error(
                "the shares of distribution \(field.shown) add up to 0", expected: form, diagnostics)
            return nil
        }
        return .observed(counts)
    }
}
