// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a generated week adds up to.
struct Figures {
    let week: Week
    /// Minutes that rostered people can give, and that the demand asks for (of every worker of a contact).
    let capacity: Int
    let wanted: Int

    private let activities: [String: Activity]
    private let teams: [String: Team]

    init(_ week: Week) {
        self.week = week
        activities = Dictionary(week.framework.activities.map { ($0.id, $0) }) { first, _ in first }
        teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
        let measure = Capacity(framework: week.framework, policy: week.policy, parts: week.parts)
        capacity = zip(week.staff, week.rota).reduce(0) { $0 + measure.minutes($1.0, $1.1.map(\.duty)) }
        let (activities, teams) = (activities, teams)
        wanted = week.demand.reduce(0) { sum, line in
            let minutes = activities[line.activity]?.workerMinutes(
                travel: teams[line.team]?.travelMinutes ?? 0)
            return sum + line.contacts * (minutes ?? 0)
        }
    }

    var contacts: Int { week.demand.reduce(0) { $0 + $1.contacts } }

    /// Contacts of the pathway's teams, and those of them face to face.
    func contacts(of pathway: String) -> (all: Int, visits: Int) {
        week.demand.reduce(into: (0, 0)) { sum, line in
            guard teams[line.team]?.pathway == pathway else { return }
            sum.0 += line.contacts
            if activities[line.activity]?.remote == false { sum.1 += line.contacts }
        }
    }

    /// Contacts of an activity, in the pathway's teams.
    func contacts(_ activity: String, of pathway: String) -> Int {
        week.demand.reduce(0) {
            $1.activity == activity && teams[$1.team]?.pathway == pathway ? $0 + $1.contacts : $0
        }
    }

    /// Two-handed contacts, and those of them suitable for one worker.
    var doubleHanded: (all: Int, suitable: Int) {
        week.demand.reduce(into: (0, 0)) { sum, line in
            guard activities[line.activity]?.hands == 2 else { return }
            sum.0 += line.contacts
            sum.1 += line.singleHandedContacts
        }
    }

    /// Cells of the rota with the mark.
    func cells(_ duty: RotaMark.Duty) -> Int {
        week.rota.reduce(0) { $0 + $1.count { $0.duty == duty } }
    }

    /// How often each value comes, most often first, and by name where equal.
    func tally<Value: Comparable & Hashable>(_ values: [Value]) -> [(value: Value, count: Int)] {
        Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { ($0.key, $0.value) }
    }
}
