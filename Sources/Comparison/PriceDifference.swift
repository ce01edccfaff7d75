// SPDX-License-Identifier: GPL-3.0-or-later

/// What the prices of a rota in use and of a plan beside it show, and what lies within the error of the searches that
/// found them.
///
/// The error is what the proofs leave open: the contacts of the rota may be above the best for it, and a plan that a
/// search came to above the cheapest there is. Nothing is said of a difference that this could turn round.
public enum PriceDifference: Sendable, Equatable {
    /// The prices are the same, and neither could be lower.
    case same
    /// The plan is cheaper by so many pounds as found, and by so many whatever contacts the rota is given.
    case better(found: Double, atLeast: Double)
    /// The plan is dearer by so many pounds as found, and by so many whatever plan is found.
    case worse(found: Double, atLeast: Double)
    /// The prices differ by less than a longer search of either could change.
    case notShown(found: Double, error: Double)

    /// Pounds below which two prices are one.
    private static let least = 0.005

    /// What two prices show.
    ///
    /// - Parameters:
    ///   - today: Pounds of the rota with the contacts found.
    ///   - aboveBest: Pounds by which those are at most above the best for it.
    ///   - plan: Pounds of the plan.
    ///   - bound: Pounds that no plan is below; nil where the plan is one that somebody has, which is what it is.
    public init(today: Double, aboveBest: Double, plan: Double, bound: Double?) {
        let saving = today - plan
        let slack = bound.map { max(0, plan - $0) } ?? 0
        if saving >= Self.least {
            self =
                saving - aboveBest >= Self.least
                ? .better(found: saving, atLeast: saving - aboveBest)
                : .notShown(found: saving, error: aboveBest)
        } else if saving <= -Self.least {
            self =
                -saving - slack >= Self.least
                ? .worse(found: -saving, atLeast: -saving - slack)
                : .notShown(found: saving, error: slack)
        } else {
            self =
                max(aboveBest, slack) < Self.least ? .same : .notShown(found: 0, error: max(aboveBest, slack))
        }
    }

    /// Whether a difference, or that there is none, is shown.
    public var isShown: Bool {
        if case .notShown = self { return false }
        return true
    }

    /// What the prices show, in words; without a full stop.
    func words(_ pounds: (Double) -> String) -> String {
        switch self {
        case .same: return "The plan costs the same as today's rota"
        case .better(let found, let least):
            return "By the week's weights the plan is \(pounds(found)) better than today's rota"
                + Self.atLeast(found, least, pounds)
        case .worse(let found, let least):
            return "By the week's weights the plan is \(pounds(found)) worse than today's rota"
                + Self.atLeast(found, least, pounds)
        case .notShown(let found, let error):
            let side = found >= Self.least ? "cheaper" : "dearer"
            let differ = abs(found) < Self.least ? "cost the same" : "differ by \(pounds(abs(found)))"
            let which = abs(found) < Self.least ? "" : ", the plan the \(side)"
            return
                "No difference shown: as found they \(differ)\(which), and a longer search could change that by "
                + "up to \(pounds(error))"
        }
    }

    private static func atLeast(_ found: Double, _ least: Double, _ pounds: (Double) -> String) -> String {
        found - least < Self.least ? "" : " as found, and at least \(pounds(least)) however long is searched"
    }
}
