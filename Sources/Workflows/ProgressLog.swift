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
        /// What came of the moves up to the last step.
        var moves: [MoveCount] = []
        var isBroken = false
    }

    let path: FilePath
    private let file: FileHandle
    private let start: ContinuousClock.Instant
    private let state = Mutex(State())

    /// Makes the file, or empties it. Seconds will count from `start`.
    init(path: FilePath, start: ContinuousClock.Instant) throws(WorkflowError) {
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else {
            throw WorkflowError(.output, "\(path): cannot be written to; nothing was done.")
        }
        self.path = path
        self.start = start
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Notes a step of the search. The first gives the file its heading: what came of each kind of move stands last.
    func record(_ progress: AllocationProgress) {
        state.withLock { state in
            if state.moves.isEmpty {
                let columns = progress.moves.flatMap { move in
                    ["tried", "kept", "pounds"].map { "\(move.name)_\($0)" }
                }
                write((["seconds", "objective", "bound", "work"] + columns).joined(separator: ","), &state)
            }
            state.moves = progress.moves
        }
        record(objective: progress.objective, bound: progress.bound, work: progress.work)
    }

    /// Notes the result, which the proof may have bettered since the last step.
    ///
    /// - Returns: Whether all rows could be written; where not, the plan is none the worse.
    func end(_ result: AllocationResult) -> Bool {
        state.withLock { state in
            if let row = state.idle { write(row, &state) }
        }
        record(objective: result.objective, bound: result.bound, work: result.work)
        return state.withLock { !$0.isBroken }
    }

    private func record(objective: Double, bound: Double, work: Int) {
        let elapsed = start.duration(to: .now)
        state.withLock { state in
            let row = Self.row(elapsed, objective, bound, work, state.moves)
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
        _ elapsed: Duration, _ objective: Double, _ bound: Double, _ work: Int, _ moves: [MoveCount]
    ) -> String {
        let (seconds, fraction) = elapsed.components
        let elapsed = Double(seconds) + Double(fraction) / 1e18
        let counts = moves.map { String(format: ",%ld,%ld,%.2f", $0.tried, $0.kept, $0.pounds) }.joined()
        return String(format: "%.3f,%.4f,%.4f,%ld", elapsed, objective, bound, work) + counts
    }
}
