// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Intake
import Reading

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
    var format = DiagnosticFormat.text

    func run() throws {
        let (found, diagnostics, _) = WeekReader.read(folder: week)
        switch format {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(diagnostics), as: UTF8.self))
        case .text:
            for diagnostic in diagnostics { print(diagnostic) }
            let counts = Diagnostic.Severity.allCases.reversed().map { severity in
                let count = diagnostics.count { $0.severity == severity }
                return "\(count) \(severity)\(count == 1 ? "" : "s")"
            }
            print("\(week): \(counts.joined(separator: ", "))")
            if let found {
                let contacts = found.demand.reduce(0) { $0 + $1.contacts }
                let counts = [
                    (found.teams.count, "team"), (found.sessions.count, "session"),
                    (found.demand.count, "demand line"), (contacts, "contact"),
                ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
                print("\(found.staff.count) staff, \(counts.joined(separator: ", "))")
            }
        }
        guard found == nil else { return }
        let isMissing = !week.appending("week.yaml").exists
        throw Ending(code: isMissing ? .usage : .problems)
    }
}
