// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with a person signed off in some competencies from its first day on, beside what they hold.
    public func signingOff(_ staff: String, in needs: [Need]) -> Week {
        signingOff([(staff, needs)])
    }

    /// This week with several people signed off from its first day on, beside what they hold.
    public func signingOff(_ people: [(staff: String, needs: [Need])]) -> Week {
        let last = start.adding(days: days)
        return replacing { week in
            for (staff, needs) in people {
                week.signOffs += needs.map { need in
                    SignOff(
                        staff: staff, competency: need.competency, level: need.level, signedOffOn: start,
                        expiresOn: last)
                }
            }
        }
    }

    /// This week with some people signed off in everything, at the highest level.
    func signingOffInEverything(_ people: [String]) -> Week {
        let all = framework.competencies.map { Need($0.id, framework.levels) }
        return signingOff(people.map { ($0, all) })
    }
}
