// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// What is looked for in a rotation that can be planned: posts that nobody may hold, and people who may hold none.
enum RotationOutlook {
    /// Tells everything that is found.
    static func tell(of rotation: Rotation, _ tables: RotationTables) {
        let facts = RotationFacts(rotation)
        for (k, post) in rotation.posts.enumerated() where !rotation.people.isEmpty {
            let isWanted = facts.amounts[k].contains { $0.target > 0 }
            guard isWanted, !mayAnybodyHold(k, facts) else { continue }
            tables.posts.cells.field("post", k).warning(
                "nobody may hold post '\(post.id)' in any period in which they are there: profession, band, cannot, "
                    + "agreements or the travel limit keep everybody from it",
                expected: "somebody who may, or a target of 0", tables.diagnostics)
        }
        for (p, person) in rotation.people.enumerated() where !rotation.posts.isEmpty {
            if facts.presentPeriods[p].isEmpty {
                tables.people.cells.field("staff", p).notice(
                    "'\(person.id)' is there for half of no period or more, and is not planned",
                    tables.diagnostics)
            } else if !mayHoldAny(p, facts) {
                tables.people.cells.field("staff", p).warning(
                    "'\(person.id)' may hold no post in any period in which they are there: profession, band, cannot, "
                        + "agreements or the travel limit keep them from all",
                    expected: "a post that they may hold", tables.diagnostics)
            }
        }
    }

    private static func mayAnybodyHold(_ post: Int, _ facts: RotationFacts) -> Bool {
        (0..<facts.personCount).contains { p in
            facts.presentPeriods[p].contains { facts.mayHold(person: p, period: $0, post: post) }
        }
    }

    private static func mayHoldAny(_ person: Int, _ facts: RotationFacts) -> Bool {
        facts.presentPeriods[person].contains { t in
            (0..<facts.postCount).contains { facts.mayHold(person: person, period: t, post: $0) }
        }
    }
}
