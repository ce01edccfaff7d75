// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Sessions, hours and pounds of one booking tier.
public struct TierFigure: Sendable, Equatable, Encodable {
    /// The tier.
    public let tier: Booking
    /// Sessions deployed in that tier.
    public let sessions: Int
    /// Paid hours of those sessions.
    public let hours: Double
    /// Pounds. `rostered`: pay at hourly cost, a constant outside the price; `contract`: the enhancements; `unpaid`: nothing.
    public let pounds: Double
    /// Pounds of its bookings in whole pence, as bookings.csv states them row by row.
    public let payable: Double
}

/// What deployed sessions are paid as. A session counts in the dearest tier that part of it is.
public struct BookingFigures: Sendable, Equatable, Encodable {
    /// Every tier, in the order of the contract.
    public let tiers: [TierFigure]
    /// Pounds of all bookings: extra, overtime, bank and agency, and enhancements within the contract.
    public let bookedPounds: Double
    /// Pounds of all rows of the plan's bookings, as whole pence: what is paid for them together.
    public let payable: Double
    /// Pounds of rostered sessions of paid staff, whether or not a team has work for them.
    public let rosteredPounds: Double
    /// Agency pounds, rostered and booked.
    public let agencyPounds: Double
    /// What each booking covers, in order of the bookings: by the contacts and supervision of the plan.
    public let work: [SessionWork]
    /// Each booking's sign-offs, in order of the bookings.
    public let signOffs: [BookingSignOffFigure]
    /// People on the bank or agency whose competencies are not used, in order of the roster.
    public let unused: [UnusedBankFigure]

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
        let week = index.week
        var sessions = Grouped(Booking.allCases, 0)
        var minutes = Grouped(Booking.allCases, 0)
        var pounds = Grouped(Booking.allCases, 0.0)
        var tierOfCell: [Cell: Booking] = [:]
        for row in plan.deployments {
            sessions.change(row.booking) { $0 += 1 }
            minutes.change(row.booking) { $0 += row.minutes }
            tierOfCell[Cell(staff: row.staff, session: row.session)] = row.booking
        }
        var booked = 0.0
        var agency = 0.0
        var pence = Grouped(Booking.allCases, 0)
        for (row, payable) in zip(plan.bookings, PayablePence.of(plan.bookings)) {
            let tier = tierOfCell[Cell(staff: row.staff, session: row.session)] ?? Self.tier(of: row)
            pounds.change(tier) { $0 += row.cost }
            pence.change(tier) { $0 += payable }
            booked += row.cost
            if row.employment == .agency { agency += row.cost }
        }
        var rostered = 0.0
        for (person, member) in week.staff.enumerated() where member.employment.countsAsHead {
            for (session, mark) in week.rota[person].enumerated() where mark.duty == .rostered {
                let pay = week.policy.pay(
                    of: member, in: week.sessions[session],
                    minutes: week.paidMinutes(person: person, session: session))
                rostered += pay
                if member.employment == .agency { agency += pay }
            }
        }
        let constant = rostered
        pounds.change(.rostered) { $0 += constant }
        tiers = zip(zip(sessions.pairs, pence.amounts), zip(minutes.amounts, pounds.amounts)).map {
            tier, amounts in
            TierFigure(
                tier: tier.0.key, sessions: tier.0.amount, hours: Double(amounts.0) / 60, pounds: amounts.1,
                payable: Double(tier.1) / 100)
        }
        bookedPounds = booked
        payable = Double(PayablePence.total(of: plan.bookings)) / 100
        rosteredPounds = rostered
        agencyPounds = agency
        let planned = PlannedWork(plan.rows, framework: week.framework)
        work = plan.bookings.map { planned.work(of: $0.staff, in: $0.session) }
        signOffs = BookingSignOffFigure.all(index, plan, time)
        unused = UnusedBankFigure.all(index, plan, time)
    }

    /// Pounds of a tier.
    func pounds(_ tier: Booking) -> Double { tiers.first { $0.tier == tier }?.pounds ?? 0 }

    /// The tier of a booking whose deployment is not in the plan.
    private static func tier(of row: BookingRow) -> Booking {
        switch row.employment {
        case .bank: .bank
        case .agency: .agency
        case .substantive: .extra
        case .student, .volunteer: .unpaid
        }
    }
}

/// A person in a session.
struct Cell: Hashable {
    let staff: String
    let session: Int
}
