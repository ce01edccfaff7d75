// SPDX-License-Identifier: GPL-3.0-or-later

import Ledger
import PlanFolder
import Reading
import Scenarios

/// What was worked, held beside the plan of a run.
extension Workflow {
    /// What was worked beside what a run had planned, and what the week comes to.
    ///
    /// - Parameters:
    ///   - base: The base's name; nil: the only one.
    ///   - scenario: The scenario's name; nil: the week as it is.
    ///   - words: Up to when it was worked, and what people are counted by.
    ///   - target: A folder for the tables; nil: nothing is written.
    public func actuals(
        _ file: FilePath, of number: Int, in path: FilePath, base: String? = nil, scenario: String? = nil,
        asking words: ActualsWords = ActualsWords(), to target: FilePath? = nil
    ) throws(WorkflowError) -> ActualsComparison {
        let ledger = try ledger(path)
        let outcomes = try Self.asking { () throws(LedgerError) in
            _ = try ledger.run(number)
            return try ledger.outcomes(of: number)
        }
        let outcome = try Self.outcome(base, scenario, among: outcomes, of: number)
        let said = Diagnostics()
        guard let (question, until) = words.read(beside: outcome, of: number, said) else {
            throw WorkflowError(
                .input, "What was asked for cannot be; nothing was compared.", diagnostics: said.sorted)
        }
        let (actual, diagnostics) = ActualSession.read(file, beside: outcome)
        guard let actual else {
            throw WorkflowError(
                .input, "\(file) cannot be used; nothing was compared.", diagnostics: diagnostics)
        }
        for diagnostic in diagnostics { tell(.remark(diagnostic)) }
        let comparison = ActualsComparison(
            planned: outcome.planned, actual: actual,
            until: until.map { WorkedUntil($0, in: outcome.names) }
                ?? WorkedUntil(lastOf: actual, in: outcome.names), question: question)
        if let target { try Self.write(comparison, to: target, beside: [file, path]) }
        return comparison
    }

    /// Writes the tables, in place of none of the files that were read.
    private static func write(
        _ comparison: ActualsComparison, to target: FilePath, beside files: [FilePath]
    ) throws(WorkflowError) {
        let tables = comparison.tables
        try WorkflowError.writing { () throws(PlanFolderError) in
            var inUse = FilesInUse()
            for file in files { inUse.add(file, as: "one of the files that were read") }
            try inUse.check(folder: target, writing: tables.map { $0.name + ".csv" })
            // Of people who are not asked for any more, no table of before stays.
            try TableFolder.write(tables, stale: ["pathways.csv"], to: target)
        }
    }

    private static func outcome(
        _ base: String?, _ scenario: String?, among outcomes: [RunOutcome], of number: Int
    ) throws(WorkflowError) -> RunOutcome {
        guard !outcomes.isEmpty else {
            throw WorkflowError(
                .question,
                "Nothing came of run \(number), so there is nothing to compare: let it come to its end.")
        }
        let wanted = scenario ?? ScenarioFile.base
        let found = outcomes.filter { $0.scenario == wanted && (base == nil || $0.base == base) }
        if let only = found.first, found.count == 1 { return only }
        func list(_ names: [String]) -> String {
            var seen: Set<String> = []
            return names.filter { seen.insert($0).inserted }.joined(separator: ", ")
        }
        throw WorkflowError(
            .question,
            found.isEmpty
                ? "Run \(number) has no '\(wanted)'\(base.map { " of '\($0)'" } ?? ""): it has the scenarios "
                    + "\(list(outcomes.map(\.scenario))) of \(list(outcomes.map(\.base)))."
                : "Run \(number) has '\(wanted)' of \(list(found.map(\.base))): say which with --base.")
    }
}
