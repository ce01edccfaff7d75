// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What a plan would cost less with one person in another post in one period, by the rows alone.
struct Moves {
    private let sheet: Sheet
    private let rotation: Rotation
    /// Where each person is in each period.
    private let places: [[Int?]]
    /// What each person's own places cost.
    private let costs: [Double]
    /// How many people hold what each row of wanted.csv asks for, in each period.
    private let holders: [[Int]]
    /// Everybody's preference pounds per present period, the dearest first.
    private let burdens: [(person: Int, pounds: Double)]

    init(_ sheet: Sheet) {
        self.sheet = sheet
        rotation = sheet.rotation
        let places = sheet.rotation.people.indices.map { p in
            (0..<sheet.rotation.periodCount).map { sheet.post(p, $0) }
        }
        self.places = places
        costs = places.indices.map { Self.cost($0, places[$0], sheet) }
        holders = sheet.rotation.wanted.map { row in
            (0..<sheet.rotation.periodCount).map { t in
                guard row.period == nil || row.period == t + 1 else { return 0 }
                return sheet.rotation.people.indices.count {
                    sheet.programme.isPresent($0, t) && sheet.holds($0, row.need, t)
                }
            }
        }
        burdens = places.indices.map { ($0, Self.burden($0, places[$0], sheet)) }
            .sorted { ($1.pounds, $0.person) < ($0.pounds, $1.person) }
    }

    /// Pounds gained by a move.
    func gain(_ p: Int, _ t: Int, to k: Int) -> Double {
        var moved = places[p]
        moved[t] = k
        var gain = costs[p] - Self.cost(p, moved, sheet)
        let weight = rotation.people[p].wte
        gain += shortfall(k, t, 0) - shortfall(k, t, weight)
        if let j = places[p][t] { gain += shortfall(j, t, 0) - shortfall(j, t, -weight) }
        let others = burdens.first { $0.person != p }?.pounds ?? 0
        let (before, after) = (
            Self.burden(p, places[p], sheet), Self.burden(p, moved, sheet)
        )
        gain += rotation.policy.fairness * (max(others, before) - max(others, after))
        for row in rotation.wanted.indices { gain += wanted(row, p, moved) }
        return gain
    }

    private func shortfall(_ k: Int, _ t: Int, _ more: Double) -> Double {
        let there = sheet.wte(k, t) + more
        return rotation.policy.belowMinimum * max(0, sheet.programme.minimum(k, t) - there)
            + rotation.policy.belowTarget * max(0, sheet.programme.target(k, t) - there)
    }

    private func wanted(_ index: Int, _ p: Int, _ moved: [Int?]) -> Double {
        let row = rotation.wanted[index]
        var gain = 0.0
        for t in sheet.present[p] where row.period == nil || row.period == t + 1 {
            let was = sheet.holds(p, row.need, t)
            let will =
                sheet.programme.isSignedOff(p, row.need, t)
                || Self.hasLearnt(p, row.need, t, moved, rotation)
            guard was != will else { continue }
            let holders = holders[index][t]
            let missing = { (holders: Int) in Double(max(0, row.people - holders)) }
            gain += row.pounds * (missing(holders) - missing(holders + (will ? 1 : -1)))
        }
        return gain
    }

    private static func hasLearnt(
        _ p: Int, _ need: Need, _ t: Int, _ places: [Int?], _ rotation: Rotation
    ) -> Bool {
        rotation.posts.enumerated().contains { k, post in
            let behind = rotation.people[p].startPost == post.id ? rotation.people[p].startPeriods : 0
            let spent = behind + places[..<t].count { $0 == k }
            return post.develops.contains {
                $0.need.competency == need.competency && $0.need.level >= need.level && spent >= $0.periods
            }
        }
    }

    private static func burden(_ p: Int, _ places: [Int?], _ sheet: Sheet) -> Double {
        guard !sheet.present[p].isEmpty else { return 0 }
        let pounds = sheet.present[p].reduce(0) { sum, t in
            sum + (places[t].map { sheet.programme.preference(p, $0) } ?? 0)
        }
        return pounds / Double(sheet.present[p].count)
    }

    /// Unplaced, preference, travel, change, curriculum and disruption of one person.
    private static func cost(_ p: Int, _ places: [Int?], _ sheet: Sheet) -> Double {
        let (programme, rotation, policy) = (sheet.programme, sheet.rotation, sheet.rotation.policy)
        var cost = 0.0
        var last = rotation.people[p].startPost.flatMap(programme.post)
        var begun: [Int] = []
        for t in sheet.present[p] {
            if programme.isCovered[t], places[t] != programme.before[p][t] { cost += policy.disruption }
            if let k = places[t] {
                cost += programme.preference(p, k) + policy.travelMinute * programme.minutes(p, k)
                if k != last { begun.append(k) }
            } else {
                cost += policy.unplaced
            }
            last = places[t]
        }
        cost += policy.change * Double(begun.count)
        for row in rotation.curriculum where row.staff == nil || row.staff == rotation.people[p].id {
            let had =
                CurriculumRule.blocksBefore(sheet, p, row.group)
                + begun.count { rotation.posts[$0].groups.contains(row.group) }
            cost += row.pounds * Double(max(0, row.atLeast - had))
        }
        return cost
    }
}
