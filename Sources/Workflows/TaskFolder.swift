// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import Scenarios
import Synchronization

/// What the folder of an experiment holds for machines that do its runs: the files of its weeks, an order a run, the script that
/// Slurm starts, and what tasks said. All of it is in `tasks`, and goes when everything is done.
final class TaskFolder: Sendable {
    /// Its name within the folder of an experiment.
    static let name = "tasks"
    /// The script, from the experiment's folder.
    static let script = "\(name)/task.sh"
    /// What it says: everything that differs is an argument, so that a shell has nothing to read wrongly.
    private static let scriptText = """
        #!/bin/sh
        # skillmix, the folder of results, and what is added to the number of the task
        exec > "$2/tasks/$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID.log" 2>&1
        exec "$1" scenario-task "$2" "$(($3 + SLURM_ARRAY_TASK_ID))"

        """
    /// The most bytes of an order, and of what a task said, that are read.
    private static let (mostOrder, mostSaid) = (256 << 20, 1 << 20)

    private let experiment: FilePath
    private var path: FilePath { experiment.appending(Self.name) }
    private let orders = Mutex(0)
    private let weeks = Mutex<[String: String]>([:])

    /// - Parameter experiment: The folder of the experiment.
    init(in experiment: FilePath) { self.experiment = experiment }

    // MARK: For whoever hands runs over

    /// Begins anew, with the files of the bases laid out as they lie to each other: a task is of them, whatever becomes of
    /// those that people go on to work with.
    func begin(_ bases: [(week: WeekAtHand, name: String)]) throws(WorkflowError) {
        remove()
        var inputs: [(place: String, bytes: [UInt8])] = []
        for (week, name) in bases {
            for input in try LedgerInputs.of(week, owner: name, keeps: true) {
                if let bytes = input.bytes { inputs.append((input.place, bytes)) }
            }
        }
        let laid = LaidInputs(inputs.map(\.place), in: path.appending(Self.inputs))
        try WorkflowError.writing { () throws(PlanFolderError) in
            for (place, bytes) in inputs { try OutputFile.replace(laid.now(FilePath(place)), with: bytes) }
            try OutputFile.replace(experiment.appending(Self.script), with: Array(Self.scriptText.utf8))
        }
        for (week, name) in bases {
            let place = laid.within(LedgerInputs.place(of: week.path))
            weeks.withLock { $0[name] = FilePath(Self.inputs).appending(place).text }
        }
    }

    private static let inputs = "inputs"

    /// Writes the orders of runs.
    ///
    /// - Returns: The number of the first; the others follow.
    func write(_ tasks: [RunTask]) throws(PlanFolderError) -> Int {
        let first = orders.withLock { number in
            defer { number += tasks.count }
            return number + 1
        }
        for (place, task) in tasks.enumerated() {
            let week = weeks.withLock { $0[task.baseName] } ?? ""
            let text: String
            do { text = try RunOrder(task, week: week).fileText } catch {
                throw .unfitPlan(reason: "\(error)")
            }
            try OutputFile.replace(file(of: first + place), with: Array(text.utf8))
        }
        return first
    }

    /// The last line that a task said; nil where it left no word here, and empty where it was silent.
    func lastWords(of job: Int, _ number: Int) -> String? {
        guard let bytes = try? path.appending("\(job)-\(number).log").read(atMost: Self.mostSaid) else {
            return nil
        }
        let last = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).last ?? ""
        return String(last.prefix(300))
    }

    /// Removes everything.
    func remove() { OutputFile.remove(path) }

    // MARK: For whoever does them

    private func file(of number: Int) -> FilePath { path.appending("\(number).json") }

    /// The order of a number; nil where there is none.
    func order(_ number: Int) -> RunOrder? {
        (try? file(of: number).read(atMost: Self.mostOrder)).flatMap { RunOrder(file: $0) }
    }

    /// Where the base's files of an order lie.
    func week(of order: RunOrder) -> FilePath { path.appending(order.week) }
}
