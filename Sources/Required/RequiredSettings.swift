// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// What a required workforce is worked out with: assumptions that somebody answers for, and how long is searched.
public struct RequiredSettings: Sendable, Equatable, Encodable {
    /// The share of contracted hours that goes to leave, sickness and training.
    public var headroom = 0.22
    /// The share of a session's time for contacts that a roster fills: contacts and people are whole, and never come
    /// out even.
    public var fill = 0.9
    /// The share of weekend days, of those on which they are not away, on which people work: 0.5 is every other weekend.
    public var weekends = 0.5
    /// The smallest contract, and by which steps posts are had, in whole-time equivalents.
    public var step = 0.2
    /// Pounds that a sign-off beyond the usual ones of a kind of post costs, each time it is given.
    public var signOff = 300.0
    /// After how many months a sign-off is given anew whose competency has no such time of its own.
    public var signOffMonths = 36
    /// Nodes of the search tree after which the search ends: the same number gives the same result everywhere.
    public var nodes = 300
    /// The distance between cost and bound, as a share, at which the search ends.
    public var gap = 0.002

    /// The usual settings.
    public init() {}

    enum CodingKeys: String, CodingKey {
        case headroom, fill, weekends, step
        case signOff = "sign_off_pounds"
        case signOffMonths = "sign_off_months"
        case nodes, gap
    }

    /// The share of contracted hours in which people are there.
    var available: Double { 1 - headroom }

    /// Where the search ends.
    var limits: SolveLimits { SolveLimits(nodes: nodes, relativeGap: gap) }
}
