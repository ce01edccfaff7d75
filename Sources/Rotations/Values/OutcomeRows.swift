// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A row of `sequences.csv` with the days that it states for its period.
public struct SequenceLine: Sendable, Hashable {
    /// Where somebody is in a period.
    public var row: SequenceRow
    /// The first day of the period.
    public var from: CalendarDay
    /// The last day of the period.
    public var until: CalendarDay

    /// A row.
    public init(_ row: SequenceRow, from: CalendarDay, until: CalendarDay) {
        self.row = row
        self.from = from
        self.until = until
    }
}

/// A row of `filled.csv`: what a post has in a period, and should have.
public struct FilledRow: Sendable, Equatable {
    /// The post.
    public var post: String
    /// The number of the period, from 1.
    public var period: Int
    /// Whole-time equivalents there.
    public var wte: Double
    /// What it should have.
    public var amounts: PostAmounts
    /// Blocks that begin in it.
    public var begun: Int

    /// A row.
    public init(post: String, period: Int, wte: Double, amounts: PostAmounts, begun: Int) {
        self.post = post
        self.period = period
        self.wte = wte
        self.amounts = amounts
        self.begun = begun
    }
}

/// Why a post lacks somebody in a period, tested on that period alone with the rest of the plan as it stands.
public enum UnfilledReason: String, Sendable, CaseIterable, Codable {
    /// Nobody who is there may hold it then.
    case nobodyMay = "nobody-may"
    /// Somebody who may is without a post, or a move would save money: rules or an unfinished search stop it.
    case rules
    /// Whoever may hold it is worth more where they are.
    case nobodyFree = "nobody-free"
}

/// A row of `unfilled.csv`: what a post lacks in a period, and why.
public struct UnfilledRow: Sendable, Equatable {
    /// The post.
    public var post: String
    /// The number of the period, from 1.
    public var period: Int
    /// Whole-time equivalents missing from the minimum.
    public var missingMinimum: Double
    /// Whole-time equivalents missing from the target.
    public var missingTarget: Double
    /// Why.
    public var reason: UnfilledReason

    /// A row.
    public init(
        post: String, period: Int, missingMinimum: Double, missingTarget: Double, reason: UnfilledReason
    ) {
        self.post = post
        self.period = period
        self.missingMinimum = missingMinimum
        self.missingTarget = missingTarget
        self.reason = reason
    }
}

/// A row of `gained.csv`: what somebody has learnt, and from which period on they hold it.
public struct GainedRow: Sendable, Hashable {
    /// Who.
    public var staff: String
    /// The competency and the level.
    public var need: Need
    /// The number of the first period at whose beginning it is held.
    public var period: Int

    /// A row.
    public init(staff: String, need: Need, period: Int) {
        self.staff = staff
        self.need = need
        self.period = period
    }
}
