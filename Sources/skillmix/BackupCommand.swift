// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Web

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies everything a server keeps into another folder, while it serves.",
        discussion: """
            The copy is a server's folder itself: to go back to it, serve it.

            Example:
              skillmix backup --data my-skillmix copies/2026-11-23
            """)

    @Option(help: "The server's folder.", completion: .directory)
    var data: FilePath

    @Argument(help: "Where to: a folder that is not there yet.", completion: .directory)
    var out: FilePath

    func run() throws {
        do {
            try BackUp.make(of: data, to: out)
        } catch {
            throw Ending(code: .usage, message: "\(error)")
        }
        print("\(out): a copy of \(data). To use it: skillmix serve --data \(out)")
    }
}
