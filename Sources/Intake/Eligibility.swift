// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether a person may be deployed to a team in a session, and if not, what stands in the way.
///
/// The conditions of the model on domain values, except the rota's own mark and pin; a team in which there is nothing
/// for the person to do is not told where it is their own. A condition whose data could not be read is left out.
struct Eligibility {
    /// What stands in the way.
    enum Obstacle: Equatable {
        case closed, noAgreement, tooFar, placedElsewhere(team: String), nothingToDo
    }

    /// Agreements, or nil where they could not be read.
    let agreements: [Agreement]?
    /// The most minutes of travel, and the times; nil where there is no limit.
    let travel: TravelLimit?
    /// Placements by person.
    let placements: [String: [Placement]]
    /// Who can do what, and the activities each team demands; nil where they could not be read.
    let work: Work?

    /// Travel times by pair of localities, and the longest way allowed.
    struct TravelLimit {
        private var minutes: [[String]: Int] = [:]
        let most: Double

        init(_ times: [TravelTime], most: Double) {
            self.most = most
            for time in times { minutes[[time.from, time.to]] = time.minutes }
        }

        /// Minutes of a way: none within a locality, else the pair, else the reverse pair; nil where neither is known.
        func minutes(from: String, to: String) -> Int? {
            from == to ? 0 : minutes[[from, to]] ?? minutes[[to, from]]
        }

        /// Whether the way is known and short enough.
        func allows(from: String, to: String) -> Bool {
            minutes(from: from, to: to).map { Double($0) <= most } ?? false
        }
    }

    /// Who can do what, and the activities each team demands.
    struct Work {
        private var people: [String: Qualifications] = [:]
        private var demanded: [String: [Activity]] = [:]
        private let decisions: DelegationDecisions

        init(
            framework: Framework, staff: [StaffMember], held: [Qualifications], demand: [DemandLine],
            decisions: [DelegationDecision]
        ) {
            self.decisions = DelegationDecisions(decisions)
            people = Dictionary(zip(staff.map(\.id), held)) { first, _ in first }
            let activities = Dictionary(framework.activities.map { ($0.id, $0) }) { first, _ in first }
            var seen: Set<[String]> = []
            for line in demand where seen.insert([line.team, line.activity]).inserted {
                if let activity = activities[line.activity] {
                    demanded[line.team, default: []].append(activity)
                }
            }
        }

        /// Whether the person can do anything the team demands in the horizon.
        func exists(for person: StaffMember, in team: String, on day: CalendarDay) -> Bool {
            guard let held = people[person.id] else { return false }
            return (demanded[team] ?? []).contains { activity in
                let routes = decisions.openRoutes(to: activity, for: person.id, in: team, on: day)
                return held.standing(for: activity, on: day, open: routes).takesPart
            }
        }
    }

    /// The first condition that fails; nil where the person may be deployed.
    func obstacle(_ person: StaffMember, _ session: Session, _ team: Team) -> Obstacle? {
        if !team.isOpen(in: session) { return .closed }
        if let agreements, person.employer != team.organisation {
            let covered = agreements.contains {
                $0.covers(
                    employer: person.employer, roles: person.roles, workingFor: team.organisation,
                    on: session.day)
            }
            if !covered { return .noAgreement }
        }
        if let travel, !travel.allows(from: person.baseLocality, to: team.locality) { return .tooFar }
        let placed = (placements[person.id] ?? []).filter { $0.holds(on: session.day) }
        if let elsewhere = placed.first(where: { $0.team != team.id }) {
            return .placedElsewhere(team: elsewhere.team)
        }
        let isOwn = !placed.isEmpty || person.homeTeam == team.id
        if let work, !isOwn, !work.exists(for: person, in: team.id, on: session.day) { return .nothingToDo }
        return nil
    }
}
