// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// In what ways a person may take an activity on a day, in a team.
struct Standing {
    /// The best of registered, support and delegated; a two-handed activity has no delegated route.
    var route: ContactRoute?
    /// Whether roles and sign-offs let the activity be delegated to the person, where it is open.
    var isFitForDelegation = false
    /// Two-handed: may lead a pair.
    var leads = false
    /// Two-handed: may be the second of a pair.
    var seconds = false
    /// Two-handed: may give the contact alone.
    var alone = false

    /// Whether there is anything of the activity the person may do.
    var isAny: Bool { route != nil || seconds }
}

extension WeekFacts {
    /// In what ways a person may take an activity on a day of the horizon, 0-based, in a team.
    func standing(_ staff: Int, _ activity: Int, day: Int, team: Int) -> Standing {
        var standing =
            refusal(activity, of: staff, in: team, day: day) == nil
            ? ownStanding(staff, activity, day: day)
            : workOutStanding(
                people[staff], week.framework.activities[activity], on: week.start.adding(days: day),
                isRefused: true)
        if standing.route == nil, standing.isFitForDelegation,
            isDelegated(activity, to: staff, in: team, day: day)
        {
            standing.route = .delegated
        }
        return standing
    }

    /// The same apart from delegation, which differs by team.
    func ownStanding(_ staff: Int, _ activity: Int, day: Int) -> Standing {
        let key = (staff * week.framework.activities.count + activity) * max(1, week.days) + day
        guard knownStanding.indices.contains(key) else { return Standing() }
        if let known = knownStanding[key] { return known }
        let found = workOutStanding(
            people[staff], week.framework.activities[activity], on: week.start.adding(days: day))
        knownStanding[key] = found
        return found
    }

    /// - Parameter isRefused: Whether somebody refused the activity to the person by name: then only the registered
    ///   route is left.
    private func workOutStanding(
        _ person: Person, _ activity: Activity, on day: CalendarDay, isRefused: Bool = false
    ) -> Standing {
        var standing = Standing()
        if let route = activity.registered, person.isRegistered(inOneOf: route.professions),
            person.holds(route.needs, on: day)
        {
            standing.route = .registered
        } else if !isRefused, let route = activity.support, meets(route, person, activity, on: day) {
            standing.route = .support
        }
        guard activity.hands == 2 else {
            if !isRefused, let route = activity.delegated, !person.isRegistered {
                standing.isFitForDelegation =
                    person.hasRole(of: route.kinds, lowestGrade: route.lowestGrade)
                    && person.holds(route.needs, on: day)
            }
            return standing
        }
        standing.leads = standing.route != nil
        standing.seconds =
            standing.leads
            || (!isRefused && (activity.second.map { meets($0, person, activity, on: day) } ?? false))
        standing.alone =
            standing.leads && (activity.singleHanded.map { person.holds($0.needs, on: day) } ?? false)
        return standing
    }

    private func meets(
        _ route: SupportRoute, _ person: Person, _ activity: Activity, on day: CalendarDay
    ) -> Bool {
        let asRegistered = person.isRegistered && (route.registeredMay || activity.registered != nil)
        return (asRegistered || person.hasRole(of: route.kinds, lowestGrade: route.lowestGrade))
            && person.holds(route.needs, on: day)
    }
}
