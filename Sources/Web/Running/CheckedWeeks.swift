// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Synchronization
import WebStore
import Workflows

/// What `check` said of weeks that were looked at lately, so that a page does not read its tables anew each time.
final class CheckedWeeks: Sendable {
    /// How many are kept: those of two dozen pages that people have open.
    static let most = 24

    private struct State {
        var checks: [String: WeekCheck] = [:]
        /// The latest last.
        var order: [String] = []
    }

    private let state = Mutex(State())
    private let workflow: Workflow

    /// - Parameter workflow: Checks weeks.
    init(_ workflow: Workflow) { self.workflow = workflow }

    /// What is to be said of a week.
    ///
    /// - Parameters:
    ///   - folder: Its folder.
    ///   - version: What changes whenever anything in the folder does.
    func check(_ folder: FilePath, version: Int) -> WeekCheck {
        let name = "\(version) \(folder)"
        let kept = state.withLock { state -> WeekCheck? in
            guard let check = state.checks[name] else { return nil }
            state.order.removeAll { $0 == name }
            state.order.append(name)
            return check
        }
        if let kept { return kept }
        let check = workflow.check(week: folder)
        state.withLock { state in
            state.order.removeAll { $0 == name }
            state.order.append(name)
            state.checks[name] = check
            while state.order.count > Self.most { state.checks[state.order.removeFirst()] = nil }
        }
        return check
    }
}

extension Site {
    /// What is to be said of a week as it is kept.
    func check(_ week: KeptWeek) -> WeekCheck { checked.check(shelf.week(week.id), version: week.version) }

    /// What is to be said of the week that a plan is of, which stays as it was.
    func check(ofPlan run: KeptRun) -> WeekCheck { checked.check(shelf.week(ofPlan: run), version: 0) }
}
