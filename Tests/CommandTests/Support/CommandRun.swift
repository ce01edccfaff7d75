// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// What a command printed, and how it ended.
struct CommandRun: Sendable {
    /// The exit code; for a process that a signal ended, the signal's number below zero.
    let code: Int32
    /// Standard output.
    let output: String
    /// Standard error.
    let messages: String
}

extension Workplace {
    /// The folder that the build puts the command into, beside the tests.
    static let products: URL = {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return tests?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
    }()

    static let executable = products.appending(path: "skillmix")

    /// Processes are started one after the other, so that none inherits what another is about to be given.
    private static let starting = Mutex(())

    /// Runs the command in the root.
    func skillmix(_ arguments: String...) async throws -> CommandRun { try await skillmix(arguments) }

    /// Runs the command in the root with arguments from a list.
    func skillmix(_ arguments: [String]) async throws -> CommandRun {
        try await run(Self.executable, arguments)
    }

    /// Runs a script of the shell in the root; `skillmix` is on its path.
    func shell(_ script: String) async throws -> CommandRun {
        try await run(URL(filePath: "/bin/sh"), ["-c", script])
    }

    /// A process in the root, not yet started.
    func process(_ program: URL, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.standardInput = FileHandle.nullDevice
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = Self.products.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        process.environment = environment
        return process
    }

    /// Starts a process that hears signals: it inherits what its parent's thread does not want to hear, and the
    /// threads of tasks want to hear nothing.
    private func start(_ process: Process) throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Starts a process and waits for its end.
    func ending(of process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { process in
                let isExit = process.terminationReason == .exit
                continuation.resume(
                    returning: isExit ? process.terminationStatus : -process.terminationStatus)
            }
            do {
                try Self.starting.withLock { _ in try start(process) }
            } catch {
                process.terminationHandler = nil
                try? (process.standardError as? Pipe)?.fileHandleForWriting.close()
                continuation.resume(throwing: error)
            }
        }
    }

    private func run(_ program: URL, _ arguments: [String]) async throws -> CommandRun {
        let process = process(program, arguments)
        let (output, messages) = (try Printed(in: scratch), try Printed(in: scratch))
        process.standardOutput = output.handle
        process.standardError = messages.handle
        let code = try await ending(of: process)
        return CommandRun(code: code, output: try output.text(), messages: try messages.text())
    }
}

/// A file that a process prints into: unlike a pipe it never is full, and it ends when it is read.
private struct Printed {
    private let file: URL
    let handle: FileHandle

    init(in folder: URL) throws {
        file = folder.appending(path: "printed-\(UUID().uuidString)")
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
    }

    func text() throws -> String {
        try handle.close()
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}
