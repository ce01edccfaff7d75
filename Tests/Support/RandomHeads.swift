// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What a random week says of people's own time, of reserve, of who has to be there, and of contacts in force.
///
/// It draws from a stream of its own, so that weeks without it are the same as ever.
public enum RandomHeads {
    /// Seeds of the weeks in which these facts are compared and counted.
    public static let seeds: UInt64 = 560

    /// A random week in which most of these facts are there, so that they matter often.
    public static func make(seed: UInt64) -> Week {
        added(to: RandomWeek.make(seed: seed &+ 10_000), seed: seed, percent: 60, isHard: true)
    }

    /// The week with each fact added in so many of a hundred weeks.
    ///
    /// - Parameter isHard: Whether figures are so far from the usual ones that they matter more often.
    static func added(to week: Week, seed: UInt64, percent: Int, isHard: Bool = false) -> Week {
        var random = SeededRandom(seed: seed &* 15_485_863 &+ 29)
        return week.replacing { parts in
            for fact in Fact.allCases where random.chance(percent) {
                fact.add(to: &parts, week, isHard, &random)
            }
        }
    }

    /// One of the facts.
    public enum Fact: String, Sendable, CaseIterable {
        case roleTime, personTime, pace, reserve, headProfessions, professions, competencies, contactsInForce

        /// The week without it.
        public func removed(from week: Week) -> Week {
            week.replacing { parts in
                switch self {
                case .roleTime:
                    for role in parts.framework.roles.indices {
                        parts.framework.roles[role].nonContactMinutes = nil
                    }
                case .personTime: for s in parts.staff.indices { parts.staff[s].nonContactMinutes = nil }
                case .pace: for s in parts.staff.indices { parts.staff[s].pace = nil }
                case .reserve:
                    for i in parts.demand.indices where parts.demand[i].priority == .reserve {
                        parts.demand[i].priority = .routine
                    }
                case .headProfessions: for k in parts.teams.indices { parts.teams[k].headProfessions = [] }
                case .professions:
                    parts.minimums.removeAll { if case .registered = $0.kind { true } else { false } }
                case .competencies:
                    parts.minimums.removeAll { if case .holding = $0.kind { true } else { false } }
                case .contactsInForce: parts.currentContacts = nil
                }
            }
        }

        fileprivate func add(
            to parts: inout WeekParts, _ week: Week, _ isHard: Bool, _ random: inout SeededRandom
        ) {
            switch self {
            case .roleTime:
                for role in parts.framework.roles.indices where random.chance(isHard ? 90 : 60) {
                    parts.framework.roles[role].nonContactMinutes = random.pick(
                        isHard ? [0, 150.5, 180, 200, 240] : [0, 20, 75, 120, 150.5])
                }
            case .personTime:
                for s in parts.staff.indices where random.chance(isHard ? 60 : 50) {
                    parts.staff[s].nonContactMinutes = random.pick(
                        isHard ? [0, 150.25, 180, 200, 240] : [0, 15, 60, 110, 140.25])
                }
            case .pace:
                for s in parts.staff.indices where random.chance(isHard ? 80 : 50) {
                    parts.staff[s].pace = random.pick(
                        isHard ? [0, 0.1, 0.2, 0.4, 1.5] : [0, 0.4, 0.5, 0.8, 1.25])
                }
            case .reserve:
                for i in parts.demand.indices where random.chance(isHard ? 80 : 50) {
                    parts.demand[i].priority = .reserve
                }
            case .headProfessions:
                for k in parts.teams.indices where random.chance(isHard ? 95 : 80) {
                    if random.chance(isHard ? 90 : 60) {
                        parts.teams[k].minimumRegistered = random.pick(1...2)
                    }
                    parts.teams[k].headProfessions = RandomHeads.professions(&random)
                }
            case .professions:
                for _ in 0..<random.pick(1...2) {
                    parts.minimums.append(
                        minimum(.registered(RandomHeads.professions(&random)), week, &random))
                }
            case .competencies:
                for _ in 0..<random.pick(1...2) {
                    let need = Need(random.pick(parts.framework.competencies).id, random.pick(1...3))
                    parts.minimums.append(minimum(.holding(need), week, &random))
                }
            case .contactsInForce: RandomHeads.addContacts(to: &parts, week, &random)
            }
        }

        private func minimum(_ kind: HeadKind, _ week: Week, _ random: inout SeededRandom) -> TeamMinimum {
            let sessions = week.sessions.indices.filter { t in
                week.rota.contains { $0[t].duty == .rostered || $0[t].duty == .available }
            }
            let session = week.sessions[sessions.isEmpty ? 0 : random.pick(sessions)]
            let when: [TeamMinimum.When]? =
                switch random.pick(0...3) {
                case 0: [.part(session.part.id)]
                case 1: [.session(session.day, part: session.part.id), .part(random.pick(week.parts).id)]
                default: nil
                }
            return TeamMinimum(
                team: random.pick(week.teams).id, kind, atLeast: random.pick([1, 1, 2]), when: when)
        }
    }

    private static func professions(_ random: inout SeededRandom) -> [String] {
        random.pick([
            ["nursing"], ["occupational-therapy"], ["physiotherapy"], ["physiotherapy", "nursing"],
        ])
    }

    /// Contacts that people gave in a plan before. Some weeks have two lines of which one was converted from the other.
    private static func addContacts(to parts: inout WeekParts, _ week: Week, _ random: inout SeededRandom) {
        if parts.demand.count > 1, random.chance(50) {
            parts.demand[1].id =
                "\(parts.demand[0].id)~\(random.chance(80) ? parts.demand[1].activity : "reserve")"
        }
        var rows: [CurrentContact] = []
        for line in parts.demand where random.chance(80) {
            for _ in 0..<random.pick(1...3) {
                let staff = random.pick(parts.staff).id
                let others = parts.staff.map(\.id).filter { $0 != staff }
                let isPair = week.framework.activities.contains { $0.id == line.activity && $0.hands == 2 }
                rows.append(
                    CurrentContact(
                        line: line.id, session: random.pick(line.window),
                        staff: staff, partner: isPair && random.chance(70) ? random.pick(others) : nil,
                        contacts: random.pick(1...3)))
            }
        }
        parts.currentContacts = rows
    }
}
