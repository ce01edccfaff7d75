// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Somebody on the bank or agency who holds competencies that the plan does not use.
public struct UnusedBankFigure: Sendable, Equatable, Encodable {
    /// Work that the person could do.
    public struct Work: Sendable, Equatable, Encodable {
        /// The activity's identifier.
        public let activity: String
        /// Contacts of it that are not met, in windows in which the person may do it.
        public let unmetContacts: Int
    }

    /// Who.
    public let staff: String
    /// How the person is engaged.
    public let employment: Employment
    /// Sessions rostered or open to being asked, of those that are not over: none in which another row of the same human
    /// is on duty or away.
    public let sessionsOffered: Int
    /// Sessions deployed.
    public let sessionsDeployed: Int
    /// Competencies held that no contact of theirs needs: where the person is deployed, only those that unmet
    /// care needs.
    public let competencies: [String]
    /// What the person could do: where deployed nowhere, everything that is asked for; else what is not met and
    /// needs one of the competencies. Most unmet contacts first.
    public let work: [Work]

    static func all(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) -> [UnusedBankFigure] {
        let week = index.week
        var deployed: [String: Int] = [:]
        for row in plan.deployments { deployed[row.staff, default: 0] += 1 }
        return week.staff.enumerated().compactMap { person, member in
            guard member.employment.isTemporary else { return nil }
            let sessions = deployed[member.id] ?? 0
            let held = time.people[person]
            var used: Set<String> = []
            for row in plan.contacts where row.staff == member.id || row.partner == member.id {
                guard let activity = index.activity(row.activity), let day = index.day(row.session) else {
                    continue
                }
                let needs = activity.needs(
                    of: held, on: day, route: row.route, isSecond: row.partner == member.id)
                used.formUnion(needs.map(\.competency))
            }
            let unmet = Self.unmet(plan, person, time)
            let asked = sessions == 0 ? Self.wanted(person, time) : unmet.map(\.activity)
            var competencies: [String] = []
            var work: [Work] = []
            for activity in asked {
                let needs = activity.ways(open: held, of: member.id, time).map(\.competency)
                let spare = needs.filter { !used.contains($0) }
                guard sessions == 0 || !spare.isEmpty else { continue }
                for competency in spare where !competencies.contains(competency) {
                    competencies.append(competency)
                }
                let contacts = unmet.first { $0.activity.id == activity.id }?.contacts ?? 0
                work.append(Work(activity: activity.id, unmetContacts: contacts))
            }
            guard sessions == 0 || !work.isEmpty else { return nil }
            return UnusedBankFigure(
                staff: member.id, employment: member.employment,
                sessionsOffered: week.openSessions.count {
                    week.rota[person][$0].duty == .rostered || index.mayBeAsked(person, $0)
                },
                sessionsDeployed: sessions, competencies: competencies,
                work: work.enumerated().sorted {
                    ($1.element.unmetContacts, $0.offset) < ($0.element.unmetContacts, $1.offset)
                }.map(\.element))
        }
    }

    /// Unmet contacts of each activity in whose window the person may take part, in order of the framework.
    private static func unmet(
        _ plan: Plan, _ person: Int, _ time: PlanTime
    ) -> [(activity: Activity, contacts: Int)] {
        let index = time.index
        return index.week.framework.activities.compactMap { activity in
            let contacts = plan.unmet.reduce(0) { sum, row in
                guard row.activity == activity.id, row.priority.isCare, let line = index.line(row.line) else {
                    return sum
                }
                let mayAct = line.window.contains { session in
                    index.day(session).map {
                        time.standing(person, activity, team: line.team, on: $0).takesPart
                    } ?? false
                }
                return mayAct ? sum + row.contacts : sum
            }
            return contacts > 0 ? (activity, contacts) : nil
        }
    }

    /// Activities asked for in whose windows the person may take part, in order of the framework.
    private static func wanted(_ person: Int, _ time: PlanTime) -> [Activity] {
        let index = time.index
        return index.week.framework.activities.filter { activity in
            index.week.demand.contains { line in
                line.activity == activity.id && line.contacts > 0
                    && line.window.contains { session in
                        index.day(session).map {
                            time.standing(person, activity, team: line.team, on: $0).takesPart
                        } ?? false
                    }
            }
        }
    }
}

extension Activity {
    /// What the routes need that are open to a person on some day of the week.
    fileprivate func ways(open held: Qualifications, of staff: String, _ time: PlanTime) -> [Need] {
        let week = time.index.week
        var standing: Standing = []
        for day in 0..<week.days {
            standing.formUnion(time.standingAnywhere(held, of: staff, self, on: week.start.adding(days: day)))
        }
        var needs: [Need] = []
        if standing.contains(.registered) { needs += registered?.needs ?? [] }
        if standing.contains(.support) { needs += support?.needs ?? [] }
        if standing.contains(.delegated) { needs += delegated?.needs ?? [] }
        if !standing.hasRoute, standing.contains(.second) { needs += second?.needs ?? [] }
        if standing.contains(.single) { needs += singleHanded?.needs ?? [] }
        return needs
    }
}
