// SPDX-License-Identifier: GPL-3.0-or-later

import Surges
import Synchronization
import Wording

/// Shows how many draws of a week are planned: a line that redraws itself on a terminal, some lines elsewhere.
final class DrawDisplay: Sendable {
    private let isInteractive: Bool
    private let shown = Mutex(0)

    init(isInteractive: Bool) { self.isInteractive = isInteractive }

    func show(_ progress: Outlook.Progress, of number: Int) {
        // Elsewhere than on a terminal a line for each tenth is enough.
        let step = isInteractive ? 1 : max(1, number / 10)
        shown.withLock { shown in
            switch progress {
            case .planned(let done):
                guard done / step > shown / step || done == number else { return }
                shown = done
                say("draw \(Show.count(done)) of \(Show.count(number)) planned", isLast: done == number)
            case .judged(let done):
                // Bookings are judged in rounds; nobody knows how many.
                guard done / step > (shown - number) / step else { return }
                shown = number + done
                say("bookings judged by \(Show.counted(done, "draw"))", isLast: false)
            }
        }
    }

    /// Leaves the line, so that what comes next stands below it.
    func end() {
        shown.withLock { shown in
            if isInteractive, shown > 0 { Terminal.notice("") }
            shown = 0
        }
    }

    private func say(_ line: String, isLast: Bool) {
        if isInteractive {
            Terminal.notice("\r" + line + "          ", newline: isLast)
        } else {
            Terminal.notice(line)
        }
    }
}
