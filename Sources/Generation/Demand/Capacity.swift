// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Minutes of contacts, records and travel that rostered people can give.
struct Capacity {
    private let roles: [String: Role]
    private let policy: Policy
    private let parts: [DayPart]

    /// - Parameter parts: The parts of a day that marks are of.
    init(framework: Framework, policy: Policy = Policy(), parts: [DayPart] = WorkingWeek.parts) {
        roles = Dictionary(framework.roles.map { ($0.id, $0) }) { first, _ in first }
        self.policy = policy
        self.parts = parts
    }

    /// The minutes of a person in their rostered sessions.
    func minutes(_ staff: StaffMember, _ marks: [RotaMark.Duty]) -> Int {
        let ofPart = parts.indices.map { minutes(staff, part: $0) }
        return marks.enumerated().reduce(0) { sum, mark in
            mark.element == .rostered ? sum + ofPart[mark.offset % parts.count] : sum
        }
    }

    /// The minutes of a person in a session of one part of the day.
    func minutes(_ staff: StaffMember, part: Int) -> Int {
        let working = WorkingPace(of: staff, roles: staff.roles.compactMap { roles[$0] }, policy: policy)
        return Int(working.capacity(ofSession: parts[part].minutes))
    }

    /// Minutes that a team's own people of a pool give in a usual week: what they would work, less the usual
    /// headroom.
    ///
    /// People do not need less care where more staff happen to be away this week; so some teams are short and
    /// others are not, and there is something to gain from working across teams.
    func usualMinutes(of unit: Place.Unit, _ pool: Pool, in rota: Rota) -> Int {
        rota.posts.indices.reduce(0) { sum, index in
            let post = rota.posts[index]
            guard post.isOf(unit, pool) else { return sum }
            let contracted = rota.marks[index].map { $0 == .off || $0 == .available ? $0 : .rostered }
            let minutes = minutes(post.staff, contracted)
            let isOwn = post.staff.employment == .substantive
            return sum + (isOwn ? minutes * (1000 - WorkingWeek.headroomPermille) / 1000 : minutes)
        }
    }
}

extension Activity {
    /// Minutes of all workers in a contact: with the person, record and travel, twice where two hands are
    /// needed.
    func workerMinutes(travel: Int) -> Int { hands * workMinutes(travel: travel) }
}
