// SPDX-License-Identifier: GPL-3.0-or-later

/// A block of commands and what they print, as a Markdown file shows it:
///
///     <!-- output varies -->
///     ```console
///     $ skillmix check Rosters/first-week
///     Rosters/first-week: 0 notices, 1 warning, 0 errors
///     ```
///
/// The comment before it is optional. After `output varies` the commands are run and their output is not compared;
/// after `not run` the block only is for people. After `ends with 1` that is the exit code of the block's last command;
/// all others succeed.
struct ConsoleBlock: Equatable {
    /// A command and the lines that follow it.
    struct Command: Equatable {
        let line: String
        var output: [String] = []
        var code: Int32 = 0
    }

    /// The line on which the block opens, from 1.
    let line: Int
    var isRun = true
    var isCompared = true
    var commands: [Command] = []

    /// The blocks of a Markdown file, in order.
    static func all(in markdown: String) -> [ConsoleBlock] {
        var blocks: [ConsoleBlock] = []
        var open: ConsoleBlock?
        var comment = ""
        var endsWith1 = false
        for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if var block = open {
                if line == "```" {
                    while block.trimBlankLine() {}
                    if endsWith1, let last = block.commands.indices.last { block.commands[last].code = 1 }
                    blocks.append(block)
                    open = nil
                } else {
                    block.take(String(line))
                    open = block
                }
            } else if line == "```console" {
                open = ConsoleBlock(
                    line: index + 1, isRun: comment != "<!-- not run -->",
                    isCompared: comment != "<!-- output varies -->")
                endsWith1 = comment == "<!-- ends with 1 -->"
                comment = ""
            } else if !line.isEmpty {
                comment = String(line)
            }
        }
        return blocks
    }

    private mutating func take(_ line: String) {
        if line.hasPrefix("$ ") {
            commands.append(Command(line: String(line.dropFirst(2))))
        } else if !commands.isEmpty {
            commands[commands.count - 1].output.append(line)
        }
    }

    /// Blank lines at the end of a block's outputs are for the eye.
    private mutating func trimBlankLine() -> Bool {
        guard let last = commands.indices.last, commands[last].output.last == "" else { return false }
        commands[last].output.removeLast()
        return true
    }
}
