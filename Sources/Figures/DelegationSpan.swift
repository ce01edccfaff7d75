// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// How many support workers have work delegated to them in a supervision group and session, and how many may.
public struct DelegationSpan: Sendable, Equatable, Encodable {
    /// Support workers doing delegated work.
    public let delegatedTo: Int
    /// The sum of the teams' spans over those deployed there who supervise something delegated in the group; nil: the
    /// group has no such rule.
    public let limit: Double?

    /// Whether another support worker could have work delegated to them.
    var hasRoom: Bool { limit.map { Double(delegatedTo + 1) <= $0 + 1e-9 } ?? true }
}

extension PlanTime {
    /// The most support workers that those deployed in the group in a session may oversee: of them count who supervise
    /// something that the group asks for then and that is delegated there to somebody on the rota.
    func spanLimit(group: String, session: Int) -> Double? {
        let teams = index.teams(ofGroup: group)
        guard !teams.isEmpty else { return nil }
        let day = index.week.sessions[session].day
        let delegated = delegatedThere(teams, session)
        var limit = 0.0
        for team in teams {
            guard let span = index.week.teams[team].span else { return nil }
            let supervisors = people(at: team, in: session).count { person in
                delegated.contains {
                    people[person].standing(for: $0, on: day, open: []).contains(.supervises)
                }
            }
            limit += span * Double(supervisors)
        }
        return limit
    }

    /// What teams ask for in a session that somebody on the rota may only take by delegation.
    private func delegatedThere(_ teams: [Int], _ session: Int) -> [Activity] {
        let week = index.week
        return week.framework.activities.filter { activity in
            guard activity.hands == 1, activity.delegated?.remoteSupervision == false else { return false }
            let asking = teams.filter { team in
                week.demand.contains {
                    $0.activity == activity.id && $0.team == week.teams[team].id
                        && $0.window.contains(session)
                }
            }
            return asking.contains { team in
                week.staff.indices.contains { person in
                    let duty = week.rota[person][session].duty
                    return (duty == .rostered || duty == .available)
                        && standing(
                            person, activity, team: week.teams[team].id, on: week.sessions[session].day
                        ).isDelegatedOnly
                }
            }
        }
    }
}

/// The support workers who do delegated work in each supervision group and session of a plan.
struct DelegatedTo {
    private var workers: [Place: Set<String>] = [:]

    private struct Place: Hashable {
        let group: String
        let session: Int
    }

    init(_ index: WeekLookup, _ plan: Plan) {
        for row in plan.contacts
        where row.route == .delegated
            && index.activity(row.activity)?.delegated?.remoteSupervision != true
        {
            workers[Place(group: index.group(row.team), session: row.session), default: []].insert(row.staff)
        }
    }

    func contains(_ staff: String, group: String, session: Int) -> Bool {
        workers[Place(group: group, session: session)]?.contains(staff) ?? false
    }

    func count(group: String, session: Int) -> Int {
        workers[Place(group: group, session: session)]?.count ?? 0
    }
}

extension WeekLookup {
    /// The group in which delegated work of an activity in a team is supervised: `*` where from afar.
    func supervisionGroup(_ activity: String, team: String) -> String {
        self.activity(activity)?.delegated?.remoteSupervision == true
            ? WeekIndex.everywhereName : group(team)
    }

    /// The supervision group of a team; its own name where there is no such team.
    func group(_ team: String) -> String { self.team(team).map { week.teams[$0].supervisionGroup } ?? team }

    /// The teams of a supervision group, in file order; of `*` all.
    func teams(ofGroup group: String) -> [Int] {
        index.group(group).map { $0 == index.everywhere ? Array(week.teams.indices) : index.teamsOfGroup[$0] }
            ?? []
    }
}
