// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether a person may be deployed to a team in a session, and if not, what stands in the way.
///
/// The conditions of the model on domain values, except the rota's own mark and pin; a team in which there is nothing
/// for the person to do is not told where it is their own. A condition whose data could not be read is left out.
struct Eligibility {
    /// What stands in the way.
    enum Obstacle: Equatable {
        /// The person cannot be sent to the team then, whatever there is to do.
        case barrier(Reach.Barrier)
        /// The team is not their own, and demands nothing that they may do.
        case nothingToDo
    }

    /// Whom people may work for, how far they travel, and where a rotation places them.
    let reach: Reach
    /// Who can do what, and the activities each team demands; nil where they could not be read.
    let work: Work?

    /// Who can do what, and the activities each team demands.
    struct Work {
        private var people: [String: Qualifications] = [:]
        private var demanded: [String: [Activity]] = [:]
        private let decisions: DelegationDecisions

        init(
            framework: Framework, staff: [StaffMember], held: [Qualifications], demand: [DemandLine],
            decisions: [DelegationDecision]
        ) {
            self.decisions = DelegationDecisions(decisions, of: staff)
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
        if let barrier = reach.barriers(person, in: session, to: team).first { return .barrier(barrier) }
        let isOwn = reach.homeTeam(person, on: session.day) == team.id
        if let work, !isOwn, !work.exists(for: person, in: team.id, on: session.day) { return .nothingToDo }
        return nil
    }
}
