// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Trials
import Workforce

/// What the bookings of one tier are worth in a plan: what would be lost without them, everybody else who is booked coming
/// and nobody called instead.
public struct TierWorth: Sendable {
    /// The base's name.
    public let base: String
    /// The scenario's name.
    public let scenario: String
    /// What they are paid as.
    public let tier: Booking
    /// Paid hours of the bookings.
    public let hours: Double
    /// Pounds that are paid for them.
    public let pounds: Double
    /// Pounds by which the price without them is above that with them.
    public let loss: Double
    /// Whether both prices are proved the cheapest.
    public let isExact: Bool

    /// Pounds that are paid for an hour.
    public var rate: Double { pounds / hours }
    /// The most pounds an hour that are worth paying.
    public var breakEvenRate: Double { BreakEven.rate(cost: pounds, loss: loss, hours: hours) ?? rate }
}

extension TierWorth {
    /// What is booked in each tier of a run's plan is worth, the tiers in their order. Sessions that are over are left out.
    static func all(_ run: ScenarioRun, budget: LookBudget) -> [TierWorth] {
        let booked = run.plan.deployments.filter {
            $0.booking.isPaid && run.week.openSessions.contains($0.session)
        }
        guard !booked.isEmpty else { return [] }
        // Who offers and is not booked is not called instead.
        let week = run.week.supposing(offersNotTaken(of: run))
        let hand = PlanAtHand(week: week, plan: run.plan, budget: budget)
        return Booking.allCases.compactMap { tier in
            let own = booked.filter { $0.booking == tier }
            guard !own.isEmpty, !budget.isOver else { return nil }
            let places = Set(own.map { Place(staff: $0.staff, session: $0.session) })
            let people = Set(own.compactMap { hand.person($0.staff) }).sorted()
            let lines = Set(
                run.plan.contacts.filter { row in
                    places.contains(Place(staff: row.staff, session: row.session))
                        || row.partner.map { places.contains(Place(staff: $0, session: row.session)) }
                            ?? false
                }.compactMap { hand.line($0.line) }
            ).sorted()
            let trial = hand.trying(
                own.map { off($0.staff, $0.session, in: week) }, near: people, lines: lines)
            return TierWorth(
                base: run.base.name, scenario: run.scenario, tier: tier,
                hours: Double(own.reduce(0) { $0 + $1.minutes }) / 60,
                pounds: run.plan.bookings.reduce(0) {
                    places.contains(Place(staff: $1.staff, session: $1.session)) ? $0 + $1.cost : $0
                }, loss: trial.after.objective - trial.before.objective, isExact: trial.isExact)
        }
    }

    private struct Place: Hashable {
        let staff: String
        let session: Int
    }

    /// Takes away every offer that is still open and nobody is sent for.
    private static func offersNotTaken(of run: ScenarioRun) -> [Change] {
        // Within the contract or unpaid somebody is sent, too.
        let sent = Set(run.plan.deployments.map { Place(staff: $0.staff, session: $0.session) })
        return run.week.staff.enumerated().flatMap { person, member in
            run.week.openSessions.filter {
                run.week.rota[person][$0].duty == .available
                    && !sent.contains(Place(staff: member.id, session: $0))
            }.map { off(member.id, $0, in: run.week) }
        }
    }

    private static func off(_ staff: String, _ session: Int, in week: Week) -> Change {
        .availability(Availability(staff: staff, sessions: [week.sessions[session].id], .off))
    }
}
