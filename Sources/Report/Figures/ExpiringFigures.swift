// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The review of an approved delegation that is due or has passed.
public struct ReviewFigure: Sendable, Equatable, Encodable {
    /// The activity's identifier.
    public let activity: String
    /// Who approved it.
    public let approvedBy: String
    /// The last day on which the approval holds.
    public let reviewOn: String
    /// Whether that day lies before the end of the horizon.
    public let hasPassed: Bool
    /// Contacts that this plan delegates, and that would need registered people afterwards.
    public let contacts: Int
    /// Whether a decision lets every team go on afterwards.
    public let isAllowed: Bool
    /// People of the roster to whom it can be delegated on the last day of the approval, with their sign-offs as
    /// they are.
    public let people: Int

    /// Days after the horizon's last day within which a review or the end of a sign-off is told of.
    static let daysAhead = 60

    static func due(_ index: WeekIndex, _ plan: Plan, _ time: PlanTime) -> [ReviewFigure] {
        let limit = index.last.adding(days: daysAhead)
        let found = index.week.framework.activities.compactMap { activity -> (CalendarDay, ReviewFigure)? in
            guard let route = activity.delegated, route.status == .approved, let day = route.reviewOn,
                day <= limit
            else { return nil }
            let given = plan.contacts.filter { $0.activity == activity.id && $0.route == .delegated }
            let figure = ReviewFigure(
                activity: activity.id, approvedBy: route.approvedBy, reviewOn: day.iso,
                hasPassed: day < index.last, contacts: given.reduce(0) { $0 + $1.contacts },
                isAllowed: index.week.teams.allSatisfy {
                    index.decisions.isOpen(
                        activity, in: $0.id, on: max(day.adding(days: 1), index.last))
                },
                people: time.people.count {
                    $0.standing(for: activity, on: day, open: .all).contains(.delegated)
                })
            return (day, figure)
        }
        // Equal days keep the framework's order.
        return found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }
}

/// A sign-off that runs out soon, or has run out, without which somebody may do less.
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
        }

        /// The activity's identifier.
        public let activity: String
        /// The largest part that ends.
        public let part: Part
    }

    /// Whose it is.
    public let staff: String
    /// In what.
    public let competency: String
    /// The level.
    public let level: Int
    /// The last day on which it holds.
    public let until: String
    /// Whether that day lies before the horizon.
    public let hasEnded: Bool
    /// What ends with it, in order of the framework: never empty.
    public let stops: [Stop]
    /// Contacts of those activities that the person takes part in in this plan.
    public let contacts: Int

    /// The sign-offs of everybody on the roster that end by 60 days after the horizon and end something, the
    /// earliest first.
    static func all(_ index: WeekIndex, _ plan: Plan, _ time: PlanTime) -> [ExpiringFigure] {
        let week = index.week
        let limit = index.last.adding(days: ReviewFigure.daysAhead)
        let taken = Taken(plan)
        let asking = Dictionary(
            grouping: week.framework.activities.flatMap { activity in
                Set(activity.needs.map(\.competency)).map { (competency: $0, activity: activity) }
            }, by: \.competency)
        let validity = Dictionary(week.framework.competencies.map { ($0.id, $0.validMonths) }) { one, _ in one
        }
        let held = Dictionary(grouping: week.signOffs, by: \.staff)
        var found: [(until: CalendarDay, figure: ExpiringFigure)] = []
        for (person, member) in week.staff.enumerated() {
            let own = held[member.id] ?? []
            var told: Set<String> = []
            // The one that holds longest first: of two that ran out, it is the last that matters.
            let ending = own.compactMap { signOff -> (SignOff, CalendarDay)? in
                let until = HeldSignOff(signOff, validMonths: validity[signOff.competency] ?? nil).until
                return until.flatMap { $0 <= limit ? (signOff, $0) : nil }
            }.sorted { ($1.1, $0.0.competency) < ($0.1, $1.0.competency) }
            for (signOff, until) in ending where !told.contains(signOff.competency) {
                guard let activities = asking[signOff.competency]?.map(\.activity) else { continue }
                var renewed = signOff
                renewed.expiresOn = .distant
                let after = Qualifications.of(
                    [member], signOffs: own + [renewed], framework: week.framework)
                // The first day without it, or the horizon's last where that is later.
                let day = max(until.adding(days: 1), index.last)
                let stops = activities.compactMap { activity in
                    after.first.flatMap {
                        Stop(
                            activity,
                            lost: time.standingAnywhere($0, of: member.id, activity, on: day)
                                .subtracting(
                                    time.standingAnywhere(
                                        time.people[person], of: member.id, activity, on: day)))
                    }
                }
                guard !stops.isEmpty else { continue }
                told.insert(signOff.competency)
                let figure = ExpiringFigure(
                    staff: member.id, competency: signOff.competency, level: signOff.level, until: until.iso,
                    hasEnded: until < week.start, stops: stops,
                    contacts: stops.reduce(0) { $0 + taken.contacts(of: $1.activity, by: member.id) })
                found.append((until, figure))
            }
        }
        return found.enumerated().sorted { ($0.element.until, $0.offset) < ($1.element.until, $1.offset) }
            .map(\.element.figure)
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
            } else if lost.contains(.second) { .second } else { nil }
        guard let part else { return nil }
        self.init(activity: activity.id, part: part)
    }
}

/// Contacts of each activity that each person takes part in.
private struct Taken {
    private var contacts: [[String]: Int] = [:]

    init(_ plan: Plan) {
        for row in plan.contacts {
            for staff in [row.staff, row.partner].compactMap(\.self) {
                contacts[[staff, row.activity], default: 0] += row.contacts
            }
        }
    }

    func contacts(of activity: String, by staff: String) -> Int { contacts[[staff, activity]] ?? 0 }
}

extension Activity {
    /// What its routes ask for, in order of the routes.
    fileprivate var needs: [Need] {
        (registered?.needs ?? []) + (support?.needs ?? []) + (delegated?.needs ?? []) + (second?.needs ?? [])
            + (singleHanded?.needs ?? [])
    }
}

extension CalendarDay {
    /// A day that no plan reaches.
    fileprivate static let distant = CalendarDay(number: 1_000_000)
}
