// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import Synchronization

/// Writes how a search gets on to a CSV file, for programs: a row for each better plan or bound, and one for the last step.
///
/// A row is written whole and at once, so that the file can be followed while the search goes on.
final class ProgressLog: Sendable {
    private struct State {
        var objective = Double.infinity
        var bound = -Double.infinity
        /// The last step, where it gained nothing and so is not in the file yet.
        var idle: String?
        var isBroken = false
    }

    private let path: FilePath
    private let file: FileHandle
    private let start: ContinuousClock.Instant
    private let state = Mutex(State())

    /// Makes the file, or empties it, and writes its heading. Seconds will count from `start`.
    init(path: FilePath, start: ContinuousClock.Instant) throws {
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else {
            throw Ending(code: .usage, message: "\(path): cannot be written to; nothing was done.")
        }
        self.path = path
        self.start = start
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        state.withLock { write("seconds,objective,bound,work", &$0) }
    }

    /// Notes a step of the search.
    func record(_ progress: AllocationProgress) {
        record(objective: progress.objective, bound: progress.bound, work: progress.work)
    }

    /// Notes the result, which the proof may have bettered since the last step, and says if rows were lost: the plan
    /// is none the worse.
    func end(_ result: AllocationResult) {
        state.withLock { state in
            if let row = state.idle { write(row, &state) }
        }
        record(objective: result.objective, bound: result.bound, work: result.work)
        if state.withLock({ $0.isBroken }) { Terminal.notice("\(path): not all rows could be written.") }
    }

    private func record(objective: Double, bound: Double, work: Int) {
        let row = Self.row(start.duration(to: .now), objective, bound, work)
        state.withLock { state in
            guard objective < state.objective || bound > state.bound else {
                state.idle = row
                return
            }
            state.objective = min(state.objective, objective)
            state.bound = max(state.bound, bound)
            state.idle = nil
            write(row, &state)
        }
    }

    /// A file that fails once is left alone: a search is not given up for its log.
    private func write(_ row: String, _ state: inout State) {
        guard !state.isBroken else { return }
        do {
            try file.write(contentsOf: Data((row + "\n").utf8))
        } catch {
            state.isBroken = true
        }
    }

    private static func row(
        _ elapsed: Duration, _ objective: Double, _ bound: Double, _ work: Int
    ) -> String {
        let (seconds, fraction) = elapsed.components
        let elapsed = Double(seconds) + Double(fraction) / 1e18
        return String(format: "%.3f,%.4f,%.4f,%ld", elapsed, objective, bound, work)
    }
}
