// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization

/// Runs commands of skillmix beside the server.
public protocol Engine: Sendable {
    /// Starts a command.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments, the command's name first.
    ///   - output: A file that takes what it says, on both streams.
    /// - Throws: Where it cannot be started.
    func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork
}

/// A command under way.
public protocol EngineWork: Sendable {
    /// How it ended; it is waited for.
    func end() async -> EngineEnd
    /// Asks it to end with what there is.
    func interrupt()
    /// Ends it at once.
    func kill()
}

/// How a command ended.
public enum EngineEnd: Sendable, Equatable {
    /// By itself, with an exit code.
    case ended(Int32)
    /// By a signal.
    case killed(Int32)
}

/// Commands as processes of their own, at a lower priority than the server's, so that pages come at once while plans are
/// made, and whatever becomes of one of them the server goes on.
public struct EngineProcess: Engine {
    /// How much less urgent they are than the server: see nice(2).
    static let niceness: Int32 = 10
    private let program: String

    /// - Parameter program: The path of skillmix.
    public init(program: String) { self.program = program }

    /// Starts a process; see `Engine.start(_:saying:)`.
    public func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork {
        let work = Work()
        let file = FileManager.default
        guard let path = output.text, file.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        let process = work.process
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        process.terminationHandler = { process in
            work.finish(
                process.terminationReason == .exit
                    ? .ended(process.terminationStatus) : .killed(process.terminationStatus))
        }
        try process.run()
        try? handle.close()
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(process.processIdentifier), Self.niceness)
        return work
    }

    private final class Work: EngineWork, @unchecked Sendable {
        // Only started, asked for its number and signalled, which Foundation guards.
        let process = Process()
        private let state = Mutex<(end: EngineEnd?, waiting: [CheckedContinuation<EngineEnd, Never>])>(
            (nil, []))

        func finish(_ end: EngineEnd) {
            let waiting = state.withLock { state in
                state.end = end
                defer { state.waiting = [] }
                return state.waiting
            }
            for one in waiting { one.resume(returning: end) }
        }

        func end() async -> EngineEnd {
            await withCheckedContinuation { continuation in
                let end = state.withLock { state -> EngineEnd? in
                    if state.end == nil { state.waiting.append(continuation) }
                    return state.end
                }
                if let end { continuation.resume(returning: end) }
            }
        }

        func interrupt() { if process.isRunning { process.interrupt() } }

        func kill() {
            if process.isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
        }
    }
}

extension Engine {
    /// What a command says and how it ended, unless it takes too long.
    ///
    /// - Parameters:
    ///   - scratch: A file for what it says; it is removed again.
    ///   - seconds: After which it is ended.
    func answer(
        _ arguments: [String], scratch: FilePath, within seconds: Double
    ) async throws -> (end: EngineEnd, text: String) {
        let work = try start(arguments, saying: scratch)
        // Not a task: when every thread that tasks have is busy, a process still ends in time.
        let deadline = DispatchWorkItem { work.kill() }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: deadline)
        let end = await work.end()
        deadline.cancel()
        let bytes = (try? scratch.read(atMost: 1 << 20)) ?? []
        if let path = scratch.text { try? FileManager.default.removeItem(atPath: path) }
        return (end, String(decoding: bytes, as: UTF8.self))
    }
}
