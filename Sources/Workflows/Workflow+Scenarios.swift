// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import PlanFolder
import Reading
import Scenarios
import Tables
import Wording
import Workforce

/// Scenarios that are to be tried.
public struct ScenariosRequest: Sendable {
    /// The scenario file.
    public var file: FilePath
    /// The folder for the results; nil: beside the file, under its name and `-results`.
    public var target: FilePath?
    /// What ends each search; nil: what the file says.
    public var limit: ScenarioFile.Limit?
    /// The seed of all that is random.
    public var seed: UInt64
    /// Whether runs that are there already are gone on from.
    public var resumes: Bool
    /// Where the run is written down; nil: nowhere.
    public var ledger: LedgerUse?
    /// Where runs are done.
    public var engine: ScenarioEngine

    /// Scenarios of a file.
    public init(
        _ file: FilePath, to target: FilePath? = nil, limit: ScenarioFile.Limit? = nil, seed: UInt64 = 1,
        resumes: Bool = false, ledger: LedgerUse? = nil, engine: ScenarioEngine = .local
    ) {
        (self.file, self.target, self.limit) = (file, target, limit)
        (self.seed, self.resumes, self.ledger, self.engine) = (seed, resumes, ledger, engine)
    }

    /// Where the results go.
    public var folder: FilePath {
        if let target { return target }
        let name = file.name.description
        let stem = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : name[..<$0] } ?? name[...]
        return file.parent.appending("\(stem)-results")
    }
}

/// Scenarios that were tried, with the results written.
public struct ScenariosMade: Sendable {
    /// What came of them.
    public let results: ScenarioResults
    /// Where it is written.
    public let folder: FilePath
    /// Where the run is written down, in a sentence; nil: nowhere.
    public let ledgerWords: String?
    /// Whether there are results; there are none where somebody stopped it before the first scenario was done.
    public var hasResults: Bool { !results.outcomes.isEmpty }

    /// What there is in the folder, in a sentence.
    public var words: String {
        hasResults
            ? "\(folder): report.html to read, results.csv and differences.csv to work with."
            : "\(folder): nothing to read yet, because it was stopped before the first scenario was done. --resume goes on."
    }
}

extension Workflow {
    /// Tries the scenarios of a file and writes what came of them. Each run is kept in a file as soon as it is done: who
    /// stops it, or loses power, goes on with `resumes`.
    public func scenarios(_ request: ScenariosRequest) async throws(WorkflowError) -> ScenariosMade {
        let slurm = try slurm(request.engine)
        let (file, input) = try read(scenarios: request.file)
        let weeks = try bases(of: file, in: request.file)
        let bases = zip(file.bases, weeks).map { base, week in
            ScenarioBase(
                name: Self.name(of: base, week.path, among: weeks), week: week.week,
                weeksAYear: base.weeksAYear,
                inputs: week.inputs)
        }
        let pay = try self.pay(of: file, in: request.file, weeks)
        try check(file, against: bases, pay: pay?.table, seed: request.seed)
        let limit = request.limit ?? file.limit ?? .seconds(ScenarioFile.usualSeconds)
        guard !limit.isNothing else {
            throw WorkflowError(
                .input, "The limit of each search is 0: nothing would be searched. Nothing was run.")
        }
        let options = ScenarioOptions(
            limit: limit, seed: request.seed, version: version, pay: pay?.table)
        let folder = ScenarioFolder(request.folder)
        try check(folder, request, weeks)
        let named = zip(weeks, bases).map { (week: $0, name: $1.name) }
        let run = try claim(
            request, file, input, limit, named,
            pay: pay.map { ($0.input, $0.path) })
        tell(.notice(Self.announcement(file, options, isHere: slurm == nil)))
        @Sendable func made() async throws(WorkflowError) -> ScenariosMade {
            let runs: SlurmRuns?
            if let slurm {
                let stop = stop
                runs = try await slurmRuns(slurm, folder, named) {
                    stop.isRaised || folder.isFailed || run?.isFailed ?? false
                }
            } else {
                runs = nil
            }
            return try await search(file, bases, options, folder, input, run, runs)
        }
        guard let run else { return try await made() }
        return try await run.whole(made)
    }

    /// Searches, and writes what came of it into its folder and into a ledger.
    private func search(
        _ file: ScenarioFile, _ bases: [ScenarioBase], _ options: ScenarioOptions, _ folder: ScenarioFolder,
        _ input: InputFile, _ run: RunInHand?, _ slurm: SlurmRuns?
    ) async throws(WorkflowError) -> ScenariosMade {
        let (stop, tell) = (stop, tell)
        let runner = ScenarioRunner(
            file, bases: bases, options: options,
            kept: { key in
                let record = folder.kept(key)
                if let record { run?.note(record) }
                return record
            },
            keep: { record in
                // What another machine did it kept itself.
                if slurm == nil { folder.keep(record) }
                if !folder.isFailed { run?.note(record) }
            },
            engine: slurm,
            cancellation: { stop.cancellation() },
            isStopped: { stop.isRaised || folder.isFailed || run?.isFailed ?? false },
            progress: { tell(.scenario($0)) })
        let results: ScenarioResults
        do throws(ScenarioError) {
            results = try await runner.run()
        } catch {
            throw WorkflowError(error.kind == .engine ? .output : .fault, error.description)
        }
        tell(.searched(.plan))
        try WorkflowError.writing { () throws(PlanFolderError) in
            try folder.throwFailure()
            guard !results.outcomes.isEmpty else { return }
            try folder.write(results, file: input.digest)
        }
        if !results.isInterrupted { slurm?.tasks.remove() }
        try run?.finish(
            isStopped: results.isInterrupted, Self.outcomes(of: results),
            outputs: results.outcomes.isEmpty
                ? [] : Self.digests(of: ["results.csv", "differences.csv"], in: folder.path))
        return ScenariosMade(results: results, folder: folder.path, ledgerWords: run?.words)
    }

    /// How many runs there are and how long they take, before they begin.
    private static func announcement(
        _ file: ScenarioFile, _ options: ScenarioOptions, isHere: Bool
    ) -> String {
        let runs = Show.counted(file.runs, "run")
        guard isHere else {
            return
                "\(runs), done by the machines of a Slurm cluster; what starts from another run waits for it."
        }
        switch options.limit {
        case .seconds(let seconds):
            let long = Show.span(seconds: seconds * Double(file.turns(of: options.searchesAtOnce)))
            return
                "\(runs) of \(Show.decimal(seconds, places: seconds == seconds.rounded() ? 0 : 1)) seconds: about \(long), "
                + "less where plans are proved sooner; then plans are offered to other scenarios."
        case .work(let work):
            return
                "\(runs) of \(Show.counted(work, "unit")) of work. How long that takes shows once the first are done."
        }
    }

    /// Nothing that is read is replaced, and no results but those that are asked for are gone on from.
    private func check(
        _ folder: ScenarioFolder, _ request: ScenariosRequest, _ weeks: [WeekAtHand]
    ) throws(WorkflowError) {
        for week in weeks { try check(folder.path, isOutside: week) }
        try WorkflowError.writing { () throws(PlanFolderError) in
            var files = FilesInUse()
            files.add(request.file, as: "the scenario file")
            try files.check(folder: folder.path, writing: ScenarioFolder.files)
            for week in weeks { try week.files.check(folder: folder.path, writing: ScenarioFolder.files) }
            try folder.checkWritable()
        }
        guard !request.resumes, folder.hasRuns else { return }
        throw WorkflowError(
            .output,
            "\(folder.path) holds runs already: --resume goes on with them, or name another folder. Nothing was run."
        )
    }
}
