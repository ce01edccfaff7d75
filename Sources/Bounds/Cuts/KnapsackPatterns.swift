// SPDX-License-Identifier: GPL-3.0-or-later

/// What fits into a session: so many contacts of each length, and supervision in what is left.
///
/// Sessions of equal length with the same lengths of contact wanted have the same patterns, so that a week of
/// thousands of sessions has a few dozen of these.
struct KnapsackPatterns: Sendable {
    /// What tells one set of patterns from another.
    struct Kind: Sendable, Hashable {
        /// Minutes to fill.
        var capacity: Double
        /// Minutes of a contact, ascending and above 0.
        var weights: [Double]
        /// The most contacts of each length.
        var limits: [Int]
        /// The most minutes of supervision; 0 where there is none to give.
        var filler: Double
    }

    /// Numbers a pattern has: a count for each length and, where there is supervision, its share of the capacity.
    let width: Int
    /// The patterns that no other contains, one after the other.
    let values: [Double]

    var count: Int { width == 0 ? 0 : values.count / width }

    /// Patterns beyond which a kind is given up, and steps of their enumeration.
    static let most = 1_500
    static let mostSteps = 100_000
    /// Minutes by which rounding may make a pattern too long; one too many costs strength, one missing the proof.
    static let allowance = 1e-6

    /// Nil where there are too many.
    init?(_ kind: Kind) {
        var enumeration = Enumeration(kind)
        guard enumeration.run() else { return nil }
        width = enumeration.width
        values = enumeration.values
    }

    private struct Enumeration {
        let kind: Kind
        let width: Int
        var values: [Double] = []
        private var counts: [Int]
        private var steps = 0

        init(_ kind: Kind) {
            self.kind = kind
            width = kind.weights.count + (kind.filler > 0 ? 1 : 0)
            counts = [Int](repeating: 0, count: kind.weights.count)
        }

        mutating func run() -> Bool {
            fill(kind.weights.count - 1, kind.capacity + KnapsackPatterns.allowance)
        }

        /// Chooses counts from the longest contacts to the shortest; false where that becomes too much.
        private mutating func fill(_ item: Int, _ left: Double) -> Bool {
            steps += 1
            guard steps <= KnapsackPatterns.mostSteps else { return false }
            guard item >= 0 else { return take(left) }
            let weight = kind.weights[item]
            let fitting = min(kind.limits[item], Int((left / weight).rounded(.down)))
            for count in stride(from: fitting, through: 0, by: -1) {
                counts[item] = count
                let rest = left - Double(count) * weight
                // Another of these would fit whatever shorter ones there are: contained in a pattern above.
                if item == 0, count < fitting, rest - weight >= kind.filler { break }
                guard fill(item - 1, rest) else { return false }
            }
            counts[item] = 0
            return true
        }

        /// Keeps the pattern unless another contact fits without taking from the supervision.
        private mutating func take(_ left: Double) -> Bool {
            for item in counts.indices
            where counts[item] < kind.limits[item] && left - kind.weights[item] >= kind.filler {
                return true
            }
            values += counts.map(Double.init)
            if kind.filler > 0 { values.append(min(kind.filler, left) / kind.capacity) }
            return values.count <= KnapsackPatterns.most * width
        }
    }
}
