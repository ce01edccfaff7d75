// SPDX-License-Identifier: GPL-3.0-or-later

/// A block that is under way where planning begins.
public struct BlockUnderWay: Sendable, Equatable {
    /// Its post.
    public let post: Int
    /// Periods of it that lie behind, those before the programme with them.
    public let periods: Int
}

extension RotationFacts {
    /// The present periods of a person that are as in the plan in force.
    public func frozenPeriods(of person: Int) -> ArraySlice<Int> {
        presentPeriods[person].prefix { isFrozen($0) }
    }

    /// The present periods of a person that are to be planned.
    public func freePeriods(of person: Int) -> ArraySlice<Int> {
        presentPeriods[person].drop { isFrozen($0) }
    }

    /// The period before one in which the person was present; nil: none in the programme.
    public func previous(person: Int, period: Int) -> Int? {
        presentPeriods[person].last { $0 < period }
    }

    /// The block a person is in where planning begins: that of their last frozen period, else of their start post;
    /// nil: none.
    public func underWay(person: Int) -> BlockUnderWay? {
        let frozen = frozenPeriods(of: person)
        guard let last = frozen.last else {
            return startPost[person].map {
                BlockUnderWay(post: $0, periods: rotation.people[person].startPeriods)
            }
        }
        guard let post = inForce.post(person: person, period: last) else { return nil }
        let run = frozen.reversed().prefix { inForce.post(person: person, period: $0) == post }.count
        let reachesBack = run == frozen.count && startPost[person] == post
        return BlockUnderWay(
            post: post, periods: run + (reachesBack ? rotation.people[person].startPeriods : 0))
    }

    /// How many periods more a block under way lasts at least, once it goes on: what is left of the post's minimum, up
    /// to the first present period in which the person may not hold it. Nothing where it cannot go on.
    public func owed(person: Int, _ block: BlockUnderWay) -> Int {
        let left = max(0, rotation.posts[block.post].minimumBlock - block.periods)
        let held = freePeriods(of: person).prefix {
            mayHold(person: person, period: $0, post: block.post)
        }.count
        return min(left, held)
    }

    /// Whether a person may never be placed in a post again: one of those they have done, unless it says otherwise.
    public func isClosed(person: Int, post: Int) -> Bool {
        done[person].contains(post) && !rotation.posts[post].repeats
    }

    /// Blocks that may still begin in a post: none or one where nobody comes back; nil: as many as there is time for.
    public func beginningsLeft(person: Int, post: Int) -> Int? {
        guard !rotation.posts[post].repeats else { return nil }
        let hadOne =
            done[person].contains(post) || startPost[person] == post
            || frozenPeriods(of: person).contains { inForce.post(person: person, period: $0) == post }
        return hadOne ? 0 : 1
    }
}
