// SPDX-License-Identifier: GPL-3.0-or-later

/// What Slurm is asked for: one script, run once for each of some numbers.
///
/// Everything is an argument of its own; no shell reads any of it, so that a path may hold whatever a path may.
public struct JobArray: Sendable, Equatable {
    /// What it is called: jobs are cancelled by it.
    public let name: String
    /// The numbers, ascending and none twice: each is a task.
    public let numbers: [Int]
    /// Cores that each task uses.
    public let cores: Int
    /// The script, from the root, and what it is given.
    public let script: [String]

    /// An array of tasks.
    public init(name: String, numbers: [Int], cores: Int, script: [String]) {
        (self.name, self.numbers, self.cores, self.script) = (name, numbers, cores, script)
    }

    /// The most tasks of one array: Slurm's `MaxArraySize` is 1,001, unless somebody raised it.
    public static let mostTasks = 1_000

    /// What sbatch is given. A task that a machine lost is not begun anew by Slurm: who submits it counts how often it failed.
    /// What tasks say, the script itself puts where it belongs: in names of files Slurm reads `%` and `\`, whatever they
    /// were meant to be.
    var arguments: [String] {
        [
            "--parsable", "--no-requeue", "--job-name=\(name)", "--array=\(Self.ranges(of: numbers))",
            "--ntasks=1", "--cpus-per-task=\(cores)", "--chdir=/", "--output=/dev/null",
        ] + script
    }

    /// Numbers as Slurm has them: `1-3,7`.
    static func ranges(of numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
