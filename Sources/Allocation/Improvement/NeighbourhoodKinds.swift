// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// How often each kind of neighbourhood is looked at: by what came of it lately.
struct NeighbourhoodKinds: Sendable {
    /// Pounds gained and units of work, the latest counting most.
    private struct Record: Sendable {
        var pounds = 0.0
        var work = 0.0
    }

    private var records = NeighbourhoodChooser.Kind.allCases.map { _ in Record() }

    /// How much of what was counted is left after another programme.
    private static let fading = 0.98
    /// The least weight of a kind beside the best one's, so that each is tried now and then.
    private static let leastWeight = 0.1

    /// A kind at random, by the pounds that it gained for its work.
    mutating func next(_ random: inout SeededRandom) -> NeighbourhoodChooser.Kind {
        let rates = records.map { $0.work > 0 ? $0.pounds / $0.work : 0 }
        let most = rates.max() ?? 0
        let weights = rates.map { Self.leastWeight + (most > 0 ? $0 / most : 1) }
        return NeighbourhoodChooser.Kind.allCases[random.index(weights: weights)]
    }

    /// Counts what came of a programme.
    mutating func learn(_ kind: NeighbourhoodChooser.Kind, gain: Double, work: Double) {
        records[kind.rawValue].pounds = Self.fading * records[kind.rawValue].pounds + gain
        records[kind.rawValue].work = Self.fading * records[kind.rawValue].work + work
    }
}

extension NeighbourhoodChooser.Kind {
    /// People whom a neighbourhood frees. What makes a programme hard is how many people may go to the same place, and
    /// that hardly depends on the size of the roster.
    var people: Int {
        switch self {
        case .teamDay, .unmetLine, .partOfWeek: 6
        case .teamSession: 16
        case .relatedDay: 5
        case .relatedWeek: 3
        }
    }
}
