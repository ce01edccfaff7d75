// SPDX-License-Identifier: GPL-3.0-or-later

import Ledger
import Reading
import Tables

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
