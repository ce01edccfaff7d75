// SPDX-License-Identifier: GPL-3.0-or-later

import Slurm

/// The runs of one wave, and what is known of each: a value, which knows neither files nor clocks.
struct SlurmWave {
    /// Where a run is.
    enum Stage: Equatable {
        /// It is to be handed over, for the first time or again.
        case due
        /// A job has it.
        case handed(job: Int)
        /// Its result is there.
        case done
        /// It is given up.
        case lost
    }

    /// One run.
    struct Run {
        /// What it is called.
        let name: String
        var stage = Stage.due
        /// How often it was handed over.
        var tries = 0
        /// Tenths of a second for which it was neither done nor under way.
        var silence = 0
        /// Why it came to nothing the last time.
        var why = ""
    }

    /// How often a run is handed over: once, and twice more where it fails.
    static let mostTries = 3
    /// Tenths of a second after which nothing is waited for any more: file systems that machines share may show what is new
    /// a minute late.
    static let patience = 900

    private(set) var runs: [Run]
    /// The number of the first run's order.
    let first: Int
    /// The folder, as messages name it.
    private let folder: String

    init(_ names: [String], first: Int, folder: String) {
        runs = names.map { Run(name: $0) }
        (self.first, self.folder) = (first, folder)
    }

    /// Whether anything is to be handed over, or waited for.
    var isOver: Bool { runs.allSatisfy { $0.stage == .done || $0.stage == .lost } }

    /// What is to be handed over: at most `JobArray.mostTasks` runs a job.
    var due: [[Int]] {
        let all = runs.indices.filter { runs[$0].stage == .due }
        return Dictionary(grouping: all) { $0 / JobArray.mostTasks }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The number of a run in its job.
    func number(of run: Int) -> Int { run % JobArray.mostTasks }

    /// What is added to that number for the number of the run's order.
    func offset(of run: Int) -> Int { first + run - number(of: run) }

    /// The jobs that have runs, each once.
    var jobs: [Int] {
        var jobs: [Int] = []
        for case .handed(let job) in runs.map(\.stage) where !jobs.contains(job) { jobs.append(job) }
        return jobs
    }

    /// The runs that a job has, or all that any has.
    func handed(to job: Int? = nil) -> [Int] {
        runs.indices.filter { run in
            guard case .handed(let own) = runs[run].stage else { return false }
            return job == nil || own == job
        }
    }

    mutating func handOver(_ places: [Int], to job: Int) {
        for run in places {
            runs[run].stage = .handed(job: job)
            runs[run].tries += 1
            runs[run].silence = 0
        }
    }

    mutating func isDone(_ run: Int) { runs[run].stage = .done }

    /// Takes in what Slurm says of a run whose result is not there.
    ///
    /// - Parameters:
    ///   - row: What it says; nil: it does not know the run any more.
    ///   - tenths: Tenths of a second since it was asked before.
    ///   - said: The last line of the run itself; nil: it left no word.
    /// - Returns: Whether that decides anything.
    mutating func learn(_ run: Int, _ row: QueueRow?, after tenths: Int, said: () -> String?) -> Bool {
        switch row?.state.stage {
        case .waiting, .running:
            runs[run].silence = 0
            return false
        case .done, nil:
            runs[run].silence += tenths
            guard runs[run].silence >= Self.patience else { return false }
            let known =
                row == nil ? "Slurm does not know it any more" : "it ended with success"
            fail(run, "\(known), and its result is not in \(folder)\(Self.sharing)")
        case .failed:
            fail(run, Self.words(row, said(), folder))
        case .cancelled:
            fail(run, Self.words(row, "", folder), isFinal: true)
        }
        return true
    }

    private mutating func fail(_ run: Int, _ why: String, isFinal: Bool = false) {
        runs[run].why = why
        runs[run].stage = isFinal || runs[run].tries >= Self.mostTries ? .lost : .due
    }

    private static let sharing = ", which all machines of the cluster have to share"

    private static func words(_ row: QueueRow?, _ said: String?, _ folder: String) -> String {
        guard let row else { return "" }
        let place = row.nodes.isEmpty ? "" : " on \(row.nodes)"
        let end =
            switch said {
            case nil: "; it left no word in \(folder)\(sharing)"
            case "": ""
            case .some(let line): "; it said: \(line)"
            }
        return "\(row.state.words) (\(row.state.rawValue)\(place))\(end)"
    }

    /// The runs that came to nothing, in sentences; nil where there are none.
    var loss: String? {
        let lost = runs.filter { $0.stage == .lost }
        guard !lost.isEmpty else { return nil }
        let told = lost.prefix(Self.mostTold).map { run in
            "\n\(run.name)\(run.tries > 1 ? ", \(run.tries) times" : ""): \(run.why)"
        }
        let more = lost.count > told.count ? "\n… and \(lost.count - told.count) more" : ""
        return "\(lost.count) of \(runs.count) runs came to nothing on the cluster:\(told.joined())\(more)"
    }

    private static let mostTold = 20
}
