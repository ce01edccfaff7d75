// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ArgumentParser

/// What ends a search, in words of the command line.
struct SearchLimits: ParsableArguments {
    @Option(
        help: """
            Seconds after which a search ends with the best so far. (default: 30, for training 10, for rotate 60, or none with \
            --work-limit)
            """)
    var timeLimit: Double?

    @Option(help: "Steps after which a search ends; the same number gives the same result on any machine.")
    var workLimit: Int?

    @Option(help: "How far from the best possible is good enough, as a share: 0.02 is 2 per cent.")
    var gap = 0.0

    @Option(help: "Any whole number; the same number gives the same search.")
    var seed: UInt64 = 1

    func validate() throws {
        if let timeLimit { try Self.validate(seconds: timeLimit) }
        if let workLimit, workLimit < 0 {
            throw ValidationError("--work-limit is \(workLimit); give 0 or more.")
        }
        if !(gap >= 0 && gap < 1) {
            throw ValidationError(
                "--gap is \(gap); give a share from 0 to below 1, such as 0.02 for 2 per cent.")
        }
    }

    /// Refuses a time limit that is none.
    static func validate(seconds: Double) throws {
        if !(seconds >= 0 && seconds <= 1e7) {
            throw ValidationError("--time-limit is \(seconds); give seconds, 0 or more.")
        }
    }

    /// The options of a search.
    ///
    /// - Parameter seconds: The limit of time where none is given.
    func options(seconds: Double = 30) -> AllocationOptions {
        AllocationOptions(
            timeLimit: timeLimit ?? (workLimit == nil ? seconds : nil), workLimit: workLimit, gap: gap,
            seed: seed)
    }
}
