// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization
import TestSupport
import Workflows

/// A Slurm that is no more than three small scripts: what is handed to it lies in files, and while whoever handed it over
/// waits for news the test does what becomes of it. No process runs on, and no clock is looked at.
final class FakeSlurm: Sendable {
    /// What becomes of a task.
    enum Fate: Sendable {
        /// It is done, and ends with success.
        case done
        /// It ends in a state of Slurm's, having said something, or left no word.
        case ends(String, saying: String?)
        /// It is done, and its machine fails all the same.
        case doneAndLost
        /// It ends with success, and nothing is there of it.
        case nothing
        /// Slurm forgets it.
        case forgotten
        /// It waits on, for a reason.
        case waits(String)
    }

    /// A task, as it is handed over.
    struct Task: Sendable {
        /// The job and its number in it.
        let job, number: Int
        /// The number of its order.
        let order: Int
        /// The job's arguments.
        let arguments: [String]
    }

    private let folder: URL
    private let seen = Mutex(0)
    private let looked = Mutex(0)
    private let deaf: ClosedRange<Int>?
    private let given = Mutex<[Task]>([])
    private let fate: @Sendable (Task) -> Fate
    private let waiting: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - fate: What becomes of a task, asked once for each time that it is handed over.
    ///   - name: Its folder's.
    ///   - deaf: The looks at which squeue does not answer, from 1.
    ///   - refused: The times at which sbatch refuses, from 1, and what it says.
    ///   - waiting: Is told before each look at the queue how many showed nothing new.
    init(
        _ place: Place, named name: String = "fake slurm", deaf: ClosedRange<Int>? = nil,
        refused: (times: [Int], said: String) = ([], ""),
        waiting: @escaping @Sendable (Int) -> Void = { _ in },
        fate: @escaping @Sendable (Task) -> Fate
    ) throws {
        self.deaf = deaf
        (self.fate, self.waiting) = (fate, waiting)
        folder = URL(filePath: place.root.description).appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(
            """
            asked=$(($(cat "$here/asked") + 1)); printf %s $asked > "$here/asked"
            if grep -qx $asked "$here/refused"; then cat "$here/said" >&2; exit 1; fi
            n=$(cat "$here/jobs"); n=$((n + 1)); printf %s $n > "$here/jobs"
            printf '%s\\n' "$@" > "$here/job-$n"
            echo $n
            """, as: "sbatch")
        try write(
            """
            if [ -e "$here/deaf" ]; then
              echo 'slurm_load_jobs error: Unable to contact slurm controller (connect failure)' >&2
              exit 1
            fi
            job=${1#--jobs=}
            [ -e "$here/queue-$job" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
            cat "$here/queue-$job"
            """, as: "squeue")
        try write("printf '%s\\n' \"$*\" >> \"$here/cancelled\"", as: "scancel")
        let files = [
            ("jobs", "0"), ("asked", "0"), ("said", refused.said),
            ("refused", refused.times.map { "\($0)\n" }.joined()),
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    }

    private func write(_ script: String, as name: String) throws {
        try Script.write("here=$(dirname \"$0\")\n\(script)", to: folder.appending(path: name))
    }

    /// It, as scenarios are given it.
    var use: SlurmUse {
        SlurmUse(program: "/opt/skill mix/skillmix", environment: ["PATH": "\(folder.path):/usr/bin:/bin"]) {
            [self] looks, _ in
            waiting(looks)
            await work()
            hear()
        }
    }

    /// Every task that was handed over, in its order, again where it was again.
    var tasks: [Task] { given.withLock(\.self) }

    /// What was cancelled: the arguments of each call.
    var cancelled: [String] {
        ((try? String(contentsOf: folder.appending(path: "cancelled"), encoding: .utf8)) ?? "")
            .split(separator: "\n").map(String.init)
    }

    /// How often the queue was looked at.
    var looks: Int { looked.withLock(\.self) }

    /// Answers the next look, or does not.
    private func hear() {
        let look = looked.withLock { looked in
            looked += 1
            return looked
        }
        let file = folder.appending(path: "deaf")
        if deaf?.contains(look) ?? false {
            try? Data().write(to: file)
        } else {
            try? FileManager.default.removeItem(at: file)
        }
    }

    /// Does what becomes of tasks that were handed over since.
    private func work() async {
        guard let text = try? String(contentsOf: folder.appending(path: "jobs"), encoding: .utf8),
            let last = Int(text)
        else { return }
        let first = seen.withLock { seen in
            defer { seen = last }
            return seen
        }
        for job in first..<last { await work(job + 1) }
    }

    private func work(_ job: Int) async {
        let text = try? String(contentsOf: folder.appending(path: "job-\(job)"), encoding: .utf8)
        let arguments = (text ?? "").split(separator: "\n").map(String.init)
        guard let offset = arguments.last.flatMap(Int.init),
            let array = arguments.first(where: { $0.hasPrefix("--array=") })
        else { return }
        let results = FilePath(arguments[arguments.count - 2])
        var rows: [String] = []
        for range in array.dropFirst("--array=".count).split(separator: ",") {
            let ends = range.split(separator: "-").compactMap { Int($0) }
            for number in ends[0]...ends[ends.count - 1] {
                let task = Task(job: job, number: number, order: offset + number, arguments: arguments)
                given.withLock { $0.append(task) }
                if let (state, reason) = await work(task, results) {
                    rows.append("\(job)|\(number)|\(state)|\(state == "PENDING" ? "" : "n1")|\(reason)\n")
                }
            }
        }
        guard !rows.isEmpty else { return }
        try? Data(rows.joined().utf8).write(to: folder.appending(path: "queue-\(job)"))
    }

    private func work(_ task: Task, _ results: FilePath) async -> (String, String)? {
        switch fate(task) {
        case .done:
            await done(task, results)
            return ("COMPLETED", "None")
        case .doneAndLost:
            await done(task, results)
            return ("NODE_FAIL", "NodeDown")
        case .ends(let state, let said):
            if let said {
                let log = results.appending("tasks/\(task.job)-\(task.number).log")
                try? Data(said.utf8).write(to: URL(filePath: log.description))
            }
            return (state, "None")
        case .nothing: return ("COMPLETED", "None")
        case .forgotten: return nil
        case .waits(let reason): return ("PENDING", reason)
        }
    }

    private func done(_ task: Task, _ results: FilePath) async {
        _ = try? await Workflow(version: "test").scenarioTask(task.order, of: results)
    }
}
