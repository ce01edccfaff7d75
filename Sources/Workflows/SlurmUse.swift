// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading

/// Where the runs of scenarios are done.
public enum ScenarioEngine: Sendable {
    /// In this process.
    case local
    /// By the machines of a Slurm cluster.
    case slurm(SlurmUse)
}

/// How Slurm is used.
public struct SlurmUse: Sendable {
    /// Where skillmix is, from the root, on every machine.
    public var program: FilePath
    /// Variables that Slurm's commands are given, PATH among them.
    public var environment: [String: String]
    /// Waits between two looks at how jobs are, until `isStopped` at most: the longer, the more looks showed nothing new.
    public var pause: @Sendable (_ looks: Int, _ isStopped: @escaping @Sendable () -> Bool) async -> Void

    /// Slurm as a process has it.
    public init(
        program: FilePath, environment: [String: String] = ProcessInfo.processInfo.environment,
        pause: @escaping @Sendable (Int, @escaping @Sendable () -> Bool) async -> Void = Self.wait
    ) {
        (self.program, self.environment, self.pause) = (program, environment, pause)
    }

    /// Tenths of a second after so many looks that showed nothing new: a fifth of a second at first, a quarter of a minute in
    /// the end, since a cluster is asked by many.
    static func tenths(after looks: Int) -> Int { min(150, 2 << min(looks, 10)) }

    /// Waits as long as that, or until somebody stops it.
    public static func wait(_ looks: Int, _ isStopped: @escaping @Sendable () -> Bool) async {
        var tenths = tenths(after: looks)
        while tenths > 0, !isStopped() {
            try? await Task.sleep(for: .milliseconds(100))
            tenths -= 1
        }
    }
}
