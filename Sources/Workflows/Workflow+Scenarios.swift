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

    /// Scenarios of a file.
    public init(
        _ file: FilePath, to target: FilePath? = nil, limit: ScenarioFile.Limit? = nil, seed: UInt64 = 1,
        resumes: Bool = false
    ) {
        (self.file, self.target, self.limit) = (file, target, limit)
        (self.seed, self.resumes) = (seed, resumes)
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
}

extension Workflow {
    /// Tries the scenarios of a file and writes what came of them. Each run is kept in a file as soon as it is done: who
    /// stops it, or loses power, goes on with `resumes`.
    public func scenarios(_ request: ScenariosRequest) async throws(WorkflowError) -> ScenariosMade {
        let (file, input) = try read(scenarios: request.file)
        let weeks = try bases(of: file, in: request.file)
        let bases = zip(file.bases, weeks).map { base, week in
            ScenarioBase(
                name: Self.name(of: base, week.path, among: weeks), week: week.week,
                weeksAYear: base.weeksAYear,
                inputs: week.inputs)
        }
        try check(file, against: bases, seed: request.seed)
        let limit = request.limit ?? file.limit ?? .seconds(ScenarioFile.usualSeconds)
        let options = ScenarioOptions(limit: limit, seed: request.seed, version: version)
        let folder = ScenarioFolder(request.folder)
        try check(folder, request, weeks)
        tell(.notice(Self.announcement(file, options)))
        let (stop, tell) = (stop, tell)
        let runner = ScenarioRunner(
            file, bases: bases, options: options, kept: folder.kept, keep: folder.keep,
            cancellation: { stop.cancellation() }, isStopped: { stop.isRaised || folder.isFailed },
            progress: { tell(.scenario($0)) })
        let results: ScenarioResults
        do throws(ScenarioError) {
            results = try await runner.run()
        } catch {
            throw WorkflowError(.fault, error.description)
        }
        tell(.searched(.plan))
        try WorkflowError.writing { () throws(PlanFolderError) in
            try folder.throwFailure()
            guard !results.outcomes.isEmpty else { return }
            try folder.write(results, file: input.digest)
        }
        return ScenariosMade(results: results, folder: request.folder)
    }

    /// How many runs there are and how long they take, before they begin.
    private static func announcement(_ file: ScenarioFile, _ options: ScenarioOptions) -> String {
        let runs = Show.counted(file.runs, "run")
        switch options.limit {
        case .seconds(let seconds):
            let all = seconds * Double(file.runs) / Double(options.searchesAtOnce)
            let long =
                all < 120
                ? "\(Show.counted(Int(all.rounded(.up)), "second"))"
                : all < 7_200
                    ? "\(Show.counted(Int((all / 60).rounded(.up)), "minute"))"
                    : "\(Show.counted(Int((all / 3_600).rounded(.up)), "hour"))"
            return
                "\(runs) of \(Show.decimal(seconds, places: seconds == seconds.rounded() ? 0 : 1)) seconds: about \(long) "
                + "at most."
        case .work(let work): return "\(runs) of \(Show.counted(work, "unit")) of work."
        }
    }

    // MARK: What is read

    private func read(scenarios path: FilePath) throws(WorkflowError) -> (ScenarioFile, InputFile) {
        let diagnostics = Diagnostics()
        let input = InputFile.load(
            path.name.description, in: path.parent, at: path, limit: InputFile.documentLimit, diagnostics)
        guard let input, let file = ScenarioFile.read(input, diagnostics) else {
            throw Self.refused(path, diagnostics)
        }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
        return (file, input)
    }

    private static func refused(_ path: FilePath, _ diagnostics: Diagnostics) -> WorkflowError {
        let found = diagnostics.sorted
        let errors = found.count { $0.severity == .error }
        return WorkflowError(
            .input, "\(path): \(Show.counted(errors, "error")); nothing was run.", diagnostics: found)
    }

    /// The weeks of the bases. Those that are not there are told at once, and at their places.
    private func bases(
        of file: ScenarioFile, in path: FilePath
    ) throws(WorkflowError) -> [WeekAtHand] {
        let diagnostics = Diagnostics()
        let paths = file.bases.map { base in
            let week = FilePath(base.week.text)
            return week.isAbsolute ? week : path.parent.appending(week)
        }
        for (base, path) in zip(file.bases, paths) where !path.exists {
            base.week.error(
                "there is no week at \(path)", expected: "the folder of a week, from this file's", diagnostics
            )
        }
        guard !diagnostics.hasErrors else { throw Self.refused(path, diagnostics) }
        var weeks: [WeekAtHand] = []
        for path in paths {
            let input = try read(week: path)
            for remark in input.remarks where remark.severity != .notice { tell(.remark(remark)) }
            try checkSize(input.week, path: path)
            guard SearchScope(input.week).isPlain else {
                throw WorkflowError(
                    .size,
                    "\(path): too large for scenarios, which need a proof of each plan: plan it in parts.")
            }
            weeks.append(input)
        }
        return weeks
    }

    /// The name of the base's folder, or the path that the file gives where another base's folder has that name.
    private static func name(
        of base: ScenarioFile.Base, _ path: FilePath, among weeks: [WeekAtHand]
    ) -> String {
        func last(_ path: FilePath) -> String { (path.real ?? path).name.description }
        return weeks.count { last($0.path) == last(path) } > 1 ? base.week.text : last(path)
    }

    private func check(
        _ file: ScenarioFile, against bases: [ScenarioBase], seed: UInt64
    ) throws(WorkflowError) {
        let diagnostics = Diagnostics()
        for base in bases where !diagnostics.hasErrors { file.check(base, seed: seed, diagnostics) }
        guard !diagnostics.hasErrors else { throw Self.refused(FilePath(file.path), diagnostics) }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
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
