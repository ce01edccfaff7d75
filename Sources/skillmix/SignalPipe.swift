// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Signals as bytes of a pipe, so that a thread can wait for them and do what a handler must not.
struct SignalPipe: Sendable {
    private let reading: Int32

    /// Where the handler writes. A handler knows nothing but what is global, and reads this one only after it was
    /// set, once.
    private nonisolated(unsafe) static var writing: Int32 = -1

    /// Handles signals from now on; those of `unlessIgnored` only where they are not ignored already.
    init?(_ signals: [Int32], unlessIgnored: Set<Int32> = []) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A pipe full of signals that nobody has read yet needs no further one.
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        reading = ends[0]
        Self.writing = ends[1]
        var heard = sigset_t()
        sigemptyset(&heard)
        for number in signals {
            sigaddset(&heard, number)
            let before = signal(number) { number in
                let kept = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalPipe.writing, &byte, 1)
                errno = kept
            }
            if unlessIgnored.contains(number), Self.isIgnoring(before) { signal(number, SIG_IGN) }
        }
        // Whoever started the process may have wanted to hear none of them.
        pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    }

    /// Waits for the next signal.
    func next() -> Int32? {
        var byte: UInt8 = 0
        while true {
            let count = read(reading, &byte, 1)
            if count == 1 { return Int32(byte) }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Ends the process by a signal, as if it had never been handled, so that shells see what ended it.
    static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        var only = sigset_t()
        sigemptyset(&only)
        sigaddset(&only, number)
        pthread_sigmask(SIG_UNBLOCK, &only, nil)
        kill(getpid(), number)
        // It may take another thread a moment to be ended.
        sleep(1)
        _exit(128 + number)
    }

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
