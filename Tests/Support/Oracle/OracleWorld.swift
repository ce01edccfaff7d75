// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What the weekly model says of a week, read a second time and in the plainest way, for tiny weeks only.
struct OracleWorld {
    let week: Week
    var lifted: Set<Oracle.Rule> = []

    // MARK: One human, several rows

    /// The rows of the roster that are the same human as a row, itself among them.
    func rows(_ person: Int) -> [Int] {
        let word = week.staff[person].person ?? week.staff[person].id
        return week.staff.indices.filter { week.staff[$0].person ?? week.staff[$0].id == word }
    }

    /// Whether an identifier is one of a person's own.
    private func isSame(_ id: String, _ person: StaffMember) -> Bool {
        if id == person.id { return true }
        guard let other = week.staff.first(where: { $0.id == id }) else { return false }
        return (other.person ?? other.id) == (person.person ?? person.id)
    }

    /// Whether another row of the human is on duty or away in the session.
    private func isTaken(_ person: Int, _ session: Int) -> Bool {
        for row in rows(person) where row != person {
            let duty = week.rota[row][session].duty
            if duty != .available && duty != .off && duty != .callable { return true }
        }
        return false
    }

    private func roles(_ person: StaffMember) -> [Role] {
        week.framework.roles.filter { person.roles.contains($0.id) }
    }

    func isRegistered(_ person: StaffMember) -> Bool { roles(person).contains { $0.kind == .registered } }

    /// Whether the person gives contacts only in company: by the best of their kinds of role.
    func isAccompanied(_ person: StaffMember) -> Bool {
        let kinds = roles(person).map(\.kind)
        for kind in [Role.Kind.registered, .support, .student, .volunteer] where kinds.contains(kind) {
            return week.policy.accompanied.contains(kind)
        }
        return false
    }

    // MARK: Supervision

    /// The group in which delegated work is supervised: the team's, or `*` where from afar.
    func supervisionGroup(_ activity: Activity, _ team: Int) -> String {
        if let route = activity.delegated, route.remoteSupervision { return "*" }
        return week.teams[team].supervisionGroup
    }

    /// Whether a person there widens the span of a group: a supervisor of something that a line of the group asks for in
    /// the session and that somebody who may come could only have delegated to them.
    func widensSpan(_ person: StaffMember, _ group: String, _ session: Int) -> Bool {
        if lifted.contains(.spanOfSupervisors) { return isRegistered(person) }
        let day = week.sessions[session].day
        for line in week.demand where line.window.contains(session) {
            let (activity, place) = (activity(line), team(line))
            guard activity.hands == 1, activity.delegated != nil, supervisionGroup(activity, place) == group,
                canSupervise(person, activity, day)
            else { continue }
            for (index, worker) in week.staff.enumerated() {
                let mayCome = places(index, session).contains { week.teams[$0].supervisionGroup == group }
                if mayCome, route(worker, activity, day, in: place) == .delegated { return true }
            }
        }
        return false
    }

    // MARK: Who may do what

    func holds(_ person: StaffMember, _ needs: [Need], _ day: CalendarDay) -> Bool {
        for need in needs {
            let rows = week.signOffs.filter {
                isSame($0.staff, person) && $0.competency == need.competency && $0.signedOffOn <= day
            }
            let newest = rows.map(\.signedOffOn).max()
            guard let row = rows.last(where: { $0.signedOffOn == newest }), row.level >= need.level else {
                return false
            }
            let competency = week.framework.competencies.first { $0.id == row.competency }
            let byValidity = competency?.validMonths.map { row.signedOffOn.adding(months: $0) }
            if let last = row.expiresOn ?? byValidity, last < day { return false }
        }
        return true
    }

    func byRegistered(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay) -> Bool {
        guard let route = activity.registered else { return false }
        let professions = roles(person).filter { $0.kind == .registered }.compactMap(\.profession)
        return !Set(professions).isDisjoint(with: route.professions) && holds(person, route.needs, day)
    }

    func bySupport(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay, _ team: Int) -> Bool {
        guard let route = activity.support, !isRefusedByName(person, activity, day, team) else {
            return false
        }
        return fits(route, person, activity, day)
    }

    /// Whether of what is decided about the person the last word in the team, else the last word anywhere, is no.
    func isRefusedByName(
        _ person: StaffMember, _ activity: Activity, _ day: CalendarDay, _ team: Int
    ) -> Bool {
        let about = week.decisions.filter {
            $0.activity == activity.id && $0.staff.map { isSame($0, person) } == true && $0.on <= day
        }
        let inTeam = about.filter { $0.team == week.teams[team].id }
        let words = inTeam.isEmpty ? about.filter { $0.team == nil } : inTeam
        let latest = words.map(\.on).max()
        return words.last { $0.on == latest }?.ruling == .refuse
    }

    func byDelegation(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay, _ team: Int) -> Bool {
        guard let route = activity.delegated, !isRegistered(person) else { return false }
        guard isOpen(activity, day, person, week.teams[team].id) else { return false }
        let form = SupportRoute(lowestGrade: route.lowestGrade, needs: route.needs, kinds: route.kinds)
        return fits(form, person, activity, day)
    }

    /// Whether a support worker could be let do it without the framework bringing back what it has withdrawn.
    func couldBeDelegated(_ activity: Activity) -> Bool {
        activity.hands == 1 && activity.delegated != nil && activity.delegated?.status != .withdrawn
    }

    /// Whether the delegated route is open: by the last decision about the first of those people and teams about
    /// which there is one, else by the framework's approval.
    private func isOpen(_ activity: Activity, _ day: CalendarDay, _ person: StaffMember, _ team: String)
        -> Bool
    {
        guard activity.hands == 1, let route = activity.delegated, route.status != .withdrawn else {
            return false
        }
        var isReviewed = route.reviewOn == nil
        for (isPersonal, place) in [(true, team), (true, nil), (false, team), (false, nil)] {
            var last: DelegationDecision?
            for row in week.decisions
            where row.activity == activity.id && row.team == place && row.on <= day {
                guard isPersonal ? row.staff.map({ isSame($0, person) }) == true : row.staff == nil else {
                    continue
                }
                if let known = last, row.on < known.on { continue }
                last = row
            }
            guard let last else { continue }
            if last.ruling == .refuse { return false }
            if let review = route.reviewOn, last.on >= review { isReviewed = true }
            return isReviewed || day <= route.reviewOn ?? day
        }
        return route.status == .approved && (isReviewed || day <= route.reviewOn ?? day)
    }

    func canLead(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay, in team: Int) -> Bool {
        byRegistered(person, activity, day) || bySupport(person, activity, day, team)
    }

    func canSecond(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay, in team: Int) -> Bool {
        guard activity.hands == 2 else { return false }
        if canLead(person, activity, day, in: team) { return true }
        guard !isRefusedByName(person, activity, day, team) else { return false }
        return activity.second.map { fits($0, person, activity, day) } ?? false
    }

    func canDoAlone(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay, in team: Int) -> Bool {
        guard activity.hands == 2, let alone = activity.singleHanded else { return false }
        return canLead(person, activity, day, in: team) && holds(person, alone.needs, day)
    }

    func route(
        _ person: StaffMember, _ activity: Activity, _ day: CalendarDay, in team: Int
    ) -> ContactRoute? {
        if byRegistered(person, activity, day) { return .registered }
        if bySupport(person, activity, day, team) { return .support }
        return byDelegation(person, activity, day, team) ? .delegated : nil
    }

    func canSupervise(_ person: StaffMember, _ activity: Activity, _ day: CalendarDay) -> Bool {
        let named = activity.delegated?.supervisors ?? []
        return byRegistered(person, activity, day)
            && (lifted.contains(.supervisorNeeds)
                || holds(person, activity.delegated?.supervisorNeeds ?? [], day))
            && roles(person).contains {
                $0.kind == .registered && $0.profession.map(named.contains) == true
            }
    }

    private func fits(
        _ form: SupportRoute, _ person: StaffMember, _ activity: Activity, _ day: CalendarDay
    ) -> Bool {
        guard holds(person, form.needs, day) else { return false }
        for role in roles(person) {
            switch role.kind {
            case .registered: if form.registeredMay || activity.registered != nil { return true }
            case .support: if role.grade >= form.lowestGrade { return true }
            case .student, .volunteer:
                if form.kinds.contains(role.kind) && role.grade >= form.lowestGrade { return true }
            }
        }
        return false
    }

    // MARK: Who may go where

    /// The teams, by index, that a person may be deployed to in a session.
    func places(_ person: Int, _ session: Int) -> [Int] {
        if session < over { return pastTeam(person, session).map { [$0] } ?? [] }
        let mark = week.rota[person][session]
        guard mark.duty == .rostered || mark.duty == .available, !isTaken(person, session) else { return [] }
        return week.teams.indices.filter { index in
            let team = week.teams[index]
            guard mark.pins.isEmpty || mark.pins.contains(team.id) else { return false }
            return isReachable(team, index, person, session)
        }
    }

    /// The teams to which the rota may pin a person in a session, also where there is nothing for them to do.
    func pins(_ person: Int, _ session: Int) -> [Int] {
        let duty = week.rota[person][session].duty
        guard duty == .rostered || duty == .available, !isTaken(person, session) else { return [] }
        return week.teams.indices.filter { mayEnter(week.teams[$0], person, session) }
    }

    private func isReachable(_ team: Team, _ place: Int, _ index: Int, _ session: Int) -> Bool {
        guard mayEnter(team, index, session) else { return false }
        if ownTeams(index, session).contains(place) { return true }
        let (person, day) = (week.staff[index], week.sessions[session].day)
        return week.demand.contains { line in
            guard line.team == team.id else { return false }
            let activity = activity(line)
            return route(person, activity, day, in: place) != nil
                || canSecond(person, activity, day, in: place)
        }
    }

    private func mayEnter(_ team: Team, _ index: Int, _ session: Int) -> Bool {
        let person = week.staff[index]
        let day = week.sessions[session].day
        let part = week.sessions[session].part.id
        let isClosed =
            team.closedSessions.contains(ClosedSession(day: day, part: part))
            || week.specialDays.contains { special in
                guard special.day == day else { return false }
                switch special.closed {
                case .all: return true
                case .teams(let ids): return ids.contains(team.id)
                }
            }
        guard team.parts.contains(part), team.weekdays.contains(day.weekday), !isClosed else {
            return false
        }
        guard person.employer == team.organisation || hasAgreement(person, team, day) else { return false }
        if let travel = week.travel, person.baseLocality != team.locality {
            let ends = (person.baseLocality, team.locality)
            let there = travel.filter { $0.from == ends.0 && $0.to == ends.1 }
            let back = travel.filter { $0.from == ends.1 && $0.to == ends.0 }
            guard let minutes = (there + back).first?.minutes,
                Double(minutes) <= week.policy.travelLimitMinutes
            else { return false }
        }
        for placement in week.placements where placement.staff == person.id && placement.holds(on: day) {
            guard placement.team == team.id else { return false }
        }
        return true
    }

    /// The teams in which a person is at home in a session, whether there is anything for them to do or not: one,
    /// or as many as the rota pins them to.
    func ownTeams(_ person: Int, _ session: Int) -> [Int] {
        let (member, day) = (week.staff[person], week.sessions[session].day)
        let placed = week.placements.first { $0.staff == member.id && $0.holds(on: day) }
        let pins = week.rota[person][session].pins
        let home = placed?.team ?? member.homeTeam
        return week.teams.indices.filter {
            pins.isEmpty ? week.teams[$0].id == home : pins.contains(week.teams[$0].id)
        }
    }

    /// Whether rule 1 leaves a person no choice but to be somewhere.
    func mustBeSomewhere(_ person: Int, _ session: Int) -> Bool {
        if session < over { return pastTeam(person, session) != nil }
        return week.rota[person][session].duty == .rostered
            && ownTeams(person, session).contains { places(person, session).contains($0) }
    }

    private func hasAgreement(_ person: StaffMember, _ team: Team, _ day: CalendarDay) -> Bool {
        for agreement in week.agreements {
            guard agreement.employer == person.employer, agreement.organisation == team.organisation else {
                continue
            }
            if let from = agreement.from, day < from { continue }
            if let until = agreement.until, until < day { continue }
            if let roles = agreement.roles, !person.roles.contains(where: roles.contains) { continue }
            return true
        }
        return false
    }

    // MARK: Minutes and money

    func activity(_ line: DemandLine) -> Activity {
        week.framework.activities.first { $0.id == line.activity } ?? Activity(id: "", name: "", minutes: 0)
    }

    func team(_ line: DemandLine) -> Int { week.teams.firstIndex { $0.id == line.team } ?? 0 }

    func minutes(_ line: DemandLine, alone: Bool = false) -> Double {
        let activity = activity(line)
        var minutes = activity.minutes + activity.recordMinutes
        if !activity.remote { minutes += week.teams[team(line)].travelMinutes }
        if alone { minutes += activity.singleHanded?.extraMinutes ?? 0 }
        return Double(minutes)
    }

    func capacity(_ person: Int, _ session: Int) -> Double {
        let (member, held) = (week.staff[person], roles(week.staff[person]))
        let pace = member.pace ?? held.map(\.pace).max() ?? 0
        let byRole = held.map { $0.nonContactMinutes ?? week.policy.nonContactMinutes }
        let aside = member.nonContactMinutes ?? byRole.min() ?? week.policy.nonContactMinutes
        return max(0, pace * (Double(worth(person, session)) - aside))
    }

    /// The minutes of a session that a person is paid for.
    func worth(_ person: Int, _ session: Int) -> Int {
        if let part = week.rota[person][session].minutes { return part }
        return week.sessions[session].minutes
    }

    /// Pounds of a bank or agency session.
    func fee(_ person: Int, _ session: Int) -> Double {
        let at = week.sessions[session]
        let day: Double =
            switch at.day.weekday {
            case .saturday: week.policy.saturdayUplift
            case .sunday: week.policy.sundayUplift
            default: 0
            }
        let special = week.specialDays.first { $0.day == at.day }?.uplift ?? 0
        let uplift = max(day, max(special, at.part.uplift))
        let hours = Double(worth(person, session)) / 60
        return week.staff[person].hourlyCost * (1 + uplift) * hours
    }

    /// Pounds that an own person's available session costs more for the day it is on.
    func extra(_ person: Int, _ session: Int) -> Double {
        let (member, at) = (week.staff[person], week.sessions[session])
        guard member.employment == .substantive else { return 0 }
        var share = week.specialDays.first { $0.day == at.day }?.ownUplift ?? 0
        if at.day.weekday == .saturday { share = max(share, week.policy.ownSaturdayUplift) }
        if at.day.weekday == .sunday { share = max(share, week.policy.ownSundayUplift) }
        return share * member.hourlyCost * Double(worth(person, session)) / 60
    }

    func suitable(_ line: DemandLine) -> Int {
        let activity = activity(line)
        return activity.hands == 2 && activity.singleHanded != nil ? line.singleHandedContacts : 0
    }
}
