// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Whom scenarios move for good, and with whom consultation is needed.
@Suite struct MovedTests {
    private static func results() async throws -> ScenarioResults {
        var world = TinyWorld()
        var second = TinyWorld.team("B")
        second.setting = .bed
        world.teams.append(second)
        // One human has two rows.
        world.staff[2].person = "P-2"
        world.rota = ["P-1": ["R"]]
        let text = """
            bases: [{week: week}]
            overlays:
              asked: {moved: [{staff: P-1, home_team: B, consultation: true}]}
              told: {moved: [{staff: P-2, home_team: B}, {staff: P-3, home_team: B}, {staff: P-1, home_team: A}]}
              new: {people: [{like: P-1, add: 2, prefix: N}]}
            run: [asked, told, new, [asked, told]]
            tests: [{figure: people_to_consult, at_most: 0}]

            """
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        let read = try #require(file, "\(diagnostics.sorted.map(\.description))")
        let base = ScenarioBase(name: "week", week: world.week)
        read.check([base], seed: 1, diagnostics)
        #expect(!diagnostics.hasErrors, "\(diagnostics.sorted.map(\.description))")
        return try await ScenarioRunner(
            read, bases: [base], options: ScenarioOptions(limit: .work(5))
        ).run()
    }

    @Test func `people moved are counted once, and consulted where it says so`() async throws {
        let results = try await Self.results()
        func values(_ name: String) -> [Double?] { results.outcomes.map { $0.value(name) } }
        // P-1 stays in A where the second overlay moves them back; P-2 and P-3 are one human.
        #expect(values("people_moved") == [0, 1, 1, 0, 1])
        #expect(values("people_to_consult") == [0, 0, 1, 0, 1])
        let difference = try #require(
            results.differences.first { $0.scenario == "told" && $0.figure.name == "people_to_consult" })
        // It follows from the file, whatever is planned.
        #expect(difference.verdict == .proved && difference.difference == 1)
        #expect(difference.words == "+1, proved")
        let told = try #require(results.outcome("told", in: "week"))
        #expect(told.moved.map(\.staff) == ["P-2"])
        #expect(told.moved.map(\.to) == ["B"] && told.moved.map(\.from) == ["A"])
    }

    @Test func `who is moved stands in a table, in the summary and on the page`() async throws {
        let results = try await Self.results()
        let lines = MovedTables(results).people.csv.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[1] == "asked,week,P-1,trust,A,B,,bed,town,town,done")
        #expect(lines[2] == "told,week,P-2,trust,A,B,,bed,town,town,needed")
        let summary = ScenarioText(results).summary
        #expect(
            summary.contains(
                "Moved for good: asked (1 person, consulted), told (1 person, consultation is needed with 1) and asked + told (1 person, consultation is needed with 1)."
            ), "\(summary)")
        #expect(ScenarioPage(results).html.contains("Who is moved"))
    }
}
