// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Reading
import ServiceLifecycle
import WebStore
import Workflows

/// A server, from its settings to its end.
public struct WebServer: Sendable {
    /// What a server is told when it is started.
    public struct Settings: Sendable {
        /// The folder of everything it keeps.
        public var data: FilePath
        /// The address it listens at.
        public var host: String
        /// The port; 0: any that is free.
        public var port: Int
        /// Whether people come by a proxy on this machine that speaks TLS.
        public var isBehindProxy: Bool
        /// The heading in which that proxy says whom it has let in; nil: people sign in here.
        public var trustedHeader: String?
        /// The program that makes plans.
        public var program: String
        /// The product's version.
        public var version: String
        /// Runs that are worked on at a time.
        public var slots: Int

        /// Settings.
        public init(
            data: FilePath, host: String, port: Int, isBehindProxy: Bool, trustedHeader: String? = nil,
            program: String, version: String, slots: Int
        ) {
            self.trustedHeader = trustedHeader
            (self.data, self.host, self.port, self.isBehindProxy) = (data, host, port, isBehindProxy)
            (self.program, self.version, self.slots) = (program, version, slots)
        }

        /// Whether the address is this machine's own, which nobody else can reach.
        public var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
    }

    /// What a server says once it listens.
    public struct Open: Sendable {
        /// The address of its pages.
        public let address: String
        /// The way to the first administrator's account; nil: there are accounts.
        public let welcome: String?
    }

    /// Connections that are served at a time; others wait.
    static let mostConnections = 1_000
    /// Seconds without a byte after which a connection is closed.
    static let idleSeconds: Int64 = 60

    private let settings: Settings
    private let store: WebStore
    private let shelf: Shelf
    private let lock: FolderLock
    private let trustedHeader: HTTPField.Name?
    private let logger: Logger

    /// Opens what a server keeps.
    ///
    /// - Throws: `DatabaseFileError`, or a `StoreError` where the folder cannot be made.
    public init(_ settings: Settings, logger: Logger) throws {
        self.settings = settings
        self.logger = logger
        trustedHeader = try settings.trustedHeader.map { text throws(StoreError) in
            guard let name = HTTPField.Name(text) else {
                throw .refused("'\(text)' is no name of a heading: X-Remote-User is one.")
            }
            return name
        }
        shelf = Shelf(settings.data)
        do {
            for folder in [shelf.folder, shelf.frameworks, shelf.arrivals] {
                try FileManager.default.createDirectory(
                    atPath: folder.description, withIntermediateDirectories: true,
                    // What people are called and do is nobody else's on this machine.
                    attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw StoreError.refused("\(settings.data) cannot be made: \(error.localizedDescription)")
        }
        try? FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: shelf.folder.description)
        lock = try FolderLock(shelf.folder)
        // What was sent to a server that was killed.
        for name in (try? shelf.arrivals.names()) ?? [] { Shelf.remove(shelf.arrivals.appending(name)) }
        shelf.removeUnfinishedBackUps()
        store = try WebStore(shelf.database) { Int(Date().timeIntervalSince1970) }
        for week in try store.weeks() { try shelf.takeBackUnfinished(week) }
    }

    /// Adds frameworks that weeks can be brought with, by the names of their files.
    public func add(frameworks: [FilePath]) throws(StoreError) {
        for path in frameworks {
            guard let bytes = try? path.read(atMost: InputFile.documentLimit), let name = path.name.text
            else {
                throw .refused("\(path) cannot be read: name a framework's file.")
            }
            try Shelf.write(bytes, to: shelf.frameworks.appending(FilePath(name)))
        }
    }

    /// Adds weeks where there is none yet, to begin with.
    ///
    /// - Throws: What is wrong with them, or why they cannot be kept.
    public func add(weeks: [FilePath]) throws(StoreError) {
        guard try store.weeks().isEmpty else { return }
        let workflow = Workflow(version: settings.version)
        for path in weeks {
            _ = try store.addWeek(path.name.description, byLogin: "skillmix") { id in
                Shelf.remove(shelf.week(id))
                do throws(WorkflowError) {
                    _ = try workflow.layOut(week: path, to: shelf.week(id))
                } catch {
                    let said = error.diagnostics.map(\.description) + [error.message]
                    throw StoreError.refused(said.joined(separator: "\n"))
                }
            }
        }
    }

    /// Serves until somebody ends it by a signal.
    ///
    /// - Parameter open: Is told the address once it listens.
    public func run(_ open: @escaping @Sendable (Open) -> Void) async throws {
        let engine = EngineProcess(program: settings.program)
        let queue = RunQueue(
            store: store, shelf: shelf, engine: engine, slots: settings.slots, logger: logger)
        let site = Site(
            store: store, shelf: shelf, queue: queue, engine: engine, version: settings.version,
            isBehindProxy: settings.isBehindProxy, trustedHeader: trustedHeader, logger: logger)
        let invitation = try store.firstInvitation()
        let host = settings.host
        let application = Application(
            router: site.router(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(Self.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: .maximum(Self.mostConnections, logger: logger)),
            services: [QueueService(queue: queue)],
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
                open(Open(address: address, welcome: invitation.map { "\(address)/welcome/\($0.text)" }))
                await queue.begin()
                await site.begin()
            }, logger: logger)
        try await application.runService()
    }

    /// A link for another administrator, as a path: where all administrators' passwords are lost.
    public func furtherAdministrator() throws(StoreError) -> String {
        "/welcome/\(try store.furtherAdministrator().text)"
    }
}

/// Ends the queue with the server: nothing is begun any more, and what is under way goes on when the server does.
private struct QueueService: Service {
    let queue: RunQueue

    func run() async throws {
        try await gracefulShutdown()
        await queue.end()
    }
}

/// Keeps a folder to one server, as long as its process lives.
private final class FolderLock: Sendable {
    private let descriptor: Int32

    init(_ folder: FilePath) throws(StoreError) {
        let path = folder.appending("skillmix.lock").description
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .refused("\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .refused("Another server has \(folder): end it first, or name another folder.")
        }
    }

    deinit { close(descriptor) }
}
