// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension RotationFaults {
    mutating func posts(_ parts: RotationParts) {
        expectOnce(parts.posts.map(\.id), "Post")
        let professions = Set(parts.framework.roles.compactMap(\.profession))
        for post in parts.posts {
            expect(!post.id.contains(">"), "Post \(post.id) has a > in its identifier; leave it out.")
            for profession in post.professions ?? [] {
                expect(
                    professions.contains(profession),
                    "Post \(post.id) asks for the profession \(profession), which no role of the framework has."
                )
            }
            amounts(post.amounts, "Post \(post.id)")
            expect((post.newMaximum ?? 0) >= 0, "new_max of post \(post.id) is negative; give 0 or more.")
            expectAmount(post.span, "span of post \(post.id)")
            expect(
                post.permanentSeniors >= 0,
                "permanent_seniors of post \(post.id) is negative; give 0 or more.")
            expect(
                post.minimumBlock >= 1,
                "min_block of post \(post.id) is \(post.minimumBlock); give 1 or more.")
            expect(
                (post.maximumBlock ?? Int.max) >= post.minimumBlock,
                "max_block of post \(post.id) is below its min_block of \(post.minimumBlock).")
            let counts = [
                ("new_max", post.newMaximum), ("permanent_seniors", post.permanentSeniors),
                ("min_block", post.minimumBlock), ("max_block", post.maximumBlock),
            ]
            for (column, count) in counts { expectCount(count, "\(column) of post \(post.id)") }
            for need in post.needs { self.need(need, "Post \(post.id) needs", parts.framework) }
            for development in post.develops {
                need(development.need, "Post \(post.id) develops", parts.framework)
                expect(
                    development.periods >= 1,
                    "Post \(post.id) develops \(development.need.competency) in \(development.periods) periods; "
                        + "give 1 or more.")
                expectCount(
                    development.periods,
                    "The periods in which post \(post.id) develops \(development.need.competency)")
            }
        }
    }

    mutating func amounts(_ amounts: PostAmounts, _ what: String) {
        expectAmount(amounts.minimum, "The minimum of \(what)")
        expectAmount(amounts.target, "The target of \(what)")
        expectAmount(amounts.maximum, "The maximum of \(what)")
        let isOrdered = amounts.minimum <= amounts.target && amounts.target <= amounts.maximum ?? .infinity
        let most = amounts.maximum.map { "\($0)" } ?? "no limit"
        expect(
            isOrdered,
            "\(what) has minimum \(amounts.minimum), target \(amounts.target), maximum \(most); none may be below "
                + "the one before it.")
    }

    mutating func need(_ need: Need, _ what: String, _ framework: Framework) {
        expect(
            framework.competencies.contains { $0.id == need.competency },
            "\(what) \(need.competency), which the framework does not have.")
        expect(
            need.level >= 1 && need.level <= framework.levels,
            "\(what) \(need.competency) at level \(need.level); levels are 1 to \(framework.levels).")
    }

    mutating func capacity(_ parts: RotationParts) {
        // Periods that are at fault themselves are told of already, and may be too long to count.
        let periods =
            hasPeriods(parts)
            ? Period.all(from: parts.starts, count: parts.periodCount, length: parts.length) : []
        var holders: [String: [CapacityRow]] = [:]
        for row in parts.capacity {
            guard let post = parts.posts.first(where: { $0.id == row.post }) else {
                expect(false, "capacity.csv names post \(row.post), which posts.csv does not have.")
                continue
            }
            expectOrder(row.from, row.until, "A row of capacity.csv for \(row.post)")
            amounts(row.amounts(inPlaceOf: post.amounts), "Post \(row.post) by its row of capacity.csv")
            let twice = periods.first { period in
                row.holds(on: period.first)
                    && holders[row.post, default: []].contains { $0.holds(on: period.first) }
            }
            expect(
                twice == nil,
                "Two rows of capacity.csv give amounts of \(row.post) in period \(twice?.number ?? 0); leave one out."
            )
            holders[row.post, default: []].append(row)
        }
    }
}
