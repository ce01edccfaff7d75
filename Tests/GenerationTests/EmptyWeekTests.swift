// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Testing
import Workforce

@Suite("An empty week is ready to be filled in")
struct EmptyWeekTests {
    private func files() throws -> [GeneratedFile] {
        try EmptyWeek(frameworkPath: "framework.yaml", weekStarting: Fixture.monday()).files()
    }

    @Test("It reads without an error as a week of nobody, with the default policy")
    func reads() throws {
        let (found, diagnostics) = try Fixture.read(files())
        let week = try #require(found)
        #expect(diagnostics.map(\.message) == ["staff.csv has no rows", "teams.csv has no rows"])
        #expect(week.staff.isEmpty && week.teams.isEmpty && week.demand.isEmpty && week.signOffs.isEmpty)
        #expect(week.policy == Policy())
        #expect(week.sessions.count == 21)
    }

    @Test("Every column is explained and has an example")
    func explained() throws {
        for file in try files() where file.path.hasSuffix(".csv") {
            let lines = file.text.split(separator: "\n")
            let header = try #require(lines.last)
            #expect(lines.dropLast().allSatisfy { $0.hasPrefix("#") }, "\(file.path)")
            for column in header.split(separator: ",") {
                #expect(lines.contains { $0.hasPrefix("#   \(column) ") }, "\(file.path) \(column)")
            }
        }
    }

    @Test("Its examples make a row of the table")
    func examples() throws {
        let start = "# An example: "
        for file in try files() where file.path.hasSuffix(".csv") {
            let lines = file.text.split(separator: "\n")
            let example = try #require(lines.first { $0.hasPrefix(start) }).dropFirst(start.count)
            let header = try #require(lines.last)
            #expect(example.count { $0 == "," } == header.count { $0 == "," }, "\(file.path)")
        }
    }

    @Test("Each default of the policy can be taken out of its comment")
    func uncommented() throws {
        let changed = try files().map { file in
            guard file.path == "week.yaml" else { return file }
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("  # ") && line.contains("_") && line.contains(": ") && line.last != "."
                    ? "  " + line.dropFirst(4) : String(line)
            }
            return GeneratedFile(path: file.path, text: lines.joined(separator: "\n"))
        }
        let (found, _) = try Fixture.read(changed)
        #expect(try #require(found).policy == Policy())
        // A line without an underscore stays a comment; the parts of the day are three lines more.
        let policy = Policy.lines.count { line in
            guard case .figures(let figures) = line.content else { return line.key.contains("_") }
            return ([line.key] + figures.map(\.key)).contains { $0.contains("_") }
        }
        let yaml = try #require(changed.first { $0.path == "week.yaml" }).text
        #expect(
            yaml.split(separator: "\n").count { $0.hasPrefix("  ") && !$0.hasPrefix("  #") } == 3 + policy)
    }
}
