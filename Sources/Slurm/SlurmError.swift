// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands in the way of Slurm.
public enum SlurmError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Its commands are not on this machine.
    case missing([SlurmTool])
    /// A command said no.
    case refused(SlurmTool, said: String)
    /// A command printed something else than it should.
    case unreadable(SlurmTool, String)

    /// What stands in the way, and what would be right.
    public var description: String {
        switch self {
        case .missing(let tools):
            "There is no \(tools.map(\.rawValue).joined(separator: ", no ")) on PATH. Jobs are handed to Slurm from a "
                + "machine that has its commands, such as the one where people sign in to the cluster."
        case .refused(let tool, let said):
            "\(tool.rawValue) refuses" + (said.isEmpty ? ", and does not say why." : ": \(said)")
        case .unreadable(let tool, let line):
            "\(tool.rawValue) printed '\(line.prefix(120))', which was not to be expected: is it Slurm's?"
        }
    }
}

/// The commands of Slurm that are used.
public enum SlurmTool: String, Sendable, CaseIterable {
    /// Takes jobs.
    case sbatch
    /// Says how they are.
    case squeue
    /// Cancels them.
    case scancel
}
