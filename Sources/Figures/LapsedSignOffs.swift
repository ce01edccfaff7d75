// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Mandatory sign-offs that have ended of people whom a plan deploys after that.
///
/// A sign-off counts that somebody held and that ended without another one: of a competency that the contacts they give
/// or supervise in that session need; that every route to every activity needs for which their roles are fit; or that no
/// activity asks for, kept for its own sake, as mandatory training is. What is asked for by some routes alone keeps the
/// person from these, and no plan gives it to them: nothing that must not wait.
struct LapsedSignOffs {
    /// A flag a person and competency, in order of the roster.
    let flags: [RedFlag]

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
        let latest = LatestSignOffs(index)
        let needed = Needed(index, plan, time)
        let open = index.week.openSessions
        let deployed = Dictionary(
            grouping: plan.deployments.filter { open.contains($0.session) }, by: \.staff)
        let names = Naming(week: index.week, index: index.index)
        flags = index.index.humans.rows.flatMap { rows -> [RedFlag] in
            guard let first = rows.first else { return [] }
            let staff = index.week.staff[first].id
            let sessions = rows.flatMap { row in
                (deployed[index.week.staff[row].id] ?? []).map { (row: row, place: $0) }
            }.sorted { ($0.place.session, $0.row) < ($1.place.session, $1.row) }
            guard !sessions.isEmpty else { return [] }
            return latest.of(staff).map(\.held.competency).compactMap { competency in
                let lapsed = sessions.compactMap { row, place -> RedFlag? in
                    let day = index.week.sessions[place.session].day
                    guard let held = time.people[row].signOff(in: competency, on: day),
                        let ended = held.until, ended < day,
                        let why = needed.reason(competency, row, staff: place.staff, place.session)
                    else { return nil }
                    return RedFlag(
                        .lapsed(staff: staff, competency: competency, ended: ended),
                        what: "\(names.person(staff)) is on duty, and their sign-off in “"
                            + "\(index.competencyName(competency))” ended on \(Show.day(ended)); \(why).",
                        place: place.team, when: index.sessionName(place.session))
                }
                var flag = lapsed.first
                flag?.size = lapsed.count
                return flag
            }
        }
    }

    /// What needs which competency.
    private struct Needed {
        private let index: WeekLookup
        private let time: PlanTime
        private let activities: [Activity]
        private let asked: Set<String>
        private var needed: [Cell: Set<String>] = [:]

        init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
            self.index = index
            self.time = time
            activities = index.week.framework.activities
            asked = Set(activities.flatMap { $0.needs + $0.supervisorNeeds }.map(\.competency))
            for row in plan.supervision {
                let needs = index.activity(row.activity)?.supervisorNeeds ?? []
                needed[Cell(staff: row.supervisor, session: row.session), default: []]
                    .formUnion(needs.map(\.competency))
            }
            for row in plan.contacts {
                guard let activity = index.activity(row.activity), let day = index.day(row.session) else {
                    continue
                }
                for (staff, isSecond) in [(row.staff, false)] + (row.partner.map { [($0, true)] } ?? []) {
                    guard let person = index.person(staff) else { continue }
                    let needs = activity.needs(
                        of: time.people[person], on: day, route: row.route, isSecond: isSecond)
                    needed[Cell(staff: staff, session: row.session), default: []]
                        .formUnion(needs.map(\.competency))
                }
            }
        }

        /// Why the competency is mandatory for a person in a session; nil: it is not.
        func reason(_ competency: String, _ person: Int, staff: String, _ session: Int) -> String? {
            if needed[Cell(staff: staff, session: session)]?.contains(competency) ?? false {
                return "what they give or supervise then needs it"
            }
            guard asked.contains(competency) else {
                return "it is kept for its own sake, as mandatory training is"
            }
            let routes = activities.flatMap { time.people[person].routes(fitting: $0) }
            let isInAll = !routes.isEmpty && routes.allSatisfy { $0.contains { $0.competency == competency } }
            return isInAll ? "all that their role may do needs it" : nil
        }
    }
}

extension Qualifications {
    /// What each route to an activity needs that the person's roles are fit for, whatever is signed off or approved.
    fileprivate func routes(fitting activity: Activity) -> [[Need]] {
        var routes: [[Need]] = []
        if let route = activity.registered, !professions.isDisjoint(with: route.professions) {
            routes.append(route.needs)
        }
        if let route = activity.support, isOfWorker(route, of: activity) { routes.append(route.needs) }
        if activity.hands == 1, let route = activity.delegated, isOfDelegate(route) {
            routes.append(route.needs)
        }
        if activity.hands == 2, let route = activity.second, isOfWorker(route, of: activity) {
            routes.append(route.needs)
        }
        return routes
    }
}
