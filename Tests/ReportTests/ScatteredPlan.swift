// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Workforce

/// A plan that sends people and gives contacts at random, one team a person and session: figures are worked out
/// from any plan, whether or not it keeps the rules.
enum ScatteredPlan {
    static func make(_ week: Week, seed: UInt64) -> Plan {
        var random = SeededRandom(seed: seed &* 31 &+ 5)
        var sketch = PlanSketch(week)
        for (person, member) in week.staff.enumerated() {
            for session in week.sessions.indices {
                let duty = week.rota[person][session].duty
                guard duty == .rostered || duty == .available, random.chance(80) else { continue }
                sketch.deploy(
                    member.id, session, random.pick(week.teams).id,
                    booking: duty == .rostered ? .rostered : .bank)
            }
        }
        for line in week.demand where line.contacts > 0 {
            let activity = week.framework.activities.first { $0.id == line.activity }
            let given = random.pick(0...line.contacts)
            for _ in 0..<given {
                let staff = random.pick(week.staff).id
                let others = week.staff.map(\.id).filter { $0 != staff }
                if activity?.hands == 2 {
                    let isSingle = activity?.singleHanded != nil && random.chance(40)
                    sketch.give(
                        line.id, staff, random.pick(line.window), isSingle ? .singleHanded : .doubleHanded,
                        partner: isSingle ? nil : random.pick(others))
                } else {
                    sketch.give(
                        line.id, staff, random.pick(line.window),
                        random.pick([.registered, .support, .delegated]))
                }
            }
            if given < line.contacts { sketch.leave(line.id, contacts: line.contacts - given) }
        }
        for session in week.sessions.indices where random.chance(40) {
            sketch.supervise(
                random.pick(week.staff).id, session, random.pick(week.framework.activities).id,
                minutes: Double(random.pick(1...20)) / 3,
                group: random.pick(week.teams).supervisionGroup)
        }
        return sketch.plan
    }
}
