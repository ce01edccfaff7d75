// SPDX-License-Identifier: GPL-3.0-or-later

/// What squeue says of one task of an array.
public struct QueueRow: Sendable, Equatable {
    /// Its number in the array; nil: all tasks that have no row of their own, as of an array that was cancelled before it
    /// began.
    public let number: Int?
    /// What it is.
    public let state: JobState
    /// The machines it is on; empty: on none yet.
    public let nodes: String
    /// Why it waits, in Slurm's words.
    public let reason: String

    /// A task in the queue.
    public init(number: Int?, state: JobState, nodes: String = "", reason: String = "") {
        (self.number, self.state, self.nodes, self.reason) = (number, state, nodes, reason)
    }

    /// The columns that squeue is asked for: job, number, state, machines, reason.
    static let format = "%F|%K|%T|%N|%r"

    /// The rows that squeue printed of a job; of tasks it does not know any more there are none.
    ///
    /// - Throws: Where a line is anything else: nothing is concluded of a queue that was not understood.
    static func read(_ text: String, of job: Int) throws(SlurmError) -> [QueueRow] {
        var rows: [QueueRow] = []
        for line in text.split(separator: "\n") {
            let cells = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
            guard cells.count == 5, cells[0] == "\(job)",
                let state = JobState(rawValue: String(cells[2]))
            else { throw .unreadable(.squeue, String(line)) }
            let number = Int(cells[1])
            guard number.map({ $0 >= 0 }) ?? (cells[1] == "N/A") else {
                throw .unreadable(.squeue, String(line))
            }
            rows.append(
                QueueRow(number: number, state: state, nodes: String(cells[3]), reason: String(cells[4])))
        }
        return rows
    }
}
