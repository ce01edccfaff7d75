// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Web

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies everything a server keeps into another folder or a zip, while it serves.",
        discussion: """
            The copy is a server's folder itself: to go back to it, serve it. Where the name ends in .zip it is a zip of \
            such a folder.

            Examples:
              skillmix backup --data my-skillmix copies/2026-11-23
              skillmix backup --data my-skillmix copies/2026-11-23.zip
            """)

    @Option(help: "The server's folder.", completion: .directory)
    var data: FilePath

    @Argument(
        help: "Where to: a folder, or a file ending in .zip, that is not there yet.", completion: .directory)
    var out: FilePath

    func run() throws {
        do {
            try BackUp.make(of: data, to: out)
        } catch {
            throw Ending(code: .usage, message: "\(error)")
        }
        print("\(out): a copy of \(data). To use it: \(BackUp.use(of: out))")
    }
}
