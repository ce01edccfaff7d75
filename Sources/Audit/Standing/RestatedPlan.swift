// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension PlanAudit {
    /// The plan with everything it states beside who is where, who gives what and who supervises worked out
    /// anew.
    ///
    /// Rows that name what the week does not have stay as they are.
    func restated(_ plan: Plan, standing: PlanStanding) -> Plan {
        let ledger = Ledger(facts: WeekFacts(week: week), plan: plan)
        let pay = Pay.all(ledger)
        var restated = plan
        restated.deployments = plan.deployments.map { Self.restated($0, ledger, pay) }
        restated.contacts = plan.contacts.map { Self.restated($0, ledger) }
        restated.unmet = Self.unmet(ledger)
        restated.bookings = Self.bookings(ledger, pay)
        restated.summary.terms = standing.terms
        restated.summary.objective = standing.terms.total
        restated.summary.bound = standing.bound ?? 0
        restated.summary.status = .changed
        return restated
    }

    private static func restated(
        _ row: Deployment, _ ledger: Ledger, _ pay: [StaffSession: Pay]
    ) -> Deployment {
        guard let placed = Placed(row, ledger.facts) else { return row }
        let cell = StaffSession(staff: placed.staff, session: placed.session)
        let there = StaffSessionTeam(staff: placed.staff, session: placed.session, team: placed.team)
        return Deployment(
            staff: row.staff, session: row.session, team: row.team,
            booking: pay[cell]?.booking ?? row.booking,
            minutes: whole(ledger.facts.paid(placed.staff, placed.session)),
            contactMinutes: whole(ledger.care[there] ?? 0))
    }

    private static func restated(_ row: ContactRow, _ ledger: Ledger) -> ContactRow {
        let facts = ledger.facts
        guard let given = Given(row, facts) else { return row }
        let minutes = facts.minutes(facts.lines[given.line], row.route) * given.contacts
        return ContactRow(
            line: row.line, activity: row.activity, team: row.team, session: row.session, staff: row.staff,
            partner: row.partner, route: row.route, contacts: row.contacts, minutes: whole(minutes),
            supervisor: StatedSupervisors.name(given, ledger))
    }

    /// What the contacts given leave unmet, line by line, with the reason.
    private static func unmet(_ ledger: Ledger) -> [UnmetRow] {
        let search = ReasonSearch(ledger)
        return ledger.facts.lines.indices.compactMap { index in
            let line = ledger.facts.lines[index]
            let missing = whole(line.wanted - ledger.given[index])
            guard missing > 0 else { return nil }
            return UnmetRow(
                line: line.line.id, team: line.line.team, activity: line.line.activity,
                priority: line.line.priority, contacts: missing,
                contactMinutes: whole(Double(line.activity.minutes) * Double(missing)),
                reason: search.reason(line))
        }
    }

    /// Every paid session, in order of the roster; what it covers as bookings.csv says, where it does.
    private static func bookings(_ ledger: Ledger, _ pay: [StaffSession: Pay]) -> [BookingRow] {
        let facts = ledger.facts
        var covers: [StaffSession: String] = [:]
        for row in ledger.plan.bookings {
            guard let staff = facts.staffIndex[row.staff] else { continue }
            covers[StaffSession(staff: staff, session: row.session)] = row.covers
        }
        return facts.week.staff.indices.flatMap { staff in
            facts.week.sessions.indices.compactMap { session -> BookingRow? in
                let cell = StaffSession(staff: staff, session: session)
                guard let pay = pay[cell], pay.isPaid,
                    let team = ledger.teams(staff, session).first
                else { return nil }
                return BookingRow(
                    staff: facts.week.staff[staff].id, session: session, team: facts.week.teams[team].id,
                    employment: facts.week.staff[staff].employment,
                    hours: facts.paid(staff, session) / 60, cost: pay.cost,
                    covers: covers[cell] ?? "")
            }
        }
    }

    /// A number that a file may have made absurd, as a whole one.
    private static func whole(_ value: Double) -> Int { Int(exactly: value.rounded()) ?? 0 }
}
