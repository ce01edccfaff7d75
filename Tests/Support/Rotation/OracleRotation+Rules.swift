// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

extension OracleRotation {
    /// A period of somebody's, as blocks are counted.
    private struct Step {
        let period: Int
        let post: Int?
        /// Whether a block begins.
        let begins: Bool
        /// Periods of the block up to this one.
        let age: Int
    }

    private func steps(_ p: Int, _ posts: [Int?]) -> [Step] {
        var steps: [Step] = []
        var (before, age) = (index(rotation.people[p].startPost), rotation.people[p].startPeriods)
        for t in periods(p) {
            let goesOn = posts[t] != nil && posts[t] == before
            age = posts[t] == nil ? 0 : goesOn ? age + 1 : 1
            steps.append(Step(period: t, post: posts[t], begins: posts[t] != nil && !goesOn, age: age))
            before = posts[t]
        }
        return steps
    }

    /// The periods and posts in which blocks begin.
    func beginnings(_ p: Int, _ posts: [Int?]) -> [(period: Int, post: Int)] {
        steps(p, posts).compactMap { step in step.begins ? step.post.map { (step.period, $0) } : nil }
    }

    /// The rules that are a person's own which a way to spend the programme breaks.
    func broken(_ p: Int, _ posts: [Int?]) -> Set<RotationRule> {
        var broken: Set<RotationRule> = []
        for t in periods(p) {
            if t < frozen {
                if posts[t] != inForce[p][t] { broken.insert(.frozen) }
            } else if let k = posts[t], !mayHold(p, k, t) {
                broken.insert(.mayHold)
            }
        }
        if breaksBlockLength(p, posts) { broken.insert(.blockLength) }
        if breaksOnce(p, posts) { broken.insert(.once) }
        for (t, k) in beginnings(p, posts) where t >= frozen {
            let needs = rotation.posts[k].needs
            if needs.contains(where: { !isSignedOff(p, $0, t) && !isLearnt(p, $0, t, posts) }) {
                broken.insert(.entry)
            }
        }
        if breaksTemplate(p, posts) { broken.insert(.template) }
        if breaksCurriculum(p, posts) { broken.insert(.curriculum) }
        return broken
    }

    private func breaksBlockLength(_ p: Int, _ posts: [Int?]) -> Bool {
        let steps = steps(p, posts)
        guard let free = steps.firstIndex(where: { $0.period >= frozen }) else { return false }
        for (i, step) in steps.enumerated() where i >= free {
            guard let k = step.post else { continue }
            let post = rotation.posts[k]
            if let most = post.maximumBlock, step.age > most { return true }
            if step.begins {
                let least = steps[i...].prefix(post.minimumBlock)
                if least.contains(where: { $0.post != k }) { return true }
            } else if i == free {
                // It goes on: what is left of the least, as long as the person may be there.
                for later in steps[i...].prefix(max(0, post.minimumBlock - step.age + 1)) {
                    guard mayHold(p, k, later.period) else { break }
                    if later.post != k { return true }
                }
            }
        }
        return false
    }

    private func breaksOnce(_ p: Int, _ posts: [Int?]) -> Bool {
        let person = rotation.people[p]
        return rotation.posts.indices.contains { k in
            let post = rotation.posts[k]
            guard !post.repeats else { return false }
            if person.done.contains(post.id), posts[min(frozen, posts.count)...].contains(k) { return true }
            let begun = steps(p, posts).filter { $0.begins && $0.post == k }
            let hadStart = person.startPost == post.id ? 1 : 0
            let hadFrozen = periods(p).contains { $0 < frozen && posts[$0] == k } ? 1 : 0
            let new = begun.count { $0.period >= frozen }
            return new > 0 && new + max(hadStart, hadFrozen) > 1
        }
    }

    private func breaksTemplate(_ p: Int, _ posts: [Int?]) -> Bool {
        let person = rotation.people[p]
        guard let template = rotation.templates.first(where: { $0.id == person.template }) else {
            return false
        }
        let lists = lists(template, person)
        func fits(_ list: [String], _ places: [Int?], _ periods: [Int]) -> Bool {
            periods.allSatisfy { t in
                places[t].map { rotation.posts[$0].setting == list[t % list.count] } ?? true
            }
        }
        let (past, future) = (periods(p).filter { $0 < frozen }, periods(p).filter { $0 >= frozen })
        let possible = lists.filter { fits($0, inForce[p], past) }
        return !(possible.isEmpty ? lists : possible).contains { fits($0, posts, future) }
    }

    /// The lists of settings that somebody may go through.
    private func lists(_ template: Template, _ person: RotatingPerson) -> [[String]] {
        func flat(_ order: [Int]) -> [String] {
            order.flatMap { i in
                [String](repeating: template.stages[i].setting, count: template.stages[i].periods)
            }
        }
        let stages = Array(template.stages.indices)
        switch template.order {
        case .fixed: return [flat(stages)]
        case .any:
            var orders: [[Int]] = [[]]
            for _ in stages {
                orders = orders.flatMap { o in stages.filter { !o.contains($0) }.map { o + [$0] } }
            }
            return orders.map(flat)
        case .cyclic:
            let list = flat(stages)
            let start = rotation.posts.first { $0.id == person.startPost }?.setting
            let entries = list.indices.filter { entry in
                stages.contains { i in
                    let begin = flat(Array(stages[..<i])).count
                    let place = begin + min(person.startPeriods, template.stages[i].periods)
                    return template.stages[i].setting == start && place % list.count == entry
                }
            }
            return (entries.isEmpty ? Array(list.indices) : entries).map { entry in
                Array(list[entry...] + list[..<entry])
            }
        }
    }

    /// Blocks of a group before the programme.
    func had(_ p: Int, _ group: String) -> Int {
        let person = rotation.people[p]
        var had = 0
        for post in rotation.posts where post.groups.contains(group) {
            if person.done.contains(post.id) { had += 1 }
            if person.startPost == post.id { had += 1 }
        }
        return had
    }

    private func breaksCurriculum(_ p: Int, _ posts: [Int?]) -> Bool {
        rotation.curriculum.contains { row in
            guard let most = row.atMost, row.staff == nil || row.staff == rotation.people[p].id else {
                return false
            }
            var had = had(p, row.group)
            for (t, k) in beginnings(p, posts) where rotation.posts[k].groups.contains(row.group) {
                had += 1
                if t >= frozen, had > most { return true }
            }
            return false
        }
    }

    /// The rules about people together that a plan breaks.
    func brokenTogether(_ posts: [[Int?]]) -> Set<RotationRule> {
        var broken: Set<RotationRule> = []
        for t in frozen..<max(frozen, rotation.periodCount) {
            for (k, post) in rotation.posts.enumerated() {
                let people = rotation.people.indices.filter { posts[$0][t] == k }
                guard !people.isEmpty else { continue }
                let wte = people.reduce(0) { $0 + rotation.people[$1].wte }
                if let most = amounts(k, t).maximum, wte > most + 1e-9 { broken.insert(.room) }
                if let most = post.newMaximum {
                    let new = people.filter { p in
                        beginnings(p, posts[p]).contains { $0.period == t }
                            && !(t == 0 && rotation.people[p].startPost == nil)
                    }
                    if new.count > most { broken.insert(.room) }
                }
                if let span = post.span {
                    let seniors = people.count { rotation.people[$0].isSenior }
                    let all = Double(seniors + post.permanentSeniors)
                    if Double(people.count - seniors) > span * all + 1e-9 { broken.insert(.supervision) }
                }
                let names = people.map { rotation.people[$0].id }
                if rotation.apart.contains(where: { names.contains($0.staff) && names.contains($0.other) }) {
                    broken.insert(.apart)
                }
            }
        }
        return broken
    }
}
