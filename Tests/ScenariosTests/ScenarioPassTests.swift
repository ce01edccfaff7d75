// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// Weeks that keep to lines, and those that do not.
@Suite struct ScenarioPassTests {
    private static func read(_ tests: String) -> (file: ScenarioFile?, told: [String]) {
        let diagnostics = Diagnostics()
        let text = """
            bases: [{week: later}, {week: sooner}]
            overlays: {none: {policy: {agency_cap: 0}}}
            run: [none]
            \(tests)

            """
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        return (file, diagnostics.sorted.map(\.description))
    }

    private static let tests =
        "tests: [{figure: unmet_contacts, at_most: 0}, {figure: pay_agency, at_most: 80}, {figure: hours_bank, at_least: 4}]"

    /// A morning of care by agency (£80), and on the first of them a second contact by bank.
    private static func week(_ start: Int, bank: Bool) -> Week {
        var world = TinyWorld()
        world.start = CalendarDay(number: start)
        var visit = TinyWorld.care
        visit.minutes = 120
        visit.recordMinutes = 0
        world.activities = [visit]
        world.staff = [
            TinyWorld.person("A-1", "support-worker", .agency, hourlyCost: 20, homeTeam: nil),
            TinyWorld.person("B-1", "support-worker", .bank, hourlyCost: 15, homeTeam: nil),
        ]
        world.rota = bank ? ["A-1": ["A"], "B-1": ["", "A"]] : ["A-1": ["A"]]
        world.demand("D-1", "care", contacts: 1, window: 0...0)
        if bank { world.demand("D-2", "care", contacts: 1, window: 1...1) }
        return world.week
    }

    private static func bases() -> [ScenarioBase] {
        [
            ScenarioBase(name: "later", week: week(9464, bank: true)),
            ScenarioBase(name: "sooner", week: week(9457, bank: false)),
        ]
    }

    @Test func `weeks stand by date, and pass where they keep to every line`() async throws {
        let file = try #require(Self.read(Self.tests).file)
        let results = try await ScenarioRunner(
            file, bases: Self.bases(), options: ScenarioOptions(limit: .work(20))
        ).run()
        let weeks = results.testedWeeks
        #expect(weeks.map(\.base) == ["sooner", "sooner", "later", "later"])
        #expect(weeks.map(\.scenario) == ["base", "none", "base", "none"])
        // Of the week without bank no bank hours are worked. Without agency a contact goes unmet.
        #expect(
            weeks.map { $0.passes.map(\.verdict) } == [
                [.passes, .passes, .fails], [.fails, .passes, .fails], [.passes, .passes, .passes],
                [.fails, .passes, .passes],
            ])
        #expect(weeks.map(\.verdict) == [.fails, .fails, .passes, .fails])
        let lines = PassTables(results).lines.csv.split(separator: "\n").map(String.init)
        #expect(lines.count == 1 + 12)
        #expect(lines[0] == "base,from,scenario,figure,side,line,value,low,high,verdict")
        #expect(lines[4] == "sooner,2026-11-23,none,unmet_contacts,at_most,0,1,1,1,fails")
        #expect(lines[8] == "later,2026-11-30,base,pay_agency,at_most,80.0000,80.0000,80.0000,80.0000,passes")
        let counts = PassTables(results).counts
        #expect(
            counts.rows.map { $0.map(\.shownText) }.first == [
                "base", "1", "1", "0", "2 of 2", "2 of 2", "1 of 2",
            ])
        #expect(
            counts.rows.map { $0.map(\.shownText) }.last == [
                "none", "0", "2", "0", "0 of 2", "2 of 2", "1 of 2",
            ])
        #expect(PassTables(results).sentence == "Of 2 weeks, every line is kept to: base in 1 and none in 0.")
        let matrix = PassTables(results).matrix
        #expect(matrix.rows.map { $0[0].shownText } == ["sooner", "later"])
        #expect(matrix.rows[1][2].shownText == "passes")
        #expect(matrix.rows[1][3].shownText == "fails: Contacts unmet 1")
    }

    /// An outcome of replicates with these values of a share.
    private static func outcome(_ values: [Double?]) -> ScenarioOutcome {
        ScenarioOutcome(
            "week", ScenarioFile.Scenario(name: "base", overlays: [], sweep: nil),
            values.enumerated().map { place, value in
                ReplicateOutcome(
                    replicate: place + 1,
                    figures: [
                        CostAndCareFigure(
                            name: "agency_share", title: "Agency", kind: .cash, unit: .share, value: value)
                    ], price: Double(place), bound: 0, from: nil, rows: PlanRows())
            })
    }

    @Test(
        "Replicates on both sides of a line leave it not told apart",
        arguments: [
            ([0.02, 0.03], ScenarioPass.Verdict.passes), ([0.031, 0.04], .fails),
            ([0.02, 0.04], .notToldApart),
            ([0.03 + 1e-12], .passes), ([nil, nil], .noFigure), ([nil, 0.01], .passes), ([], .noFigure),
        ] as [([Double?], ScenarioPass.Verdict)])
    func sides(values: [Double?], verdict: ScenarioPass.Verdict) throws {
        let file = try #require(Self.read("tests: [{figure: agency_share, at_most: 0.03}]").file)
        let pass = ScenarioPass(file.tests[0], Self.outcome(values), starting: CalendarDay(number: 9457))
        #expect(pass.verdict == verdict)
    }

    @Test func `a week that fails one line fails, and one of which a line is open is open`() throws {
        let file = try #require(
            Self.read(
                "tests: [{figure: agency_share, at_most: 0.03}, {figure: agency_share, at_least: 0.01}]"
            ).file)
        func verdict(_ values: [Double?]) -> ScenarioPass.Verdict {
            file.tests.map { ScenarioPass($0, Self.outcome(values), starting: CalendarDay(number: 9457)) }
                .verdict
        }
        #expect(verdict([0.02]) == .passes)
        #expect(verdict([0.02, 0.05]) == .notToldApart)
        #expect(verdict([0, 0.005]) == .fails)
        #expect(verdict([nil]) == .noFigure)
    }

    @Test(
        "What is wrong with a test is told at its place",
        arguments: [
            (
                "tests: [{figure: agency_share}]",
                "s.yaml:4:9: error: a test has neither 'at_most' nor 'at_least'"
            ),
            ("tests: [{at_most: 1}]", "s.yaml:4:9: error: a test has no 'figure'"),
            (
                "tests: [{figure: a, at_most: 1, at_least: 0}]",
                "s.yaml:4:33: error: key 'at_least' does not go with 'at_most' in a test"
            ),
            (
                "tests: [{figure: a, atmost: 1}]",
                "key 'atmost' of a test is not known; did you mean 'at_most'?"
            ),
            ("tests: [{figure: a, at_most: much}]", "s.yaml:4:30: error:"),
            (
                "tests: [{figure: a, at_most: 1}, {figure: a, at_most: 2}]",
                "s.yaml:4:35: error: 'a' is tested twice with at_most"
            ),
            ("tests: []", "s.yaml:4:8: error: tests names nothing"),
            ("tests: agency", "error: tests is a"),
        ])
    func faults(tests: String, told: String) {
        let (file, found) = Self.read(tests)
        #expect(file == nil)
        #expect(found.contains { $0.contains(told) }, "\(found)")
    }

    @Test func `a figure that no week has is told with the nearest, and one that some have is read`() throws {
        func told(_ figure: String) throws -> [String] {
            let file = try #require(Self.read("tests: [{figure: \(figure), at_most: 0}]").file)
            let diagnostics = Diagnostics()
            file.check(Self.bases(), seed: 1, diagnostics)
            return diagnostics.sorted.map(\.description)
        }
        let found = try told("unmet_contact_critical")
        #expect(found.count == 1)
        #expect(
            found.first?.contains(
                "s.yaml:4:18: error: there is no figure 'unmet_contact_critical'; did you mean 'unmet_contacts_critical'?"
            )
                == true, "\(found)")
        #expect(try told("unmet_hours_P1").isEmpty)
        #expect(try told("price_unmet").isEmpty)
    }
}
