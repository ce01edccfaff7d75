// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Why one more contact of a line cannot be given with the rest of a plan as it stands.
struct OracleReason {
    private let world: OracleWorld
    private let week: Week
    private let plan: OraclePlan

    init(_ world: OracleWorld, _ plan: OraclePlan) {
        self.world = world
        self.plan = plan
        week = world.week
    }

    func reason(_ index: Int) -> UnmetReason {
        let line = week.demand[index]
        let (activity, team) = (world.activity(line), world.team(line))
        if line.window.upperBound < world.over { return .over }
        var able: [(person: Int, session: Int)] = []
        for session in line.window where session >= world.over {
            for (person, member) in week.staff.enumerated()
            where world.route(member, activity, week.sessions[session].day, in: team) != nil {
                able.append((person, session))
            }
        }
        if able.isEmpty { return .nobodyCompetent }
        let there = able.filter { world.places($0.person, $0.session).contains(team) }
        if there.isEmpty { return .nobodyAvailable }
        let isOnlyDelegated = there.allSatisfy { cell in
            world.route(week.staff[cell.person], activity, week.sessions[cell.session].day, in: team)
                == .delegated
        }
        if isOnlyDelegated, !mayAnybodySupervise(line) { return .nobodySupervises }
        let workable = there.filter {
            isAtWork($0.person, $0.session) || isSent($0.person, $0.session) || mayAdd($0.person, $0.session)
        }
        if workable.isEmpty { return .workingTime }
        let payable = workable.filter {
            isAtWork($0.person, $0.session) || isSent($0.person, $0.session) || mayPay($0.person, $0.session)
        }
        if payable.isEmpty { return .cap }
        let free = payable.filter { isFree($0.person, $0.session, line) }
        if free.isEmpty { return .capacity }
        guard activity.hands == 1 else {
            var reason = UnmetReason.noPair
            for lead in free {
                for other in week.staff.indices
                where isSomebodyElse(other, than: lead.person) && isOpenSecond(other, lead.session, line) {
                    if isInCompany([lead.person, other], lead.session, team) { return .capacity }
                    reason = .noSupervision
                }
            }
            return reason
        }
        for cell in free {
            guard isInCompany([cell.person], cell.session, team) else { continue }
            let day = week.sessions[cell.session].day
            let route = world.route(week.staff[cell.person], activity, day, in: team)
            if route != .delegated || isOverseen(cell.person, cell.session, index) { return .capacity }
        }
        return .noSupervision
    }

    /// Whether two rows are two humans.
    private func isSomebodyElse(_ row: Int, than other: Int) -> Bool {
        (week.staff[row].person ?? week.staff[row].id) != (week.staff[other].person ?? week.staff[other].id)
    }

    /// Whether somebody who may supervise the line's activity may come into its group at some time of the window.
    private func mayAnybodySupervise(_ line: DemandLine) -> Bool {
        let group = world.supervisionGroup(world.activity(line), world.team(line))
        for session in line.window where session >= world.over {
            for (index, person) in week.staff.enumerated()
            where world.canSupervise(person, world.activity(line), week.sessions[session].day) {
                let teams = world.places(index, session)
                if teams.contains(where: { group == "*" || week.teams[$0].supervisionGroup == group }) {
                    return true
                }
            }
        }
        return false
    }

    /// Whether those who would give one more contact together need nobody else with them, or have them in the group.
    private func isInCompany(_ people: [Int], _ session: Int, _ team: Int) -> Bool {
        let accompanied = people.filter { world.isAccompanied(week.staff[$0]) }
        if accompanied.isEmpty { return true }
        if people.count == 2, accompanied.count == 2 { return false }
        let group = week.teams[team].supervisionGroup
        return week.staff.indices.contains { other in
            world.isRegistered(week.staff[other])
                && (people.contains(other)
                    || plan.schedules[other].teams[session].map {
                        week.teams[$0].supervisionGroup == group
                    } == true)
        }
    }

    private func isDeployed(_ person: Int, _ session: Int) -> Bool {
        plan.schedules[person].teams[session] != nil
    }

    private func isAtWork(_ person: Int, _ session: Int) -> Bool {
        isDeployed(person, session) || week.rota[person][session].duty == .rostered
    }

    /// Whether the human is at work in the session by another row of theirs.
    private func isSent(_ person: Int, _ session: Int) -> Bool {
        world.rows(person).contains { $0 != person && isDeployed($0, session) }
    }

    private func mayAdd(_ person: Int, _ session: Int) -> Bool {
        let booked = week.sessions.indices.filter { isDeployed(person, $0) }
        guard world.isAllowed(person, booked: Set(booked + [session])) else { return false }
        var schedules = plan.schedules
        var teams = schedules[person].teams
        teams[session] = teams[session] ?? 0
        schedules[person] = Schedule(teams: teams, pay: schedules[person].pay)
        let rows = world.rows(person)
        return rows.count == 1 || world.isAllowedTogether(rows, schedules)
    }

    private func mayPay(_ person: Int, _ session: Int) -> Bool {
        let employment = week.staff[person].employment
        let cap: Double?
        switch employment {
        case .bank: cap = week.policy.bankCap
        case .agency: cap = week.policy.agencyCap
        default: return true
        }
        let theirs = week.staff.indices.filter { week.staff[$0].employment == employment }
        let spent = theirs.map { plan.schedules[$0].bookings }.reduce(0, +)
        let before = theirs.map { plan.schedules[$0].bookings(before: world.over) }.reduce(0, +)
        return cap.map { spent + world.fee(person, session) <= max($0, before) + 1e-9 } ?? true
    }

    private func left(_ person: Int, _ session: Int) -> Double {
        let contacts = plan.contacts[session].filter { $0.staff == person || $0.partner == person }.map {
            world.minutes(week.demand[$0.line], alone: $0.route == .singleHanded) * Double($0.count)
        }.reduce(0, +)
        return world.capacity(person, session) - contacts - supervising(person, session)
    }

    private func supervising(_ person: Int, _ session: Int) -> Double {
        plan.flows(session).filter { $0.supervisor == person }.map(\.minutes).reduce(0, +)
    }

    private func isFree(_ person: Int, _ session: Int, _ line: DemandLine) -> Bool {
        if let team = plan.schedules[person].teams[session], team != world.team(line) { return false }
        if isSent(person, session) { return false }
        return left(person, session) >= world.minutes(line) - 1e-6
    }

    private func isOpenSecond(_ person: Int, _ session: Int, _ line: DemandLine) -> Bool {
        let day = week.sessions[session].day
        guard world.canSecond(week.staff[person], world.activity(line), day, in: world.team(line)),
            world.places(person, session).contains(world.team(line)), isFree(person, session, line)
        else { return false }
        return isAtWork(person, session) || (mayAdd(person, session) && mayPay(person, session))
    }

    private func isOverseen(_ person: Int, _ session: Int, _ index: Int) -> Bool {
        let line = week.demand[index]
        let activity = world.activity(line)
        let group = world.supervisionGroup(activity, world.team(line))
        let delegated = plan.contacts[session].filter { contact in
            let other = week.demand[contact.line]
            return contact.route == .delegated
                && world.supervisionGroup(world.activity(other), world.team(other)) == group
        }
        let there = week.staff.indices.filter { other in
            plan.schedules[other].teams[session].map {
                group == "*" || week.teams[$0].supervisionGroup == group
            } ?? false
        }
        let day = week.sessions[session].day
        guard there.contains(where: { world.canSupervise(week.staff[$0], activity, day) }) else {
            return false
        }
        let isNew = !delegated.contains { $0.staff == person }
        let isLimited =
            group != "*" && !week.teams.contains { $0.supervisionGroup == group && $0.span == nil }
        if isNew, isLimited {
            let workers = Set(delegated.map(\.staff)).count + 1
            let span = there.filter { world.widensSpan(week.staff[$0], group, session) }
                .compactMap { plan.schedules[$0].teams[session] }.compactMap { week.teams[$0].span }
                .reduce(0, +)
            if Double(workers) > span { return false }
        }
        let contacts = delegated.filter { week.demand[$0.line].activity == activity.id }.map(\.count)
        let wanted =
            (activity.delegated?.supervisionMinutes ?? 0) * Double(contacts.reduce(1, +))
        var offered = plan.flows(session)
            .filter { $0.group == group && $0.activity.id == activity.id }.map(\.minutes).reduce(0, +)
        for other in there
        where world.canSupervise(week.staff[other], activity, day) {
            let limit = week.policy.supervisionMinutesPerSession - supervising(other, session)
            offered += max(0, min(limit, left(other, session)))
        }
        return offered >= wanted - 1e-6
    }
}
