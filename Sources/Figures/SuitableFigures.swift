// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What becomes of the contacts of one line that a review found suitable for one worker.
public struct SuitableFigure: Sendable, Equatable, Encodable {
    /// Why a suitable contact goes to two workers, in the order in which it is tested.
    public enum Reason: String, Sendable, CaseIterable, Encodable {
        /// Nobody of the roster is signed off for it on a day of the window.
        case nobodySignedOff = "nobody-signed-off"
        /// Somebody is, but nobody of them is at work or could be asked in the window.
        case nobodyAtWork = "nobody-at-work"
        /// Somebody is, but nobody of them is deployed to the team in the window.
        case nobodyThere = "nobody-there"
        /// Somebody is deployed to the team, but has no time left for giving it alone.
        case noTime = "no-time"
        /// Somebody had the time: the plan chose two workers.
        case choice
    }

    /// The demand line.
    public let line: String
    /// Its team.
    public let team: String
    /// Its activity.
    public let activity: String
    /// Contacts found suitable.
    public let suitable: Int
    /// Contacts given single-handed.
    public let singleHanded: Int
    /// Suitable contacts given by two: those beyond the ones that need two.
    public let doubleHanded: Int
    /// Suitable contacts not met: the rest.
    public let unmet: Int
    /// Why there are suitable contacts given by two; nil where there are none.
    public let reason: Reason?
    /// Who could give them alone, as far as the reason is about them, in order of the roster.
    public let able: [String]

    static func all(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) -> [SuitableFigure] {
        let rows = Dictionary(grouping: plan.contacts, by: \.line)
        return index.week.demand.compactMap { line in
            guard let activity = index.activity(line.activity), let team = index.team(line.team),
                index.suitable(line) > 0
            else { return nil }
            let given = rows[line.id] ?? []
            func contacts(_ route: ContactRoute) -> Int {
                given.reduce(0) { $0 + ($1.route == route ? $1.contacts : 0) }
            }
            let suitable = index.suitable(line)
            let single = contacts(.singleHanded)
            let double = max(0, contacts(.doubleHanded) - index.doubleHandedNeeded(line))
            let found = double > 0 ? Able(line, activity, team, given, time).reason : nil
            return SuitableFigure(
                line: line.id, team: line.team, activity: line.activity, suitable: suitable,
                singleHanded: single, doubleHanded: double, unmet: max(0, suitable - single - double),
                reason: found?.reason, able: found?.people.map { index.week.staff[$0].id } ?? [])
        }
    }
}

/// Who could give contacts of a line alone, and what keeps them from it.
private struct Able {
    let reason: (reason: SuitableFigure.Reason, people: [Int])

    init(_ line: DemandLine, _ activity: Activity, _ team: Int, _ given: [ContactRow], _ time: PlanTime) {
        let week = time.index.week
        let window = line.window.clamped(to: 0...max(0, week.sessions.count - 1))
        let days = Set(window.map { week.sessions[$0].day })
        let able = week.staff.indices.filter { person in
            days.contains {
                time.standing(person, activity, team: line.team, on: $0).contains(.single)
            }
        }
        func isAble(_ person: Int, _ session: Int) -> Bool {
            time.standing(person, activity, team: line.team, on: week.sessions[session].day).contains(.single)
        }
        let atWork = able.filter { person in
            window.contains { session in
                let duty = week.rota[person][session].duty
                return (duty == .rostered || duty == .available) && isAble(person, session)
            }
        }
        let there = atWork.filter { person in
            window.contains { time.people(at: team, in: $0).contains(person) && isAble(person, $0) }
        }
        // Who is one of the two needs only the minutes that being alone takes more.
        let alone = Double(activity.workMinutes(in: week.teams[team], by: .singleHanded))
        let more = alone - Double(activity.workMinutes(in: week.teams[team]))
        let free = there.filter { person in
            let id = week.staff[person].id
            return window.contains { session in
                guard time.people(at: team, in: session).contains(person), isAble(person, session) else {
                    return false
                }
                let isOfPair = given.contains {
                    $0.route == .doubleHanded && $0.session == session && ($0.staff == id || $0.partner == id)
                }
                return time.free(person, session) >= (isOfPair ? more : alone)
            }
        }
        reason =
            if able.isEmpty {
                (.nobodySignedOff, [])
            } else if atWork.isEmpty {
                (.nobodyAtWork, able)
            } else if there.isEmpty {
                (.nobodyThere, atWork)
            } else if free.isEmpty { (.noTime, there) } else { (.choice, free) }
    }
}

extension WeekLookup {
    /// Contacts of a line found suitable for one worker; 0 where its activity has no single-handed way.
    func suitable(_ line: DemandLine) -> Int {
        guard let activity = activity(line.activity), activity.hands == 2, activity.singleHanded != nil else {
            return 0
        }
        return line.singleHandedContacts
    }

    /// Contacts of a line that no review found suitable for one worker.
    func doubleHandedNeeded(_ line: DemandLine) -> Int { line.contacts - suitable(line) }
}
