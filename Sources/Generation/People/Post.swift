// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A person of a place: who they are, and what the rota is made from.
struct Post {
    var staff: StaffMember
    let job: Job
    /// The team they belong to; nil for bank and agency.
    let unit: Place.Unit?
    /// Sessions a week by contract, before absence; for students and volunteers, by arrangement.
    let sessions: Int

    /// Whether they belong to that team and pool.
    func isOf(_ unit: Place.Unit, _ pool: Pool) -> Bool {
        self.unit?.team.id == unit.team.id && job.pool == pool
    }
}
