// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import Scenarios

extension Workflow {
    /// Does one run of scenarios that somebody handed over, and keeps it in a file, written whole.
    ///
    /// - Parameters:
    ///   - number: Its number among the orders.
    ///   - folder: The folder of results.
    /// - Returns: What was done, in a sentence.
    public func scenarioTask(_ number: Int, of folder: FilePath) async throws(WorkflowError) -> String {
        let (tasks, runs) = (TaskFolder(in: folder), ScenarioFolder(folder))
        guard let order = tasks.order(number) else {
            throw WorkflowError(
                .input,
                "\(folder): there is no task \(number) of scenarios here. Machines that do tasks have to share the folder with "
                    + "the one that hands them over. Nothing was run.")
        }
        guard order.version == version else {
            throw WorkflowError(
                .input,
                "Task \(number) was handed over by skillmix \(order.version), and this is \(version): every machine needs the "
                    + "same one. Nothing was run.")
        }
        let week = try read(week: tasks.week(of: order))
        let base = ScenarioBase(name: order.base, week: week.week, inputs: week.inputs)
        var start: RunRecord?
        if let key = order.start {
            guard let record = runs.kept(key) else {
                throw WorkflowError(
                    .input,
                    "\(folder): the run that task \(number) starts from is not here, or is torn. Nothing was run."
                )
            }
            start = record
        }
        let task: RunTask
        let record: RunRecord?
        do throws(ScenarioError) {
            task = try RunTask(order, of: base, from: start, version: version)
            if let known = runs.kept(task.key), task.accepts(known) { return "\(task.name): done before." }
            let stop = stop
            record = try await task.run(stop.cancellation(), isStopped: { stop.isRaised })
        } catch {
            throw WorkflowError(.fault, error.description)
        }
        guard let record else {
            throw WorkflowError(.output, "\(task.name): stopped before it was done.")
        }
        runs.keep(record)
        try WorkflowError.writing { () throws(PlanFolderError) in try runs.throwFailure() }
        return "\(task.name): done."
    }
}
