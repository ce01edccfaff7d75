// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What the rules on one person's sequence come to, as numbers: where they may be, for how long, and what it costs.
///
/// Places count the person's present periods that are to be planned, from 0; posts count those that they may hold in any of
/// these, from 0. What is said of a post at a place stands at `post × places + place`.
final class PersonTables: Sendable {
    /// The person.
    let person: Int
    /// The period of each place.
    let periods: [Int]
    /// The post of the rotation that each of the person's posts is.
    let posts: [Int]
    /// Pounds of a post at a place: preference, travel, disruption.
    let placeCost: [Double]
    /// Pounds of being unplaced at each place: those of nobody's, and disruption.
    let unplacedCost: [Double]
    /// Pounds of a block begun.
    let changeCost: Double
    /// What a place in each post adds to the person's preference pounds per present period.
    let share: [Double]
    /// What frozen periods add to it.
    let frozenShare: Double
    /// Pounds of what is decided already: frozen periods, and the curriculum as long as nothing more begins.
    let fixedCost: Double
    /// The fewest and the most places of a block in each post.
    let shortest: [Int]
    let longest: [Int]
    /// By pattern (one, without a setting, where there is no template): how many places in a row from a place on the
    /// person may hold a post and the pattern has its setting.
    let runs: [[UInt16]]
    /// The bit of each post that can be begun once; nothing for those one may come back to.
    let usedBit: [UInt64]
    /// Whether a block may begin in a post at a place, once what `entry` asks is learnt.
    let opens: [Bool]
    let learning: LearningTables
    let curriculum: CurriculumTables
    /// How far the person is with curricula: few stages, for searches, and many, for bounds.
    let stages: CurriculumStages
    let fineStages: CurriculumStages
    /// The block under way: its post, how many places it goes on at least and at most if it does; nil: none that
    /// can go on.
    let underWay: (post: Int, least: Int, most: Int)?
    /// The post of the block under way, as one of the person's: none begins in it at once. −1: none of them.
    let previous: Int
    /// Whether the tables say all there is; else they forbid what they cannot count.
    var isExact: Bool { learning.isExact && curriculum.isExact && usedIsExact }
    private let usedIsExact: Bool

    var placeCount: Int { periods.count }
    var postCount: Int { posts.count }

    init(
        _ facts: RotationFacts, person p: Int, wanted: WantedItems, counting asked: [CurriculumOfPerson],
        limits: TableLimits
    ) {
        let periods = Array(facts.freePeriods(of: p))
        let n = periods.count
        let posts = facts.rotation.posts.indices.filter { k in
            !facts.isClosed(person: p, post: k)
                && periods.contains { facts.mayHold(person: p, period: $0, post: k) }
        }
        self.person = p
        self.periods = periods
        self.posts = posts
        let policy = facts.rotation.policy
        let inForce = periods.map { facts.inForce.post(person: p, period: $0) }
        let covered = periods.map { facts.inForce.isCovered[$0] }
        placeCost = posts.flatMap { k in
            (0..<n).map { i in
                facts.preferencePounds[p][k] + facts.travelPounds(person: p, post: k)
                    + (covered[i] && inForce[i] != k ? policy.disruption : 0)
            }
        }
        unplacedCost = (0..<n).map { i in
            policy.unplaced + (covered[i] && inForce[i] != nil ? policy.disruption : 0)
        }
        changeCost = policy.change
        let present = Double(max(1, facts.presentPeriods[p].count))
        share = posts.map { facts.preferencePounds[p][$0] / present }
        let frozen = FrozenSequence(facts, person: p)
        frozenShare = frozen.preference / present
        shortest = posts.map { facts.rotation.posts[$0].minimumBlock }
        longest = posts.map { facts.rotation.posts[$0].maximumBlock ?? n }
        runs = Self.runs(facts, p, periods, posts)
        let once = Self.once(facts, p, posts, limits)
        (usedBit, usedIsExact) = (once.bits, once.isExact)
        let learning = LearningTables(
            facts, person: p, periods: periods, posts: posts, wanted: wanted, limits: limits)
        self.learning = learning
        let curriculum = CurriculumTables(facts, asked, posts: posts, limits: limits)
        self.curriculum = curriculum
        let room = curriculum.room(places: n, shortest: shortest)
        stages = CurriculumStages(curriculum, isLimiting: false, room: room, most: 12)
        // A bound goes through all stages of each pattern.
        fineStages = CurriculumStages(
            curriculum, isLimiting: true, room: room, most: max(12, 96 / max(1, runs.count)))
        opens = learning.opens.indices.map { at in
            learning.opens[at] && once.mayBegin[at / n] && !curriculum.forbidden[at / n]
        }
        fixedCost = frozen.pounds + curriculum.pounds
        let block = facts.underWay(person: p)
        previous = block.flatMap { posts.firstIndex(of: $0.post) } ?? -1
        underWay = block.flatMap { block in
            guard let j = posts.firstIndex(of: block.post), n > 0,
                facts.mayHold(person: p, period: periods[0], post: block.post)
            else { return nil }
            let most = facts.rotation.posts[block.post].maximumBlock.map { $0 - block.periods } ?? n
            return most < 1 ? nil : (j, max(1, facts.owed(person: p, block)), most)
        }
    }

    private static func runs(
        _ facts: RotationFacts, _ p: Int, _ periods: [Int], _ posts: [Int]
    ) -> [[UInt16]] {
        let patterns: [[String]?] = facts.patterns(of: p).map { $0.map { $0 } } ?? [nil]
        var seen: Set<[UInt16]> = []
        return patterns.map { pattern in
            posts.flatMap { k in
                var runs = [UInt16](repeating: 0, count: periods.count)
                var run: UInt16 = 0
                for i in periods.indices.reversed() {
                    let fits = pattern.map { $0[periods[i]] == facts.rotation.posts[k].setting } ?? true
                    run = fits && facts.mayHold(person: p, period: periods[i], post: k) ? run + 1 : 0
                    runs[i] = run
                }
                return runs
            }
        }.filter { seen.insert($0).inserted }
    }

    /// Bits of the posts that can be begun once, and whether each may be begun at all.
    private static func once(
        _ facts: RotationFacts, _ p: Int, _ posts: [Int], _ limits: TableLimits
    ) -> (bits: [UInt64], mayBegin: [Bool], isExact: Bool) {
        let left = posts.map { facts.beginningsLeft(person: p, post: $0) }
        var next = 0
        let bits: [UInt64] = left.map { left in
            guard left == 1 else { return 0 }
            next += 1
            // Of more posts than there are bits the last share one: one alone of them is begun.
            return 1 << UInt64(min(next, limits.posts) - 1)
        }
        return (bits, left.map { $0 != 0 }, next <= limits.posts)
    }
}
