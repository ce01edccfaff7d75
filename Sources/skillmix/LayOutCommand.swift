// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Wording
import Workflows

struct LayOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lay-out",
        abstract: "Writes a week as a folder that needs no other: its tables, and its framework beside them.",
        discussion: """
            For handing a week around, and for a server to keep. The tables are written as they are, whatever is \
            wrong in them; what is wrong is said.

            Examples:
              skillmix lay-out Rosters/first-week my-week
              skillmix lay-out my-week.xlsx my-week --framework Competencies/intermediate-care.yaml
              skillmix lay-out my-week.zip my-week
            """)

    @Argument(help: "The week's folder, its workbook, or a zip of either.", completion: .file())
    var week: FilePath

    @Argument(help: "Where to: a folder that is not there yet.", completion: .directory)
    var out: FilePath

    @Option(help: "The framework, if the week's own is not to be taken.", completion: .file())
    var framework: FilePath?

    func run() throws {
        let laidOut = try Workflow.command().layOut(week: week, framework: framework, to: out)
        for diagnostic in laidOut.diagnostics { Terminal.error(diagnostic.description) }
        let errors = laidOut.diagnostics.count { $0.severity == .error }
        print("\(out): \(Show.counted(laidOut.files.count, "table")), \(Show.counted(errors, "error"))")
    }
}
