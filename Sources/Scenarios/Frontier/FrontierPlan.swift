// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A plan as a frontier sees it: minutes unmet of the priorities, then everything else that it is priced by.
struct FrontierPlan: Sendable {
    /// The run whose plan it is.
    let run: ScenarioRun
    /// Contact minutes of the priorities that it leaves unmet.
    let minutes: Int
    /// Pounds of booked agency, as the cap counts it.
    let pounds: Double
    /// Pounds of its price without those minutes.
    let rest: Double

    /// The plan of a run of the frontier's scenario, or of a point: of one week, but for a cap and the weights.
    init(_ run: ScenarioRun, _ weight: FrontierWeight) {
        self.run = run
        var (minutes, price) = (0, 0.0)
        for row in run.plan.unmet where weight.priorities.contains(row.priority) {
            minutes += row.contactMinutes
            price += Double(row.contactMinutes) * run.week.policy.unmetMinute(row.priority)
        }
        self.minutes = minutes
        rest = run.price - price
        pounds = run.plan.bookings.reduce(0) { $1.employment == .agency ? $0 + $1.cost : $0 }
    }

    /// Whether it keeps a cap: it costs no more for agency, or was made with a cap that is no looser.
    func keeps(_ cap: FrontierCap) -> Bool {
        guard let most = cap.pounds else { return true }
        // Of weeks that are partly over what was spent stays, whatever the cap.
        if let own = run.point?.pounds, own <= most { return true }
        return pounds <= most + 1e-6
    }

    /// The plan with the fewest minutes unmet; of equal ones that whose rest is cheapest, then the first.
    static func best(of plans: [FrontierPlan]) -> FrontierPlan? {
        func key(_ place: Int) -> (Int, Double, Int) {
            (plans[place].minutes, (plans[place].rest * 100).rounded(), place)
        }
        return plans.indices.min { key($0) < key($1) }.map { plans[$0] }
    }

    /// The plan with the lowest price; of equal ones the first replicate's.
    static func cheapest(of plans: [FrontierPlan]) -> FrontierPlan? {
        plans.min { ($0.run.price, $0.run.replicate) < ($1.run.price, $1.run.replicate) }
    }
}
