// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// Whether a person could be in a post in a period, with any periods of theirs before and after as suit, and without regard
/// to who else is where.
///
/// What it says cannot be, cannot: what it does not look at, such as two blocks of one post put together to learn in, it
/// takes for possible, and so everything once the steps are spent.
final class PersonalWays {
    /// A run of a person's periods to be planned, in a post.
    private struct Stretch {
        let post: Int
        let places: ClosedRange<Int>
        /// Whether it begins there.
        let isNew: Bool
    }

    /// A need, before a place, in a pattern.
    private struct Learning: Hashable {
        let need: Int
        let first: Int
        let pattern: Int?
        let depth: Int
    }

    private let facts: RotationFacts
    private let basis: PersonalBasis
    private let common: ConflictGround
    private let lifted: Set<KeepingRule>
    /// How many places in a row the person may hold a post, from each place on.
    private var runs: [Int: [UInt16]] = [:]
    private var learnt: [Learning: Bool] = [:]

    /// The ways of a person.
    ///
    /// - Parameter lifted: Rules that are thought away.
    init(_ basis: PersonalBasis, _ common: ConflictGround, lifting lifted: Set<KeepingRule>) {
        facts = common.facts
        self.basis = basis
        self.common = common
        self.lifted = lifted
    }

    private var person: Int { basis.person }
    private var free: [Int] { basis.free }
    private var underWay: BlockUnderWay? { basis.underWay }

    /// Whether the person could be in some post in a period that is to be planned.
    func canBeAnywhere(_ period: Int) -> Bool {
        (0..<facts.postCount).contains { canBe(in: $0, period) }
    }

    /// Whether the person could be in a post in a period that is to be planned.
    func canBe(in post: Int, _ period: Int) -> Bool {
        guard let place = basis.place(of: period) else { return false }
        if common.steps.areSpent { return true }
        common.steps.spend(1)
        guard runs(of: post)[place] > 0 else { return false }
        // The shortest blocks that have the place in them, and the one under way.
        for first in (0...place).reversed() {
            guard runs(of: post)[first] > place - first, !isOver(place - first + 1, post) else { break }
            if let block = begun(post, from: first, atLeastTo: place), isPossible(block) { return true }
        }
        if let block = goingOn(post, atLeastTo: place), isPossible(block) { return true }
        return common.steps.areSpent
    }

    /// Whether a block fits some pattern in which it may begin.
    private func isPossible(_ block: Stretch) -> Bool {
        common.steps.spend(1)
        guard !lifted.contains(.template), let patterns = basis.patterns else {
            return isReachable(block, nil, depth: 0)
        }
        return patterns.indices.contains { pattern in
            fits(block, pattern) && isReachable(block, pattern, depth: 0)
        }
    }

    // MARK: Blocks

    /// The block under way, going on to a place at least.
    private func goingOn(_ post: Int, atLeastTo place: Int) -> Stretch? {
        guard let underWay, underWay.post == post else { return nil }
        let owed = lifted.contains(.blockLength) ? 0 : facts.owed(person: person, underWay)
        let last = max(place, min(owed, free.count) - 1)
        guard !isOver(underWay.periods + last + 1, post), mayComeBack(to: post, isNew: false) else {
            return nil
        }
        return isHeld(post, 0...last) ? Stretch(post: post, places: 0...last, isNew: false) : nil
    }

    /// A block that begins at a place and goes on to another at least.
    private func begun(_ post: Int, from first: Int, atLeastTo place: Int) -> Stretch? {
        guard first > 0 || underWay?.post != post else { return nil }
        let least = lifted.contains(.blockLength) ? 1 : facts.rotation.posts[post].minimumBlock
        // A minimum beyond the end ends with it.
        let last = max(place, min(least - 1, free.count - 1 - first) + first)
        guard !isOver(last - first + 1, post), isHeld(post, first...last),
            mayComeBack(to: post, isNew: true), hasRoomToBegin(post, first)
        else { return nil }
        return Stretch(post: post, places: first...last, isNew: true)
    }

    private func isOver(_ length: Int, _ post: Int) -> Bool {
        guard !lifted.contains(.blockLength), let most = facts.rotation.posts[post].maximumBlock else {
            return false
        }
        return length > most
    }

    private func isHeld(_ post: Int, _ places: ClosedRange<Int>) -> Bool {
        places.upperBound < free.count && Int(runs(of: post)[places.lowerBound]) >= places.count
    }

    private func runs(of post: Int) -> [UInt16] {
        if let known = runs[post] { return known }
        common.steps.spend(free.count)
        var found = [UInt16](repeating: 0, count: free.count)
        var run: UInt16 = 0
        for place in free.indices.reversed() {
            run = holds(post, place) ? run + 1 : 0
            found[place] = run
        }
        runs[post] = found
        return found
    }

    /// Whether the person may hold a post at a place, and there is room and supervision for them.
    private func holds(_ post: Int, _ place: Int) -> Bool {
        let period = free[place]
        let bars = facts.bars(person: person, period: period, post: post)
        guard bars.allSatisfy({ lifted.contains(KeepingRule($0)) }) else { return false }
        let member = facts.rotation.people[person]
        if !lifted.contains(.room), let most = facts.amounts[post][period].maximum,
            member.wte > most + ConflictGround.nothing
        {
            return false
        }
        guard !lifted.contains(.supervision), !member.isSenior, let span = facts.rotation.posts[post].span
        else { return true }
        return common.isSupervised(post, period, span: span, lifting: lifted)
    }

    /// Whether anybody may begin in a post at a place; in the programme's first period whoever comes from no post may.
    private func hasRoomToBegin(_ post: Int, _ place: Int) -> Bool {
        guard !lifted.contains(.room), facts.rotation.posts[post].newMaximum == 0 else { return true }
        return free[place] == 0 && facts.startPost[person] == nil
    }

    /// Whether the person was never in the post, as far as that matters.
    private func mayComeBack(to post: Int, isNew: Bool) -> Bool {
        if lifted.contains(.once) || facts.rotation.posts[post].repeats { return true }
        if facts.done[person].contains(post) { return false }
        guard isNew else { return true }
        return facts.startPost[person] != post
            && !facts.frozenPeriods(of: person).contains {
                facts.inForce.post(person: person, period: $0) == post
            }
    }

    private func fits(_ stretch: Stretch, _ pattern: Int?) -> Bool {
        guard let pattern else { return true }
        common.steps.spend(1)
        let runs = basis.runs(of: facts.rotation.posts[stretch.post].setting, common.steps)
        return Int(runs[pattern][stretch.places.lowerBound]) >= stretch.places.count
    }

    // MARK: What a block needs

    /// Whether a block may begin: what the curriculum allows, and what its post needs, learnt in blocks before.
    private func isReachable(_ stretch: Stretch, _ pattern: Int?, depth: Int) -> Bool {
        guard stretch.isNew else { return true }
        let isTooMany =
            !lifted.contains(.curriculum)
            && basis.curriculum.contains { asked in
                guard let most = facts.rotation.curriculum[asked.row].atMost,
                    asked.posts.contains(stretch.post)
                else { return false }
                return asked.before + asked.frozen >= most
            }
        if isTooMany { return false }
        if lifted.contains(.entry) { return true }
        return common.needs[stretch.post].allSatisfy {
            isHeld($0, before: stretch.places.lowerBound, pattern, depth: depth)
        }
    }

    /// Whether a need is held, or could be learnt, before a block begins. Whether all needs could be at once is not looked at.
    private func isHeld(
        _ need: ConflictGround.PostNeed, before first: Int, _ pattern: Int?, depth: Int
    ) -> Bool {
        if common.steps.areSpent { return true }
        let key = Learning(need: need.number, first: first, pattern: pattern, depth: depth)
        if let known = learnt[key] { return known }
        let isHeld =
            facts.isSignedOff(person: person, need.need, period: free[first])
            || need.ways.contains { isLearnt($0, before: first, pattern, depth: depth) }
        learnt[key] = isHeld
        return isHeld
    }

    private func isLearnt(_ way: WayToGain, before first: Int, _ pattern: Int?, depth: Int) -> Bool {
        let missing = way.periods - behind(way.post)
        guard missing > 0 else { return true }
        guard missing <= first, depth < Self.deepest else { return missing <= first }
        common.steps.spend(1 + first)
        if facts.rotation.posts[way.post].repeats || lifted.contains(.once) {
            // Several blocks may add up: no more than the periods that are open to them.
            return (0..<first).count { isOpen(way.post, $0, pattern) } >= missing
        }
        return learning(way.post, missing, before: first).contains {
            fits($0, pattern) && isReachable($0, pattern, depth: depth + 1)
        }
    }

    private func isOpen(_ post: Int, _ place: Int, _ pattern: Int?) -> Bool {
        isHeld(post, place...place)
            && fits(Stretch(post: post, places: place...place, isNew: true), pattern)
    }

    /// How many posts behind each other are looked at.
    private static let deepest = 3

    /// The blocks of a post before a place that have so many periods.
    private func learning(_ post: Int, _ periods: Int, before place: Int) -> [Stretch] {
        var found: [Stretch] = []
        if let block = goingOn(post, atLeastTo: periods - 1), block.places.upperBound < place {
            found.append(block)
        }
        for first in 0..<max(0, place - periods + 1) {
            if let block = begun(post, from: first, atLeastTo: first + periods - 1),
                block.places.upperBound < place
            {
                found.append(block)
            }
        }
        return found
    }

    /// Periods in a post that lie behind where planning begins.
    private func behind(_ post: Int) -> Int {
        facts.periodsBefore(person: person, post: post)
            + facts.frozenPeriods(of: person).count { facts.inForce.post(person: person, period: $0) == post }
    }
}
