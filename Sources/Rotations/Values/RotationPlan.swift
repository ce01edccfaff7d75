// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is in which post in which period; the price and what is proved of it stand elsewhere.
public struct RotationPlan: Sendable, Hashable {
    /// The position of each person's post in each period, people and posts in the order of their files, periods
    /// from 0; nil: without a post, or not there.
    public var posts: [[Int?]]

    /// A plan of those posts.
    public init(posts: [[Int?]]) {
        self.posts = posts
    }

    /// The rows of the plan's `sequences.csv`: of present people only, unplaced ones without a post.
    public func rows(_ facts: RotationFacts) -> [SequenceRow] {
        facts.rotation.people.enumerated().flatMap { p, person in
            facts.presentPeriods[p].map { t in
                SequenceRow(
                    staff: person.id, period: t + 1, post: posts[p][t].map { facts.rotation.posts[$0].id })
            }
        }
    }
}

/// A row of `sequences.csv`: where somebody is in a period.
public struct SequenceRow: Sendable, Hashable {
    /// Who.
    public var staff: String
    /// The number of the period, from 1.
    public var period: Int
    /// The post; nil: unplaced.
    public var post: String?

    /// A row.
    public init(staff: String, period: Int, post: String?) {
        self.staff = staff
        self.period = period
        self.post = post
    }
}
