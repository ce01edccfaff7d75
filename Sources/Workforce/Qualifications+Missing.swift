// SPDX-License-Identifier: GPL-3.0-or-later

/// A route to an activity that a person's roles fit, and what they lack for it.
public struct RouteGap: Sendable, Equatable {
    /// The part somebody takes by a route.
    public enum Part: String, Sendable {
        case registered, support, delegated, second
        case singleHanded = "single-handed"
    }

    /// The part.
    public let part: Part
    /// What is not held at the level asked for; empty where the route is open to the person.
    public let missing: [Need]
}

extension Qualifications {
    /// The routes to an activity that the person's roles fit on a day, each with what they lack for it.
    ///
    /// Routes for other roles, and those that are not open to the person that day, are left out: no sign-off would
    /// help.
    ///
    /// - Parameter routes: Which routes are open to the person on that day in the team asked about: see
    ///   `DelegationDecisions`.
    public func gaps(for activity: Activity, on day: CalendarDay, open routes: OpenRoutes) -> [RouteGap] {
        var gaps: [RouteGap] = []
        func add(_ part: RouteGap.Part, _ needs: [Need]) {
            gaps.append(RouteGap(part: part, missing: needs.filter { !holds([$0], on: day) }))
        }
        if let route = activity.registered, !professions.isDisjoint(with: route.professions) {
            add(.registered, route.needs)
        }
        let isSupportOpen = routes.contains(.support)
        if isSupportOpen, let route = activity.support, isOfWorker(route, of: activity) {
            add(.support, route.needs)
        }
        if activity.hands == 1, routes.contains(.delegated), let route = activity.delegated,
            isOfDelegate(route)
        {
            add(.delegated, route.needs)
        }
        guard activity.hands == 2 else { return gaps }
        if isSupportOpen, let second = activity.second, isOfWorker(second, of: activity) {
            add(.second, second.needs)
        }
        if let single = activity.singleHanded {
            let leads = gaps.filter { $0.part != .second }.map(\.missing)
            if let least = leads.min(by: { $0.count < $1.count }) {
                let needs = least + single.needs.filter { !holds([$0], on: day) && !least.contains($0) }
                gaps.append(RouteGap(part: .singleHanded, missing: needs))
            }
        }
        return gaps
    }
}
