// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearModel
import PlanFolder
import Synchronization

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

    private struct State {
        var stage = Stage.nothing
        var isAsked = false
        var cancellations: [Cancellation] = []
        var waiting: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

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

    /// Searches and looks that are to end when somebody asks to stop.
    func cancels(_ cancellations: Cancellation...) {
        let isAsked = state.withLock { state in
            state.cancellations += cancellations
            return state.isAsked
        }
        if isAsked { for cancellation in cancellations { cancellation.cancel() } }
    }

    /// Says that there is a plan from now on, before it is shown to anybody.
    func announce() {
        let isEnding = state.withLock { state in
            if state.stage == .nothing { state.stage = .announced }
            return state.stage == .ending
        }
        // A signal came first: the process ends in a moment, and no plan is announced.
        while isEnding { sleep(1) }
    }

    /// Says that the plan is written. All that is left is saying so, and who asks twice wants to hear no more.
    func handedOver() {
        state.withLock { state in
            if state.stage == .announced { state.stage = .handedOver }
        }
    }

    /// Whether somebody asked to stop.
    var isAsked: Bool { state.withLock { $0.isAsked } }

    /// The result of work on a thread of its own, or nil as soon as somebody asks to stop. The work is told by its
    /// cancellation, and not waited for.
    func unlessAsked<Value: Sendable>(
        _ work: @escaping @Sendable (Cancellation) -> Value
    ) async -> Value? {
        let cancellation = Cancellation()
        return await withCheckedContinuation { continuation in
            let once = Once<Value>(continuation)
            let isAsked = state.withLock { state in
                state.cancellations.append(cancellation)
                state.waiting.append { once.resume(nil) }
                return state.isAsked
            }
            guard !isAsked else { return once.resume(nil) }
            let thread = Thread { once.resume(work(cancellation)) }
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    private func receive(_ number: Int32) {
        let (stage, wasAsked, cancellations, waiting) = state.withLock { state in
            let before = (state.stage, state.isAsked, state.cancellations, state.waiting)
            if state.stage == .nothing { state.stage = .ending }
            state.isAsked = true
            return before
        }
        if stage == .nothing { WriteGate.ending { SignalPipe.end(by: number) } }
        if stage == .handedOver, wasAsked { WriteGate.ending { _exit(Ending.Code.interrupted.rawValue) } }
        for cancellation in cancellations { cancellation.cancel() }
        for resume in waiting { resume() }
        Terminal.notice(
            wasAsked
                ? "The plan is being handed over." : "\nStopping: handing over the best plan so far.")
    }
}

/// A continuation that the first of two resumes.
private final class Once<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value?, Never>?>

    init(_ continuation: CheckedContinuation<Value?, Never>) {
        self.continuation = Mutex(continuation)
    }

    func resume(_ value: Value?) {
        let first = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        first?.resume(returning: value)
    }
}
