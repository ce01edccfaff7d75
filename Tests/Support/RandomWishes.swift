// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What people ask for, and who usually gives the contacts of lines, for a random week.
///
/// It draws from a stream of its own, so that weeks without it are the same as ever.
enum RandomWishes {
    /// The week with requests, usual people, and prices of both; some weeks stay as they are.
    static func added(to week: Week, seed: UInt64) -> Week {
        var random = SeededRandom(seed: seed &* 32_452_843 &+ 5)
        guard random.chance(90) else { return week }
        return week.replacing { parts in
            let usual = Policy()
            parts.policy.requestFairness = random.pick([0, usual.requestFairness, usual.requestFairness, 4])
            parts.policy.continuityContact = random.pick([
                0, usual.continuityContact, usual.continuityContact, 4,
            ])
            if random.chance(90) { parts.requests = requests(week, &random) }
            guard random.chance(70) else { return }
            let shared = Humans(week.staff).rows.first { $0.count > 1 } ?? []
            for line in parts.demand.indices where random.chance(60) {
                let people = week.staff.map(\.id).filter { _ in random.chance(45) }
                parts.demand[line].usual = people
                // A human of two rows is named by one of them.
                if !shared.isEmpty, random.chance(60) {
                    parts.demand[line].usual = [week.staff[random.pick(shared)].id]
                }
            }
        }
    }

    /// Up to nine requests, most about sessions in which somebody has a mark, none at odds with another of the human.
    private static func requests(_ week: Week, _ random: inout SeededRandom) -> [StaffRequest] {
        let calendar = SessionCalendar(week)
        let humans = week.staff.humansById
        let marked = week.staff.indices.flatMap { person in
            week.sessions.indices.filter { week.rota[person][$0].duty != .off }.map { (person, $0) }
        }
        var requests: [StaffRequest] = []
        for _ in 0..<random.pick(2...9) {
            var (person, session) = (
                random.pick(0...(week.staff.count - 1)), random.pick(0...(week.sessions.count - 1))
            )
            if !marked.isEmpty, random.chance(85) { (person, session) = random.pick(marked) }
            let request = StaffRequest(
                staff: week.staff[person].id,
                time: random.chance(50) ? .session(session) : .day(calendar.dayOfSession[session]),
                want: random.pick([.on, .off, .team(random.pick(week.teams).id)]),
                weight: random.pick([1, 1, 0.35, 6, 20]))
            let isAtOdds = requests.contains { other in
                (humans[other.staff] ?? other.staff) == (humans[request.staff] ?? request.staff)
                    && (other.contradicts(request, dayOfSession: calendar.dayOfSession)
                        || (other.time == request.time && other.want == request.want))
            }
            if !isAtOdds { requests.append(request) }
        }
        return requests
    }
}
