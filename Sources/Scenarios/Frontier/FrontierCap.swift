// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Wording

/// How much may be spent on agency in a point of a frontier.
enum FrontierCap: Sendable, Hashable {
    /// Pounds at most.
    case pounds(Double)
    /// As much as there is.
    case none

    /// The pounds; nil: no cap.
    var pounds: Double? {
        switch self {
        case .pounds(let pounds): pounds
        case .none: nil
        }
    }

    /// What its runs are called.
    var name: String { "frontier \(pounds.map { "up to \(Show.pounds($0))" } ?? "without a cap")" }

    /// The programme of the point: what is otherwise in its scenario, weights that make the fewest minutes unmet the cheapest
    /// plan, and the cap.
    func steps(_ weight: FrontierWeight, after scenario: ScenarioSteps) -> ScenarioSteps {
        ScenarioSteps(scenario.changes + [weight.changes, [.policy(.agencyCap(pounds))]])
    }

    /// What the runs are called that see to other care.
    var secondName: String { "\(name), other care seen to" }

    /// The programme of the point with the weights of the second search.
    func secondSteps(_ weight: FrontierWeight, after scenario: ScenarioSteps) -> ScenarioSteps {
        ScenarioSteps(scenario.changes + [weight.secondChanges, [.policy(.agencyCap(pounds))]])
    }

    /// Caps in equal steps from nothing to so many pounds, those in between to the penny below; the last one is no cap, so
    /// that it is left out. Each once.
    ///
    /// - Parameter points: How many caps there are, no cap among them.
    static func below(_ pounds: Double, points: Int) -> [FrontierCap] {
        var caps: [FrontierCap] = []
        for place in 0..<(points - 1) {
            let cap = FrontierCap.pounds(ScenarioSteps.cap(Double(place) / Double(points - 1), of: pounds))
            if caps.last != cap { caps.append(cap) }
        }
        return caps
    }
}
