// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// Offers every plan to the other scenarios, so that none has a dearer one than is known, and raises bounds by what is
/// proved of looser weeks. After that nothing that is tighter looks cheaper.
struct SharedPlans {
    private(set) var runs: [ScenarioRun]
    private let version: String

    /// Pounds below which two prices are one.
    static let least = 0.005
    /// How often plans are offered that came of offers themselves.
    private static let rounds = 4

    init(_ runs: [ScenarioRun], version: String) { (self.runs, self.version) = (runs, version) }

    /// Offers plans until none is taken any more, then raises bounds.
    mutating func share() throws(ScenarioError) {
        var offered = Set(runs.indices)
        for _ in 0..<Self.rounds where !offered.isEmpty {
            let taken = takenUp(offered)
            offered = []
            for (place, taken) in zip(runs.indices, taken) {
                guard let taken else { continue }
                try RunTask.audit(taken.plan, of: runs[place].week, name: runs[place].name)
                runs[place].plan = taken.plan
                runs[place].from = taken.from
                offered.insert(place)
            }
        }
        raiseBounds()
    }

    private struct Taken: Sendable {
        let plan: Plan
        let from: String
    }

    /// The best of the offered plans for each run, where it is cheaper than its own. Runs of one week share a model.
    private func takenUp(_ offered: Set<Int>) -> [Taken?] {
        var groups: [[Int]] = []
        for place in runs.indices {
            if let group = groups.firstIndex(where: { runs[$0[0]].isAlike(runs[place]) }) {
                groups[group].append(place)
            } else {
                groups.append([place])
            }
        }
        let (all, version, weeks) = (runs, version, groups)
        let isLarge = all.contains { ModelSize(Instance($0.week)).contacts > PlanAtHand.columnsAtOnce }
        let found = inParallel(weeks.count, inTurn: isLarge) { group -> [(place: Int, taken: Taken)] in
            let places = weeks[group]
            guard places.contains(where: { !Self.offers(to: $0, offered, all).isEmpty }) else { return [] }
            let planner = NearbyPlanner(WeeklyModel(Instance(all[places[0]].week)))
            return places.compactMap { place in
                Self.best(Self.offers(to: place, offered, all), for: all[place], planner, version).map {
                    (place, $0)
                }
            }
        }
        var best = [Taken?](repeating: nil, count: all.count)
        for (place, taken) in found.joined() { best[place] = taken }
        return best
    }

    /// The plans of other scenarios of the same base and replicate.
    private static func offers(
        to place: Int, _ offered: Set<Int>, _ runs: [ScenarioRun]
    ) -> [ScenarioRun] {
        let run = runs[place]
        return runs.indices.filter { other in
            offered.contains(other) && runs[other].base.name == run.base.name
                && runs[other].replicate == run.replicate && runs[other].scenario != run.scenario
                && runs[other].plan.rows != run.plan.rows
        }.map { runs[$0] }
    }

    private static func best(
        _ offers: [ScenarioRun], for run: ScenarioRun, _ planner: NearbyPlanner, _ version: String
    ) -> Taken? {
        var best: (plan: NearbyPlan, from: String)?
        var price = run.price - least
        for offer in offers {
            let plan = planner.takingOver(offer.plan.rows)
            guard plan.objective < price else { continue }
            price = plan.objective
            best = (plan, offer.from ?? offer.scenario)
        }
        return best.map {
            let origin = PlanOrigin(version: version, inputs: run.base.inputs)
            return Taken(plan: $0.plan.plan(origin: origin, bound: run.bound), from: $0.from)
        }
    }

    // MARK: Bounds

    /// What is proved of a week holds for the same week in other replicates, and for weeks that allow no more.
    private mutating func raiseBounds() {
        var isRaised = true
        while isRaised {
            isRaised = false
            for place in runs.indices {
                for other in runs.indices
                where runs[other].bound > runs[place].bound && isProved(place, by: other) {
                    runs[place].bound = runs[other].bound
                    isRaised = true
                }
            }
        }
    }

    private func isProved(_ place: Int, by other: Int) -> Bool {
        let (run, looser) = (runs[place], runs[other])
        guard run.base.name == looser.base.name else { return false }
        return run.isAlike(looser) || Relaxation.holds(of: run, by: looser)
    }
}
