// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A run as the ledger has it.
public struct LedgerRun: Sendable, Equatable {
    /// How far it is.
    public enum Status: String, Sendable, CaseIterable, Codable {
        /// Somebody works on it, or did when the process was killed.
        case claimed
        /// It came to its end.
        case done
        /// Somebody stopped it; what was done by then is there.
        case stopped
        /// It came to nothing.
        case failed
    }

    /// Its number.
    public let number: Int
    /// What was run; its inputs are without their bytes.
    public let claim: RunClaim
    /// Whether the bytes of all its inputs are kept.
    public let isKept: Bool
    /// How far it is.
    public let status: Status
    /// Why it failed.
    public let reason: String?
    /// Who works or worked on it.
    public let claimant: Claimant
    /// When it ended: UTC.
    public let finishedAt: String?
    /// How many searches of it are done.
    public let parts: Int
    /// The digests of what it wrote.
    public let outputs: [InputDigest]

    /// A sentence for a claim that somebody else has.
    var claimWords: String {
        "\(claimant.by) works on run \(number) on \(claimant.host) since \(claimant.at), as process \(claimant.process)"
    }
}

/// Why the ledger refuses.
public enum LedgerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no run of that number.
    case noRun(Int, path: String, runs: Int)
    /// Somebody else works on the run.
    case isClaimed(String)
    /// Somebody else has taken the run over.
    case isTaken(Int)
    /// The file stands in the way.
    case file(String)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .noRun(let number, let path, let runs):
            "there is no run \(number) in '\(path)', which has \(runs == 1 ? "1 run" : "\(runs) runs"): "
                + "skillmix runs lists them"
        case .isClaimed(let words): "\(words): wait until it is done, or end that process, and try again"
        case .isTaken(let number):
            "run \(number) was taken over by somebody else meanwhile, and is left to them"
        case .file(let words): words
        }
    }
}
