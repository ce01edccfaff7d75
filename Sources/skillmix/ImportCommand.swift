// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Imports
import Reading
import Wording
import Workflows

extension ImportKind: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings an export of another system into a week.",
        discussion: """
            KIND is healthroster-duties, healthroster-unavailability, esr, asc-wds, contacts or rota; files are CSV or \
            workbooks. Only the columns that docs/imports.md lists are read. The first run drafts a mapping: what grades, \
            units and courses of the export mean in the week. Go through it, write yes behind confirmed, and run the import \
            again. The tables of the week change all at once, or not at all while there is an error.

            Examples:
              skillmix import healthroster-duties duties.csv --into my-week
              skillmix import healthroster-duties duties.csv --into my-week --dry-run --tables /tmp/import
            """)

    @Argument(help: "What the export is of.")
    var kind: ImportKind

    @Argument(help: "The export's files.", completion: .file(extensions: ["csv", "xlsx"]))
    var files: [FilePath]

    @Option(help: "The week's folder.", completion: .directory)
    var into: FilePath

    @Option(
        help: "The mapping; import-KIND.yaml in the week's folder, where none is given.",
        completion: .file(extensions: ["yaml", "yml"]))
    var map: FilePath?

    @Option(help: "A folder for what the export shows, as CSV files.", completion: .directory)
    var tables: FilePath?

    @Flag(help: "Say what would be done, and write nothing.")
    var dryRun = false

    func run() throws {
        let imported = try Workflow.command().importing(
            ImportRequest(kind, files, into: into, map: map, tables: tables, isDryRun: dryRun))
        let lines = imported.lines
        if !lines.isEmpty { print(lines.joined(separator: "\n") + "\n") }
        if let draft = imported.proposal.draft {
            if dryRun { print(draft, terminator: "") }
            throw Ending(
                code: .problems,
                message: dryRun
                    ? "There is no mapping \(imported.map) yet: above is the draft that an import would write there."
                    : "\(imported.map): a draft of what the export's words mean. Nothing was taken over: go through it, "
                        + "write yes behind confirmed, and run the import again.")
        }
        let changed = imported.changed.joined(separator: ", ")
        if dryRun {
            print(
                changed.isEmpty
                    ? "\(into): nothing would change."
                    : "\(into): would change \(changed). Nothing was written.")
        } else {
            print(
                changed.isEmpty
                    ? "\(into): nothing changes."
                    : "\(into): changed \(changed). Next: skillmix check \(into)")
            if let tables { print("Tables: \(tables)") }
        }
    }
}
