// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Tables
import Wording
import Workflows

struct ChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Makes changes in a week and writes the changed week.",
        discussion: """
            A change file says what is otherwise: who is away, what care is wanted more, which team closes, who is \
            signed off. docs/changes.md says what may stand in it. Several apply one after the other. The week itself \
            stays as it is, and the changed one is a week like any other.

            Examples:
              skillmix change Rosters/first-week Rosters/first-week/tuesday.yaml --out /tmp/tuesday
              skillmix diff Rosters/first-week /tmp/tuesday
              skillmix allocate /tmp/tuesday

            With --plan the changed week has a plan in force, which plans of it change as little as is worth it, and \
            with --from the sessions before that one are over: they stay as the plan has them. skillmix replan does \
            that and plans.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(help: "The change files.", completion: .file(extensions: ["yaml", "yml"]))
    var changes: [FilePath] = []

    @Option(help: "The folder of the plan that is in force.", completion: .directory)
    var plan: FilePath?

    @Option(help: "The first session that is not over, such as \"2026-11-24 am\"; needs a plan in force.")
    var from: String?

    @Option(help: "A folder for the changed week; it must not be there yet.", completion: .directory)
    var out: FilePath

    func validate() throws {
        if changes.isEmpty, plan == nil, from == nil {
            throw ValidationError("Nothing is to change: name a change file, or --plan.")
        }
    }

    func run() throws {
        let made = try Workflow.command().change(
            ChangeRequest(week, changes: changes, to: out, plan: plan, from: from))
        for title in made.titles { print(Table.plain(title)) }
        print(
            "\(out): the changed week; \(Show.counted(made.differences.count, "difference")). "
                + "Next: skillmix diff \(week) \(out)")
    }
}

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says in sentences what differs between two weeks.",
        discussion: """
            People, rota, demand, teams, sign-offs, delegation, policy, rates and the rest, each with what it is in the \
            second week and what it was in the first.

            Examples:
              skillmix diff Rosters/first-week /tmp/tuesday
              skillmix diff Rosters/first-week /tmp/tuesday --format json
            """)

    @Argument(help: "The folder of a week.", completion: .directory)
    var week: FilePath

    @Argument(help: "The folder of the week to compare with it.", completion: .directory)
    var other: FilePath

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let compared = try Workflow.command(quiet: true).difference(week, other)
        switch format {
        case .text: AnswerOutput.lines(compared.lines.joined(separator: "\n"))
        case .json: try AnswerOutput.json(compared)
        }
    }
}
