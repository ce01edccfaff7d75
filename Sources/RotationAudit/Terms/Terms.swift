// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Whole-time equivalents missing from minimums.
enum BelowMinimumTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        sheet.rotation.policy.belowMinimum * missing(sheet, sheet.programme.minimum)
    }
}

/// Whole-time equivalents missing from targets.
enum BelowTargetTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        sheet.rotation.policy.belowTarget * missing(sheet, sheet.programme.target)
    }
}

private func missing(_ sheet: Sheet, _ wanted: (_ post: Int, _ period: Int) -> Double) -> Double {
    var missing = 0.0
    for t in 0..<sheet.rotation.periodCount {
        for k in sheet.rotation.posts.indices { missing += max(0, wanted(k, t) - sheet.wte(k, t)) }
    }
    return missing
}

/// Present people without a post.
enum UnplacedTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        let periods = sheet.rotation.people.indices.map { p in
            sheet.present[p].count { sheet.post(p, $0) == nil }
        }
        return sheet.rotation.policy.unplaced * Double(periods.reduce(0, +))
    }
}

/// Steps down people's lists.
enum PreferenceTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        sheet.rotation.people.indices.reduce(0) { $0 + of($1, sheet) }
    }

    /// One person's.
    static func of(_ p: Int, _ sheet: Sheet) -> Double {
        sheet.present[p].reduce(0) { sum, t in
            sum + (sheet.post(p, t).map { sheet.programme.preference(p, $0) } ?? 0)
        }
    }
}

/// Minutes from base to post.
enum TravelTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        var minutes = 0.0
        for p in sheet.rotation.people.indices {
            for t in sheet.present[p] {
                if let k = sheet.post(p, t) { minutes += sheet.programme.minutes(p, k) }
            }
        }
        return sheet.rotation.policy.travelMinute * minutes
    }
}

/// Blocks begun.
enum ChangeTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        let begun = sheet.rotation.people.indices.reduce(0) { $0 + sheet.beginnings[$1].count }
        return sheet.rotation.policy.change * Double(begun)
    }
}

/// What the worst-off person has of preference pounds per present period.
enum FairnessTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        let shares = sheet.rotation.people.indices.filter { !sheet.present[$0].isEmpty }.map {
            PreferenceTerm.of($0, sheet) / Double(sheet.present[$0].count)
        }
        return sheet.rotation.policy.fairness * (shares.max() ?? 0)
    }
}

/// People missing of those wanted to hold a competency.
enum WantedTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        var pounds = 0.0
        for row in sheet.rotation.wanted {
            for t in 0..<sheet.rotation.periodCount where row.period == nil || row.period == t + 1 {
                let holders = sheet.rotation.people.indices.count {
                    sheet.programme.isPresent($0, t) && sheet.holds($0, row.need, t)
                }
                pounds += row.pounds * Double(max(0, row.people - holders))
            }
        }
        return pounds
    }
}

/// Blocks that people are short of, present or not.
enum CurriculumTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        var pounds = 0.0
        for row in sheet.rotation.curriculum {
            for (p, person) in sheet.rotation.people.enumerated()
            where row.staff == nil || row.staff == person.id {
                let begun = sheet.beginnings[p].count {
                    sheet.rotation.posts[$0.post].groups.contains(row.group)
                }
                let had = CurriculumRule.blocksBefore(sheet, p, row.group) + begun
                pounds += row.pounds * Double(max(0, row.atLeast - had))
            }
        }
        return pounds
    }
}

/// Person-periods that differ from the plan in force, in periods that it covers.
enum DisruptionTerm: PricedTerm {
    static func pounds(_ sheet: Sheet) -> Double {
        var differing = 0
        for p in sheet.rotation.people.indices {
            for t in sheet.present[p]
            where sheet.programme.isCovered[t] && sheet.post(p, t) != sheet.programme.before[p][t] {
                differing += 1
            }
        }
        return sheet.rotation.policy.disruption * Double(differing)
    }
}
