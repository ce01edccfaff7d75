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

    /// Delegated work of an activity in a group, `*` where supervised from afar.
    private struct Want {
        let group: String
        let activity: Activity
        let minutes: Double
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

    /// Rule 7, presence, and rule 6 by Hall's condition: no set of works wants more than its supervisors have.
    var isPossible: Bool {
        let isPresent = world.lifted.contains(.presence) || works.allSatisfy { !supervisors($0).isEmpty }
        return groups.allSatisfy { isWithinSpan($0) } && isPresent && canSupervise
    }

    private var groups: [String] {
        var groups: [String] = []
        for team in world.week.teams where !groups.contains(team.supervisionGroup) {
            groups.append(team.supervisionGroup)
        }
        return groups
    }

    private func group(_ contact: OracleContact) -> String {
        let line = world.week.demand[contact.line]
        return world.supervisionGroup(world.activity(line), world.team(line))
    }

    private func isWithinSpan(_ group: String) -> Bool {
        let workers = Set(given.filter { $0.route == .delegated && self.group($0) == group }.map(\.staff))
        if world.week.teams.contains(where: { $0.supervisionGroup == group && $0.span == nil }) {
            return true
        }
        let span = people(in: group).filter { world.widensSpan(world.week.staff[$0], group, session) }
            .map { world.week.teams[teams[$0] ?? 0].span ?? 0 }.reduce(0, +)
        return Double(workers.count) <= span + 1e-9
    }

    private func people(in group: String) -> [Int] {
        teams.indices.filter { index in
            teams[index].map { group == "*" || world.week.teams[$0].supervisionGroup == group } ?? false
        }
    }

    /// All delegated work, that of no minutes too.
    private var works: [Want] {
        (groups + ["*"]).flatMap { group in
            world.week.framework.activities.compactMap { activity -> Want? in
                let contacts = given.filter {
                    $0.route == .delegated && self.group($0) == group
                        && world.week.demand[$0.line].activity == activity.id
                }.map(\.count).reduce(0, +)
                let minutes = Double(contacts) * (activity.delegated?.supervisionMinutes ?? 0)
                return contacts > 0 ? Want(group: group, activity: activity, minutes: minutes) : nil
            }
        }
    }

    private func supervisors(_ want: Want) -> [Int] {
        people(in: want.group).filter {
            world.canSupervise(world.week.staff[$0], want.activity, world.week.sessions[session].day)
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

    private var canSupervise: Bool {
        let wants = works.filter { $0.minutes > 0 }
        for subset in 1..<max(2, 1 << wants.count) {
            let chosen = wants.indices.filter { subset >> $0 & 1 == 1 }.map { wants[$0] }
            let has = Set(chosen.flatMap(supervisors)).map(spare).reduce(0, +)
            if chosen.map(\.minutes).reduce(0, +) > has + 1e-9 { return false }
        }
        return true
    }

    /// Who is named as the supervisor of delegated contacts: who gives most, else the first who may.
    func named(_ contact: OracleContact) -> Int? {
        guard contact.route == .delegated else { return nil }
        let activity = world.activity(world.week.demand[contact.line])
        let flows = flows().filter { $0.group == group(contact) && $0.activity.id == activity.id }
        var best: (person: Int, minutes: Double)?
        for person in supervisors(Want(group: group(contact), activity: activity, minutes: 0)) {
            let minutes = flows.filter { $0.supervisor == person }.map(\.minutes).reduce(0, +)
            if let known = best, known.minutes >= minutes { continue }
            best = (person, minutes)
        }
        return best?.person
    }

    /// Minutes that cover every want, where that is possible: augmenting paths in a tiny network.
    func flows() -> [Flow] {
        if session < world.over { return world.pastFlows(session) }
        let wants = works.filter { $0.minutes > 0 }
        let people = teams.indices.filter { teams[$0] != nil }
        let may = people.map { one in wants.map { supervisors($0).contains(one) } }
        var spare = people.map { self.spare($0) }
        var need = wants.map(\.minutes)
        var flow = people.map { _ in wants.map { _ in 0.0 } }
        while let path = path(may, spare, need, flow) { path.push(&spare, &need, &flow) }
        return people.indices.flatMap { one in
            wants.indices.filter { flow[one][$0] > 1e-9 }.map {
                Flow(
                    supervisor: people[one], group: wants[$0].group, activity: wants[$0].activity,
                    minutes: flow[one][$0])
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

    private func path(_ may: [[Bool]], _ spare: [Double], _ need: [Double], _ flow: [[Double]]) -> Path? {
        var queue = need.indices.filter { need[$0] > 1e-9 }.map { Path(wants: [$0], people: []) }
        while !queue.isEmpty {
            let path = queue.removeFirst()
            for one in may.indices
            where !path.people.contains(one) && may[one][path.wants[path.wants.count - 1]] {
                let next = Path(wants: path.wants, people: path.people + [one])
                if spare[one] > 1e-9 { return next }
                for want in need.indices where flow[one][want] > 1e-9 && !next.wants.contains(want) {
                    queue.append(Path(wants: next.wants + [want], people: next.people))
                }
            }
        }
        return nil
    }
}
