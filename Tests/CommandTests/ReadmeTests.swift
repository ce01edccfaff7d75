// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What README.md shows is what happens: its console blocks are run, one after the other, in a copy.
@Suite struct ReadmeTests {
    private let place: Workplace
    private static let readme = Repository.root.appending(path: "README.md")

    init() throws { place = try Workplace() }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: readme.path), "there is no README.md yet"))
    func everyCommandOfTheReadmeDoesWhatItShows() async throws {
        let blocks = ConsoleBlock.all(in: try String(contentsOf: Self.readme, encoding: .utf8))
        var runs = 0
        for block in blocks where block.isRun {
            // What make does, the build machine does.
            for command in block.commands where !command.line.hasPrefix("make") {
                runs += 1
                let run = try await place.shell("exec 2>&1\n" + command.line)
                let about = Comment("README.md:\(block.line): $ \(command.line)")
                #expect(run.code == command.code, about)
                guard block.isCompared else { continue }
                var printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
                while printed.last == "" { printed.removeLast() }
                #expect(printed.map(String.init) == command.output, about)
            }
        }
        #expect(runs > 0, "README.md shows no command that can be run")
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
