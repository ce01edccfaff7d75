// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

/// What README.md and the pages of docs show is what happens: their console blocks are run, one after the other, in a
/// copy, first those of README.md, whose plan the others look at.
@Suite struct ReadmeTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// README.md and the pages of docs, by name.
    private static func pages() throws -> [String] {
        let docs = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "docs").path)
        return ["README.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    }

    private static func text(_ page: String) throws -> String {
        try String(contentsOf: Repository.root.appending(path: page), encoding: .utf8)
    }

    @Test func everyCommandOfThePagesDoesWhatItShows() async throws {
        var runs = 0
        for page in try Self.pages() {
            for block in ConsoleBlock.all(in: try Self.text(page)) where block.isRun {
                // What make does, the build machine does.
                for command in block.commands where !command.line.hasPrefix("make") {
                    runs += 1
                    try await check(command, of: block, in: page)
                }
            }
        }
        #expect(runs >= 25, "the pages show fewer commands than they did")
    }

    private func check(_ command: ConsoleBlock.Command, of block: ConsoleBlock, in page: String) async throws
    {
        let run = try await place.shell("exec 2>&1\n" + command.line)
        let about = Comment("\(page):\(block.line): $ \(command.line)")
        #expect(run.code == command.code, about)
        guard block.isCompared else { return }
        var printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        while printed.last == "" { printed.removeLast() }
        #expect(printed.map(String.init) == command.output, about)
    }

    @Test func everyLinkOfThePagesLeadsSomewhere() throws {
        var links = 0
        for page in try Self.pages() + ["CONTRIBUTING.md"] {
            for link in PageLink.all(in: try Self.text(page)) {
                links += 1
                let target = link.path.isEmpty ? page : PageLink.path(link.path, from: page)
                let about = Comment("\(page) leads to \(link.path)#\(link.anchor ?? "")")
                #expect(
                    FileManager.default.fileExists(atPath: Repository.root.appending(path: target).path),
                    about)
                guard let anchor = link.anchor else { continue }
                #expect(PageLink.anchors(in: try Self.text(target)).contains(anchor), about)
            }
        }
        #expect(links >= 40, "the pages have fewer links than they had")
    }

    @Test(arguments: TableSchema.week) func everyColumnOfAWeekStandsInTheTableOfFiles(_ table: TableSchema)
        throws
    {
        try Self.expectColumns(of: table, on: "docs/files.md")
    }

    @Test(arguments: TableSchema.rotation) func everyColumnOfARotationStandsInTheTableOfFiles(
        _ table: TableSchema
    ) throws {
        try Self.expectColumns(of: table, on: "docs/rotations.md")
    }

    private static func expectColumns(of table: TableSchema, on page: String) throws {
        let row = try text(page).split(separator: "\n").first { $0.hasPrefix("| `\(table.path)`") }
        let cells = try #require(row, "\(page) has no row for \(table.path)")
        let parts = cells.components(separatedBy: "\\|")
        for name in table.required { #expect(parts[0].contains("`\(name)`"), "\(table.path): \(name)") }
        for name in table.optional { #expect(cells.contains("`\(name)`"), "\(table.path): \(name)") }
        #expect(cells.contains("(optional)") == table.isOptional)
    }

    @Test func consoleBlocksAreFoundWithTheirCommandsAndOutput() {
        let blocks = ConsoleBlock.all(
            in: """
                Text, and `$ skillmix new` in it.

                ```console
                $ skillmix check week
                week: 0 errors

                $ skillmix new other

                ```

                ```swift
                $ no command
                ```

                <!-- output varies -->

                ```console
                $ skillmix allocate week
                  1.0 s
                ```

                ```console
                $ make test
                ```
                <!-- ends with 1 -->
                ```console
                $ skillmix new week
                $ skillmix check week
                ```
                <!-- not run -->
                ```console
                $ sudo rm
                ```
                """)
        typealias Command = ConsoleBlock.Command
        #expect(
            blocks == [
                ConsoleBlock(
                    line: 3,
                    commands: [
                        Command(line: "skillmix check week", output: ["week: 0 errors", ""]),
                        Command(line: "skillmix new other"),
                    ]),
                ConsoleBlock(
                    line: 17, isCompared: false,
                    commands: [Command(line: "skillmix allocate week", output: ["  1.0 s"])]),
                ConsoleBlock(line: 22, commands: [Command(line: "make test")]),
                ConsoleBlock(
                    line: 26,
                    commands: [
                        Command(line: "skillmix new week"), Command(line: "skillmix check week", code: 1),
                    ]),
                ConsoleBlock(line: 31, isRun: false, commands: [Command(line: "sudo rm")]),
            ])
    }
}
