// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// What a week costs by a pay table: own staff's contracted pay with on-costs and enhancements, whatever they do, and what is
/// booked besides.
///
/// The `hourly_cost` of `staff.csv` prices what a plan adds; of own staff nothing here goes by it.
struct FullCost {
    /// Pounds by which on-costs count.
    private(set) var charged = 0.0
    private(set) var full = 0.0
    /// Hours of agency at rates above the cap of the band, and the pounds above it.
    private(set) var hoursAboveCap = 0.0
    private(set) var poundsAboveCap = 0.0

    init(_ week: Week, _ bookings: [BookingRow], _ pay: PayTable) {
        for (person, member) in week.staff.enumerated() { add(person, member, week, pay) }
        let members = Dictionary(week.staff.map { ($0.id, $0) }) { first, _ in first }
        for row in bookings {
            guard let member = members[row.staff] else { continue }
            switch row.employment {
            case .bank: addPounds(row.cost)
            case .agency: addAgency(member, pay, hours: row.hours, pounds: row.cost)
            case .substantive:
                guard let point = pay.point(ofRoles: member.roles),
                    week.sessions.indices.contains(row.session)
                else { continue }
                add(row, of: member, point, week)
            case .student, .volunteer: break
            }
        }
    }

    private mutating func add(_ person: Int, _ member: StaffMember, _ week: Week, _ pay: PayTable) {
        switch member.employment {
        case .student, .volunteer: break
        case .bank, .agency:
            for (session, mark) in week.rota[person].enumerated() where mark.duty == .rostered {
                let minutes = week.paidMinutes(person: person, session: session)
                let pounds = week.policy.pay(of: member, in: week.sessions[session], minutes: minutes)
                if member.employment == .agency {
                    addAgency(member, pay, hours: Double(minutes) / 60, pounds: pounds)
                } else {
                    addPounds(pounds)
                }
            }
        case .substantive:
            guard let point = pay.point(ofRoles: member.roles) else { return }
            let hourly = point.hourly(fullTimeHours: week.policy.fullTimeHours)
            var minutes = [Double](repeating: 0, count: (week.days + 6) / 7)
            for (session, mark) in week.rota[person].enumerated() {
                guard mark.duty == .rostered || mark.duty.isAbsence else { continue }
                let paid = Double(week.paidMinutes(person: person, session: session))
                minutes[week.sessions[session].dayIndex / 7] += paid
                guard mark.duty == .rostered else { continue }
                add(point, pay: hourly * week.policy.ownUplift(in: week.sessions[session]) * paid / 60)
            }
            let hours = minutes.enumerated().reduce(0) { sum, one in
                // A contract is of whole weeks, and paid whether or not its hours are on the rota.
                let isWhole = one.offset * 7 + 7 <= week.days
                return sum + (isWhole ? max(one.element, member.contractMinutes) : one.element) / 60
            }
            let year = week.policy.fullTimeHours * PayTable.weeksAYear
            guard year > 0 else { return }
            charged += hours * point.yearly(.charged) / year
            full += hours * point.yearly(.full) / year
        }
    }

    /// What the plan pays own staff on top at the roster's rate for an hour, at the table's. Hours up to full time are
    /// pensionable, and so are enhancements in them; overtime is not, and takes National Insurance alone.
    private mutating func add(
        _ row: BookingRow, of member: StaffMember, _ point: PayPoint, _ week: Week
    ) {
        let uplift = week.policy.ownUplift(in: week.sessions[row.session])
        let factor = max(1, week.policy.overtimeFactor)
        let isFull = member.contractHours >= week.policy.fullTimeHours
        // Without a rate of the roster's every hour of the session counts, plain below full time.
        let (enhancement, paid): (Double, Double)
        if member.hourlyCost > 0 {
            enhancement = min(row.cost / member.hourlyCost, row.hours * uplift)
            paid = row.cost / member.hourlyCost - enhancement
        } else {
            (enhancement, paid) = (row.hours * uplift, row.hours * (isFull ? factor : 1))
        }
        let overtime: Double
        if isFull {
            overtime = paid / factor
        } else {
            // Every hour is paid once, and overtime the rest of its factor besides; a session that is partly free counts as
            // all plain.
            overtime = factor > 1 ? min(row.hours, max(0, (paid - row.hours) / (factor - 1))) : 0
        }
        let share = row.hours > 0 ? min(1, overtime / row.hours) : 0
        let hourly = point.hourly(fullTimeHours: week.policy.fullTimeHours)
        add(point, pay: hourly * (paid - factor * overtime + enhancement * (1 - share)))
        addPounds(hourly * (factor * overtime + enhancement * share) * (1 + point.nationalInsurance))
    }

    private mutating func add(_ point: PayPoint, pay pounds: Double) {
        charged += pounds * point.more(.charged)
        full += pounds * point.more(.full)
    }

    private mutating func addPounds(_ pounds: Double) {
        charged += pounds
        full += pounds
    }

    private mutating func addAgency(_ member: StaffMember, _ pay: PayTable, hours: Double, pounds: Double) {
        addPounds(pounds)
        guard let cap = pay.point(ofRoles: member.roles)?.agencyCap, member.hourlyCost > cap else { return }
        hoursAboveCap += hours
        // Uplifts of nights and weekends are on the cap, too.
        poundsAboveCap += pounds * (1 - cap / member.hourlyCost)
    }
}

extension CostAndCare {
    /// Pounds of the week by a pay table, with all on-costs.
    public static let fullCost = "full_cost"

    /// The figures of a plan of a week, with those that a pay table adds behind what is paid.
    public static func of(
        _ figures: ReportFigures, plan: Plan, week: Week, pay: PayTable?
    ) -> [CostAndCareFigure] {
        let own = of(figures, week: week)
        guard let pay else { return own }
        let cost = FullCost(week, plan.bookings, pay)
        let share = cost.full > 0 ? figures.bookings.agencyPounds / cost.full : nil
        let added = [
            CostAndCareFigure(
                name: fullCost, title: "Full cost: contracts with all on-costs, enhancements and bookings",
                kind: .cash, unit: .pounds, value: cost.full),
            CostAndCareFigure(
                name: "full_cost_as_charged", title: "Full cost with the on-costs that employers are charged",
                kind: .cash, unit: .pounds, value: cost.charged),
            CostAndCareFigure(
                name: "agency_share_of_full_cost", title: "Agency as a share of full cost", kind: .cash,
                unit: .share, value: share),
            CostAndCareFigure(
                name: "agency_pounds_above_cap", title: "Pay of agency above the price cap", kind: .cash,
                unit: .pounds, value: cost.poundsAboveCap),
            CostAndCareFigure(
                name: "agency_hours_above_cap", title: "Hours of agency at rates above the price cap",
                kind: .time, unit: .hours, value: cost.hoursAboveCap),
        ]
        let place = own.firstIndex { $0.kind != .cash } ?? own.endIndex
        return own[..<place] + added + own[place...]
    }

    /// The names of the figures that plans of a week have, with those that a pay table adds.
    public static func names(of week: Week, pay: PayTable?) -> [String] {
        let summary = PlanSummary(
            objective: 0, bound: 0, terms: PriceTerms(), status: .changed, seed: 0, seconds: 0, work: 0,
            version: "", inputs: [])
        let nothing = Plan(rows: PlanRows(), unmet: [], bookings: [], summary: summary)
        return of(ReportFigures(week: week, plan: nothing), plan: nothing, week: week, pay: pay).map(\.name)
    }

    /// Roles of a week's agency for which a pay table gives no cap, so that no hour of theirs counts as above one: the first
    /// of each of them, in order of the roster.
    public static func uncappedRoles(of week: Week, pay: PayTable) -> [String] {
        var roles: [String] = []
        for member in week.staff where member.employment == .agency {
            guard pay.point(ofRoles: member.roles)?.agencyCap == nil, let role = member.roles.first,
                !roles.contains(role)
            else { continue }
            roles.append(role)
        }
        return roles
    }

    /// Roles of a week's own staff that a pay table has no row for: the first of each of them, in order of the roster.
    public static func unpaidRoles(of week: Week, pay: PayTable) -> [String] {
        var roles: [String] = []
        for member in week.staff where member.employment == .substantive {
            guard pay.point(ofRoles: member.roles) == nil, let role = member.roles.first,
                !roles.contains(role)
            else { continue }
            roles.append(role)
        }
        return roles
    }
}
