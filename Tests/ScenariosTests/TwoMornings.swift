// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Workforce

/// Two mornings of care that nobody on duty gives: 120 minutes on each of two days, by an agency support worker at £20 an
/// hour (£80 a morning) or by bank at £15 (£60) who can come on the first day alone. A contact unmet is 120 minutes.
enum TwoMornings {
    static func world(_ priority: Priority = .routine) -> TinyWorld {
        var world = TinyWorld()
        world.days = 2
        var visit = TinyWorld.care
        visit.minutes = 120
        visit.recordMinutes = 0
        world.activities = [visit]
        world.staff = [
            TinyWorld.person("A-1", "support-worker", .agency, hourlyCost: 20, homeTeam: nil),
            TinyWorld.person("B-1", "support-worker", .bank, hourlyCost: 15, homeTeam: nil),
        ]
        world.rota = ["A-1": ["A", "", "A"], "B-1": ["A"]]
        world.demand("D-1", "care", contacts: 1, priority: priority, window: 0...0)
        world.demand("D-2", "care", contacts: 1, priority: priority, window: 2...2)
        return world
    }
}
