// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import LinearModel

/// Turns Ctrl-C (and a polite kill) into a cancellation, so that the best plan so far is handed over.
///
/// A second Ctrl-C ends the process at once; nothing half-written is left, because plans are renamed into place.
struct Interruption {
    private let sources: [any DispatchSourceSignal]

    /// One for the searches of a command, that go on in turn.
    init(_ cancellations: Cancellation...) {
        let asked = Cancellation()
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if asked.isCancelled { Foundation.exit(130) }
                asked.cancel()
                Terminal.error("\nStopping: handing over the best plan so far. Once more stops at once.")
                for cancellation in cancellations { cancellation.cancel() }
            }
            source.resume()
            return source
        }
    }

    /// Gives the signals back their usual meaning.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
