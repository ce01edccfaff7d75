// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether a person may take part in an activity on a day: the routes of the framework, applied to their roles
/// and sign-offs.
struct Standing {
    private let activities: [String: Activity]
    private let roles: [String: Role]
    private let validity: [String: Int]
    private let signOffs: [String: [SignOff]]

    init(framework: Framework, signOffs: [SignOff]) {
        activities = Dictionary(framework.activities.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        roles = Dictionary(framework.roles.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        validity = Dictionary(
            framework.competencies.compactMap { competency in
                competency.validMonths.map { (competency.id, $0) }
            },
            uniquingKeysWith: { one, _ in one })
        self.signOffs = Dictionary(grouping: signOffs, by: \.staff)
    }

    /// Whether the person has a route to the activity, or is able to second, on that day.
    func canTakePart(_ person: StaffMember, in activityID: String, on day: CalendarDay) -> Bool {
        guard let activity = activities[activityID] else { return false }
        let held = person.roles.compactMap { roles[$0] }
        let isRegistered = held.contains { $0.kind == .registered }
        if let route = activity.registered {
            let fits = held.contains {
                $0.kind == .registered && route.professions.contains($0.profession ?? "")
            }
            if fits, holds(route.needs, person, day) { return true }
        }
        for route in [activity.support, activity.second].compactMap({ $0 }) {
            let fits = held.contains {
                route.kinds.contains($0.kind) && $0.grade >= route.lowestGrade
            }
            let registeredMay = isRegistered && (route.registeredMay || activity.registered != nil)
            if fits || registeredMay, holds(route.needs, person, day) { return true }
        }
        if let route = activity.delegated, !isRegistered, route.isOpen(on: day) {
            let fits = held.contains { route.kinds.contains($0.kind) && $0.grade >= route.lowestGrade }
            if fits, holds(route.needs, person, day) { return true }
        }
        return false
    }

    /// Whether somebody holds the need on some day from the first to the last.
    func isHeld(_ need: Need, from first: CalendarDay, to last: CalendarDay, by person: String) -> Bool {
        (signOffs[person] ?? []).contains { signOff in
            signOff.competency == need.competency && signOff.level >= need.level
                && signOff.signedOffOn <= last
                && (expiry(of: signOff).map { first <= $0 } ?? true)
        }
    }

    private func holds(_ needs: [Need], _ person: StaffMember, _ day: CalendarDay) -> Bool {
        needs.allSatisfy { isHeld($0, from: day, to: day, by: person.id) }
    }

    /// The last day on which a sign-off holds; nil: no end.
    private func expiry(of signOff: SignOff) -> CalendarDay? {
        signOff.expiresOn ?? validity[signOff.competency].map { signOff.signedOffOn.adding(months: $0) }
    }
}
