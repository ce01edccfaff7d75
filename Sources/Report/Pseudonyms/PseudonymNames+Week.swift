// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

extension PseudonymNames {
    /// A week with other names, the roster in their order.
    func applied(to week: Week) -> Week {
        week.replacing { parts in
            let order = parts.staff.indices.sorted {
                (place(staff(parts.staff[$0].id)), $0) < (place(staff(parts.staff[$1].id)), $1)
            }
            // Rows of one human share the new name of their first row.
            let humans = Humans(parts.staff)
            let words = parts.staff.indices.map { row in
                humans.rows(with: row).count > 1
                    ? staff(parts.staff[humans.first(with: row)].id) : nil
            }
            parts.staff = order.map { row in
                var member = applied(to: parts.staff[row])
                member.person = words[row]
                return member
            }
            let ofHuman = parts.staff.humansById
            parts.rota = order.map { row in
                parts.rota[row].map { RotaMark($0.duty, pins: $0.pins.map(team), minutes: $0.minutes) }
            }
            for row in parts.teams.indices { rename(&parts.teams[row]) }
            for row in parts.specialDays.indices {
                parts.specialDays[row].name = "Special day \(row + 1)"
                guard case .teams(let closed) = parts.specialDays[row].closed else { continue }
                parts.specialDays[row].closed = .teams(closed.map(team))
            }
            for row in parts.signOffs.indices {
                parts.signOffs[row].staff = staff(parts.signOffs[row].staff)
                parts.signOffs[row].signedOffBy = approver(parts.signOffs[row].signedOffBy)
            }
            // Those of one human stay in their order, because of one day the last counts.
            parts.signOffs.sort {
                place(ofHuman[$0.staff] ?? $0.staff) < place(ofHuman[$1.staff] ?? $1.staff)
            }
            parts.decisions = parts.decisions.map(applied)
            parts.overrides = parts.overrides.map(applied)
            parts.requests = parts.requests.map(applied).sorted { place($0.staff) < place($1.staff) }
            for row in parts.demand.indices {
                parts.demand[row].id = title(parts.demand[row].id, .line)
                parts.demand[row].team = team(parts.demand[row].team)
                parts.demand[row].activity = title(parts.demand[row].activity, .activity)
                parts.demand[row].usual = parts.demand[row].usual.map(staff).sorted { place($0) < place($1) }
            }
            for row in parts.agreements.indices {
                parts.agreements[row].employer = title(parts.agreements[row].employer, .organisation)
                parts.agreements[row].organisation = title(
                    parts.agreements[row].organisation, .organisation)
            }
            for row in parts.travel?.indices ?? 0..<0 {
                guard let way = parts.travel?[row] else { continue }
                parts.travel?[row] = TravelTime(
                    from: title(way.from, .locality), to: title(way.to, .locality), minutes: way.minutes)
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
            for row in parts.currentContacts?.indices ?? 0..<0 {
                guard let one = parts.currentContacts?[row] else { continue }
                parts.currentContacts?[row].staff = staff(one.staff)
                parts.currentContacts?[row].partner = one.partner.map(staff)
                parts.currentContacts?[row].line = title(one.line, .line)
            }
            // Nothing that is shown is worked out from it.
            parts.currentSupervision = nil
            for row in parts.minimums.indices {
                parts.minimums[row].team = team(parts.minimums[row].team)
                if case .registered(let professions) = parts.minimums[row].kind {
                    parts.minimums[row].kind = .registered(professions.map { title($0, .profession) })
                }
            }
            rename(&parts.framework)
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
                line: title(row.line, .line), activity: title(row.activity, .activity),
                team: team(row.team), session: row.session,
                staff: staff(row.staff), partner: row.partner.map(staff), route: row.route,
                contacts: row.contacts, minutes: row.minutes, supervisor: row.supervisor.map(staff))
        }.sorted { ($0.session, place($0.staff), $0.line) < ($1.session, place($1.staff), $1.line) }
        plan.supervision = plan.supervision.map { row in
            SupervisionRow(
                supervisor: staff(row.supervisor), session: row.session,
                group: row.group == WeekIndex.everywhereName ? row.group : title(row.group, .group),
                activity: title(row.activity, .activity), minutes: row.minutes)
        }.sorted {
            ($0.session, $0.group, place($0.supervisor), $0.activity)
                < ($1.session, $1.group, place($1.supervisor), $1.activity)
        }
        plan.unmet = plan.unmet.map { row in
            UnmetRow(
                line: title(row.line, .line), team: team(row.team),
                activity: title(row.activity, .activity), priority: row.priority,
                contacts: row.contacts, contactMinutes: row.contactMinutes, reason: row.reason)
        }
        var framework = framework
        rename(&framework)
        let work = PlannedWork(plan.rows, framework: framework)
        let names = Dictionary(framework.activities.map { ($0.id, $0.name) }) { first, _ in first }
        plan.bookings = plan.bookings.map { row in
            let covers = work.work(of: staff(row.staff), in: row.session).inWords { names[$0] ?? $0 }
            return BookingRow(
                staff: staff(row.staff), session: row.session, team: team(row.team),
                employment: row.employment, hours: row.hours, cost: row.cost, covers: covers)
        }.sorted { (place($0.staff), $0.session) < (place($1.staff), $1.session) }
        plan.flags = plan.flags.map(applied)
        plan.summary.decisions = plan.summary.decisions.map(applied)
        plan.summary.inputs = plan.summary.inputs.map {
            InputDigest(path: title($0.path, .file), sha256: $0.sha256)
        }
        return plan
    }

    private func applied(to decision: DelegationDecision) -> DelegationDecision {
        var decision = decision
        decision.activity = title(decision.activity, .activity)
        decision.staff = decision.staff.map(staff)
        decision.team = decision.team.map(team)
        decision.by = approver(decision.by)
        decision.reason = Self.leftOut
        return decision
    }

    /// What it says is worked out anew of the week with other names.
    private func applied(to flag: RedFlag) -> RedFlag {
        let subject: RedFlag.Subject =
            switch flag.subject {
            case .critical(let line): .critical(line: title(line, .line))
            case .minimum(let place, let session): .minimum(team: team(place), session: session)
            case .lapsed(let person, let competency, let ended):
                .lapsed(staff: staff(person), competency: competency, ended: ended)
            case .delegation(let group, let day):
                .delegation(
                    group: group == WeekIndex.everywhereName ? group : title(group, .group), day: day)
            }
        return RedFlag(
            subject, what: "", place: "", when: flag.when, size: flag.size, since: flag.since,
            owner: approver(flag.owner),
            closing: flag.closing.map {
                RedFlag.Closing(by: approver($0.by), on: $0.on, why: Self.leftOut)
            }, closedBefore: flag.closedBefore.isEmpty ? "" : Self.leftOut)
    }

    private func applied(to request: StaffRequest) -> StaffRequest {
        var request = request
        request.staff = staff(request.staff)
        if case .team(let id) = request.want { request.want = .team(team(id)) }
        return request
    }

    private func applied(to override: Override) -> Override {
        var override = override
        override.subjects = override.subjects.map { subject in
            switch subject {
            case .staff(let id): .staff(staff(id))
            case .session: subject
            case .team(let id): .team(team(id))
            case .line(let id): .line(title(id, .line))
            case .other: .other(Self.leftOut)
            }
        }
        (override.decision, override.why) = (Self.leftOut, Self.leftOut)
        override.by = approver(override.by)
        return override
    }

    private func applied(to member: StaffMember) -> StaffMember {
        var member = member
        member.id = staff(member.id)
        member.name = member.id
        member.employer = title(member.employer, .organisation)
        member.baseLocality = title(member.baseLocality, .locality)
        member.homeTeam = member.homeTeam.map(team)
        return member
    }

    private func rename(_ place: inout Team) {
        place.id = team(place.id)
        place.name = team(place.name)
        place.pathway = title(place.pathway, .pathway)
        place.organisation = title(place.organisation, .organisation)
        place.locality = title(place.locality, .locality)
        place.supervisionGroup = title(place.supervisionGroup, .group)
        place.headProfessions = place.headProfessions.map { title($0, .profession) }
    }

    private func rename(_ framework: inout Framework) {
        framework.name = title(framework.name, .framework)
        framework.version = title(framework.version, .framework)
        for row in framework.roles.indices {
            framework.roles[row].name = title(framework.roles[row].name, .role)
            framework.roles[row].profession = framework.roles[row].profession.map { title($0, .profession) }
        }
        for row in framework.competencies.indices {
            framework.competencies[row].name = title(framework.competencies[row].name, .competency)
        }
        for row in framework.activities.indices {
            framework.activities[row].id = title(framework.activities[row].id, .activity)
            framework.activities[row].name = title(framework.activities[row].name, .activity)
            framework.activities[row].professions { title($0, .profession) }
            guard let name = framework.activities[row].delegated?.approvedBy else { continue }
            framework.activities[row].delegated?.approvedBy = approver(name)
        }
    }
}

extension Activity {
    /// Gives the professions of its routes other names.
    fileprivate mutating func professions(_ name: (String) -> String) {
        if let professions = registered?.professions { registered?.professions = professions.map(name) }
        if let supervisors = delegated?.supervisors { delegated?.supervisors = supervisors.map(name) }
    }
}
