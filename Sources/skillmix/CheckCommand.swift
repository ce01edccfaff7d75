// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Wording
import Workflows

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a week or a rotation and says everything that is wrong with it.",
        discussion: """
            Every problem is shown with its file, line and column, what stands there and what would be right. \
            Errors must be mended before a plan can be made; warnings are worth a look.

            Examples:
              skillmix check Rosters/place-week
              skillmix check Rosters/acute-community-rotation

            Ends with 0 if the week can be planned, 1 if it has errors.
            """)

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        if Workflow.isRotation(week) { return try checkRotation() }
        let check = Workflow.command().check(week: week)
        try show(check.diagnostics)
        switch format {
        case .json: break
        case .text:
            if let week = check.week {
                let counts = [
                    (week.teams.count, "team"), (week.sessions.count, "session"),
                    (week.demand.count, "demand line"),
                    (week.demand.reduce(0) { $0 + $1.contacts }, "contact"),
                ].map(Show.counted)
                print("\(week.staff.count) staff, \(counts.joined(separator: ", "))")
            }
        }
        guard check.week == nil else { return }
        throw Ending(code: check.isMissing ? .usage : .problems)
    }

    private func checkRotation() throws {
        let check = Workflow.command().check(rotation: week)
        try show(check.diagnostics)
        guard let rotation = check.rotation else { throw Ending(code: .problems) }
        switch format {
        case .json: break
        case .text:
            let people = rotation.people.count
            print(
                "\(people == 1 ? "1 person" : "\(Show.count(people)) people"), "
                    + "\(Show.counted(rotation.posts.count, "post")), "
                    + "\(Show.counted(rotation.periodCount, "period")) from \(Show.day(rotation.starts))")
        }
    }

    private func show(_ diagnostics: [Diagnostic]) throws {
        switch format {
        case .json: print(try JSONText.of(diagnostics, isNamedAlike: true))
        case .text:
            for diagnostic in diagnostics { print(diagnostic) }
            let counts = Diagnostic.Severity.allCases.reversed().map { severity in
                Show.counted(diagnostics.count { $0.severity == severity }, "\(severity)")
            }
            print("\(week): \(counts.joined(separator: ", "))")
        }
    }
}
