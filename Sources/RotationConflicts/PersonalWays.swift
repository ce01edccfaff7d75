// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// Whether a person could be in a post in a period, with any periods of theirs before and after as suit, and without regard
/// to who else is where.
///
/// What it says cannot be, cannot: what it does not look at, such as two blocks of one post put together to learn in, it
/// takes for possible.
struct PersonalWays {
    /// A run of a person's periods to be planned, in a post.
    private struct Stretch {
        let post: Int
        let places: ClosedRange<Int>
        /// Whether it begins there.
        let isNew: Bool
    }

    private let facts: RotationFacts
    private let person: Int
    private let lifted: Set<KeepingRule>
    /// The periods that are to be planned.
    private let free: [Int]
    private let underWay: BlockUnderWay?
    private let patterns: [[String]]?
    private let curriculum: [CurriculumOfPerson]

    /// The ways of a person.
    ///
    /// - Parameters:
    ///   - curriculum: What the curriculum asks of the person.
    ///   - lifted: Rules that are thought away.
    init(
        _ facts: RotationFacts, person: Int, curriculum: [CurriculumOfPerson],
        lifting lifted: Set<KeepingRule>
    ) {
        self.facts = facts
        self.person = person
        self.lifted = lifted
        self.curriculum = lifted.contains(.curriculum) ? [] : curriculum
        free = Array(facts.freePeriods(of: person))
        underWay = facts.underWay(person: person)
        patterns = lifted.contains(.template) ? nil : facts.patterns(of: person)
    }

    /// Whether the person could be in some post in a period that is to be planned.
    func canBeAnywhere(_ period: Int) -> Bool {
        (0..<facts.postCount).contains { canBe(in: $0, period) }
    }

    /// Whether the person could be in a post in a period that is to be planned.
    func canBe(in post: Int, _ period: Int) -> Bool {
        guard let place = free.firstIndex(of: period), holds(post, place) else { return false }
        for pattern in patterns.map({ $0.map(Optional.some) }) ?? [nil] {
            for stretch in stretches(of: post, over: place) where fits(stretch, pattern) {
                if isReachable(stretch, pattern, depth: 0) { return true }
            }
        }
        return false
    }

    // MARK: Blocks

    /// The shortest blocks of a post that have a place in them, the one under way first.
    private func stretches(of post: Int, over place: Int) -> [Stretch] {
        (0...place).reversed().compactMap { begun(post, from: $0, atLeastTo: place) }
            + [goingOn(post, atLeastTo: place)].compactMap(\.self)
    }

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
        guard first > 0 || underWay?.post != post, mayComeBack(to: post, isNew: true),
            hasRoomToBegin(post, first)
        else { return nil }
        let least = lifted.contains(.blockLength) ? 1 : facts.rotation.posts[post].minimumBlock
        let last = min(max(place, first + least - 1), free.count - 1)
        guard !isOver(last - first + 1, post), isHeld(post, first...last) else { return nil }
        return Stretch(post: post, places: first...last, isNew: true)
    }

    private func isOver(_ length: Int, _ post: Int) -> Bool {
        guard !lifted.contains(.blockLength), let most = facts.rotation.posts[post].maximumBlock else {
            return false
        }
        return length > most
    }

    private func isHeld(_ post: Int, _ places: ClosedRange<Int>) -> Bool {
        places.allSatisfy { holds(post, $0) }
    }

    /// Whether the person may hold a post at a place, and there is room and supervision for them.
    private func holds(_ post: Int, _ place: Int) -> Bool {
        let period = free[place]
        let bars = facts.bars(person: person, period: period, post: post)
        guard bars.allSatisfy({ lifted.contains(KeepingRule($0)) }) else { return false }
        let member = facts.rotation.people[person]
        if !lifted.contains(.room), let most = facts.amounts[post][period].maximum,
            member.wte > most + Self.nothing
        {
            return false
        }
        guard !lifted.contains(.supervision), !member.isSenior, let span = facts.rotation.posts[post].span
        else { return true }
        return isSupervised(post, period, span: span)
    }

    /// Whether the post's own seniors, with all others who might be in it then, may supervise anybody.
    private func isSupervised(_ post: Int, _ period: Int, span: Double) -> Bool {
        var seniors = facts.rotation.posts[post].permanentSeniors
        var others = facts.rotation.people.indices.makeIterator()
        while span * Double(seniors) < 1 - Self.nothing {
            guard let other = others.next() else { return false }
            let mightBe =
                facts.rotation.people[other].isSenior && facts.isPresent(person: other, period: period)
                && facts.bars(person: other, period: period, post: post)
                    .allSatisfy { lifted.contains(KeepingRule($0)) }
            if mightBe { seniors += 1 }
        }
        return true
    }

    /// How far apart amounts may be that should be equal.
    private static let nothing = 1e-6

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

    private func fits(_ stretch: Stretch, _ pattern: [String]?) -> Bool {
        guard let pattern else { return true }
        let setting = facts.rotation.posts[stretch.post].setting
        return stretch.places.allSatisfy { pattern[free[$0]] == setting }
    }

    // MARK: What a block needs

    /// Whether a block may begin: what the curriculum allows, and what its post needs, learnt in blocks before.
    private func isReachable(_ stretch: Stretch, _ pattern: [String]?, depth: Int) -> Bool {
        guard stretch.isNew else { return true }
        let isTooMany = curriculum.contains { asked in
            guard let most = facts.rotation.curriculum[asked.row].atMost, asked.posts.contains(stretch.post)
            else { return false }
            return asked.before + asked.frozen >= most
        }
        if isTooMany { return false }
        if lifted.contains(.entry) { return true }
        return facts.rotation.posts[stretch.post].needs.allSatisfy {
            isHeld($0, by: stretch, pattern, depth: depth)
        }
    }

    /// Whether a need is held, or could be learnt, before a block begins. Whether all needs could be at once is not looked at.
    private func isHeld(_ need: Need, by stretch: Stretch, _ pattern: [String]?, depth: Int) -> Bool {
        let first = stretch.places.lowerBound
        if facts.isSignedOff(person: person, need, period: free[first]) { return true }
        return facts.waysToGain(need).contains { way in
            let missing = way.periods - behind(way.post)
            if missing <= 0 { return true }
            guard missing <= first, depth < Self.deepest else { return missing <= first }
            if facts.rotation.posts[way.post].repeats || lifted.contains(.once) {
                // Several blocks may add up: no more than the periods that are open to them.
                return (0..<first).count { isOpen(way.post, $0, pattern) } >= missing
            }
            return learning(way.post, missing, before: first).contains {
                fits($0, pattern) && isReachable($0, pattern, depth: depth + 1)
            }
        }
    }

    private func isOpen(_ post: Int, _ place: Int, _ pattern: [String]?) -> Bool {
        holds(post, place)
            && (pattern.map { $0[free[place]] == facts.rotation.posts[post].setting } ?? true)
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
