// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Where messages go: results to standard output, everything else to standard error.
///
/// What cannot be said is not said: a command goes on where standard error is closed, on a full disk, or a terminal
/// that is gone.
enum Terminal {
    /// Whether standard error is a terminal that a line can be redrawn on.
    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// Says something on standard error, after all that was printed before: where both go to one file, too.
    static func error(_ text: String) {
        fflush(nil)
        write(text + "\n", to: STDERR_FILENO, waits: true)
    }

    /// Says something on standard error, if it takes it at once: nothing waits for a terminal that is held.
    static func notice(_ text: String, newline: Bool = true) {
        write(text + (newline ? "\n" : ""), to: STDERR_FILENO, waits: false)
    }

    /// Says on standard output what is good to know of a result that lies in files, and is no less there unsaid.
    static func summary(_ text: String) {
        fflush(nil)
        write(text + "\n", to: STDOUT_FILENO, waits: true)
    }

    /// What the system is given at a time: no pipe that takes any of it takes less.
    private static let portion = 512

    /// Tenths of a second that a message waits for a terminal that is held, or a reader that does not read.
    private static let patience = 50

    private static func write(_ text: String, to descriptor: Int32, waits: Bool) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            guard isReady(descriptor, tenths: waits ? patience : 0) else { return }
            let part = Array(rest.prefix(portion))
            let written = Foundation.write(descriptor, part, part.count)
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                guard waits else { return }
            } else if errno != EINTR {
                return
            }
        }
    }

    private static func isReady(_ descriptor: Int32, tenths: Int) -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        for _ in 0...tenths where poll(&ready, 1, tenths > 0 ? 100 : 0) == 1 { return true }
        return false
    }
}
