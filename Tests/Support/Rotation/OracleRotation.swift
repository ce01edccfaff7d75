// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// What a rotation says, as the oracle reads it.
struct OracleRotation {
    let rotation: Rotation
    /// The first day of each period, and the day after the last.
    let starts: [CalendarDay]
    /// Whether each person is present in each period.
    let present: [[Bool]]
    /// How many periods are frozen.
    let frozen: Int
    /// The post of each person in each period by the plan in force.
    let inForce: [[Int?]]
    /// The periods that the plan in force covers.
    let covered: Set<Int>

    init(_ rotation: Rotation) {
        self.rotation = rotation
        let starts = (0...rotation.periodCount).map { index in
            switch rotation.length {
            case .month: Self.later(rotation.starts, months: index)
            case .weeks(let weeks): CalendarDay(number: rotation.starts.number + 7 * weeks * index)
            }
        }
        self.starts = starts
        func days(_ t: Int) -> Set<Int> { Set(starts[t].number..<starts[t + 1].number) }
        func days(_ from: CalendarDay?, _ until: CalendarDay?, _ t: Int) -> Set<Int> {
            days(t).filter { (from?.number ?? .min) <= $0 && $0 <= (until?.number ?? .max) }
        }
        present = rotation.people.map { person in
            (0..<rotation.periodCount).map { t in
                var gone: Set<Int> = []
                for row in rotation.away where row.staff == person.id {
                    gone.formUnion(days(row.from, row.until, t))
                }
                if let joins = person.joins { gone.formUnion(days(t).filter { $0 < joins.number }) }
                if let leaves = person.leaves { gone.formUnion(days(t).filter { $0 > leaves.number }) }
                return Double(gone.count) < Double(days(t).count) / 2
            }
        }
        frozen = (0..<rotation.periodCount).count { t in
            rotation.frozenBefore.map { starts[t] < $0 } ?? false
        }
        var covered: Set<Int> = []
        var inForce = rotation.people.map { _ in [Int?](repeating: nil, count: rotation.periodCount) }
        for row in rotation.current ?? [] {
            let person = rotation.people.firstIndex { $0.id == row.placement.staff }
            let post = rotation.posts.firstIndex { $0.id == row.post }
            guard let person, let post else { continue }
            for t in 0..<rotation.periodCount {
                let held = days(row.placement.from, row.placement.until, t)
                guard Double(held.count) > Double(days(t).count) / 2 else { continue }
                covered.insert(t)
                inForce[person][t] = inForce[person][t] ?? post
            }
        }
        self.inForce = inForce
        self.covered = covered
    }

    /// The day so many months later, or the last of that month.
    static func later(_ day: CalendarDay, months: Int) -> CalendarDay {
        let (year, month, date) = day.components
        let index = year * 12 + month - 1 + months
        for shorter in 0..<4 {
            if let found = CalendarDay(year: index / 12, month: index % 12 + 1, day: date - shorter) {
                return found
            }
        }
        return day
    }

    /// Nowhere, in every period.
    func nothing(_ p: Int) -> [Int?] { [Int?](repeating: nil, count: rotation.periodCount) }

    /// Every way to spend the programme: any post or none in each period in which the person is present.
    func everything(_ p: Int) -> [[Int?]] {
        var ways: [[Int?]] = [[]]
        for t in 0..<rotation.periodCount {
            let choices: [Int?] = present[p][t] ? [nil] + rotation.posts.indices.map { $0 } : [nil]
            ways = ways.flatMap { way in choices.map { way + [$0] } }
        }
        return ways
    }

    /// The periods in which somebody is present.
    func periods(_ p: Int) -> [Int] { (0..<rotation.periodCount).filter { present[p][$0] } }

    func index(_ post: String?) -> Int? { rotation.posts.firstIndex { $0.id == post } }

    func mayHold(_ p: Int, _ k: Int, _ t: Int) -> Bool {
        let (person, post) = (rotation.people[p], rotation.posts[k])
        if person.cannot.contains(post.id) { return false }
        if let professions = post.professions {
            let own = rotation.framework.roles.filter { person.roles.contains($0.id) }
            if !own.contains(where: { $0.profession != nil && professions.contains($0.profession ?? "") }) {
                return false
            }
        }
        if !post.bands.isEmpty {
            guard let band = person.band, post.bands.contains(band) else { return false }
        }
        if person.employer != post.organisation {
            let isAgreed = rotation.agreements.contains { row in
                row.employer == person.employer && row.organisation == post.organisation
                    && (row.roles.map { !Set($0).isDisjoint(with: person.roles) } ?? true)
                    && (row.from?.number ?? .min) <= starts[t].number
                    && starts[t].number <= (row.until?.number ?? .max)
            }
            if !isAgreed { return false }
        }
        guard rotation.travel != nil, person.baseLocality != post.locality else { return true }
        return minutes(p, k).map { Double($0) <= rotation.policy.travelLimitMinutes } ?? false
    }

    func minutes(_ p: Int, _ k: Int) -> Int? {
        let (from, to) = (rotation.people[p].baseLocality, rotation.posts[k].locality)
        if from == to { return 0 }
        let there = rotation.travel?.first { $0.from == from && $0.to == to }
        return (there ?? rotation.travel?.first { $0.from == to && $0.to == from })?.minutes
    }

    /// Whether a need is held by the newest sign-off up to a period's first day.
    func isSignedOff(_ p: Int, _ need: Need, _ t: Int) -> Bool {
        var newest: SignOff?
        for row in rotation.signOffs
        where row.staff == rotation.people[p].id && row.competency == need.competency
            && row.signedOffOn <= starts[t]
        {
            if newest.map({ $0.signedOffOn <= row.signedOffOn }) ?? true { newest = row }
        }
        guard let newest, newest.level >= need.level else { return false }
        let months = rotation.framework.competencies.first { $0.id == need.competency }?.validMonths
        let end = newest.expiresOn ?? months.map { Self.later(newest.signedOffOn, months: $0) }
        return end.map { starts[t] <= $0 } ?? true
    }

    /// Whether a need has been learnt before a period.
    func isLearnt(_ p: Int, _ need: Need, _ t: Int, _ posts: [Int?]) -> Bool {
        rotation.posts.indices.contains { k in
            var spent = posts[..<t].count { $0 == k }
            if index(rotation.people[p].startPost) == k { spent += rotation.people[p].startPeriods }
            return rotation.posts[k].develops.contains {
                $0.need.competency == need.competency && $0.need.level >= need.level && $0.periods <= spent
            }
        }
    }

    func amounts(_ k: Int, _ t: Int) -> PostAmounts {
        let post = rotation.posts[k]
        var amounts = post.amounts
        for row in rotation.capacity
        where row.post == post.id && (row.from ?? starts[t]) <= starts[t]
            && starts[t] <= (row.until ?? starts[t])
        {
            amounts.minimum = row.minimum ?? amounts.minimum
            amounts.target =
                row.target ?? (amounts.target < amounts.minimum ? amounts.minimum : amounts.target)
            amounts.maximum = row.maximum ?? amounts.maximum
        }
        return amounts
    }
}
