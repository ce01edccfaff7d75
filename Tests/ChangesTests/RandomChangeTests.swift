// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Foundation
import TestSupport
import Testing
import Wording
import Workforce

@Suite("Changes of random weeks")
struct RandomChangeTests {
    @Test("No change is the same week")
    func nothing() throws {
        for seed: UInt64 in 0..<100 {
            let week = RandomWeek.make(seed: seed)
            let changed = try week.applying([])
            #expect(changed.week.content == week.content && changed.touches.isEmpty && changed.positionsStay)
        }
    }

    @Test("Whatever is changed, every reference resolves, and positions stay where nothing goes")
    func references() throws {
        var (made, gone) = (0, 0)
        var kinds = Set<String>()
        for seed: UInt64 in 0..<400 {
            let week = RandomWeek.make(seed: seed)
            var random = RandomChange(of: week, seed: seed)
            let changes = (0..<4).compactMap { _ in random.next() }
            // Two of them may speak of somebody whom a third takes away.
            guard let changed = try? week.applying(changes) else { continue }
            made += 1
            #expect(danglingReferences(of: changed.week) == [], "seed \(seed): \(changes)")
            #expect(changed.week.sessions == week.sessions, "seed \(seed)")
            let isShorter = changed.people.contains(nil) || changed.lines.contains(nil)
            gone += isShorter ? 1 : 0
            if isShorter { continue }
            #expect(changed.positionsStay, "seed \(seed)")
            #expect(changed.week.staff.prefix(week.staff.count).map(\.id) == week.staff.map(\.id))
            for change in changes { kinds.insert("\(change)".split(separator: "(")[0].description) }
        }
        #expect(made > 250 && gone > 30 && kinds.count == 17, "\(made) \(gone) \(kinds)")
    }

    @Test("A change touches nothing exactly where the week stays the same, whatever was changed")
    func touches() throws {
        var (same, other) = (0, 0)
        for seed: UInt64 in 0..<600 {
            let week = RandomWeek.make(seed: seed)
            var random = RandomChange(of: week, seed: seed)
            guard let change = random.next(), let changed = try? week.applying([change]) else { continue }
            let isSame = changed.week.content == week.content
            #expect(changed.touches.isEmpty == isSame, "seed \(seed): \(change)")
            if isSame { same += 1 } else { other += 1 }
        }
        #expect(same > 30 && other > 300, "\(same) \(other)")
    }

    @Test("Changes that name what they change, and touch different things, may be made in either order")
    func commuting() throws {
        var tried = 0
        for seed: UInt64 in 0..<2_000 {
            let week = RandomWeek.make(seed: seed)
            var random = RandomChange(of: week, seed: seed)
            guard let one = random.next(), let other = random.next(), one.isOfNamed, other.isOfNamed,
                let first = try? week.applying([one]), let second = try? week.applying([other]),
                first.touches.isApart(from: second.touches)
            else { continue }
            tried += 1
            let there = try first.week.applying([other]).week.content
            let back = try second.week.applying([one]).week.content
            #expect(there.ordered == back.ordered, "seed \(seed): \(one), \(other)")
        }
        #expect(tried > 150, "\(tried)")
    }

    @Test("A change written and read is the same, and has words that name what it is about")
    func written() throws {
        var read = 0
        let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
        for seed: UInt64 in 0..<300 {
            let week = RandomWeek.make(seed: seed)
            var random = RandomChange(of: week, seed: seed)
            let names = Naming(week: week)
            for change in (0..<3).compactMap({ _ in random.next() }) {
                #expect(try decoder.decode(Change.self, from: encoder.encode(change)) == change)
                #expect(!change.words(names).isEmpty)
                read += 1
            }
        }
        #expect(read > 700)
    }
}

extension Touches {
    /// Whether nothing is touched by both, nor anything by one that the other may depend on. A change that touches
    /// nothing in this week may well do so where the other is made: of such a pair nothing is promised.
    fileprivate func isApart(from other: Touches) -> Bool {
        !isEmpty && !other.isEmpty && !isEverywhere && !other.isEverywhere
            && Set(people).isDisjoint(with: other.people) && Set(lines).isDisjoint(with: other.lines)
            && Set(teams).isDisjoint(with: other.teams)
            && Set(activities).isDisjoint(with: other.activities)
    }
}

extension Change {
    /// Whether it changes what it names, and sees nothing else.
    fileprivate var isOfNamed: Bool {
        switch self {
        case .absence(let change): Change.absence(change).about != nil
        case .demand(.contacts), .demand(.add), .demand(.remove), .demand(.new): true
        case .person(.terms), .person(.remove): true
        case .availability, .team, .signOff, .delegation, .agreement, .policy, .activity, .placement, .move:
            true
        case .demand(.factor), .conversion, .person(.like), .person(.new), .person(.termsOf), .rate,
            .singleHanded, .contingency, .supposed:
            false
        }
    }
}

extension WeekParts {
    /// The same parts with what stands last in an order of its own: it is added in the order of the changes.
    fileprivate var ordered: WeekParts {
        var parts = self
        let order = parts.staff.indices.sorted { parts.staff[$0].id < parts.staff[$1].id }
        parts.staff = order.map { staff[$0] }
        parts.rota = order.map { rota[$0] }
        parts.demand.sort { $0.id < $1.id }
        parts.signOffs.sort {
            ($0.staff, $0.competency, $0.signedOffOn, $0.level) < (
                $1.staff, $1.competency, $1.signedOffOn, $1.level
            )
        }
        parts.placements.sort {
            ($0.staff, $0.from ?? $0.until?.adding(days: -999) ?? .init(number: 0)) < (
                $1.staff, $1.from ?? $1.until?.adding(days: -999) ?? .init(number: 0)
            )
        }
        parts.agreements.sort { ($0.employer, $0.organisation) < ($1.employer, $1.organisation) }
        return parts
    }
}
