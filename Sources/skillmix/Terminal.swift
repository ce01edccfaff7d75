// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Where messages go: results to standard output, everything else to standard error.
enum Terminal {
    /// Whether standard error is a terminal that a line can be redrawn on.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Says something on standard error, after all that was printed before: where both go to one file, too.
    static func error(_ text: String, newline: Bool = true) {
        fflush(nil)
        FileHandle.standardError.write(Data((text + (newline ? "\n" : "")).utf8))
    }
}
