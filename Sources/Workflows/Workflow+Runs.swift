// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Ledger
import PlanFolder
import Reading
import Scenarios
import Tables
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

    // MARK: Again

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
        let common = Self.common(run.claim.inputs.map(\.place))
        @Sendable func now(_ place: FilePath) -> FilePath {
            let rest = place.bytes.dropFirst(common.count)
            return folder.appending(FilePath(bytes: rest.drop { $0 == UInt8(ascii: "/") }))
        }
        for input in run.claim.inputs {
            let bytes = try Self.asking { () throws(LedgerError) in try ledger.bytes(of: input) }
            guard let bytes, InputFile(path: "", bytes: bytes).digest.sha256 == input.sha256 else {
                throw WorkflowError(
                    .input,
                    "\(input.words) is not in the ledger as it was, though it was kept: somebody changed the ledger. "
                        + "Nothing was run.")
            }
            try WorkflowError.writing { () throws(PlanFolderError) in
                try OutputFile.replace(now(FilePath(input.place)), with: bytes)
            }
        }
        return now
    }

    /// The bytes of the folder that all places lie in.
    private static func common(_ places: [String]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        let folders = places.map { Array(FilePath($0).parent.bytes.split(separator: slash)) }
        guard var common = folders.first else { return [] }
        for folder in folders {
            common = zip(common, folder).prefix { $0 == $1 }.map(\.0)
        }
        return common.flatMap { [slash] + $0 }
    }

    // MARK: Parts

    private static func entry(
        _ run: LedgerRun, _ ledger: RunLedger, _ worker: Worker, _ files: FilesNow
    ) -> RunText.Entry {
        RunText.Entry(
            run, status: ledger.words(of: run, on: worker.host), stale: LedgerInputs.stale(run, files))
    }

    private func ledger(_ path: FilePath) throws(WorkflowError) -> RunLedger {
        try Self.asking { () throws(LedgerError) in try RunLedger(path, isMade: false) }
    }

    private static func asking<Value>(
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
