// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

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
        "bookings.csv", "contacts.csv", "deployments.csv", "flags.csv", "metrics.csv", "plan.json",
        "report.html", "summary.html", "supervision.csv", "tables", "unmet.csv",
    ]
}

extension Workplace {
    /// Makes a plan of a week in the folder `plan`, with little work.
    func makePlan(of week: String) async throws {
        let run = try await skillmix("allocate", week, "--work-limit", "1", "--quiet", "--out", "plan")
        try #require(run.code == 0)
    }

    func plan(_ path: String) throws -> WrittenPlan {
        try JSONDecoder().decode(
            WrittenPlan.self, from: try Data(contentsOf: url(path).appending(path: "plan.json")))
    }
}
