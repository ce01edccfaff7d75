// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Who works on a run, where, and since when.
public struct Claimant: Sendable, Equatable {
    /// The person: the name of the account.
    public var by: String
    /// The machine.
    public var host: String
    /// The number of the process on it.
    public var process: Int
    /// The moment: UTC, `2026-11-23T09:30:00Z`.
    public var at: String

    /// Somebody at work.
    public init(by: String, host: String, process: Int, at: String) {
        (self.by, self.host, self.process, self.at) = (by, host, process, at)
    }
}

/// A file that a run is made from.
public struct LedgerInput: Sendable, Equatable {
    /// What the file belongs to: a base's name; empty for what belongs to the whole run, such as the scenario file.
    public let owner: String
    /// Its path from there, as messages name it.
    public let path: String
    /// Where it lay, from the root.
    public let place: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
    /// Its bytes, where they are to be kept.
    public let bytes: [UInt8]?

    /// A file.
    public init(owner: String, path: String, place: String, sha256: String, bytes: [UInt8]? = nil) {
        (self.owner, self.path, self.place) = (owner, path, place)
        (self.sha256, self.bytes) = (sha256, bytes)
    }
}

/// A run that somebody is about to work on: everything that decides what comes of it.
public struct RunClaim: Sendable, Equatable {
    /// What is run.
    public enum Command: String, Sendable, CaseIterable, Codable {
        /// A plan of a week.
        case allocate
        /// The scenarios of a file.
        case scenarios
    }

    /// What is run.
    public var command: Command
    /// What people call it: the title of a scenario file, or the week's name.
    public var title: String
    /// The week's or the scenario file's place, from the root.
    public var place: String
    /// The place of a plan to start from.
    public var start: String?
    /// Where the results go.
    public var output: String
    /// The version of skillmix.
    public var version: String
    /// The seed.
    public var seed: UInt64
    /// Seconds of each search; nil: no limit of time.
    public var seconds: Double?
    /// Units of work of each search; nil: no limit of work.
    public var work: Int?
    /// The gap that is good enough, as a share.
    public var gap: Double
    /// The files it is made from.
    public var inputs: [LedgerInput]
    /// The run that this one repeats.
    public var againOf: Int?

    /// A run.
    public init(
        _ command: Command, title: String, place: String, start: String? = nil, output: String,
        version: String,
        seed: UInt64, seconds: Double?, work: Int?, gap: Double = 0, inputs: [LedgerInput],
        againOf: Int? = nil
    ) {
        (self.command, self.title, self.place, self.start) = (command, title, place, start)
        (self.output, self.version, self.seed) = (output, version, seed)
        (self.seconds, self.work, self.gap) = (seconds, work, gap)
        (self.inputs, self.againOf) = (inputs, againOf)
    }

    /// The digest of everything that decides what comes of it; where files lie does not.
    var key: String {
        let limits = "\(seconds.map { "\($0)" } ?? "-") \(work.map(String.init) ?? "-") \(gap)"
        let files = inputs.map { "\($0.owner)\n\($0.path)\n\($0.sha256)" }.sorted()
        let text = ["skillmix \(version)", command.rawValue, limits, "\(seed)"] + files
        return InputFile(path: "", bytes: Array(text.joined(separator: "\n").utf8)).digest.sha256
    }
}
