// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Slurm by its commands: jobs handed to it, looked after and cancelled.
public struct SlurmTools: Sendable {
    private let paths: [SlurmTool: String]
    private let environment: [String: String]

    /// The commands on a PATH.
    ///
    /// - Parameter environment: Variables that commands are given, PATH among them. What people set for sbatch is kept
    ///   (`SBATCH_PARTITION` and the like), what would change how the others answer is not.
    public init(environment: [String: String]) throws(SlurmError) {
        var paths: [SlurmTool: String] = [:]
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for tool in SlurmTool.allCases {
            paths[tool] = folders.map { "\($0)/\(tool.rawValue)" }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
        }
        let missing = SlurmTool.allCases.filter { paths[$0] == nil }
        guard missing.isEmpty else { throw .missing(missing) }
        self.paths = paths
        self.environment = environment.filter { name, _ in
            !name.hasPrefix("SQUEUE_") && !name.hasPrefix("SCANCEL_") && name != "SBATCH_WAIT"
                && name != "SBATCH_CLUSTERS" && name != "SLURM_CLUSTERS"
        }
    }

    /// Hands an array to Slurm.
    ///
    /// - Returns: The number of the job.
    public func submit(_ array: JobArray) async throws(SlurmError) -> Int {
        let text = try await said(.sbatch, array.arguments).trimmed
        guard let job = Int(text), job > 0 else { throw .unreadable(.sbatch, text) }
        return job
    }

    /// The tasks of a job that Slurm knows, ended ones too for as long as it remembers them; none where it does not know the
    /// job any more.
    public func queue(of job: Int) async throws(SlurmError) -> [QueueRow] {
        do throws(SlurmError) {
            let text = try await said(
                .squeue,
                [
                    "--jobs=\(job)", "--array", "--states=all", "--noheader", "--format=\(QueueRow.format)",
                ])
            return try QueueRow.read(text, of: job)
        } catch {
            if case .refused(.squeue, let said) = error, said.contains("Invalid job id specified") {
                return []
            }
            throw error
        }
    }

    /// Cancels all jobs of a name.
    public func cancel(named name: String) async throws(SlurmError) {
        _ = try await said(.scancel, ["--quiet", "--name=\(name)"])
    }

    private func said(_ tool: SlurmTool, _ arguments: [String]) async throws(SlurmError) -> String {
        guard let path = paths[tool] else { throw .missing([tool]) }
        let run: ToolRun
        do {
            run = try await ToolRun(path, arguments, environment)
        } catch {
            throw .refused(tool, said: "it cannot be started: \(error.localizedDescription)")
        }
        guard run.code == 0 else {
            throw .refused(tool, said: String(run.messages.trimmed.suffix(500)))
        }
        return run.output
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
