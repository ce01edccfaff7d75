// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import Wording

/// A number that is not known, given as `{low: 1.05, high: 1.25, confidence: 0.8}`: a normal distribution of which that
/// central share lies between the two, cut at 0.
public struct Interval: Sendable, Equatable {
    /// Where in its overlay it stands: `demand.1.factor`.
    public let path: String
    /// Where in the file it stands.
    let place: Place
    /// The ends.
    public let low, high: Double
    /// The share of cases that lie between them.
    public let confidence: Double

    /// The keys of one.
    static let keys = ["low", "high", "confidence"]

    /// What is taken for it where nothing is drawn.
    public var middle: Double { (low + high) / 2 }

    /// The number in one of the draws of a seed: the same in every scenario that has the overlay.
    func drawn(_ number: Int, seed: UInt64, of overlay: String) -> Double {
        var random = SeededRandom(seed: seed, for: "interval \(overlay) \(path)", number)
        let width = (high - low) / 2 / NormalDistribution.value(at: (1 + confidence) / 2)
        return max(0, middle + width * NormalDistribution.value(at: random.fineShare()))
    }
}

extension YAMLNode {
    /// The document with a number in the place of each interval.
    ///
    /// - Parameter number: The number for an interval with a path and place; nil leaves it as it stands.
    func replacingIntervals(
        at path: String = "", _ number: (_ node: YAMLNode, _ path: String) -> Double?
    ) -> YAMLNode {
        switch kind {
        case .scalar: return self
        case .sequence(let items):
            let replaced = items.enumerated().map { place, item in
                item.replacingIntervals(at: Self.path(path, String(place + 1)), number)
            }
            return YAMLNode(kind: .sequence(replaced), place: place)
        case .mapping(let pairs):
            if isInterval, let value = number(self, path), let text = Self.text(value) {
                return YAMLNode(kind: .scalar(text, quoted: false), place: place)
            }
            let replaced = pairs.map { pair in
                (
                    key: pair.key,
                    value: pair.value.replacingIntervals(at: Self.path(path, pair.key.text), number)
                )
            }
            return YAMLNode(kind: .mapping(replaced), place: place)
        }
    }

    private static func path(_ path: String, _ step: String) -> String {
        path.isEmpty ? step : path + "." + step
    }

    /// A drawn number as somebody would have written it.
    private static func text(_ value: Double) -> String? { Decimals.text(value, atLeast: 0, atMost: 6) }

    /// Whether the mapping gives the ends of an interval.
    private var isInterval: Bool {
        guard case .mapping(let pairs) = kind else { return false }
        return ["low", "high"].allSatisfy { end in pairs.contains { $0.key.text == end } }
    }
}
