// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A frontier in sentences.
struct FrontierText {
    private let frontier: Frontier

    init(_ frontier: Frontier) { self.frontier = frontier }

    /// What a frontier is, for the page.
    static let explanation =
        "Each point is the plan known that leaves the fewest contact hours of the priorities named unmet for no more than so "
        + "much agency, and of such plans the cheapest by the policy's other weights. Its rectangle reaches from what is proved "
        + "of every plan to that plan: how little goes unmet for any pay in it is not known more closely. Grey is what another "
        + "point does for no more. Agency is pay of booked agency sessions, as the cap counts it."

    private var care: String { frontier.care }
    private var isToday: Bool { frontier.scenario == ScenarioFile.base }

    /// Where things stand, and what the next pounds buy.
    var summary: [String] {
        guard let today = frontier.today else { return [] }
        return ["\(standing(today)) \(next(after: today))"]
    }

    /// All of it: where things stand, then each step.
    var sentences: [String] {
        let slopes = frontier.slopes.map(sentence)
        guard let today = frontier.today else { return slopes }
        // What the steps say themselves is said once.
        return (step(after: today) == nil ? summary : [standing(today)]) + slopes
    }

    private func standing(_ today: Frontier.Today) -> String {
        "\(frontier.place), agency against \(care) care: \(isToday ? "today" : "with no cap but its own") \(Show.pounds(today.pounds)) and "
            + "\(hours(today.unmetHours)) unmet." + today.words
    }

    /// The first step that pays more than today.
    private func step(after today: Frontier.Today) -> FrontierSlope? {
        frontier.slopes.first { $0.to > today.pounds + SharedPlans.least }
    }

    /// What the next pounds buy after today's.
    private func next(after today: Frontier.Today) -> String {
        let most = frontier.points.last
        if let slope = step(after: today) { return sentence(slope) }
        guard let most, most.cap == nil else { return "What more agency buys is not known." }
        guard most.isProved else {
            return "No plan is known in which more agency buys more of it."
        }
        return most.unmetHours < today.unmetHours
            ? "\(Show.pounds(most.pounds)) are enough for all that agency can buy: \(hours(most.unmetHours)) unmet, proved."
            : "More agency buys no more of it, which is proved."
    }

    private func sentence(_ slope: FrontierSlope) -> String {
        let (from, to) = (Show.pounds(slope.from), Show.pounds(slope.to))
        guard slope.isTold else {
            return
                "From \(from) to \(to) of agency it is not told apart whether more of it buys care"
                + (slope.range.map { ": between \(Show.hours($0.lowerBound)) and \(hours($0.upperBound))" }
                    ?? "")
                + "."
        }
        let known = slope.verdict.rawValue
        let more = slope.to - slope.from
        if more >= FrontierSlope.pounds {
            return
                "From \(from) to \(to) of agency, each further £1,000 buys \(hours(slope.hoursForAThousand)) of \(care) "
                + "care (\(known))."
        }
        return
            "From \(from) to \(to) of agency, the next \(Show.pounds(more)) buy \(hours(slope.hours)) of \(care) care "
            + "(\(known)): for £1,000 at that rate \(hours(slope.hoursForAThousand))."
    }

    private func hours(_ value: Double) -> String {
        let words = Show.hours(value)
        return "\(words) \(words == "1.0" ? "hour" : "hours")"
    }
}

extension FrontierSlope {
    /// Whether it is told what more agency buys.
    var isTold: Bool {
        switch verdict {
        case .proved, .shown: true
        case .samePlan, .notToldApart: false
        }
    }
}
