// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import RotationPlanning
import Synchronization
import Wording

/// How far a search is, of a week or a rotation.
struct SearchStep {
    let seconds: Double
    let objective: Double
    let bound: Double
    let gap: Double

    init(_ progress: AllocationProgress) {
        (seconds, objective) = (progress.seconds, progress.objective)
        (bound, gap) = (progress.bound, progress.gap)
    }

    init(_ progress: RotationProgress) {
        (seconds, objective) = (progress.seconds, progress.objective)
        (bound, gap) = (progress.bound, progress.gap)
    }
}

/// Shows how far a search is: a line that redraws itself on a terminal, plain lines elsewhere.
final class ProgressDisplay: Sendable {
    private struct Shown {
        var at = -Double.infinity
        var width = 0
    }

    private let isInteractive: Bool
    private let title: String?
    private let shown = Mutex(Shown())

    /// A display; `title` says of which search, where a command has several.
    init(isInteractive: Bool, title: String? = nil) {
        self.isInteractive = isInteractive
        self.title = title
    }

    func show(_ progress: AllocationProgress) {
        show(SearchStep(progress))
    }

    func show(_ progress: SearchStep) {
        let interval = isInteractive ? 0.2 : 5
        shown.withLock { shown in
            guard progress.seconds - shown.at >= interval else { return }
            shown.at = progress.seconds
            let line = Self.line(progress) + (title.map { "  (\($0))" } ?? "")
            if isInteractive {
                let blank = String(repeating: " ", count: max(0, shown.width - line.count))
                Terminal.notice("\r" + line + blank, newline: false)
                shown.width = line.count
            } else {
                Terminal.notice(line)
            }
        }
    }

    /// Leaves the line, so that what comes next stands below it.
    func end() {
        shown.withLock { shown in
            if isInteractive, shown.width > 0 { Terminal.notice("") }
            shown.width = 0
        }
    }

    static func line(_ progress: SearchStep) -> String {
        let seconds = String(format: "%6.1f s", progress.seconds)
        let plan = "plan " + Show.pounds(progress.objective)
        guard progress.bound > 0 else { return "\(seconds)  \(plan)  no bound yet" }
        let bound = "bound " + Show.pounds(progress.bound)
        let gap = String(format: "gap %.1f %%", 100 * progress.gap)
        return "\(seconds)  \(plan)  \(bound)  \(gap)"
    }
}
