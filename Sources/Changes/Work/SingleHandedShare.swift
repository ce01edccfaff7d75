// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A share of two-handed contacts is suitable for one worker, or more where a review found more.
public struct SingleHandedShare: Sendable, Hashable, Codable {
    /// The share, 0 to 1, of all contacts not yet given that an activity allows to be given so, rounded down over
    /// them together.
    public var share: Double

    /// A share.
    public init(share: Double) { self.share = share }
}

extension SingleHandedShare: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        guard week.isRight(share, 0...1, "A share") else { return }
        let allowed = Set(
            week.parts.framework.activities.filter { $0.hands == 2 && $0.singleHanded != nil }.map(\.id))
        let open = week.openDemand
        let lines = open.lines.filter { allowed.contains(week.parts.demand[$0].activity) }
        let counts = Apportionment.of(lines.map { open.contacts[$0] }, by: share, .down)
        for (i, count) in zip(lines, counts) {
            // More may have been given than are wanted by now.
            let suitable = min(open.singleHanded[i] + count, week.parts.demand[i].contacts)
            week.parts.demand[i].singleHandedContacts = max(
                suitable, week.parts.demand[i].singleHandedContacts)
        }
    }

    func words(_ names: Naming) -> String {
        "\(Show.percent(share)) of double-handed contacts suitable for one worker"
    }
}
