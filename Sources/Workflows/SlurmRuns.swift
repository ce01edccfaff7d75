// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Scenarios
import Slurm

/// Runs done by the machines of a Slurm cluster over a folder that they share: a wave is a job array, a run a task of it, and
/// what comes of it a file. Whoever hands them over looks for the files; Slurm is asked only what became of those that are
/// not there.
struct SlurmRuns: RunEngine {
    let tools: SlurmTools
    let use: SlurmUse
    /// Where skillmix is on every machine, from the root.
    let program: String
    /// The experiment's folder, from the root.
    let folder: String
    /// What its jobs are called: like those of no other folder.
    let name: String
    let tasks: TaskFolder
    let runs: ScenarioFolder
    let isStopped: @Sendable () -> Bool
    let tell: @Sendable (WorkflowEvent) -> Void

    /// Tenths of a second for which Slurm may not answer: its controller may be started anew.
    private static let mostDeaf = 6_000
    /// Why runs wait in a cluster in which all is well.
    private static let usualReasons: Set<String> = [
        "", "None", "(null)", "Priority", "Resources", "JobArrayTaskLimit", "BeginTime", "Prolog",
    ]

    /// Hands runs over and waits for them; see `RunEngine.work(_:done:)`.
    func work(
        _ tasks: [RunTask], done: @escaping @Sendable (Int, RunRecord) -> Void
    ) async throws(ScenarioError) {
        let first: Int
        do throws(PlanFolderError) {
            first = try self.tasks.write(tasks)
        } catch {
            throw ScenarioError.engine(error.description)
        }
        var wave = SlurmWave(tasks.map(\.name), first: first, folder: folder)
        do throws(SlurmError) {
            try await watch(&wave, tasks, done)
        } catch {
            await cancel()
            // Ctrl-C ends commands that are under way, too.
            guard !isStopped() else { return }
            throw ScenarioError.engine("\(error.description)\n\(Self.remedy)")
        }
        guard !isStopped(), let loss = wave.loss else { return }
        throw ScenarioError.engine("\(loss)\n\(Self.remedy)")
    }

    private static let remedy = "What is done is kept: --resume hands over what is missing."

    private func watch(
        _ wave: inout SlurmWave, _ tasks: [RunTask], _ done: (Int, RunRecord) -> Void
    ) async throws(SlurmError) {
        var (looks, deaf, refused, told) = (0, 0, 0, Set<String>())
        while !wave.isOver, !isStopped() {
            for places in wave.due {
                do throws(SlurmError) {
                    try await handOver(places, of: &wave, tasks, isTold: refused > 0)
                    (looks, refused) = (0, 0)
                } catch {
                    // A full queue empties, and a controller comes back; anything else is wrong from the first.
                    guard case .refused(.sbatch, let said) = error, refused < Self.mostDeaf,
                        !wave.jobs.isEmpty || said.contains("Unable to contact slurm controller")
                    else { throw error }
                    refused += SlurmUse.tenths(after: looks)
                    break
                }
            }
            await use.pause(looks, isStopped)
            let tenths = SlurmUse.tenths(after: looks)
            var isNews = gather(&wave, wave.handed(), tasks, done)
            if isStopped() { break }
            do throws(SlurmError) {
                for job in wave.jobs {
                    let rows = try await tools.queue(of: job)
                    for row in rows where row.state.stage == .waiting { tell(of: row.reason, &told) }
                    isNews = learn(&wave, rows, of: job, after: tenths, tasks, done) || isNews
                }
                deaf = 0
            } catch {
                guard case .refused = error, deaf < Self.mostDeaf else { throw error }
                deaf += tenths
            }
            looks = isNews ? 0 : looks + 1
        }
        guard isStopped() else { return }
        await cancel()
        _ = gather(&wave, wave.handed(), tasks, done)
    }

    private func handOver(
        _ places: [Int], of wave: inout SlurmWave, _ tasks: [RunTask], isTold: Bool
    ) async throws(SlurmError) {
        // Before it is with Slurm: whoever stops it from now on has something to cancel.
        if !isTold {
            tell(.scenario(.handingOver(places.count, again: wave.runs[places[0]].tries > 0)))
        }
        let job = try await tools.submit(
            JobArray(
                name: name, numbers: places.map(wave.number), cores: tasks[places[0]].cores,
                script: [
                    "\(folder)/\(TaskFolder.script)", program, folder, "\(wave.offset(of: places[0]))",
                ]))
        wave.handOver(places, to: job)
    }

    /// Takes in results that are there.
    private func gather(
        _ wave: inout SlurmWave, _ places: [Int], _ tasks: [RunTask], _ done: (Int, RunRecord) -> Void
    ) -> Bool {
        var isNews = false
        for place in places {
            guard let record = runs.kept(tasks[place].key), tasks[place].accepts(record) else { continue }
            wave.isDone(place)
            done(place, record)
            isNews = true
        }
        return isNews
    }

    /// Takes in what Slurm says of a job's runs whose results are not there.
    private func learn(
        _ wave: inout SlurmWave, _ rows: [QueueRow], of job: Int, after tenths: Int, _ tasks: [RunTask],
        _ done: (Int, RunRecord) -> Void
    ) -> Bool {
        let known = Dictionary(rows.map { ($0.number, $0) }) { $1 }
        let others = rows.last { $0.number == nil }
        var isNews = false
        for place in wave.handed(to: job) {
            let number = wave.number(of: place)
            // It may have been done since somebody looked.
            if gather(&wave, [place], tasks, done) {
                isNews = true
            } else if wave.learn(
                place, known[number] ?? others, after: tenths, said: { self.tasks.lastWords(of: job, number) }
            ) {
                isNews = true
            }
        }
        return isNews
    }

    private func tell(of reason: String, _ told: inout Set<String>) {
        guard !Self.usualReasons.contains(reason), told.insert(reason).inserted else { return }
        tell(.notice("Slurm keeps runs waiting: \(reason)."))
    }

    private func cancel() async {
        do throws(SlurmError) {
            try await tools.cancel(named: name)
        } catch {
            tell(.warning("\(error.description) Jobs may go on: scancel --name=\(name) cancels them."))
        }
    }
}
