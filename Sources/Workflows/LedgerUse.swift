// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Ledger
import Reading

/// That a run is written down, and where.
public struct LedgerUse: Sendable {
    /// The ledger's file; it is made where there is none.
    public var path: FilePath
    /// Whether the files that the run is made from are kept in it, so that the run can be repeated whatever becomes of them.
    public var keepsInputs: Bool
    /// Who works on it.
    public var worker: Worker
    /// The run that is repeated.
    var again: LedgerRun?

    /// A ledger.
    public init(_ path: FilePath, keepsInputs: Bool = false, worker: Worker = .current) {
        (self.path, self.keepsInputs, self.worker) = (path, keepsInputs, worker)
    }

    /// The ledger of runs of a scenario file where nobody names another: beside it.
    public static func usual(beside file: FilePath) -> FilePath {
        file.parent.appending(RunLedger.usualName)
    }
}

/// Who works on a run, and the clock by which it is written down when. No result depends on either.
public struct Worker: Sendable {
    /// The name of the account.
    public let by: String
    /// The machine.
    public let host: String
    /// The number of the process.
    public let process: Int
    /// The moment: UTC, `2026-11-23T09:30:00Z`.
    public let now: @Sendable () -> String

    /// Somebody at work.
    public init(by: String, host: String, process: Int, now: @escaping @Sendable () -> String) {
        (self.by, self.host, self.process, self.now) = (by, host, process, now)
    }

    /// Whoever runs this process.
    public static var current: Worker {
        Worker(
            by: NSUserName(), host: hostName, process: Int(ProcessInfo.processInfo.processIdentifier)
        ) { Date.now.formatted(.iso8601) }
    }

    /// The machine's own name, for which nobody is asked over a network.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "this machine" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    var claimant: Claimant { Claimant(by: by, host: host, process: process, at: now()) }
}
