// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

/// Pins what is said of the week that is wrong everywhere.
@Suite struct FaultyWeekTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A row of the table in the week's README.
    struct Mistake: CustomStringConvertible {
        let number: Int
        let file: String
        let line: Int
        let severity: Diagnostic.Severity

        var description: String { "no. \(number), \(file):\(line), \(severity)" }

        /// Nil where the line is no row of the table.
        init?(_ line: Substring) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("|"), cells.count == 6, let number = Int(cells[0]), let line = Int(cells[2])
            else { return nil }
            self.number = number
            self.line = line
            file = cells[1].trimmingCharacters(in: ["`"])
            severity =
                cells[4].contains("(warning") ? .warning : cells[4].contains("(notice") ? .notice : .error
        }
    }

    private func mistakes() throws -> [Mistake] {
        try place.text("Rosters/faulty-week/README.md").split(separator: "\n").compactMap(Mistake.init)
    }

    private func diagnostics() async throws -> [Diagnostic] {
        let run = try await place.skillmix("check", "Rosters/faulty-week", "--format", "json")
        return try JSONDecoder().decode([Diagnostic].self, from: Data(run.output.utf8))
    }

    @Test func everyMistakeOfTheTableIsReportedAtItsFileAndLine() async throws {
        let (mistakes, told) = (try mistakes(), try await diagnostics())
        #expect(mistakes.map(\.number) == Array(1...121))
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

    /// After a change that is meant: `SKILLMIX_RENEW_GOLDEN=1 swift test --filter FaultyWeekTests`.
    @Test func everyWordOfItIsAsItWas() async throws {
        let golden = Repository.root.appending(path: "Tests/CommandTests/Golden/faulty-week.txt")
        let licence = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        let said = licence + (try await place.skillmix("check", "Rosters/faulty-week").output)
        if ProcessInfo.processInfo.environment["SKILLMIX_RENEW_GOLDEN"] != nil {
            try Data(said.utf8).write(to: golden)
        }
        let lines = said.split(separator: "\n")
        #expect(lines == (try String(contentsOf: golden, encoding: .utf8)).split(separator: "\n"))
    }
}
