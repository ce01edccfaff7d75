// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of the policy in week.yaml: its key, what it means, and what stands there. Whoever reads, writes,
/// documents or tries policies goes by these.
public struct PolicyLine: Sendable {
    /// What stands under a key.
    public enum Content: Sendable {
        /// One figure.
        case figure(PolicyFigure)
        /// Several figures with keys of their own.
        case figures([(key: String, figure: PolicyFigure)])
        /// The kinds of role that are to be accompanied.
        case accompanied
        /// The thresholds of low utilisation, with roles as further keys.
        case lowUtilisation
        /// The rungs of the ladder, in the order in which people are called.
        case ladder
    }

    /// The key.
    public let key: String
    /// What it means, as a sentence.
    public let meaning: String
    /// What stands there.
    public let content: Content

    init(_ key: String, _ meaning: String, _ content: Content) {
        (self.key, self.meaning, self.content) = (key, meaning, content)
    }

    init(_ key: String, _ meaning: String, _ figure: PolicyFigure) {
        self.init(key, meaning, .figure(figure))
    }

    init(_ key: String, _ meaning: String, _ figures: [(key: String, figure: PolicyFigure)]) {
        self.init(key, meaning, .figures(figures))
    }

    /// Its figures; none where something else stands there.
    public var figures: [PolicyFigure] {
        switch content {
        case .figure(let figure): [figure]
        case .figures(let figures): figures.map(\.figure)
        case .accompanied, .lowUtilisation, .ladder: []
        }
    }
}

/// A figure of the policy: where it is, in what range and unit. Its default is that of `Policy`.
public enum PolicyFigure: Sendable {
    /// The place of a figure in the policy.
    public typealias Path<Value> = WritableKeyPath<Policy, Value> & Sendable

    /// What a figure counts.
    public enum Unit: String, Sendable {
        case pounds
        case share = "a share of pay"
        case timesPlainRate = "times plain rate"
        case timesEarlyCall = "times an early call"
        case hours, minutes, sessions, days, weeks
    }

    /// Pounds for a unit of a price term.
    case weight(Path<Double>)
    /// A number.
    case number(Path<Double>, ClosedRange<Double>, Unit)
    /// A whole number.
    case count(Path<Int>, ClosedRange<Int>, Unit)
    /// The most of something; nil: no limit.
    case most(Path<Double?>, ClosedRange<Double>, Unit)
    /// The most pounds spent in the weeks planned; nil: no cap.
    case cap(Path<Double?>)

    /// The weights and caps that can be said.
    public static let pounds = (weight: 0.0...1_000_000, cap: 0.0...1_000_000_000)
}
