// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Ledger
import PlanFolder
import Reading
import Scenarios
import Workforce

/// A run of a ledger that is repeated.
public struct RerunRequest: Sendable {
    /// The ledger, in which the repetition is written down, too.
    public var ledger: LedgerUse
    /// The run's number.
    public var number: Int
    /// Where the results go.
    public var target: FilePath

    /// A run to be repeated.
    public init(_ number: Int, of ledger: LedgerUse, to target: FilePath) {
        (self.number, self.ledger, self.target) = (number, ledger, target)
    }
}

/// A run that was repeated.
public struct Rerun: Sendable {
    /// What came of it.
    public enum Result: Sendable {
        /// A plan.
        case plan(Allocated)
        /// Scenarios.
        case scenarios(ScenariosMade)
    }

    /// What came of it.
    public let result: Result
    /// Whether every table is, byte for byte, what it was; nil where nothing was written then.
    public let isSame: Bool?
    /// What it came to, in sentences.
    public let sentences: [String]
    /// Whether somebody stopped it.
    public var isInterrupted: Bool {
        switch result {
        case .plan(let allocated): allocated.isInterrupted
        case .scenarios(let made): made.results.isInterrupted
        }
    }
}

extension Workflow {
    /// Repeats a run: from the files it was made from where they are what they were, else from those that are kept.
    ///
    /// The files that were kept are laid out beside the results, in a folder of their name and `-inputs`.
    public func rerun(_ request: RerunRequest) async throws(WorkflowError) -> Rerun {
        let ledger = try ledger(request.ledger.path)
        let run = try Self.asking { () throws(LedgerError) in try ledger.run(request.number) }
        let stale = LedgerInputs.stale(run)
        var lay: (FilePath) -> FilePath = { $0 }
        if !stale.isEmpty {
            guard run.isKept else {
                throw WorkflowError(
                    .input,
                    "Run \(run.number) cannot be repeated: \(stale.joined(separator: ", ")), and its inputs were not kept "
                        + "(--keep-inputs). Nothing was run.")
            }
            let folder = Self.inputsFolder(beside: request.target)
            lay = try layOut(run, of: ledger, in: folder)
            tell(
                .notice(
                    "\(stale.joined(separator: ", ")): run \(run.number) is repeated from the files it kept, in \(folder)."
                ))
        }
        tellOfDoubts(run)
        var use = request.ledger
        use.keepsInputs = use.keepsInputs || run.isKept
        use.again = run
        let claim = run.claim
        let result: Rerun.Result
        switch claim.command {
        case .allocate:
            result = .plan(
                try await allocate(
                    AllocationRequest(
                        week: lay(FilePath(claim.place)), to: request.target,
                        start: claim.start.map { lay(FilePath($0)) },
                        options: AllocationOptions(
                            timeLimit: claim.seconds, workLimit: claim.work, gap: claim.gap,
                            seed: claim.seed), ledger: use)))
        case .scenarios:
            let limit = claim.work.map { ScenarioFile.Limit.work($0) } ?? claim.seconds.map { .seconds($0) }
            result = .scenarios(
                try await scenarios(
                    ScenariosRequest(
                        lay(FilePath(claim.place)), to: request.target, limit: limit, seed: claim.seed,
                        ledger: use)))
        }
        let now = Self.digests(of: run.outputs.map(\.path), in: request.target)
        let other = run.outputs.filter { !now.contains($0) }.map(\.path)
        return Rerun(
            result: result, isSame: run.outputs.isEmpty ? nil : other.isEmpty,
            sentences: [
                run.outputs.isEmpty
                    ? "Run \(run.number) wrote nothing, so there is nothing to hold this beside."
                    : other.isEmpty
                        ? "The same as run \(run.number), byte for byte: \(run.outputs.map(\.path).joined(separator: ", "))."
                        : "Not the same as run \(run.number): \(other.joined(separator: ", "))."
            ])
    }

    /// Says beforehand why something else may come of a run that is repeated.
    private func tellOfDoubts(_ run: LedgerRun) {
        let claim = run.claim
        if run.status != .done {
            tell(.notice("Run \(run.number) did not come to its end; it is repeated to its end."))
        }
        if claim.version != version {
            tell(
                .notice(
                    "Run \(run.number) was made by skillmix \(claim.version), this is \(version): what comes of it may be "
                        + "something else."))
        }
        if claim.work == nil || claim.seconds != nil {
            tell(
                .notice(
                    "Run \(run.number) was limited by time, in which another moment or machine does more or less: what comes "
                        + "of it may be something else."))
        }
    }

    private static func inputsFolder(beside target: FilePath) -> FilePath {
        target.parent.appending(FilePath(bytes: target.name.bytes + Array("-inputs".utf8)))
    }

    /// Writes the files that a run kept as they lay to each other, below what all of their places have in common.
    ///
    /// - Returns: Where a place of then is now.
    private func layOut(
        _ run: LedgerRun, of ledger: RunLedger, in folder: FilePath
    ) throws(WorkflowError) -> (FilePath) -> FilePath {
        guard !folder.exists else {
            throw WorkflowError(
                .output,
                "'\(folder)' is there already, and is left as it is: remove it, or name another place for the results. "
                    + "Nothing was run.")
        }
        let laid = LaidInputs(run.claim.inputs.map(\.place), in: folder)
        for input in run.claim.inputs {
            let bytes = try Self.asking { () throws(LedgerError) in try ledger.bytes(of: input) }
            guard let bytes, InputFile(path: "", bytes: bytes).digest.sha256 == input.sha256 else {
                throw WorkflowError(
                    .input,
                    "\(input.words) is not in the ledger as it was, though it was kept: somebody changed the ledger. "
                        + "Nothing was run.")
            }
            try WorkflowError.writing { () throws(PlanFolderError) in
                try OutputFile.replace(laid.now(FilePath(input.place)), with: bytes)
            }
        }
        return laid.now
    }
}
