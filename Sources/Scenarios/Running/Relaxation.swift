// SPDX-License-Identifier: GPL-3.0-or-later

import Changes

/// Whether one week allows every plan that another one does, at no higher price: then what is proved of the first holds
/// for the second.
///
/// It is known of weeks that differ by caps on pay and by dearer rates alone.
enum Relaxation {
    /// Changes by step without those of caps, which are compared by what they come to.
    static func withoutCaps(_ steps: [[Change]]) -> [[Change]] {
        steps.map { $0.filter { !isCap($0) } }.filter { !$0.isEmpty }
    }

    /// Changes by step without the steps that change rates alone: what kindred weeks have in common.
    static func withoutRates(_ steps: [[Change]]) -> [[Change]] {
        steps.filter { !$0.allSatisfy { isDearer($0) || isCheaper($0) } }
    }

    /// Caps apart: the same steps, but that the tighter one may have hours that cost more besides.
    static func holds(_ tight: [[Change]], _ loose: [[Change]]) -> Bool {
        var left = loose
        for step in tight {
            if step == left.first {
                left.removeFirst()
            } else if !step.allSatisfy(isDearer) {
                return false
            }
        }
        return left.allSatisfy { $0.allSatisfy(isCheaper) }
    }

    private static func isCap(_ change: Change) -> Bool {
        guard case .policy(let policy) = change else { return false }
        return [PolicyChange.agencyCap(nil).key, PolicyChange.bankCap(nil).key].contains(policy.key)
    }

    private static func isDearer(_ change: Change) -> Bool {
        guard case .rate(let rate) = change else { return false }
        return rate.factor >= 1
    }

    private static func isCheaper(_ change: Change) -> Bool {
        guard case .rate(let rate) = change else { return false }
        return rate.factor <= 1
    }
}

/// Which of some lists of changes allow what others do, worked out once for each pair that differs.
struct RateRelaxation: Sendable {
    private let lists: [[[Change]]]
    /// By number of the tighter list; nil where there are too many lists for a table.
    private let table: [[Bool]]?

    private static let mostInTable = 300

    init(_ lists: [[[Change]]]) {
        self.lists = lists
        table =
            lists.count <= Self.mostInTable
            ? lists.map { tight in lists.map { Relaxation.holds(tight, $0) } } : nil
    }

    func holds(_ tight: Int, _ loose: Int) -> Bool {
        tight == loose || (table.map { $0[tight][loose] } ?? Relaxation.holds(lists[tight], lists[loose]))
    }
}
