// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// How often each kind of neighbourhood is looked at, and how many people it frees: by what came of it lately.
struct NeighbourhoodKinds: Sendable {
    private struct Record: Sendable {
        var size: Int
        /// Pounds gained and units of work, the latest counting most.
        var pounds = 0.0
        var work = 0.0
        /// The share of programmes given up, likewise.
        var givenUp = 0.1
        /// Programmes since the size was changed.
        var sinceChange = 0
    }

    private var records = NeighbourhoodChooser.Kind.allCases.map { Record(size: $0.firstSize) }

    /// How much of what was counted is left after another programme.
    private static let fading = 0.98
    /// The least weight of a kind beside the best one's, so that each is tried now and then.
    private static let leastWeight = 0.1
    /// Programmes between two changes of a size.
    private static let patience = 20
    /// Shares of programmes given up above which a size is too large, and below which it may grow.
    private static let (tooMany, few) = (0.2, 0.05)
    /// People whom a neighbourhood frees.
    private static let sizes = 2...24

    /// People whom a neighbourhood of a kind frees now.
    func size(of kind: NeighbourhoodChooser.Kind) -> Int { records[kind.rawValue].size }

    /// A kind at random, by the pounds that it gained for its work.
    mutating func next(_ random: inout SeededRandom) -> NeighbourhoodChooser.Kind {
        let rates = records.map { $0.work > 0 ? $0.pounds / $0.work : 0 }
        let most = rates.max() ?? 0
        let weights = rates.map { Self.leastWeight + (most > 0 ? $0 / most : 1) }
        return NeighbourhoodChooser.Kind.allCases[random.index(weights: weights)]
    }

    /// Counts what came of a programme.
    mutating func learn(_ kind: NeighbourhoodChooser.Kind, gain: Double, work: Double, isGivenUp: Bool) {
        var record = records[kind.rawValue]
        record.pounds = Self.fading * record.pounds + gain
        record.work = Self.fading * record.work + work
        record.givenUp = 0.95 * record.givenUp + (isGivenUp ? 0.05 : 0)
        record.sinceChange += 1
        if record.sinceChange >= Self.patience, record.givenUp > Self.tooMany || record.givenUp < Self.few {
            let size = record.size + (record.givenUp > Self.tooMany ? -1 : 1)
            record.size = min(max(size, Self.sizes.lowerBound), Self.sizes.upperBound)
            record.givenUp = (Self.tooMany + Self.few) / 2
            record.sinceChange = 0
        }
        records[kind.rawValue] = record
    }
}

extension NeighbourhoodChooser.Kind {
    /// People whom a neighbourhood frees at first: so many that GLPK solves most programmes in a few hundredths of a
    /// second, at 12 people on the roster as at 120.
    fileprivate var firstSize: Int {
        switch self {
        case .teamDay, .unmetLine, .partOfWeek: 6
        case .teamSession: 8
        case .relatedDay: 5
        case .relatedWeek: 3
        }
    }
}
