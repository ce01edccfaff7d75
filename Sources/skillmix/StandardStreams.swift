// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The three streams that a process is given, and what becomes of them.
enum StandardStreams {
    /// Makes sure that all three are there, and that writing to one that nobody reads is an error and no end.
    ///
    /// One that is closed leads nowhere from here on: its number would otherwise be given to the next file opened,
    /// and a message might stand in a plan.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is a full disk, and no reason to end.
        signal(SIGXFSZ, SIG_IGN)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // Opened for reading, so that what is written there fails and is not thought to be delivered. The lowest
            // number that is free is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Whether all that was printed has been taken. A reader that had enough and left is no fault.
    static func flush() -> Bool {
        fflush(nil) == 0 || errno == EPIPE
    }
}
