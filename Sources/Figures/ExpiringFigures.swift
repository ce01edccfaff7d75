// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A sign-off that runs out soon, or has run out.
public struct ExpiringFigure: Sendable, Equatable, Encodable {
    /// What somebody may no longer do of an activity.
    public struct Stop: Sendable, Equatable, Encodable {
        /// The ways of taking part that a sign-off can decide.
        public enum Part: String, Sendable, Encodable {
            /// Giving it by the registered or the support route; of a two-handed activity, leading it.
            case give
            /// Giving it by delegation.
            case delegated
            /// Giving it single-handed.
            case singleHanded = "single-handed"
            /// Being the second of two workers.
            case second
            /// Supervising it where it is delegated, which they may still give themselves.
            case supervise
        }

        /// The activity's identifier.
        public let activity: String
        /// The largest part that ends.
        public let part: Part
    }

    /// Whose it is, by the first of their rows in staff.csv.
    public let staff: String
    /// In what.
    public let competency: String
    /// The level.
    public let level: Int
    /// The last day on which it holds.
    public let until: String
    /// Whether that day lies before the horizon.
    public let hasEnded: Bool
    /// Whether some activity of the framework asks for the competency.
    public let isAskedFor: Bool
    /// What ends with it, in order of the framework; empty where the person may do as much without it.
    public let stops: [Stop]
    /// Contacts of those activities that the person takes part in in this plan, or of which they supervise some where
    /// supervising is what ends.
    public let contacts: Int

    /// Every sign-off that has ended or ends by 60 days after the horizon, of each human and competency the
    /// latest, the earliest first: also those that no activity asks for, such as mandatory ones. What ends with it is
    /// that in any row of the human.
    static func all(
        _ index: WeekLookup, _ plan: Plan, _ time: PlanTime, _ all: LatestSignOffs,
        delegated: [DelegationFigure]
    ) -> [ExpiringFigure] {
        let week = index.week
        let limit = index.last.adding(days: ReviewFigure.daysAhead)
        let taken = Taken(plan, delegated)
        let delegable = delegable(index, time)
        let asking = Dictionary(
            grouping: week.framework.activities.flatMap { activity in
                Set((activity.needs + activity.supervisorNeeds).map(\.competency)).map {
                    (competency: $0, activity: activity)
                }
            }, by: \.competency)
        let humans = week.staff.humansById
        let held = Dictionary(grouping: week.signOffs) { humans[$0.staff] ?? $0.staff }
        var found: [(until: CalendarDay, figure: ExpiringFigure)] = []
        for rows in index.index.humans.rows {
            guard let member = rows.first.map({ week.staff[$0] }) else { continue }
            for latest in all.of(member.id) {
                guard let until = latest.held.until, until <= limit,
                    !all.isRenewed(latest, by: until.adding(days: 1))
                else { continue }
                let activities = (asking[latest.held.competency] ?? []).map(\.activity)
                var renewed = latest.signOff
                renewed.expiresOn = .distant
                let others = (held[member.human] ?? []).filter { $0.competency != renewed.competency }
                let after = Qualifications.of(
                    rows.map { week.staff[$0] }, signOffs: others + [renewed], framework: week.framework)
                // The first day without it, or the horizon's last where that is later.
                let day = max(until.adding(days: 1), index.last)
                let stops = activities.compactMap { activity in
                    var lost: Standing = []
                    for (row, holding) in zip(rows, after) {
                        let id = week.staff[row].id
                        lost.formUnion(
                            time.standingAnywhere(holding, of: id, activity, on: day).subtracting(
                                time.standingAnywhere(time.people[row], of: id, activity, on: day)))
                    }
                    if !delegable.contains(activity.id) { lost.remove(.supervises) }
                    return Stop(activity, lost: lost)
                }
                let figure = ExpiringFigure(
                    staff: member.id, competency: latest.held.competency, level: latest.held.level,
                    until: until.iso, hasEnded: until < week.start, isAskedFor: !activities.isEmpty,
                    stops: stops,
                    contacts: stops.reduce(0) { sum, stop in
                        rows.reduce(sum) {
                            $0 + taken.contacts(of: stop, by: week.staff[$1].id)
                        }
                    })
                found.append((until, figure))
            }
        }
        return found.enumerated().sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
            .map(\.element.figure)
    }

    /// Activities that somebody on the roster may be delegated on the horizon's last day: supervising others ends with
    /// nobody to supervise.
    private static func delegable(_ index: WeekLookup, _ time: PlanTime) -> Set<String> {
        Set(
            index.week.framework.activities.filter { activity in
                activity.delegated != nil
                    && index.week.staff.indices.contains { person in
                        time.standingAnywhere(
                            time.people[person], of: index.week.staff[person].id, activity, on: index.last
                        ).contains(.delegated)
                    }
            }.map(\.id))
    }
}

extension ExpiringFigure.Stop {
    fileprivate init?(_ activity: Activity, lost: Standing) {
        let part: Part? =
            if !lost.isDisjoint(with: [.registered, .support]) {
                .give
            } else if lost.contains(.delegated) {
                .delegated
            } else if lost.contains(.single) {
                .singleHanded
            } else if lost.contains(.second) {
                .second
            } else if lost.contains(.supervises) { .supervise } else { nil }
        guard let part else { return nil }
        self.init(activity: activity.id, part: part)
    }
}

/// Contacts of each activity that each person takes part in, and those of which they supervise some.
private struct Taken {
    private var contacts: [[String]: Int] = [:]
    private var supervised: [[String]: Int] = [:]

    init(_ plan: Plan, _ delegated: [DelegationFigure]) {
        for row in plan.contacts {
            for staff in [row.staff, row.partner].compactMap(\.self) {
                contacts[[staff, row.activity], default: 0] += row.contacts
            }
        }
        for item in delegated {
            for staff in item.supervisors { supervised[[staff, item.activity], default: 0] += item.contacts }
        }
    }

    func contacts(of stop: ExpiringFigure.Stop, by staff: String) -> Int {
        let key = [staff, stop.activity]
        return (stop.part == .supervise ? supervised[key] : contacts[key]) ?? 0
    }
}

extension Activity {
    /// What its routes ask for, in order of the routes.
    var needs: [Need] {
        (registered?.needs ?? []) + (support?.needs ?? []) + (delegated?.needs ?? []) + (second?.needs ?? [])
            + (singleHanded?.needs ?? [])
    }

    /// What supervising it asks for where it is delegated.
    var supervisorNeeds: [Need] { delegated?.supervisorNeeds ?? [] }
}

extension CalendarDay {
    /// A day that no plan reaches.
    fileprivate static let distant = CalendarDay(number: 1_000_000)
}
