// SPDX-License-Identifier: GPL-3.0-or-later

/// What fits into a knapsack: so many items of each weight, and a filler that need not be whole in what is left.
///
/// Knapsacks of one capacity with the same items have the same patterns: thousands of people's sessions, into which
/// contacts and supervision go, have a few dozen of these.
public struct KnapsackPatterns: Sendable {
    /// What tells one set of patterns from another.
    public struct Kind: Sendable, Hashable {
        /// What is to be filled.
        public var capacity: Double
        /// Weights of the items, ascending and above 0.
        public var weights: [Double]
        /// The most items of each weight.
        public var limits: [Int]
        /// The most of the filler; 0 where there is none.
        public var filler: Double

        /// A kind of knapsack.
        public init(capacity: Double, weights: [Double], limits: [Int], filler: Double) {
            (self.capacity, self.weights, self.limits, self.filler) = (capacity, weights, limits, filler)
        }
    }

    /// Numbers a pattern has: a count for each weight and, where there is a filler, its share of the capacity.
    public let width: Int
    /// The patterns that no other contains, one after the other.
    public let values: [Double]

    /// How many there are.
    public var count: Int { width == 0 ? 0 : values.count / width }

    /// Patterns beyond which a kind is given up, and steps of their enumeration.
    static let most = 1_500
    static let mostSteps = 100_000
    /// How much too heavy rounding may make a pattern; one too many costs strength, one missing the proof.
    public static let allowance = 1e-6

    /// Nil where there are too many.
    public init?(_ kind: Kind) {
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

        /// Chooses counts from the heaviest items to the lightest; false where that becomes too much.
        private mutating func fill(_ item: Int, _ left: Double) -> Bool {
            steps += 1
            guard steps <= KnapsackPatterns.mostSteps else { return false }
            guard item >= 0 else { return take(left) }
            let weight = kind.weights[item]
            let fitting = min(kind.limits[item], Int((left / weight).rounded(.down)))
            for count in stride(from: fitting, through: 0, by: -1) {
                counts[item] = count
                let rest = left - Double(count) * weight
                // Another of these would fit whatever lighter ones there are: contained in a pattern above.
                if item == 0, count < fitting, rest - weight >= kind.filler { break }
                guard fill(item - 1, rest) else { return false }
            }
            counts[item] = 0
            return true
        }

        /// Keeps the pattern unless another item fits without taking from the filler.
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
