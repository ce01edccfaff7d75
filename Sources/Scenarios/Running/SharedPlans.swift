// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// Offers plans to other scenarios, so that none has a dearer one than is known, and raises bounds by what is proved of
/// looser weeks. After that nothing that is tighter looks cheaper.
///
/// Up to `mostPeers` scenarios are offered all plans of each other. Of more each is offered those of the base, of its
/// neighbours in the order of the file, and the cheapest plan of a tighter week, so that the work grows with the number of
/// scenarios and not with its square.
struct SharedPlans {
    private(set) var runs: [ScenarioRun]
    /// Whether all was offered, and nobody stopped it.
    private(set) var isComplete = true
    private let version: String
    private let isStopped: @Sendable () -> Bool
    private let kinship: RunKinship

    /// Pounds below which two prices are one.
    static let least = 0.005
    /// How many other scenarios' plans each is offered.
    static let mostPeers = 40
    /// How often plans are offered that came of offers themselves; after that only those of tighter weeks are.
    private static let rounds = 4

    init(_ runs: [ScenarioRun], version: String, isStopped: @escaping @Sendable () -> Bool = { false }) {
        (self.runs, self.version, self.isStopped) = (runs, version, isStopped)
        kinship = RunKinship(runs)
    }

    /// Offers plans until none is taken any more, then raises bounds.
    mutating func share() throws(ScenarioError) {
        let inTurn = isLarge
        var offered = Set(runs.indices)
        var round = 0
        while !offered.isEmpty {
            let taken = takenUp(offered, tighterAlone: round >= Self.rounds, inTurn: inTurn)
            offered = []
            for (place, taken) in zip(runs.indices, taken) {
                guard let taken else { continue }
                try RunTask.audit(taken.plan, of: runs[place].week, name: runs[place].name)
                runs[place].plan = taken.plan
                runs[place].from = taken.from
                offered.insert(place)
            }
            if isStopped() {
                isComplete = false
                break
            }
            round += 1
        }
        raiseBounds()
    }

    private struct Taken: Sendable {
        let plan: Plan
        let from: String
    }

    /// Whether models of several weeks at once would take too much memory.
    var isLarge: Bool {
        var largest: [Int: (place: Int, size: Int)] = [:]
        for (place, run) in runs.enumerated() {
            let size = run.week.demand.count * run.week.staff.count
            let base = kinship.base(of: place)
            if size > largest[base]?.size ?? -1 { largest[base] = (place, size) }
        }
        return largest.values.contains {
            ModelSize(Instance(runs[$0.place].week)).contacts > PlanAtHand.columnsAtOnce
        }
    }

    /// The best of the offered plans for each run, where it is cheaper than its own. Runs of one week share a model.
    private func takenUp(_ offered: Set<Int>, tighterAlone: Bool, inTurn: Bool) -> [Taken?] {
        let weeks = kinship.weeks
        let found = inParallel(weeks.count, inTurn: inTurn) { week -> [(place: Int, taken: Taken)] in
            let wanted = weeks[week].map { place in
                (place: place, offers: offers(to: place, offered, tighterAlone: tighterAlone))
            }
            guard wanted.contains(where: { !$0.offers.isEmpty }), !isStopped() else { return [] }
            let planner = NearbyPlanner(WeeklyModel(Instance(runs[weeks[week][0]].week)))
            return wanted.compactMap { place, offers in
                best(offers, for: runs[place], planner).map { (place, $0) }
            }
        }
        var all = [Taken?](repeating: nil, count: runs.count)
        for (place, taken) in found.joined() { all[place] = taken }
        return all
    }

    /// The runs of other scenarios of the same base and replicate whose plans a run is offered, each plan once.
    private func offers(to place: Int, _ offered: Set<Int>, tighterAlone: Bool) -> [Int] {
        var places = tighterAlone ? [] : kinship.near(place, most: Self.mostPeers)
        let tighter = kinship.tighter(than: place).filter(offered.contains)
        if let cheapest = tighter.min(by: { (runs[$0].price, $0) < (runs[$1].price, $1) }) {
            places.append(cheapest)
        }
        var offers: [Int] = []
        for other in places
        where offered.contains(other) && runs[other].plan.rows != runs[place].plan.rows
            && !offers.contains(where: { runs[$0].plan.rows == runs[other].plan.rows })
        {
            offers.append(other)
        }
        return offers
    }

    private func best(_ offers: [Int], for run: ScenarioRun, _ planner: NearbyPlanner) -> Taken? {
        var best: (plan: NearbyPlan, from: String)?
        var price = run.price - Self.least
        for offer in offers where !isStopped() {
            let plan = planner.takingOver(runs[offer].plan.rows)
            guard plan.objective < price else { continue }
            price = plan.objective
            best = (plan, runs[offer].from ?? runs[offer].scenario)
        }
        return best.map {
            let origin = PlanOrigin(version: version, inputs: run.base.inputs)
            return Taken(plan: $0.plan.plan(origin: origin, bound: run.bound), from: $0.from)
        }
    }

    // MARK: Bounds

    /// What is proved of a week holds for the same week in other replicates, and for weeks that allow no more.
    private mutating func raiseBounds() {
        var bounds = kinship.weeks.map { places in places.map { runs[$0].bound }.max() ?? 0 }
        kinship.raise(&bounds)
        for (week, places) in kinship.weeks.enumerated() {
            for place in places { runs[place].bound = bounds[week] }
        }
    }
}
