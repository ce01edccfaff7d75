// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// Whether one week allows every plan that another one does, at no higher price: then what is proved of the first holds
/// for the second.
///
/// It is known of weeks that differ by caps on pay and by dearer rates alone.
enum Relaxation {
    /// Whether a looser week allows every plan of a tighter one at no higher price.
    static func holds(of tight: ScenarioRun, by loose: ScenarioRun) -> Bool {
        let (one, other) = (tight.week.policy, loose.week.policy)
        guard isNoHigher(one.agencyCap, than: other.agencyCap), isNoHigher(one.bankCap, than: other.bankCap)
        else { return false }
        return holds(tight.steps.changes, loose.steps.changes)
    }

    private static func isNoHigher(_ cap: Double?, than other: Double?) -> Bool {
        guard let other else { return true }
        return cap.map { $0 <= other } ?? false
    }

    /// Caps apart: the same steps, but that the tighter one may have hours that cost more besides.
    static func holds(_ tight: [[Change]], _ loose: [[Change]]) -> Bool {
        var left = essence(loose)
        for step in essence(tight) {
            if step == left.first {
                left.removeFirst()
            } else if !step.allSatisfy(isDearer) {
                return false
            }
        }
        return left.allSatisfy { $0.allSatisfy(isCheaper) }
    }

    private static func essence(_ steps: [[Change]]) -> [[Change]] {
        steps.map { $0.filter { !isCap($0) } }.filter { !$0.isEmpty }
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
