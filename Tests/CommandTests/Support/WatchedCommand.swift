// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

#if canImport(Glibc)
    import Glibc
#endif

extension Workplace {
    /// Runs the command, and sends it a signal as soon as its standard error holds a text.
    ///
    /// - Returns: How it ended, and all that stood on standard error.
    func skillmix(
        _ arguments: String..., whenSaying text: String, send signal: Int32
    ) async throws -> (code: Int32, messages: String) {
        let process = process(Self.executable, arguments)
        let pipe = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        let said = AsyncStream<Data> { continuation in
            pipe.fileHandleForReading.readabilityHandler = { handle in
                let data = handle.availableData
                if data.isEmpty {
                    handle.readabilityHandler = nil
                    continuation.finish()
                } else {
                    continuation.yield(data)
                }
            }
        }
        async let code = ending(of: process)
        var messages = ""
        var isSent = false
        for await data in said {
            messages += String(decoding: data, as: UTF8.self)
            guard !isSent, messages.contains(text) else { continue }
            isSent = true
            kill(process.processIdentifier, signal)
        }
        return (try await code, messages)
    }
}
