// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Tiny weeks of which a part is over: the plan in force is the best of the week as it was, and then the week changed.
///
/// What has changed breaks what was done before in every way that rule 10 lets stand: people absent by now, gone people
/// and lines, fewer contacts wanted, other windows and pins, lower caps and limits.
public enum RandomFrozen {
    /// Seeds of the weeks that are compared and counted.
    public static let seeds: ClosedRange<UInt64> = 1...300

    /// The week of that seed.
    public static func make(seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 49_979_687 &+ 7)
        let before = RandomWeek.full(seed: seed &+ 20_000).replacing {
            ($0.current, $0.currentContacts) = (nil, nil)
        }
        let plan = Oracle(before).best().plan
        let marked = before.sessions.indices.filter { session in
            before.rota.contains { $0[session].duty != .off }
        }
        // After a session in which somebody has a mark, where there is one to be over and one to be left.
        let last = before.sessions.count - 1
        let first = marked.dropLast().map { $0 + 1 }.filter { $0 <= last }
        let frozen = first.isEmpty ? min(1, last) : random.pick(Array(first))
        return before.replacing { parts in
            parts.frozenBefore = frozen
            parts.current = plan.deployments.map {
                CurrentDeployment(staff: $0.staff, session: $0.session, team: $0.team)
            }
            parts.currentContacts = plan.contacts.map {
                CurrentContact(
                    line: $0.line, session: $0.session, staff: $0.staff, partner: $0.partner,
                    contacts: $0.contacts, route: $0.route)
            }
            parts.currentSupervision = plan.supervision
            for change in Change.allCases where random.chance(35) { change.make(&parts, before, &random) }
        }
    }

    /// One way in which a week has changed since.
    private enum Change: CaseIterable {
        case absence, gone, contacts, singleHanded, window, pin, closed, caps, workingTime, booking, signOffs

        func make(_ parts: inout WeekParts, _ week: Week, _ random: inout SeededRandom) {
            let frozen = parts.frozenBefore ?? 0
            switch self {
            case .absence:
                for s in parts.staff.indices {
                    for t in 0..<frozen where parts.rota[s][t].duty != .off && random.chance(30) {
                        parts.rota[s][t] = RotaMark(random.pick([.sick, .leave, .off, .callable]))
                    }
                }
            case .gone:
                let gone = CurrentContact(
                    line: random.pick(parts.demand).id, session: 0, staff: "GONE", contacts: 1,
                    route: .registered)
                parts.currentContacts?.append(gone)
                parts.current?.append(
                    CurrentDeployment(staff: "GONE", session: 0, team: random.pick(parts.teams).id))
                parts.currentContacts?.append(
                    CurrentContact(
                        line: "GONE-1", session: 0, staff: random.pick(parts.staff).id, contacts: 1,
                        route: .registered))
            case .contacts:
                for i in parts.demand.indices where random.chance(70) {
                    parts.demand[i].contacts = random.pick(0...3)
                    parts.demand[i].singleHandedContacts = min(
                        parts.demand[i].singleHandedContacts, parts.demand[i].contacts)
                }
            case .singleHanded:
                for i in parts.demand.indices {
                    let hands = week.framework.activities.first { $0.id == parts.demand[i].activity }?.hands
                    guard hands == 2 else { continue }
                    parts.demand[i].singleHandedContacts = random.pick(0...parts.demand[i].contacts)
                }
            case .window:
                for i in parts.demand.indices where random.chance(50) {
                    let one = random.pick(0...(week.sessions.count - 1))
                    let other = random.pick(0...(week.sessions.count - 1))
                    parts.demand[i].window = min(one, other)...max(one, other)
                }
            case .pin:
                for s in parts.staff.indices {
                    for t in 0..<frozen where [.rostered, .available].contains(parts.rota[s][t].duty) {
                        parts.rota[s][t].pins = [random.pick(parts.teams).id]
                    }
                }
            case .closed:
                let k = random.pick(Array(parts.teams.indices))
                let session = week.sessions[random.pick(0...max(0, frozen - 1))]
                parts.teams[k].closedSessions.insert(
                    ClosedSession(day: session.day, part: session.part.id))
            case .caps:
                parts.policy.bankCap = random.pick([0, 20, 60, 90])
                parts.policy.agencyCap = random.pick([0, 40, 90, 150])
            case .workingTime:
                parts.policy.maximumSessionsPerDay = random.pick(1...2)
                parts.policy.maximumDaysPerWeek = random.pick(1...3)
                parts.policy.maximumDaysInARow = random.pick(1...3)
                for s in parts.staff.indices where random.chance(40) {
                    parts.staff[s].maximumHours = random.pick([4, 8, 10])
                }
            case .booking: parts.policy.bookingMinimumSessions = 2
            case .signOffs: parts.signOffs.removeAll { _ in random.chance(25) }
            }
        }
    }
}

/// What of rule 10 a week reaches, and a best plan of it.
public enum FrozenReach: String, Sendable, CaseIterable {
    case deployment = "somebody was somewhere"
    case contacts = "contacts were given"
    case pair = "a pair gave contacts"
    case delegated = "delegated contacts were given"
    case supervision = "supervision was given"
    case booking = "somebody was booked"
    case absent = "somebody deployed is absent by now"
    case absentPartner = "one of a pair is absent by now"
    case moreThanWanted = "more was given than is wanted"
    case partlyMet = "a line is partly met before"
    case over = "a line goes unmet that is over"
    case sameDay = "a day is partly over for somebody"
    case overCap = "more is spent than the cap"
    case afterBooking = "somebody booked before is booked again"
    case shortBefore = "heads were short before"

    /// What a week and a best plan of it reach.
    public static func of(_ week: Week, _ plan: Plan) -> Set<FrozenReach> {
        let world = OracleWorld(week: week)
        let over = world.over
        var found: Set<FrozenReach> = []
        let index = WeekIndex(week)
        let before = plan.deployments.filter { $0.session < over }
        if !before.isEmpty { found.insert(.deployment) }
        for row in plan.contacts where row.session < over {
            found.insert(.contacts)
            if row.route == .doubleHanded { found.insert(.pair) }
            if row.route == .delegated { found.insert(.delegated) }
        }
        if plan.supervision.contains(where: { $0.session < over }) { found.insert(.supervision) }
        let isAbsent = { (id: String, session: Int) in
            index.person(id).map { ![.rostered, .available].contains(week.rota[$0][session].duty) } ?? false
        }
        for row in week.current ?? [] where row.session < over && isAbsent(row.staff, row.session) {
            found.insert(.absent)
        }
        for row in week.currentContacts ?? [] where row.session < over {
            guard let partner = row.partner else { continue }
            if isAbsent(row.staff, row.session) != isAbsent(partner, row.session) {
                found.insert(.absentPartner)
            }
        }
        for line in week.demand {
            let given = plan.contacts.filter { $0.line == line.id && $0.session < over }
                .map(\.contacts).reduce(0, +)
            if given > line.contacts { found.insert(.moreThanWanted) }
            if given > 0, given < line.contacts { found.insert(.partlyMet) }
        }
        if plan.unmet.contains(where: { $0.reason == .over }) { found.insert(.over) }
        var spent: [Employment: Double] = [:]
        for row in before {
            guard let person = index.person(row.staff), week.rota[person][row.session].duty == .available
            else { continue }
            found.insert(.booking)
            spent[week.staff[person].employment, default: 0] += world.fee(person, row.session)
            let later = plan.deployments.filter { $0.staff == row.staff && $0.session >= over }
            if later.contains(where: { week.rota[person][$0.session].duty == .available }) {
                found.insert(.afterBooking)
            }
        }
        for (employment, pounds) in spent {
            if let cap = week.policy.cap(on: employment), pounds > cap { found.insert(.overCap) }
        }
        for row in before {
            let day = week.sessions[row.session].dayIndex
            let isLater = plan.deployments.contains {
                $0.staff == row.staff && $0.session >= over && week.sessions[$0.session].dayIndex == day
            }
            if isLater { found.insert(.sameDay) }
        }
        for session in 0..<over {
            let teams = week.staff.indices.map { world.pastTeam($0, session) }
            if UnsafeStaffingTerm.pounds(world, session: session, teams: teams) > 0 {
                found.insert(.shortBefore)
            }
        }
        return found
    }
}
