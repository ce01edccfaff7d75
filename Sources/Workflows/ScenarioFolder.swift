// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Reading
import Scenarios
import Synchronization
import Wording
import Workforce

/// The folder of an experiment: its runs, a file each, and what came of them. Every file is there whole or not at all, so
/// that whatever ends the process loses the runs in hand and no more.
final class ScenarioFolder: Sendable {
    let path: FilePath
    private let failure = Mutex<PlanFolderError?>(nil)

    /// The files of results.
    static let files = [
        "results.csv", "differences.csv", "frontier.csv", "passes.csv", "levers.csv", "break-even.csv",
        "costs.csv", "payback.csv", "moved.csv", "year.csv", "steps.csv", "results.json", "report.html",
    ]
    /// The folder of runs within it.
    static let runs = "runs"
    /// The most bytes of a run that are read: a hundred times those of a week of a place.
    private static let mostBytes = 256 << 20

    init(_ path: FilePath) { self.path = path }

    private func file(of key: String) -> FilePath { path.appending("\(Self.runs)/\(key).json") }

    /// Whether there are runs in it.
    var hasRuns: Bool { runsDone > 0 }

    /// How many runs there are in it.
    var runsDone: Int {
        ((try? path.appending(Self.runs).names()) ?? []).count { $0.text?.hasSuffix(".json") ?? false }
    }

    /// Takes over the runs of an earlier folder, and what came of them: each is whole, and never changed, so that a second name
    /// for it will do.
    ///
    /// - Returns: How many there are then.
    func takeOver(_ earlier: ScenarioFolder) -> Int {
        let (files, from, to) = (
            FileManager.default, earlier.path.appending(Self.runs), path.appending(Self.runs)
        )
        /// Not every file system gives second names. What cannot be taken over is done once more.
        func take(_ one: FilePath, _ other: FilePath) {
            do { try files.linkItem(atPath: one.description, toPath: other.description) } catch {
                try? files.copyItem(atPath: one.description, toPath: other.description)
            }
        }
        try? files.createDirectory(atPath: to.description, withIntermediateDirectories: true)
        for name in (try? from.names()) ?? [] where name.text?.hasSuffix(".json") ?? false {
            take(from.appending(name), to.appending(name))
        }
        // What came of them stands until there is more: files of results are replaced, never written into.
        for name in Self.files where earlier.path.appending(name).exists {
            take(earlier.path.appending(name), path.appending(name))
        }
        return runsDone
    }

    /// Refuses a folder that holds something else, and one that cannot be written to.
    func checkWritable() throws(PlanFolderError) {
        let names = ((try? path.names()) ?? []).compactMap(\.text).filter { !$0.hasPrefix(".") }
        if let first = names.sorted().first, !names.contains(Self.runs), !names.contains(Self.files[0]) {
            throw .lacks(path: path.description, holds: first, marker: Self.files[0])
        }
        // A file that goes again shows whether others can be written.
        let probe = path.appending(Self.runs).appending(".probe")
        try OutputFile.replace(probe, with: [])
        OutputFile.remove(probe)
    }

    /// The record of a run, where it is there and whole.
    @Sendable func kept(_ key: String) -> RunRecord? {
        guard let bytes = try? file(of: key).read(atMost: Self.mostBytes),
            let record = RunRecord(file: bytes), record.key == key
        else { return nil }
        return record
    }

    /// Keeps a run. The first one that cannot be kept ends the experiment.
    @Sendable func keep(_ record: RunRecord) {
        do throws(PlanFolderError) {
            let text: String
            do { text = try record.fileText } catch {
                throw .unfitPlan(reason: "\(error)")
            }
            try OutputFile.replace(file(of: record.key), with: Array(text.utf8))
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
    }

    /// Whether a run could not be kept.
    var isFailed: Bool { failure.withLock { $0 != nil } }

    /// Throws why a run could not be kept.
    func throwFailure() throws(PlanFolderError) {
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// Writes what came of the runs.
    func write(_ results: ScenarioResults, file: InputDigest) throws(PlanFolderError) {
        let tables = ScenarioTables(results)
        let json: String
        do { json = try JSONText.of(ScenarioDocument(results, digest: file)) } catch {
            throw .unfitPlan(reason: "\(error)")
        }
        let texts: [String?] = [
            tables.figures.csv, tables.differences.csv,
            results.file.frontier == nil ? nil : FrontierTables(results).points().csv,
            results.file.tests.isEmpty ? nil : PassTables(results).lines.csv,
            WorthTables(results).levers().csv, WorthTables(results).breakEven.csv,
            CostTables(results).costs.csv,
            PaybackTables(results).isEmpty ? nil : PaybackTables(results).weeks().csv,
            MovedTables(results).isEmpty ? nil : MovedTables(results).people.csv,
            AnnualFigures(results)?.all.csv,
            SweepTables(results).isEmpty ? nil : SweepTables(results).steps.csv, json + "\n",
            ScenarioPage(results).html,
        ]
        for (name, text) in zip(Self.files, texts) {
            guard let text else {
                // What an earlier file asked for is not left beside results that have none of it.
                OutputFile.remove(path.appending(name))
                continue
            }
            try OutputFile.replace(path.appending(name), with: Array(text.utf8))
        }
    }
}
