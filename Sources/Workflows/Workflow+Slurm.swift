// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import Scenarios
import Slurm

/// Scenarios whose runs are done by the machines of a Slurm cluster.
extension Workflow {
    /// Slurm's commands, where it is asked for.
    func slurm(_ engine: ScenarioEngine) throws(WorkflowError) -> (tools: SlurmTools, use: SlurmUse)? {
        switch engine {
        case .local: return nil
        case .slurm(let use):
            do throws(SlurmError) {
                return (try SlurmTools(environment: use.environment), use)
            } catch {
                throw WorkflowError(.input, "--engine slurm: \(error.description) Nothing was run.")
            }
        }
    }

    /// Makes a folder ready for machines of a cluster. Jobs that were handed over from it before, and are not done, are
    /// cancelled: what they were about is handed over again.
    func slurmRuns(
        _ slurm: (tools: SlurmTools, use: SlurmUse), _ folder: ScenarioFolder,
        _ weeks: [(week: WeekAtHand, name: String)], isStopped: @escaping @Sendable () -> Bool
    ) async throws(WorkflowError) -> SlurmRuns {
        guard let path = folder.path.real?.text, let program = slurm.use.program.text,
            !(path + program).contains(where: \.isNewline)
        else {
            throw WorkflowError(
                .output,
                "\(folder.path): Slurm takes no names of folders but those in UTF-8 and of one line. Nothing was run."
            )
        }
        let digest = InputFile(path: "", bytes: Array(path.utf8)).digest.sha256
        let name = "skillmix-\(digest.prefix(12))"
        do throws(SlurmError) {
            try await slurm.tools.cancel(named: name)
        } catch {
            throw WorkflowError(.input, "--engine slurm: \(error.description) Nothing was run.")
        }
        let tasks = TaskFolder(in: folder.path)
        try tasks.begin(weeks)
        return SlurmRuns(
            tools: slurm.tools, use: slurm.use, program: program, folder: path, name: name, tasks: tasks,
            runs: folder, isStopped: isStopped, tell: tell)
    }
}
