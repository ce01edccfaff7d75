// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension PseudonymNames {
    /// A week with other names, the roster in their order.
    func applied(to week: Week) -> Week {
        week.replacing { parts in
            let order = parts.staff.indices.sorted {
                (place(staff(parts.staff[$0].id)), $0) < (place(staff(parts.staff[$1].id)), $1)
            }
            parts.staff = order.map { applied(to: parts.staff[$0]) }
            parts.rota = order.map { row in
                parts.rota[row].map { RotaMark($0.duty, pin: $0.pin.map(team)) }
            }
            for row in parts.teams.indices { rename(&parts.teams[row]) }
            for row in parts.signOffs.indices {
                parts.signOffs[row].staff = staff(parts.signOffs[row].staff)
                parts.signOffs[row].signedOffBy = approver(parts.signOffs[row].signedOffBy)
            }
            parts.signOffs.sort { place($0.staff) < place($1.staff) }
            parts.decisions = parts.decisions.map(applied)
            for row in parts.demand.indices {
                parts.demand[row].id = line(parts.demand[row].id)
                parts.demand[row].team = team(parts.demand[row].team)
            }
            for row in parts.agreements.indices {
                parts.agreements[row].employer = text(parts.agreements[row].employer)
                parts.agreements[row].organisation = text(parts.agreements[row].organisation)
            }
            for row in parts.placements.indices {
                parts.placements[row].staff = staff(parts.placements[row].staff)
                parts.placements[row].team = team(parts.placements[row].team)
            }
            for row in parts.current?.indices ?? 0..<0 {
                guard let one = parts.current?[row] else { continue }
                parts.current?[row].staff = staff(one.staff)
                parts.current?[row].team = team(one.team)
            }
            parts.decisions = parts.decisions.map(applied)
            parts.framework.name = sentence(parts.framework.name)
            for row in parts.framework.activities.indices {
                guard let name = parts.framework.activities[row].delegated?.approvedBy else { continue }
                parts.framework.activities[row].delegated?.approvedBy = approver(name)
            }
        }
    }

    /// A plan with other names, its rows in their order.
    func applied(to plan: Plan) -> Plan {
        var plan = plan
        plan.deployments = plan.deployments.map { row in
            Deployment(
                staff: staff(row.staff), session: row.session, team: team(row.team), booking: row.booking,
                minutes: row.minutes, contactMinutes: row.contactMinutes)
        }.sorted { (place($0.staff), $0.session) < (place($1.staff), $1.session) }
        plan.contacts = plan.contacts.map { row in
            ContactRow(
                line: line(row.line), activity: row.activity, team: team(row.team), session: row.session,
                staff: staff(row.staff), partner: row.partner.map(staff), route: row.route,
                contacts: row.contacts, minutes: row.minutes, supervisor: row.supervisor.map(staff))
        }.sorted { ($0.session, place($0.staff), $0.line) < ($1.session, place($1.staff), $1.line) }
        plan.supervision = plan.supervision.map { row in
            SupervisionRow(
                supervisor: staff(row.supervisor), session: row.session,
                group: row.group == "*" ? row.group : team(row.group),
                activity: row.activity, minutes: row.minutes)
        }.sorted {
            ($0.session, $0.group, place($0.supervisor), $0.activity)
                < ($1.session, $1.group, place($1.supervisor), $1.activity)
        }
        plan.unmet = plan.unmet.map { row in
            UnmetRow(
                line: line(row.line), team: team(row.team), activity: row.activity, priority: row.priority,
                contacts: row.contacts, contactMinutes: row.contactMinutes, reason: row.reason)
        }
        plan.bookings = plan.bookings.map { row in
            BookingRow(
                staff: staff(row.staff), session: row.session, team: team(row.team),
                employment: row.employment, hours: row.hours, cost: row.cost, covers: sentence(row.covers))
        }.sorted { (place($0.staff), $0.session) < (place($1.staff), $1.session) }
        plan.summary.decisions = plan.summary.decisions.map(applied)
        plan.summary.inputs = plan.summary.inputs.map {
            InputDigest(path: text($0.path), sha256: $0.sha256)
        }
        plan.summary.decisions = plan.summary.decisions.map(applied)
        return plan
    }

    private func applied(to decision: DelegationDecision) -> DelegationDecision {
        var decision = decision
        decision.staff = decision.staff.map(staff)
        decision.team = decision.team.map(team)
        decision.by = approver(decision.by)
        decision.reason = sentence(decision.reason)
        return decision
    }

    private func applied(to member: StaffMember) -> StaffMember {
        var member = member
        member.id = staff(member.id)
        member.name = member.id
        member.employer = text(member.employer)
        member.baseLocality = text(member.baseLocality)
        member.homeTeam = member.homeTeam.map(team)
        return member
    }

    private func rename(_ place: inout Team) {
        place.id = team(place.id)
        place.name = text(place.name)
        place.pathway = text(place.pathway)
        place.organisation = text(place.organisation)
        place.locality = text(place.locality)
        place.supervisionGroup = team(place.supervisionGroup)
    }
}
