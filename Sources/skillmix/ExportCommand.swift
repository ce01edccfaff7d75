// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Wording
import Workflows

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Writes the integer programme of a week or a rotation for another solver, or a rotation plan for a week.",
        discussion: """
            The programme is exact: its optimum is the cheapest plan there is. The constant of the price is the \
            cost of a column named one, fixed at 1. A name that ends in .gz is compressed.

            With --plan it writes what a rotation plan changes in a week as a change file: where it has the week's people \
            then, and what they have learnt by then.

            Examples:
              skillmix export Rosters/first-week --mps week.mps.gz --lp week.lp
              skillmix export ROTATION --plan ROTATION/plan --for WEEK --changes rotation.yaml
            """)

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Option(help: "A file for the programme as free MPS.", completion: .file())
    var mps: FilePath?

    @Option(help: "A file for the programme as CPLEX LP.", completion: .file())
    var lp: FilePath?

    @Option(help: "Of a rotation: the folder of its plan.", completion: .directory)
    var plan: FilePath?

    @Option(name: .customLong("for"), help: "With --plan: the folder of a week.", completion: .directory)
    var target: FilePath?

    @Option(help: "With --plan: a change file for the week.", completion: .file())
    var changes: FilePath?

    func validate() throws {
        if plan != nil || target != nil || changes != nil {
            guard plan != nil, target != nil, changes != nil, mps == nil, lp == nil else {
                throw ValidationError("--plan, --for and --changes go together, without --mps and --lp.")
            }
        } else if mps == nil, lp == nil {
            throw ValidationError("Say where to: --mps FILE, --lp FILE, or both.")
        }
    }

    func run() throws {
        if let plan, let target, let changes {
            let found = try Workflow.command().changes(
                ofRotationPlan: plan, of: week, in: target, to: changes)
            for sentence in found.leftOut { Terminal.error(sentence) }
            print(
                "\(changes): \(Show.counted(found.placements.count, "placement")), "
                    + "\(Show.counted(found.signOffs.count, "sign-off"))")
            return
        }
        let workflow = Workflow.command()
        let program =
            Workflow.isRotation(week)
            ? try workflow.export(rotation: week, mps: mps, lp: lp)
            : try workflow.export(week: week, mps: mps, lp: lp)
        for path in [mps, lp].compactMap(\.self) {
            print("\(path): \(program.columns) columns, \(program.rows) rows")
        }
    }
}
