// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Logging
import Reading
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves skillmix to browsers on this machine.",
        discussion: """
            Everything the server keeps is in one folder: its database, weeks and plans. When it has no accounts yet it \
            prints a link to make the first administrator's, which can be used once.

            It listens on this machine alone. For others to reach it, put a proxy that speaks TLS before it and say \
            --behind-proxy.

            Example:
              skillmix serve --data my-skillmix --framework Competencies/intermediate-care.yaml

            Press Ctrl-C to end it. Runs that are under way are taken up again when it is started.
            """)

    @Option(help: "The folder of everything it keeps; made where it is not there.", completion: .directory)
    var data: FilePath

    @Option(
        help: "Frameworks that weeks can be brought with. May be given several times.", completion: .file())
    var framework: [FilePath] = []

    @Option(
        help: "A week to begin with, where there is none yet. May be given several times.",
        completion: .file())
    var week: [FilePath] = []

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0: any that is free.")
    var port = 8321

    @Flag(help: "People come by a proxy on this machine that speaks TLS.")
    var behindProxy = false

    @Option(
        help:
            "A heading in which that proxy says whom it has let in, by the name of their account. It has to set it for everybody."
    )
    var trustedHeader: String?

    @Flag(help: "Make a link for another administrator: where all administrators' passwords are lost.")
    var newAdministrator = false

    @Option(help: "Runs that are worked on at a time; a core each, if not given.")
    var runs: Int?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is from 0 to 65535.") }
        if trustedHeader != nil, !behindProxy {
            throw ValidationError(
                "--trusted-header is what a proxy says: say --behind-proxy, too, and let nobody past it.")
        }
        if let runs, runs < 1 { throw ValidationError("--runs is 1 or more.") }
        if !behindProxy, !["127.0.0.1", "::1", "localhost"].contains(host) {
            throw ValidationError(
                "--host \(host) can be reached from elsewhere, where nothing is kept secret without TLS. Listen at "
                    + "127.0.0.1 with a proxy before it, and say --behind-proxy.")
        }
    }

    func run() async throws {
        var logger = Logger(label: "skillmix") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        let settings = WebServer.Settings(
            data: data, host: host, port: port, isBehindProxy: behindProxy,
            trustedHeader: trustedHeader,
            program: Skillmix.program.description,
            version: productVersion, slots: runs ?? ProcessInfo.processInfo.activeProcessorCount)
        do {
            let server = try WebServer(settings, logger: logger)
            try server.add(frameworks: framework)
            try server.add(weeks: week)
            let further = newAdministrator ? try server.furtherAdministrator() : nil
            try await server.run { open in
                print("skillmix serves at \(open.address)")
                if let further {
                    print("Make another administrator's account here, once:\n  \(open.address)\(further)")
                }
                if let welcome = open.welcome {
                    print(
                        "There are no accounts yet. Make the first administrator's here, once:\n  \(welcome)")
                }
                print("Press Ctrl-C to end it.")
                fflush(nil)
            }
        } catch {
            throw Ending(code: .usage, message: "\(error)")
        }
    }
}
