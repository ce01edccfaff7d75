// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Scenario files that are written in a test, tried.
enum Tried {
    /// What comes of a file's text.
    ///
    /// - Parameters:
    ///   - bases: The weeks; two mornings, 52 times a year, if not given.
    ///   - work: Units of work of each search.
    static func results(
        _ text: String, _ bases: [ScenarioBase]? = nil, work: Int = 50, pay: PayTable? = nil,
        keep: @escaping @Sendable (RunRecord) -> Void = { _ in }
    ) async throws -> ScenarioResults {
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        let read = try #require(file, "\(diagnostics.sorted.map(\.description))")
        let usual = ScenarioBase(name: "week", week: TwoMornings.world().week, weeksAYear: 52)
        return try await ScenarioRunner(
            read, bases: bases ?? [usual], options: ScenarioOptions(limit: .work(work), pay: pay), keep: keep
        ).run()
    }
}
