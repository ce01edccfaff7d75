// SPDX-License-Identifier: GPL-3.0-or-later

import Ledger
import PlanFolder
import Reading
import Scenarios
import Tables
import Workforce

/// What people ask of a ledger.
extension Workflow {
    /// The runs of a ledger, the newest first, with those marked whose inputs have changed since.
    public func runs(of path: FilePath, worker: Worker = .current) throws(WorkflowError) -> Table {
        let ledger = try ledger(path)
        let runs = try Self.asking { () throws(LedgerError) in try ledger.runs() }
        let files = FilesNow()
        return RunText.list(runs.map { Self.entry($0, ledger, worker, files) })
    }

    /// A run of a ledger: what it was made from and what came of it.
    public func run(
        _ number: Int, of path: FilePath, worker: Worker = .current
    ) throws(WorkflowError) -> [String] {
        let ledger = try ledger(path)
        return try Self.asking { () throws(LedgerError) in
            let run = try ledger.run(number)
            return RunText.lines(
                of: Self.entry(run, ledger, worker, FilesNow()), try ledger.outcomes(of: number))
        }
    }

    /// Two runs of a ledger beside each other.
    public func compare(
        run first: Int, with second: Int, of path: FilePath
    ) throws(WorkflowError) -> RunComparison {
        let ledger = try ledger(path)
        let sides = try Self.asking { () throws(LedgerError) in
            func side(_ number: Int) throws(LedgerError) -> RunComparison.Side {
                let run = try ledger.run(number)
                return RunComparison.Side(
                    run, try ledger.outcomes(of: number), stale: LedgerInputs.stale(run))
            }
            return (try side(first), try side(second))
        }
        do throws(RunComparison.Refusal) {
            return try RunComparison(sides.0, sides.1)
        } catch { throw WorkflowError(.question, error.words) }
    }

    /// Copies a ledger as it is at one moment, whoever writes into it meanwhile.
    public func copy(ledger path: FilePath, to target: FilePath) throws(WorkflowError) {
        let ledger = try ledger(path)
        do throws(LedgerError) { try ledger.copy(to: target) } catch {
            throw WorkflowError(.output, error.description)
        }
    }

    /// What was worked beside what a run had planned.
    ///
    /// - Parameters:
    ///   - base: The base's name; nil: the only one.
    ///   - scenario: The scenario's name; nil: the week as it is.
    ///   - target: A folder for the tables; nil: nothing is written.
    public func actuals(
        _ file: FilePath, of number: Int, in path: FilePath, base: String? = nil, scenario: String? = nil,
        to target: FilePath? = nil
    ) throws(WorkflowError) -> ActualsComparison {
        let ledger = try ledger(path)
        let outcomes = try Self.asking { () throws(LedgerError) in
            _ = try ledger.run(number)
            return try ledger.outcomes(of: number)
        }
        let outcome = try Self.outcome(base, scenario, among: outcomes, of: number)
        let (actual, diagnostics) = ActualSession.read(file, beside: outcome)
        guard let actual else {
            throw WorkflowError(
                .input, "\(file) cannot be used; nothing was compared.", diagnostics: diagnostics)
        }
        for diagnostic in diagnostics { tell(.remark(diagnostic)) }
        let comparison = ActualsComparison(planned: outcome.planned, actual: actual)
        if let target {
            try WorkflowError.writing { () throws(PlanFolderError) in
                try TableFolder.write([comparison.summary, comparison.sessions(isAll: true)], to: target)
            }
        }
        return comparison
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

    private static func entry(
        _ run: LedgerRun, _ ledger: RunLedger, _ worker: Worker, _ files: FilesNow
    ) -> RunText.Entry {
        RunText.Entry(
            run, status: ledger.words(of: run, on: worker.host), stale: LedgerInputs.stale(run, files))
    }

    /// A ledger that is there.
    func ledger(_ path: FilePath) throws(WorkflowError) -> RunLedger {
        try Self.asking { () throws(LedgerError) in try RunLedger(path, isMade: false) }
    }

    /// What a ledger says, or why it does not, as a use case tells it.
    static func asking<Value>(
        _ body: () throws(LedgerError) -> Value
    ) throws(WorkflowError) -> Value {
        do throws(LedgerError) { return try body() } catch {
            switch error {
            case .noRun: throw WorkflowError(.question, error.description)
            case .isClaimed, .isTaken, .file: throw WorkflowError(.input, error.description)
            }
        }
    }
}
