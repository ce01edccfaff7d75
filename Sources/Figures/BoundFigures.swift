// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What lies between a plan and the bound that is proved of it, in what people can hold beside it: sessions of work,
/// and what the search still found at last.
public struct BoundFigures: Sendable, Equatable, Encodable {
    /// Person-sessions worked in the plan.
    public let sessions: Int
    /// Those of them that are paid for beyond the rota.
    public let bookedSessions: Int
    /// Booked sessions that the pounds between plan and bound would pay at what these cost on average; nil where none
    /// is booked.
    public let gapInSessions: Double?
    /// Contact minutes not met.
    public let unmetMinutes: Int
    /// Pounds by which the second half of the search made the plan cheaper; nil where that is not known.
    public let foundLate: Double?

    private let aboveBest: Double
    private let isOpen: Bool

    private enum CodingKeys: CodingKey {
        case sessions, bookedSessions, gapInSessions, unmetMinutes, foundLate
    }

    init(_ plan: Plan, _ price: PriceFigures) {
        sessions = plan.deployments.count
        let paid = plan.bookings.filter { $0.cost > 0 }
        bookedSessions = paid.count
        let mean = paid.isEmpty ? 0 : paid.reduce(0) { $0 + $1.cost } / Double(paid.count)
        gapInSessions = mean > 0 ? price.aboveBest / mean : nil
        unmetMinutes = plan.unmet.filter(\.priority.isCare).reduce(0) { $0 + $1.contactMinutes }
        foundLate = plan.summary.halfway.map { max(0, $0 - plan.summary.objective) }
        aboveBest = price.aboveBest
        isOpen = ![.optimal, .changed].contains(price.status) && price.aboveBest >= 0.005 && price.bound > 0
    }

    /// What the bound says and what it does not, in sentences; none where the plan is proved the cheapest, or nothing
    /// is proved of it.
    public var sentences: [String] {
        guard isOpen else { return [] }
        let size = Show.pounds(aboveBest) + (gapInSessions.map(Self.words(sessions:)) ?? "")
        var sentences = [
            "The bound is a proof that no plan is cheaper, and no estimate of what is left to gain: it lets people be "
                + "in several teams at once, in parts.",
            "Between plan and bound are \(size); the plan has \(Show.counted(sessions, "session")) of work, "
                + "\(bookedSessions == 0 ? "none" : Show.count(bookedSessions)) of them booked, and "
                + "\(Show.counted(unmetMinutes, "minute")) of care unmet.",
        ]
        if let foundLate {
            sentences.append(
                foundLate < 0.005
                    ? "The second half of the search found nothing cheaper."
                    : "The second half of the search made the plan \(Show.pounds(foundLate)) cheaper, as its last rounds "
                        + "ended; what more time would find is not known.")
        }
        return sentences
    }

    private static func words(sessions: Double) -> String {
        if sessions < 0.75 { return ", less than a booked session costs" }
        if sessions < 1.5 { return ", about what a booked session costs" }
        return ", about what \(Show.count(Int(min(sessions, 1e6).rounded()))) booked sessions cost"
    }
}
