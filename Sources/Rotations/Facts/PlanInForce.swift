// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Where the plan in force has people, by period.
public struct PlanInForce: Sendable {
    private let posts: [[Int?]]
    /// Whether any of its rows holds in each period.
    public let isCovered: [Bool]

    /// A row holds in the periods of which it covers more than half the days; of two rows of a person in one period
    /// the first counts. Rows of unknown people or posts count for nothing.
    init(_ rotation: Rotation, periods: [Period], people: [String: Int], posts index: [String: Int]) {
        var posts = [[Int?]](
            repeating: [Int?](repeating: nil, count: periods.count), count: rotation.people.count)
        var isCovered = [Bool](repeating: false, count: periods.count)
        for row in rotation.current ?? [] {
            guard let p = people[row.placement.staff], let k = index[row.post] else { continue }
            for (t, period) in periods.enumerated()
            where 2 * period.days(from: row.placement.from, until: row.placement.until) > period.days {
                isCovered[t] = true
                if posts[p][t] == nil { posts[p][t] = k }
            }
        }
        (self.posts, self.isCovered) = (posts, isCovered)
    }

    /// The post it has a person in; nil: none.
    public func post(person: Int, period: Int) -> Int? { posts[person][period] }
}
