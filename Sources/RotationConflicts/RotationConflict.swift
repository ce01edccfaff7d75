// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Periods in which rules leave no plan a choice, and rules that do so together.
public struct RotationConflict: Sendable, Equatable {
    /// The periods, ascending.
    public let periods: [Int]
    /// The rules. None can be left out: with any one of them thought away there would be a choice in each of the periods.
    public let rules: [KeepingRule]

    /// The rules in words: `bands (…) and templates (…)`.
    public var words: String { Naming.list(rules.map(\.words)) }

    /// Their numbers in words: `period 4`, `periods 2, 4 to 6 and 8`.
    public var span: String {
        var runs: [ClosedRange<Int>] = []
        for period in periods {
            if let last = runs.last, last.upperBound == period - 1 {
                runs[runs.count - 1] = last.lowerBound...period
            } else {
                runs.append(period...period)
            }
        }
        let words = runs.map {
            $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1) to \($0.upperBound + 1)"
        }
        return (periods.count == 1 ? "period " : "periods ") + Naming.list(words)
    }
}

/// What was found of some people and posts.
public struct FoundConflicts: Sendable, Equatable {
    /// Of each person who has any.
    public internal(set) var people: [Int: [RotationConflict]] = [:]
    /// Of each post that has any.
    public internal(set) var posts: [Int: [RotationConflict]] = [:]
    /// Whether all of it was looked at; what is there holds in any case, but there may be more.
    public internal(set) var isWhole = true
}
