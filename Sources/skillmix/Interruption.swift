// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Synchronization
import Workflows

/// What Ctrl-C, a polite kill and a terminal that hangs up do, from the start of the process to its end.
///
/// Before there is a plan, they end the process at once, and nothing is left behind. From `announce` on there is a
/// plan to hand over: they ask the command to stop, and it ends by itself. Asking again changes nothing until the
/// plan is written.
final class Interruption: Sendable {
    private enum Stage {
        /// There is nothing to lose yet.
        case nothing
        /// There is a plan; signals ask for it.
        case announced
        /// The plan is written.
        case handedOver
        /// The process is about to end.
        case ending
    }

    private let stage = Mutex(Stage.nothing)

    /// Raised when somebody asks to stop.
    let stop = StopRequest()

    /// The one of this process: signals belong to all of it.
    static let shared = Interruption()

    /// Begins to listen. A signal that was to be ignored, as `nohup` has it, stays so.
    func listen() {
        guard let signals = SignalPipe([SIGINT, SIGTERM, SIGHUP], unlessIgnored: [SIGHUP]) else { return }
        let thread = Thread { [self] in
            while let number = signals.next() { receive(number) }
        }
        thread.start()
    }

    /// Says that there is a plan from now on, before it is shown to anybody.
    func announce() {
        let isEnding = stage.withLock { stage in
            if stage == .nothing { stage = .announced }
            return stage == .ending
        }
        // A signal came first: the process ends in a moment, and no plan is announced.
        while isEnding { sleep(1) }
    }

    /// Says that the plan is written. All that is left is saying so, and who asks twice wants to hear no more.
    func handedOver() {
        stage.withLock { stage in
            if stage == .announced { stage = .handedOver }
        }
    }

    private func receive(_ number: Int32) {
        let stage = stage.withLock { stage in
            let before = stage
            if stage == .nothing { stage = .ending }
            return before
        }
        if stage == .nothing { WriteGate.ending { SignalPipe.end(by: number) } }
        if stage == .handedOver, stop.isRaised {
            WriteGate.ending { _exit(Ending.Code.interrupted.rawValue) }
        }
        let wasAsked = stop.raise()
        Terminal.notice(
            wasAsked
                ? "The plan is being handed over." : "\nStopping: handing over the best plan so far.")
    }
}
