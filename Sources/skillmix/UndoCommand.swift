// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Workflows

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Brings back the plan that stood in a folder before the one of now.",
        discussion: """
            A plan that is made where one stands keeps that one beside it, in a folder of its name and -former. The two \
            change places; undo once more and they change back.

            Example:
              skillmix undo Rosters/place-week/plan
            """)

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    func run() throws {
        let other = try Workflow.command().undo(plan: plan)
        print("\(plan): the plan of before is back. The other one is in \(other).")
    }
}
