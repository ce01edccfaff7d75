// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// The rows of wanted.csv, a period each.
struct WantedItems: Sendable {
    /// A row in a period.
    struct Item: Sendable {
        let need: Need
        let period: Int
        let people: Int
        let pounds: Double
    }

    /// Those for which anything is paid, by row and period.
    let items: [Item]

    init(_ facts: RotationFacts) {
        items = facts.rotation.wanted.flatMap { row in
            (0..<facts.periodCount).compactMap { t in
                guard row.people > 0, row.pounds > 0, row.period.map({ $0 == t + 1 }) ?? true else {
                    return nil
                }
                return Item(need: row.need, period: t, people: row.people, pounds: row.pounds)
            }
        }
    }
}
