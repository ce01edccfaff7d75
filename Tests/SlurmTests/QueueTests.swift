// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Slurm

/// What Slurm prints is read strictly: of what is not understood nothing is concluded.
@Suite struct QueueTests {
    @Test func `tasks that wait, run and ended are told apart`() throws {
        let rows = try QueueRow.read(
            """
            7|0|PENDING||Resources
            7|3|RUNNING|n1|None
            7|12|NODE_FAIL|n[1-2]|NodeDown
            7|1|PENDING||ReqNodeNotAvail, UnavailableNodes:n1|x

            """, of: 7)
        #expect(
            rows == [
                QueueRow(number: 0, state: .pending, reason: "Resources"),
                QueueRow(number: 3, state: .running, nodes: "n1", reason: "None"),
                QueueRow(number: 12, state: .nodeFailed, nodes: "n[1-2]", reason: "NodeDown"),
                QueueRow(number: 1, state: .pending, reason: "ReqNodeNotAvail, UnavailableNodes:n1|x"),
            ])
        #expect(rows.map(\.state.stage) == [.waiting, .running, .failed, .waiting])
        // So squeue shows an array that was cancelled before it began.
        #expect(
            try QueueRow.read("7|N/A|CANCELLED||Resources\n", of: 7) == [
                QueueRow(number: nil, state: .cancelled, reason: "Resources")
            ])
        #expect(try QueueRow.read("", of: 7).isEmpty)
        #expect(try QueueRow.read("\n", of: 7).isEmpty)
    }

    @Test(arguments: [
        "8|0|PENDING||", "7|[0-3]|PENDING||Resources", "7|N/B|RUNNING|n1|None", "7|0|DOING|n1|None",
        "7|0|RUNNING|n1",
        "7|-1|RUNNING|n1|None", "JOBID|TASK|STATE|NODES|REASON", "7 0 RUNNING", "7|0|running|n1|None",
    ])
    func `a line that is anything else is named, and nothing concluded`(_ line: String) {
        let error = #expect(throws: SlurmError.self) {
            try QueueRow.read("7|1|RUNNING|n1|None\n\(line)\n", of: 7)
        }
        #expect(error == .unreadable(.squeue, line))
        #expect(error?.description.contains("'\(line)'") == true)
    }

    @Test func `every state has its words, and only success is success`() {
        #expect(JobState.allCases.filter { $0.stage == .done } == [.completed])
        #expect(JobState.allCases.filter { $0.stage == .cancelled } == [.cancelled])
        #expect(JobState.allCases.count == 24)
        for state in JobState.allCases { #expect(!state.words.isEmpty) }
    }
}
