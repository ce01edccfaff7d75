// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts that are worth having together: of those offered, the best first, each that is not nearly parallel to one
/// taken before.
///
/// Rows that say nearly the same slow a relaxation down and lift it no further.
public struct CutSelection {
    /// What was taken, in the order offered.
    public private(set) var cuts: [Cut] = []
    private let most: Int
    private let mostCosine: Double
    private var lengths: [Double] = []
    /// The terms taken, by column: which cut, and the coefficient.
    private var terms: [Int32: [(cut: Int, coefficient: Double)]] = [:]
    private var products: [Double] = []

    /// - Parameters:
    ///   - most: How many are taken at most.
    ///   - mostCosine: The cosine of the angle between two above which the second is left out.
    public init(atMost most: Int, mostCosine: Double = 0.9) {
        self.most = most
        self.mostCosine = mostCosine
    }

    /// Whether no more are taken.
    public var isFull: Bool { cuts.count >= most }

    /// Takes a cut, unless there are enough or one nearly like it is there.
    public mutating func add(_ cut: Cut) {
        let length = cut.coefficients.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard !isFull, length > 0 else { return }
        for index in products.indices { products[index] = 0 }
        for (column, coefficient) in zip(cut.columns, cut.coefficients) {
            for term in terms[column] ?? [] { products[term.cut] += coefficient * term.coefficient }
        }
        let isAlike = products.indices.contains {
            products[$0] > mostCosine * length * lengths[$0]
        }
        guard !isAlike else { return }
        for (column, coefficient) in zip(cut.columns, cut.coefficients) {
            terms[column, default: []].append((cuts.count, coefficient))
        }
        cuts.append(cut)
        lengths.append(length)
        products.append(0)
    }
}
