// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios

/// What stands in a folder of results, for whoever shows it.
extension Workflow {
    private struct Results: Decodable {
        let summary: ScenarioSummary
    }

    /// What scenarios came to, as their folder says it; nil where there are no results.
    public func summary(ofScenarios folder: FilePath) -> ScenarioSummary? {
        guard let bytes = try? folder.appending("results.json").read(atMost: Self.mostResults) else {
            return nil
        }
        return try? JSONDecoder().decode(Results.self, from: Data(bytes)).summary
    }

    /// Bytes of results that are read: those of thousands of scenarios.
    private static let mostResults = 256 << 20

    /// How many runs of scenarios are done, as their folder has them.
    public func runsDone(ofScenarios folder: FilePath) -> Int {
        ScenarioFolder(folder).runsDone
    }
}
