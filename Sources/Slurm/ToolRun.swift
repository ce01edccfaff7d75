// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// A command that came to its end: what it printed, and how it ended.
struct ToolRun: Sendable {
    /// The exit code; above 128 for one that a signal ended.
    let code: Int32
    /// Standard output.
    let output: String
    /// Standard error.
    let messages: String

    /// Runs a command and waits for it, on threads of their own: one a stream, so that neither fills up unread.
    init(_ path: String, _ arguments: [String], _ environment: [String: String]) async throws {
        self = try await withCheckedThrowingContinuation { continuation in
            Thread {
                continuation.resume(with: Result { try Self(waitingFor: path, arguments, environment) })
            }.start()
        }
    }

    private init(waitingFor path: String, _ arguments: [String], _ environment: [String: String]) throws {
        let (process, output, messages) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        let said = Reading(messages.fileHandleForReading)
        self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        self.messages = said.text
        process.waitUntilExit()
        code =
            process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    }
}

/// A stream that is read on a thread of its own.
private final class Reading: Sendable {
    private let data = Mutex(Data())
    private let isRead = DispatchSemaphore(value: 0)

    init(_ stream: FileHandle) {
        Thread { [self] in
            let all = stream.readDataToEndOfFile()
            data.withLock { $0 = all }
            isRead.signal()
        }.start()
    }

    /// All of it, once it is at its end.
    var text: String {
        isRead.wait()
        return data.withLock { String(decoding: $0, as: UTF8.self) }
    }
}
