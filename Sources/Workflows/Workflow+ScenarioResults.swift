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
    public static func runsDone(ofScenarios folder: FilePath) -> Int {
        ScenarioFolder(folder).runsDone
    }

    /// Takes the runs that an earlier folder of the same scenarios has over into one in which there are none yet. The earlier
    /// one stays as it is.
    ///
    /// - Returns: How many there are to go on from.
    public static func takeOver(scenarios earlier: FilePath, into folder: FilePath) -> Int {
        ScenarioFolder(folder).takeOver(ScenarioFolder(earlier))
    }
}
