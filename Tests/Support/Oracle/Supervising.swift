// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether, and how, the delegated contacts of a session can be supervised and overseen.
struct Supervising {
    /// Minutes from a supervisor to an activity in a group.
    struct Flow {
        let supervisor: Int
        let group: String
        let activity: Activity
        var minutes: Double
    }

    private let world: OracleWorld
    private let session: Int
    private let teams: [Int?]
    private let given: [OracleContact]

    init(_ world: OracleWorld, session: Int, teams: [Int?], given: [OracleContact]) {
        self.world = world
        self.session = session
        self.teams = teams
        self.given = given
    }

    /// Rule 7, and rule 6 by Hall's condition: no set of activities wants more than its supervisors have.
    var isPossible: Bool { groups.allSatisfy { isWithinSpan($0) && canSupervise($0) } }

    private var groups: [String] {
        var groups: [String] = []
        for team in world.week.teams where !groups.contains(team.supervisionGroup) {
            groups.append(team.supervisionGroup)
        }
        return groups
    }

    private func group(_ contact: OracleContact) -> String {
        world.week.teams[world.team(world.week.demand[contact.line])].supervisionGroup
    }

    private func isWithinSpan(_ group: String) -> Bool {
        let workers = Set(given.filter { $0.route == .delegated && self.group($0) == group }.map(\.staff))
        if world.week.teams.contains(where: { $0.supervisionGroup == group && $0.span == nil }) {
            return true
        }
        let span = people(in: group).filter { world.isRegistered(world.week.staff[$0]) }
            .map { world.week.teams[teams[$0] ?? 0].span ?? 0 }.reduce(0, +)
        return Double(workers.count) <= span + 1e-9
    }

    private func people(in group: String) -> [Int] {
        teams.indices.filter { index in
            teams[index].map { world.week.teams[$0].supervisionGroup == group } ?? false
        }
    }

    private func wants(_ group: String) -> [(activity: Activity, minutes: Double)] {
        world.week.framework.activities.compactMap { activity in
            let contacts = given.filter {
                $0.route == .delegated && self.group($0) == group
                    && world.week.demand[$0.line].activity == activity.id
            }.map(\.count).reduce(0, +)
            let minutes = Double(contacts) * (activity.delegated?.supervisionMinutes ?? 0)
            return minutes > 0 ? (activity, minutes) : nil
        }
    }

    private func spare(_ person: Int) -> Double {
        let used = given.filter { $0.staff == person || $0.partner == person }.map { contact in
            world.minutes(world.week.demand[contact.line], alone: contact.route == .singleHanded)
                * Double(contact.count)
        }.reduce(0, +)
        let spare = world.capacity(person, session) - used
        return max(0, min(spare, world.week.policy.supervisionMinutesPerSession))
    }

    private func may(_ person: Int, _ activity: Activity) -> Bool {
        world.canSupervise(world.week.staff[person], activity, world.week.sessions[session].day)
    }

    private func canSupervise(_ group: String) -> Bool {
        let wants = wants(group)
        for subset in 1..<max(2, 1 << wants.count) {
            let chosen = wants.indices.filter { subset >> $0 & 1 == 1 }.map { wants[$0] }
            let has = people(in: group).filter { one in chosen.contains { may(one, $0.activity) } }
                .map(spare).reduce(0, +)
            if chosen.map(\.minutes).reduce(0, +) > has + 1e-9 { return false }
        }
        return true
    }

    /// Minutes that cover every want, where that is possible: augmenting paths in a tiny network.
    func flows() -> [Flow] {
        groups.flatMap { group -> [Flow] in
            let (wants, people) = (wants(group), people(in: group))
            var spare = people.map { self.spare($0) }
            var need = wants.map(\.minutes)
            var flow = people.map { _ in wants.map { _ in 0.0 } }
            while let path = path(people, wants.map(\.activity), spare, need, flow) {
                path.push(&spare, &need, &flow)
            }
            return people.indices.flatMap { one in
                wants.indices.filter { flow[one][$0] > 1e-9 }.map {
                    Flow(
                        supervisor: people[one], group: group, activity: wants[$0].activity,
                        minutes: flow[one][$0])
                }
            }
        }
    }

    /// Steps from a want through people and, against minutes given already, other wants, to spare minutes.
    private struct Path {
        var wants: [Int]
        var people: [Int]

        func push(_ spare: inout [Double], _ need: inout [Double], _ flow: inout [[Double]]) {
            let end = people[people.count - 1]
            var amount = min(need[wants[0]], spare[end])
            for step in 1..<max(1, wants.count) {
                amount = min(amount, flow[people[step - 1]][wants[step]])
            }
            for step in wants.indices {
                flow[people[step]][wants[step]] += amount
                if step > 0 { flow[people[step - 1]][wants[step]] -= amount }
            }
            need[wants[0]] -= amount
            spare[end] -= amount
        }
    }

    private func path(
        _ people: [Int], _ activities: [Activity], _ spare: [Double], _ need: [Double], _ flow: [[Double]]
    ) -> Path? {
        var queue = need.indices.filter { need[$0] > 1e-9 }.map { Path(wants: [$0], people: []) }
        while !queue.isEmpty {
            let path = queue.removeFirst()
            for one in people.indices
            where !path.people.contains(one) && may(people[one], activities[path.wants[path.wants.count - 1]])
            {
                let next = Path(wants: path.wants, people: path.people + [one])
                if spare[one] > 1e-9 { return next }
                for want in activities.indices where flow[one][want] > 1e-9 && !next.wants.contains(want) {
                    queue.append(Path(wants: next.wants + [want], people: next.people))
                }
            }
        }
        return nil
    }
}
