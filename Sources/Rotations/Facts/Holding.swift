// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Who may hold which post, apart from what rules on blocks say.
struct Holding {
    private let rotation: Rotation
    private let reach: Reach
    private let staff: [StaffMember]

    init(_ rotation: Rotation) {
        self.rotation = rotation
        staff = rotation.people.map(\.asStaffMember)
        reach = Reach(
            agreements: rotation.agreements, travel: rotation.travel,
            travelLimit: rotation.policy.travelLimitMinutes, placements: [])
    }

    /// Minutes from each person's base to each post; nil: no way is known.
    var travelMinutes: [[Int?]] {
        rotation.people.map { person in
            rotation.posts.map { post in
                person.baseLocality == post.locality
                    ? 0 : reach.travel?.minutes(from: person.baseLocality, to: post.locality)
            }
        }
    }

    /// Whether each person may hold each post in each period: people first, then periods, then posts.
    func table(_ periods: [Period]) -> [Bool] {
        let professions = Dictionary(
            rotation.framework.roles.map { ($0.id, $0.profession) }, uniquingKeysWith: { first, _ in first })
        var table: [Bool] = []
        table.reserveCapacity(rotation.people.count * periods.count * rotation.posts.count)
        for (p, person) in rotation.people.enumerated() {
            let own = person.roles.compactMap { professions[$0] ?? nil }
            let fits = rotation.posts.map { self.fits(person, professions: own, $0) }
            for period in periods {
                for (k, post) in rotation.posts.enumerated() {
                    table.append(
                        fits[k] && reach.worksFor(post.organisation, staff[p], on: period.first))
                }
            }
        }
        return table
    }

    private func fits(_ person: RotatingPerson, professions: [String], _ post: Post) -> Bool {
        if let wanted = post.professions, !professions.contains(where: wanted.contains) { return false }
        if !post.bands.isEmpty, !(person.band.map(post.bands.contains) ?? false) { return false }
        return !person.cannot.contains(post.id)
            && reach.isWithinTravel(from: person.baseLocality, to: post.locality)
    }
}
