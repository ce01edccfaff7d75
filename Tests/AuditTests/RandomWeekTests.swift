// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import TestSupport
import Testing
import Workforce

@Suite struct RandomWeekTests {
    /// Of 500 weeks: so many reach each of these rules, and on all of them the oracle, the model, the engine and the
    /// audit are held against each other.
    @Test func `random weeks reach each of the rarer rules often`() {
        var reached: [RuleReach: Int] = [:]
        for seed in UInt64(0)..<500 {
            let week = RandomWeek.full(seed: seed)
            for rule in RuleReach.of(week, Oracle(week).best().plan) { reached[rule, default: 0] += 1 }
        }
        for rule in RuleReach.allCases {
            #expect(reached[rule, default: 0] >= 60, "\(rule.rawValue): \(reached[rule, default: 0])")
        }
    }

    /// Of 500 weeks: so many cost another price where two rows of one human are two people.
    @Test func `that two rows are one human changes the best price of sixty of these weeks`() {
        let changed = (UInt64(0)..<500).count { seed in
            let week = RandomWeek.full(seed: seed)
            guard week.staff.contains(where: { $0.person != nil }) else { return false }
            let apart = week.replacing { parts in
                for row in parts.staff.indices { parts.staff[row].person = nil }
            }
            return abs(Oracle(apart).best().objective - Oracle(week).best().objective) > 0.01
        }
        #expect(changed >= 60, "\(changed) of 500")
    }

    @Test func `random weeks and their best plans exercise every part of the model`() {
        var seen: [String: Int] = [:]
        func note(_ what: String, _ isThere: Bool) { seen[what, default: 0] += isThere ? 1 : 0 }
        for seed in 0..<400 {
            let week = RandomWeek.full(seed: UInt64(seed))
            let plan = Oracle(week).best().plan
            for route in ContactRoute.allCases {
                note("route \(route.rawValue)", plan.contacts.contains { $0.route == route })
            }
            // What is over needs a week of which some has been worked.
            for reason in UnmetReason.allCases where reason != .over {
                note("reason \(reason.rawValue)", plan.unmet.contains { $0.reason == reason })
            }
            for booking in Booking.allCases {
                note("booking \(booking.rawValue)", plan.deployments.contains { $0.booking == booking })
            }
            for term in PriceTerms.Term.allCases {
                note("term \(term.rawValue)", plan.summary.terms[term] > 0)
            }
            note("supervision", !plan.supervision.isEmpty)
            note(
                "two calendar weeks",
                Set(plan.deployments.map { week.sessions[$0.session].day.monday }).count > 1)
            note("placements", !week.placements.isEmpty)
            note("travel", week.travel != nil)
            note("a plan in force", week.current != nil)
            note("pins", week.rota.joined().contains { !$0.pins.isEmpty })
            note("two roles", week.staff.contains { $0.roles.count > 1 })
        }
        for (what, count) in seen.sorted(by: { $0.key < $1.key }) {
            #expect(count > 0, "\(what)")
        }
    }
}
