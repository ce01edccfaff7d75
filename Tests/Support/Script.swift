// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Scripts that stand for programs of other people.
public enum Script {
    /// Writes a script of the shell that can be run at once.
    ///
    /// A process of its own writes it. Were it open for writing here while some other test starts a process, that one would
    /// have it open, too, for a moment in which nobody can run it.
    ///
    /// - Throws: Where it cannot be written.
    public static func write(_ lines: String, to file: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "mkdir -p \"$(dirname \"$2\")\" && rm -f \"$2\" && printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod 755 \"$2\"",
            "sh", lines,
            file.path,
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
