// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A frontier for programs, in `results.json`.
struct FrontierDocument: Encodable {
    struct Point: Encodable {
        let cap: Double?
        let agencyPounds, unmetHours, boundHours, allUnmetHours, workforceCost: Double
        let isDominated: Bool
        let planOf: String
    }

    struct Today: Encodable {
        let agencyPounds, unmetHours: Double
    }

    struct Slope: Encodable {
        let from, to, hours: Double
        let low, high: Double?
        let verdict: String
        let reason: String?
    }

    let base, scenario: String
    let of: String
    let against: [String]
    let poundsAMinute: Double
    let today: Today?
    let points: [Point]
    let slopes: [Slope]

    init(_ frontier: Frontier) {
        (base, scenario) = (frontier.base, frontier.scenario)
        of = FrontierRequest.Means.agency.rawValue
        against = frontier.priorities.map(\.rawValue)
        poundsAMinute = frontier.pounds
        today = frontier.today.map { Today(agencyPounds: $0.pounds, unmetHours: $0.unmetHours) }
        points = frontier.points.map { point in
            Point(
                cap: point.cap, agencyPounds: point.pounds, unmetHours: point.unmetHours,
                boundHours: point.boundHours, allUnmetHours: point.allUnmetHours,
                workforceCost: point.workforceCost, isDominated: point.isDominated, planOf: point.planOf)
        }
        slopes = frontier.slopes.map { slope in
            Slope(
                from: slope.from, to: slope.to, hours: slope.hours, low: slope.range?.lowerBound,
                high: slope.range?.upperBound, verdict: slope.verdict.rawValue, reason: slope.reason)
        }
    }
}
