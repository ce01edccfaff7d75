// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import SeededRandom
import Workforce

/// Tiny rotations of a seed in which everything occurs: two or three people, two to four periods, two or three posts.
public struct RandomRotation {
    private var random: SeededRandom
    private var parts: RotationParts

    /// The rotation of that seed.
    ///
    /// - Parameter isTiny: Whether brute force can go through all of it; else there are four or five people, five or six
    ///   periods and three or four posts.
    public static func make(seed: UInt64, isTiny: Bool = true) throws -> Rotation {
        var maker = RandomRotation(seed)
        if !isTiny { maker.enlarge() }
        maker.describe()
        return try Rotation(maker.parts)
    }

    private mutating func enlarge() {
        parts.periodCount = random.pick(5...6)
        parts.posts = (1...random.pick(3...4)).map { TinyRotation.post("K\($0)") }
        parts.people = (1...random.pick(4...5)).map { TinyRotation.person("P-\($0)") }
    }

    private init(_ seed: UInt64) {
        random = SeededRandom(seed: seed &* 7_919 &+ 17)
        let people = random.pick(2...3)
        let starts = random.pick(["2027-01-04", "2027-01-31", "2028-01-31", "2027-12-06"])
        parts = RotationParts(
            name: "Random \(seed)", starts: TinyRotation.day(starts),
            periodCount: people == 3 ? random.pick(2...3) : random.pick(2...4),
            length: random.chance(60) ? .month : .weeks(random.pick(2...5)),
            framework: TinyRotation.framework)
        let posts = people == 3 && parts.periodCount == 3 ? 2 : random.pick(2...3)
        parts.posts = (1...posts).map { TinyRotation.post("K\($0)") }
        parts.people = (1...people).map { TinyRotation.person("P-\($0)") }
    }

    private mutating func describe() {
        parts.policy = policy()
        parts.templates = templates()
        for k in parts.posts.indices { describePost(k) }
        // What one post teaches opens the next.
        if random.chance(50) {
            parts.posts[0].develops = [Development("care", 2, periods: random.pick([1, 1, 2]))]
            parts.posts[0].needs = []
            parts.posts[1].needs = [Need("care", random.pick(1...2))]
        }
        if random.chance(70) {
            let pairs = [("town", "village", 30), ("town", "port", 90), ("port", "village", 50)]
            parts.travel = pairs.filter { _ in random.chance(85) }
                .map { TravelTime(from: $0.0, to: $0.1, minutes: $0.2) }
        }
        for p in parts.people.indices { describePerson(p) }
        describeRows()
        describePlanInForce()
    }

    private mutating func policy() -> RotationPolicy {
        var policy = RotationPolicy()
        policy.belowMinimum = random.pick([0, 90.5, 400, 800])
        policy.belowTarget = random.pick([0, 45.25, 150])
        policy.unplaced = random.pick([0, 25, 200, 1000])
        policy.preferenceStep = random.pick([5, 20, 33.4])
        policy.travelMinute = random.pick([0.5, 0.5, 1])
        policy.change = random.pick([0, 30, 75])
        policy.fairness = random.pick([0.5, 1, 5])
        policy.disruption = random.pick([0, 40, 100])
        return policy
    }

    private mutating func templates() -> [Template] {
        Template.Order.allCases.map { order in
            let first = random.pick(["acute", "community"])
            let second = first == "acute" ? "community" : "acute"
            var stages = [
                Template.Stage(first, random.pick(1...2)), Template.Stage(second, random.pick(1...2)),
            ]
            if random.chance(30) { stages.append(Template.Stage(first, random.pick(1...2))) }
            return Template(id: order.rawValue, stages: stages, order: order)
        }
    }

    private mutating func describePost(_ k: Int) {
        var post = parts.posts[k]
        post.setting = random.pick(["acute", "community"])
        if random.chance(20) { post.organisation = "provider" }
        post.locality = random.pick(["town", "town", "village", "port"])
        if random.chance(25) {
            post.professions = random.pick([["physiotherapy"], ["therapy", "physiotherapy"]])
        }
        post.groups = ["medical", "surgical"].filter { _ in random.chance(60) }
        if random.chance(20) { post.bands = random.pick([["5"], ["5", "6"]]) }
        let minimum = random.pick([0, 0, 0.6, 1, 1.4])
        let target = minimum + random.pick([0, 0.4, 1])
        post.amounts = PostAmounts(
            minimum: minimum, target: target,
            maximum: random.chance(45) ? target + random.pick([0, 0, 0.5, 1]) : nil)
        if random.chance(25) { post.newMaximum = random.pick(0...1) }
        if random.chance(35) {
            post.span = random.pick([0.5, 1, 2])
            post.permanentSeniors = random.pick([0, 0, 1])
        }
        post.minimumBlock = random.pick([1, 1, 2, 2, 3])
        if random.chance(45) { post.maximumBlock = post.minimumBlock + random.pick(0...1) }
        post.repeats = random.chance(35)
        if random.chance(45) {
            post.needs = [
                Need(random.pick(["care", "care", "moving", "respiratory"]), random.pick([1, 2, 2, 3]))
            ]
        }
        if random.chance(60) {
            post.develops = [
                Development(
                    random.pick(["care", "care", "moving", "respiratory"]), random.pick(1...3),
                    periods: random.pick([1, 1, 2]))
            ]
        }
        parts.posts[k] = post
    }

    private mutating func describePerson(_ p: Int) {
        var person = parts.people[p]
        let posts = parts.posts.map(\.id)
        let last =
            Period.all(from: parts.starts, count: parts.periodCount, length: parts.length)
            .last?.last.number ?? 0
        func someDay(_ random: inout SeededRandom) -> CalendarDay {
            CalendarDay(number: random.pick(parts.starts.number...last))
        }
        person.roles = random.pick([["physio"], ["physio"], ["ot"], ["assistant"], ["assistant", "physio"]])
        if random.chance(25) { person.employer = "provider" }
        person.baseLocality = random.pick(["town", "town", "village"])
        person.wte = random.pick([1, 1, 1, 0.8, 0.6, 0])
        person.band = random.pick([nil, "5", "5", "6"])
        if random.chance(15) { person.joins = someDay(&random) }
        if random.chance(15) {
            let day = someDay(&random)
            if person.joins.map({ $0 <= day }) ?? true { person.leaves = day }
        }
        if random.chance(55) { person.template = random.pick(Template.Order.allCases).rawValue }
        person.isSenior = random.chance(40)
        if random.chance(50) {
            person.startPost = random.pick(posts)
            person.startPeriods = random.pick(0...2)
        }
        if random.chance(20) { person.done = [random.pick(posts)] }
        if random.chance(15) { person.cannot = [random.pick(posts)] }
        if random.chance(70) {
            var left = posts
            for _ in 0..<random.pick(1...posts.count) {
                person.prefers.append(left.remove(at: random.pick(0...(left.count - 1))))
            }
        }
        parts.people[p] = person
        if random.chance(20) {
            let (one, other) = (someDay(&random), someDay(&random))
            parts.away.append(
                Absence(
                    staff: person.id, from: random.chance(80) ? min(one, other) : nil,
                    until: random.chance(80) ? max(one, other) : nil))
        }
        for competency in ["care", "moving", "respiratory"] where random.chance(25) {
            let signed = CalendarDay(number: parts.starts.number + random.pick(-60...30))
            parts.signOffs.append(
                SignOff(
                    staff: person.id, competency: competency, level: random.pick(1...3), signedOffOn: signed,
                    expiresOn: random.chance(30) ? signed.adding(days: random.pick(0...90)) : nil))
        }
    }

    private mutating func describeRows() {
        let end = parts.starts.adding(days: 100)
        if random.chance(50) {
            parts.agreements = [
                Agreement(
                    employer: "trust", organisation: "provider", roles: random.chance(50) ? nil : ["physio"],
                    from: random.chance(50) ? parts.starts.adding(days: random.pick(-10...50)) : nil,
                    until: random.chance(40) ? end : nil),
                Agreement(employer: "provider", organisation: "trust", roles: nil),
            ]
        }
        if random.chance(65) { parts.apart = [Apart("P-1", "P-2")] }
        for group in Set(parts.posts.flatMap(\.groups)).sorted() where random.chance(60) {
            let least = random.pick([0, 0, 1, 2])
            parts.curriculum.append(
                CurriculumRow(
                    staff: random.chance(50) ? nil : random.pick(parts.people.map(\.id)), group: group,
                    atLeast: least, atMost: random.chance(75) ? least + random.pick(0...1) : nil,
                    pounds: random.pick([50, 300])))
        }
        for post in parts.posts where random.chance(25) {
            let first = parts.starts.adding(days: random.pick(0...60))
            let minimum: Double? = random.pick([nil, 0, 1])
            let maximum: Double? = random.pick([nil, 0])
            let row = CapacityRow(
                post: post.id, from: first, until: random.chance(50) ? first.adding(days: 40) : nil,
                minimum: maximum == 0 ? 0 : minimum, target: maximum == 0 ? 0 : nil, maximum: maximum)
            let amounts = row.amounts(inPlaceOf: post.amounts)
            if amounts.target <= amounts.maximum ?? .infinity { parts.capacity.append(row) }
        }
        if random.chance(60) {
            parts.wanted.append(
                WantedRow(
                    random.pick(["care", "moving", "respiratory"]), random.pick(1...2),
                    period: random.chance(50) ? nil : random.pick(1...parts.periodCount),
                    people: random.pick(1...2), pounds: random.pick([35, 120])))
        }
    }

    private mutating func describePlanInForce() {
        guard random.chance(45) else { return }
        let periods = Period.all(from: parts.starts, count: parts.periodCount, length: parts.length)
        var rows: [PlacementInForce] = []
        for person in parts.people {
            var day = parts.starts.adding(days: random.pick(-40...0))
            while day.number <= (periods.last?.last.number ?? 0) {
                let end = day.adding(days: random.pick(25...70))
                if random.chance(75) {
                    rows.append(
                        PlacementInForce(
                            staff: person.id, from: random.chance(90) ? day : nil, until: end,
                            post: random.chance(92) ? random.pick(parts.posts.map(\.id)) : "CLOSED"))
                }
                day = end.adding(days: 1)
            }
        }
        parts.current = rows
        if random.chance(65) {
            parts.frozenBefore = periods[random.pick(0...(periods.count - 1))].first.adding(
                days: random.pick(0...1))
        }
    }
}
