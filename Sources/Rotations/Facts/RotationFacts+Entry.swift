// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Periods in a post in which a need is learnt.
public struct WayToGain: Sendable, Equatable {
    /// The post.
    public let post: Int
    /// Periods to be spent there.
    public let periods: Int
}

extension RotationFacts {
    /// Whether a person holds a need by a sign-off on a period's first day.
    public func isSignedOff(person: Int, _ need: Need, period: Int) -> Bool {
        qualifications[person].holds([need], on: periods[period].first)
    }

    /// The posts in which a need is learnt, at its level or above, each with the fewest periods it takes there.
    public func waysToGain(_ need: Need) -> [WayToGain] {
        rotation.posts.enumerated().compactMap { k, post in
            post.develops.filter { $0.need.competency == need.competency && $0.need.level >= need.level }
                .map(\.periods).min().map { WayToGain(post: k, periods: $0) }
        }
    }

    /// Periods that a person has spent in a post before the programme.
    public func periodsBefore(person: Int, post: Int) -> Int {
        startPost[person] == post ? rotation.people[person].startPeriods : 0
    }

    /// Periods that a person has spent in a post before a period, those before the programme with them.
    ///
    /// - Parameter posts: The person's post in each period.
    public func periodsSpent(person: Int, post: Int, before period: Int, in posts: [Int?]) -> Int {
        periodsBefore(person: person, post: post) + posts[..<period].count { $0 == post }
    }

    /// Whether a person has learnt a need in the programme before a period.
    ///
    /// - Parameter posts: The person's post in each period.
    public func isGained(person: Int, _ need: Need, before period: Int, in posts: [Int?]) -> Bool {
        waysToGain(need).contains {
            periodsSpent(person: person, post: $0.post, before: period, in: posts) >= $0.periods
        }
    }
}
