// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What keeps a person from a post, whatever blocks they have.
public enum HoldingBar: Sendable, CaseIterable {
    /// The post is for other professions.
    case profession
    /// The post is for other bands.
    case band
    /// The person cannot.
    case cannot
    /// No agreement has the employer's people work for the organisation on the period's first day.
    case agreement
    /// It is too far, or no way is known.
    case travel
}

/// Who may hold which post, apart from what rules on blocks say.
struct Holding: Sendable {
    private let rotation: Rotation
    private let reach: Reach
    private let staff: [StaffMember]
    /// Each person's professions.
    private let professions: [[String]]

    init(_ rotation: Rotation) {
        self.rotation = rotation
        let known = Dictionary(
            rotation.framework.roles.map { ($0.id, $0.profession) }, uniquingKeysWith: { first, _ in first })
        professions = rotation.people.map { $0.roles.compactMap { known[$0] ?? nil } }
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
        var table: [Bool] = []
        table.reserveCapacity(rotation.people.count * periods.count * rotation.posts.count)
        for p in rotation.people.indices {
            let fits = rotation.posts.indices.map { lastingBars(p, $0).isEmpty }
            for period in periods {
                for k in rotation.posts.indices { table.append(fits[k] && isAgreed(p, k, on: period.first)) }
            }
        }
        return table
    }

    /// What keeps a person from a post in a period that begins on a day; nothing where they may hold it.
    func bars(_ p: Int, _ k: Int, on first: CalendarDay) -> [HoldingBar] {
        lastingBars(p, k) + (isAgreed(p, k, on: first) ? [] : [.agreement])
    }

    private func isAgreed(_ p: Int, _ k: Int, on first: CalendarDay) -> Bool {
        reach.worksFor(rotation.posts[k].organisation, staff[p], on: first)
    }

    /// What keeps a person from a post on any day.
    private func lastingBars(_ p: Int, _ k: Int) -> [HoldingBar] {
        let (person, post) = (rotation.people[p], rotation.posts[k])
        var bars: [HoldingBar] = []
        if let wanted = post.professions, !professions[p].contains(where: wanted.contains) {
            bars.append(.profession)
        }
        if !post.bands.isEmpty, !(person.band.map(post.bands.contains) ?? false) { bars.append(.band) }
        if person.cannot.contains(post.id) { bars.append(.cannot) }
        if !reach.isWithinTravel(from: person.baseLocality, to: post.locality) { bars.append(.travel) }
        return bars
    }
}
