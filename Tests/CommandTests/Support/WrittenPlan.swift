// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What plan.json says, as another program reads it.
struct WrittenPlan: Decodable {
    let objective: Double
    let bound: Double
    let gap: Double
    let status: String
    let seed: Int
    let seconds: Double

    /// What stands in the folder of a plan.
    static let files = [
        "bookings.csv", "contacts.csv", "deployments.csv", "metrics.csv", "plan.json", "report.html",
        "supervision.csv",
        "tables", "unmet.csv",
    ]
}

extension Workplace {
    func plan(_ path: String) throws -> WrittenPlan {
        try JSONDecoder().decode(
            WrittenPlan.self, from: try Data(contentsOf: url(path).appending(path: "plan.json")))
    }
}
