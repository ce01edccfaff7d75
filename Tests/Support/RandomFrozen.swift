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

    /// The week as it was: of any kind for a third of the seeds, and else one about who has to be there for whom, of two
    /// sessions. In half of those a line of pairs may be given in the first session alone, and in a third somebody from
    /// the bank is asked.
    private static func before(seed: UInt64, _ random: inout SeededRandom) -> Week {
        guard seed % 3 != 0 else { return RandomWeek.full(seed: seed &+ 20_000) }
        // Of one session nothing would be over and something left. The kinds go by the rest of division by 6.
        var (other, week) = (seed, RandomOversight.make(seed: seed))
        while week.sessions.count < 2 {
            other &+= 6_000
            week = RandomOversight.make(seed: other)
        }
        return week.replacing { parts in
            for i in parts.demand.indices where parts.demand[i].id == "D-2" && random.chance(50) {
                let line = parts.demand[i]
                parts.demand[i] = DemandLine(
                    id: line.id, team: line.team, activity: "transfer", priority: .critical,
                    contacts: random.pick(1...2), window: 0...0)
            }
            if random.chance(35) {
                parts.staff[1].employment = .bank
                for t in week.sessions.indices { parts.rota[1][t].duty = .available }
            }
        }
    }

    /// The week of that seed.
    public static func make(seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 49_979_687 &+ 7)
        let before = before(seed: seed, &random).replacing {
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
            for change in Change.allCases where random.chance(change.chance) {
                change.make(&parts, before, &random)
            }
        }
    }

    /// One way in which a week has changed since.
    private enum Change: CaseIterable {
        case absence, gone, contacts, singleHanded, window, pin, closed, caps, workingTime, booking, signOffs
        case partner, twoPlaces

        /// In so many of a hundred weeks.
        var chance: Int {
            switch self {
            case .absence, .gone, .singleHanded, .window, .pin, .closed, .workingTime, .booking, .signOffs: 35
            case .contacts, .caps: 45
            case .partner: 60
            case .twoPlaces: 80
            }
        }

        /// Another row of a human's who was somewhere was deployed, too.
        private func second(_ parts: inout WeekParts, _ frozen: Int, _ random: inout SeededRandom) {
            let humans = Humans(parts.staff)
            for s in parts.staff.indices {
                guard let other = humans.rows(with: s).first(where: { $0 != s }) else { continue }
                for t in 0..<frozen {
                    let there = (parts.current ?? []).filter { $0.session == t }.map(\.staff)
                    guard there.contains(parts.staff[s].id), !there.contains(parts.staff[other].id) else {
                        continue
                    }
                    parts.rota[other][t] = RotaMark(.available)
                    parts.current?.append(
                        CurrentDeployment(
                            staff: parts.staff[other].id, session: t, team: random.pick(parts.teams).id))
                }
            }
        }

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
            case .partner:
                let pairs = (parts.currentContacts ?? []).filter { $0.session < frozen && $0.partner != nil }
                guard let pair = pairs.first else { return }
                let absent = random.pick(pair.workers)
                for s in parts.staff.indices where parts.staff[s].id == absent {
                    parts.rota[s][pair.session] = RotaMark(random.pick([.sick, .leave, .off]))
                }
            case .twoPlaces: second(&parts, frozen, &random)
            }
        }
    }
}
