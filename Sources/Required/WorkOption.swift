// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A way in which one of a kind of post may take part in an activity.
struct WorkOption: Hashable {
    /// In what part.
    enum Part: String, Hashable {
        /// A one-handed contact within the person's own standing.
        case own
        /// A one-handed contact under somebody's supervision.
        case delegated
        /// A double-handed contact, as one able to lead it.
        case lead
        /// A double-handed contact, as the second only.
        case second
        /// A suitable contact, alone.
        case single
    }

    let part: Part
    /// What the way asks for.
    let needs: [Need]
    /// What of it the kind's usual sign-offs do not have.
    let lacks: [Need]
}

/// The ways open to kinds of posts in a week, each worked out once.
struct WorkOptions {
    private struct Place: Hashable {
        let kind: Int
        let activity: Int
        let team: Int
        let day: Int
    }

    private let week: PostWeek
    private var known: [Place: [WorkOption]] = [:]

    init(_ week: PostWeek) {
        self.week = week
    }

    /// The ways in which a kind may take part in an activity of a team on a day.
    mutating func options(_ kind: Int, activity: Int, team: Int, day: Int) -> [WorkOption] {
        let place = Place(kind: kind, activity: activity, team: team, day: day)
        if let found = known[place] { return found }
        let found = make(place).filter { $0.lacks.isEmpty || isOwnWork($0, place) }
        known[place] = found
        return found
    }

    /// Whether somebody of a kind would be signed off in a way of working: registered people are not for the work of support
    /// workers, which they take on as far as their usual sign-offs let them.
    private func isOwnWork(_ option: WorkOption, _ place: Place) -> Bool {
        guard week.instance.isRegistered[PostWeek.base(place.kind)] else { return true }
        let activity = week.instance.activities[place.activity]
        return activity.registered.map {
            Set(option.needs).isSuperset(of: $0.needs) && $0.needs.isEmpty == false
        }
            ?? false
    }

    private func make(_ place: Place) -> [WorkOption] {
        let instance = week.instance
        let activity = instance.activities[place.activity]
        let standing = instance.standing(
            person: PostWeek.trained(place.kind), day: place.day, activity: place.activity, team: place.team)
        guard standing.takesPart else { return [] }
        let held = instance.qualifications[PostWeek.base(place.kind)]
        let date = instance.week.start.adding(days: place.day)
        func option(_ part: WorkOption.Part, _ needs: [Need]) -> WorkOption {
            WorkOption(
                part: part, needs: needs,
                lacks: needs.filter { !held.holds([$0], on: date) })
        }
        var own: [WorkOption] = []
        let part: WorkOption.Part = activity.hands == 1 ? .own : .lead
        if standing.contains(.registered), let route = activity.registered {
            own.append(option(part, route.needs))
        }
        if standing.contains(.support), let route = activity.support { own.append(option(part, route.needs)) }
        // Of two ways alike the one that asks for least is taken.
        let best = own.enumerated().min {
            ($0.element.lacks.count, $0.offset) < ($1.element.lacks.count, $1.offset)
        }?
        .element
        guard activity.hands == 2 else {
            var found = best.map { [$0] } ?? []
            // Whoever may do it in their own standing never does it as a delegate.
            if best?.lacks.isEmpty != true, standing.contains(.delegated), let route = activity.delegated {
                found.append(option(.delegated, route.needs))
            }
            return found
        }
        var found = best.map { [$0] } ?? []
        if best?.lacks.isEmpty != true, let route = activity.second, standing.contains(.second) {
            let second = option(.second, route.needs)
            if instance.qualifications[PostWeek.trained(place.kind)].isOfWorker(route, of: activity) {
                found.append(second)
            }
        }
        if let best, standing.contains(.single), let single = activity.singleHanded {
            var needs = best.needs
            for need in single.needs where !needs.contains(need) { needs.append(need) }
            found.append(option(.single, needs))
        }
        return found
    }
}
