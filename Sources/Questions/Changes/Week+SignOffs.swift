// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with a person signed off in some competencies on all its days. What they hold at a higher level they
    /// keep as long as they hold it.
    public func signingOff(_ staff: String, in needs: [Need]) -> Week {
        signingOff([(staff, needs)])
    }

    /// This week with several people signed off likewise.
    public func signingOff(_ people: [(staff: String, needs: [Need])]) -> Week {
        replacing { week in
            for (staff, needs) in people {
                for need in needs { hold(need, by: staff, in: &week.signOffs) }
            }
        }
    }

    /// Has somebody hold a competency at a level at least on every day. The last sign-off that is not dated later is
    /// the one that counts, so there is a new one for each day on which the level changes, and others of these days go.
    private func hold(_ need: Need, by staff: String, in signOffs: inout [SignOff]) {
        let isOther = { (row: SignOff) in row.staff != staff || row.competency != need.competency }
        let own = signOffs.filter { !isOther($0) }
        let validMonths = framework.competencies.first { $0.id == need.competency }?.validMonths
        let last = start.adding(days: days)
        signOffs.removeAll { !isOther($0) && start <= $0.signedOffOn && $0.signedOffOn < last }
        var before = 0
        for day in (0..<days).map({ start.adding(days: $0) }) {
            let held = own.level(on: day, validMonths: validMonths)
            let level = max(need.level, held)
            guard level != before else { continue }
            before = level
            signOffs.append(
                SignOff(
                    staff: staff, competency: need.competency, level: level, signedOffOn: day, expiresOn: last
                ))
        }
    }

    /// This week with some people signed off in everything, at the highest level.
    func signingOffInEverything(_ people: [String]) -> Week {
        let all = framework.competencies.map { Need($0.id, framework.levels) }
        return signingOff(people.map { ($0, all) })
    }
}

extension [SignOff] {
    /// The level that somebody's sign-offs in one competency come to on a day: 0 where the last has ended.
    fileprivate func level(on day: CalendarDay, validMonths: Int?) -> Int {
        let counting = indices.filter { self[$0].signedOffOn <= day }
            .max { (self[$0].signedOffOn, $0) < (self[$1].signedOffOn, $1) }
        guard let counting else { return 0 }
        let held = HeldSignOff(self[counting], validMonths: validMonths)
        return held.holds(on: day) ? held.level : 0
    }
}
