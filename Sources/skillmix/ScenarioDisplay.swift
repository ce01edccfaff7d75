// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import Synchronization
import Wording

/// Shows how many runs of scenarios are done and how long the others take: a line that redraws itself on a terminal, a line a
/// run elsewhere.
final class ScenarioDisplay: Sendable {
    private let isInteractive: Bool
    private let width = Mutex(0)
    private let pace = Mutex(RunPace())
    private let begun = ContinuousClock.now

    init(isInteractive: Bool) { self.isInteractive = isInteractive }

    func show(_ progress: ScenarioRunner.Progress) {
        switch progress {
        case .done(let done, let number, let name, let wasKept):
            let seconds = begun.duration(to: .now) / .seconds(1)
            let left = pace.withLock {
                $0.secondsLeft(after: done, of: number, wasKept: wasKept, at: seconds)
            }
            say(
                "run \(Show.count(done)) of \(Show.count(number)): \(name)\(wasKept ? ", done before" : "")"
                    + (left.map { ", about \(Show.span(seconds: $0)) left" } ?? ""))
        case .handingOver(let number, let again):
            say("\(Show.counted(number, "run")) handed to Slurm\(again ? " again" : "")")
        case .sharing: say("plans are offered to the other scenarios")
        }
    }

    /// Leaves the line, so that what comes next stands below it.
    private func say(_ line: String) {
        guard isInteractive else { return Terminal.notice(line) }
        width.withLock { width in
            let blank = String(repeating: " ", count: max(0, width - line.count))
            Terminal.notice("\r" + line + blank, newline: false)
            width = line.count
        }
    }

    /// Leaves the line, so that what comes next stands below it.
    func end() {
        width.withLock { width in
            if isInteractive, width > 0 { Terminal.notice("") }
            width = 0
        }
    }
}
