// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// Warns of each competency that demanded work needs and that nobody holds at that level within the horizon. What one
    /// worker alone needs counts where the demand says that one is enough.
    func checkCoverage() {
        guard let framework = basis.framework, let people = qualifications, let horizon = basis.horizon,
            isSound(.staff), isSound(.signOffs)
        else { return }
        let activities = Dictionary(
            framework.activities.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        var seen: Set<[String]> = []
        var told: Set<Need> = []
        for (index, line) in demand.values.enumerated() where line.contacts > 0 {
            let isSingle = line.singleHandedContacts > 0
            guard seen.insert([line.activity, isSingle ? "alone" : ""]).inserted,
                let activity = activities[line.activity]
            else { continue }
            let needs = activity.workNeeds + (isSingle ? activity.singleHanded?.needs ?? [] : [])
            for need in needs where told.insert(need).inserted {
                let isHeld = people.contains { $0.holds(need, from: horizon.start, to: horizon.last) }
                if isHeld { continue }
                demand.cells.field("activity", index).warning(
                    "nobody holds competency '\(need.competency)' at level \(need.level) or above, "
                        + "which activity '\(activity.id)' asks for",
                    expected: "a sign-off in competencies.csv that holds in these days", diagnostics)
            }
        }
    }
}

extension Activity {
    /// What its routes ask for, in order of the routes, but for going alone where two are usual.
    fileprivate var workNeeds: [Need] {
        (registered?.needs ?? []) + (support?.needs ?? []) + (delegated?.needs ?? []) + (second?.needs ?? [])
    }
}
