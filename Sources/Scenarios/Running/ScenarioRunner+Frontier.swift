// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The points of a frontier: runs like those of scenarios, each from the base's plan of its replicate, with what is otherwise
/// in the frontier's scenario, its weights and a cap on agency.
extension ScenarioRunner {
    /// The runs of all points.
    ///
    /// - Parameters:
    ///   - pairs: Which bases and replicates there are.
    ///   - starts: The base's plan of each; nil: it is not done.
    ///   - done: What was run before, the base among it.
    func frontier(
        _ pairs: [(base: Int, replicate: Int)], _ starts: [(plan: Plan, key: String)?],
        _ done: [(RunTask?, RunRecord?)], _ counter: RunCounter
    ) async throws(ScenarioError) -> [(RunTask?, RunRecord?)] {
        guard let request = file.frontier else { return [] }
        var (weights, scenario): ([FrontierWeight?], [ScenarioSteps]) = ([], [])
        for base in bases.indices {
            // What it draws, it draws once: there is one replicate then.
            let task = try task(base, request.scenario, 1, start: nil, agencyPay: nil)
            weights.append(FrontierWeight(task.week, request.priorities))
            scenario.append(task.steps)
        }
        func run(_ caps: [[FrontierCap]]) async throws(ScenarioError) -> [(RunTask?, RunRecord?)] {
            var tasks: [RunTask?] = []
            for place in 0..<(caps.map(\.count).max() ?? 0) {
                for (pair, start) in zip(pairs, starts) where place < caps[pair.base].count {
                    guard let weight = weights[pair.base] else { continue }
                    let cap = caps[pair.base][place]
                    guard let start else {
                        tasks.append(nil)
                        continue
                    }
                    var task = try task(
                        pair.base, cap.name, cap.steps(weight, after: scenario[pair.base]), pair.replicate,
                        start: start)
                    task.point = cap
                    tasks.append(task)
                }
            }
            return zip(tasks, try await records(tasks, counter)).map { ($0, $1) }
        }
        let free = try await run(bases.map { _ in [.none] })
        // Where not all of them are done nobody knows which caps are to be tried.
        guard free.allSatisfy({ $0.1 != nil }) else { return free }
        let caps = zip(bases, weights).map { base, weight in
            guard let weight else { return [FrontierCap]() }
            let plans = (done + free).compactMap { task, record -> FrontierPlan? in
                guard let task, let record, task.base.name == base.name,
                    task.point != nil || task.scenario == request.scenario.name
                else { return nil }
                return FrontierPlan(ScenarioRun(task, plan(record, base, task.week)), weight)
            }
            guard let best = FrontierPlan.best(of: plans) else { return [] }
            return FrontierCap.below(best.pounds, points: request.points)
        }
        let points = free + (try await run(caps))
        return points + (try await second(points, weights, scenario, counter))
    }

    /// Sees to all other care in points whose plan is not the cheapest there is: the minutes named outweigh all else there, so
    /// that a search in a large week has an eye for nothing else. From each point's plan another is made for as long, with
    /// weights under which other care matters, too. It is no run of the point: its plan is offered to the point, as to every
    /// scenario beside it, and taken where it leaves no more of the minutes unmet and is better besides.
    private func second(
        _ points: [(RunTask?, RunRecord?)], _ weights: [FrontierWeight?], _ scenario: [ScenarioSteps],
        _ counter: RunCounter
    ) async throws(ScenarioError) -> [(RunTask?, RunRecord?)] {
        var tasks: [RunTask?] = []
        for case (let first?, let record?) in points where record.status != .optimal {
            guard let base = bases.firstIndex(where: { $0.name == first.base.name }),
                let weight = weights[base], let cap = first.point
            else { continue }
            tasks.append(
                try task(
                    base, cap.secondName, cap.secondSteps(weight, after: scenario[base]), first.replicate,
                    start: (plan: plan(record, first.base, first.week), key: record.key)))
        }
        counter.expect(tasks.count)
        return zip(tasks, try await records(tasks, counter)).map { ($0, $1) }
    }
}
