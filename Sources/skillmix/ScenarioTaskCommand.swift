// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct ScenarioTaskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario-task",
        abstract: "Does one run of scenarios that were handed to a cluster; the cluster calls it.",
        discussion: """
            FOLDER holds the results of skillmix scenarios --engine slurm, which writes there what each run is of. The run \
            is kept in FOLDER/runs, in a file that is there whole or not at all.

            Example:
              skillmix scenario-task winter 12
            """)

    @Argument(help: "The folder of results.", completion: .directory)
    var folder: FilePath

    @Argument(help: "The number of the run.")
    var number: Int

    func run() async throws {
        print(try await Workflow.command(quiet: true).scenarioTask(number, of: folder))
    }
}
