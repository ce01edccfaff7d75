// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Wording
import Workflows

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads a week and says everything that is wrong with it.",
        discussion: """
            Every problem is shown with its file, line and column, what stands there and what would be right. \
            Errors must be mended before a plan can be made; warnings are worth a look.

            Example:
              skillmix check Rosters/place-week

            Ends with 0 if the week can be planned, 1 if it has errors.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let check = Workflow.command().check(week: week)
        switch format {
        case .json: print(try JSONText.of(check.diagnostics, isNamedAlike: true))
        case .text:
            for diagnostic in check.diagnostics { print(diagnostic) }
            let counts = Diagnostic.Severity.allCases.reversed().map { severity in
                Show.counted(check.diagnostics.count { $0.severity == severity }, "\(severity)")
            }
            print("\(week): \(counts.joined(separator: ", "))")
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
}
