// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

/// Pins what is said of the rotation that is wrong everywhere.
@Suite struct FaultyRotationTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func mistakes() throws -> [FaultyWeekTests.Mistake] {
        try place.text("Rosters/faulty-rotation/README.md").split(separator: "\n")
            .compactMap(FaultyWeekTests.Mistake.init)
    }

    private func diagnostics() async throws -> [Diagnostic] {
        let run = try await place.skillmix("check", "Rosters/faulty-rotation", "--format", "json")
        return try JSONDecoder().decode([Diagnostic].self, from: Data(run.output.utf8))
    }

    @Test func everyMistakeOfTheTableIsReportedAtItsFileAndLine() async throws {
        let (mistakes, told) = (try mistakes(), try await diagnostics())
        #expect(mistakes.map(\.number) == Array(1...mistakes.count))
        #expect(mistakes.count >= 40)
        for mistake in mistakes {
            #expect(
                told.contains {
                    $0.file == mistake.file && $0.line == mistake.line && $0.severity == mistake.severity
                },
                "\(mistake)")
        }
    }

    @Test func nothingIsReportedWhereTheTableKnowsOfNoMistake() async throws {
        let known = try mistakes()
        for told in try await diagnostics() {
            #expect(known.contains { $0.file == told.file && $0.line == told.line }, "\(told)")
        }
    }

    /// After a change that is meant: `SKILLMIX_RENEW_GOLDEN=1 swift test --filter FaultyRotationTests`.
    @Test func everyWordOfItIsAsItWas() async throws {
        let golden = Repository.root.appending(path: "Tests/CommandTests/Golden/faulty-rotation.txt")
        let licence = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        let said = licence + (try await place.skillmix("check", "Rosters/faulty-rotation").output)
        if ProcessInfo.processInfo.environment["SKILLMIX_RENEW_GOLDEN"] != nil {
            try Data(said.utf8).write(to: golden)
        }
        let lines = said.split(separator: "\n")
        #expect(lines == (try String(contentsOf: golden, encoding: .utf8)).split(separator: "\n"))
    }
}
