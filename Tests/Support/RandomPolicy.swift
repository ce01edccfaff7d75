// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Policies in which limits bind and prices compete.
enum RandomPolicy {
    static func make(_ random: inout SeededRandom) -> Policy {
        var policy = Policy()
        if random.chance(40) {
            policy.unmetCriticalMinute = random.pick([1, 0.4])
            policy.unmetUrgentMinute = random.pick([0.5, 0.3])
            policy.unmetRoutineMinute = random.pick([0.25, 0.1, 0])
        }
        // `RandomWishes` draws those of what weeks may be without.
        let drawn = ["unmet_minute", "continuity_contact", "request_fairness"]
        for line in Policy.lines where !drawn.contains(line.key) {
            guard case .figure(.weight(let path)) = line.content else { continue }
            let usual = policy[keyPath: path]
            policy[keyPath: path] = random.pick([0, usual, usual, usual < 100 ? 8 * usual : usual / 8])
        }
        policy.fullTimeHours = random.pick([37.5, 10, 6.5])
        policy.overtimeFactor = random.pick([1, 1.5, 1.5, 2])
        policy.saturdayUplift = random.pick([0, 0.2, 0.4])
        policy.sundayUplift = random.pick([0, 0.25, 0.6])
        policy.nonContactMinutes = random.pick([30, 30, 0, 97.5])
        policy.supervisionMinutesPerSession = random.pick([60, 30, 10])
        policy.travelLimitMinutes = random.pick([30, 30, 10])
        policy.minimumRestHours = random.pick([11, 11, 0, 14])
        for line in Policy.lines {
            guard case .figure(.count(let path, _, _)) = line.content else { continue }
            let usual = policy[keyPath: path]
            policy[keyPath: path] = random.pick([usual, usual, usual, 1, 2, usual == 1 ? 1 : 3])
        }
        policy.agencyCap = random.pick([nil, nil, 0, 110, 200])
        policy.bankCap = random.pick([nil, nil, 60, 90, 150])
        return policy
    }
}
