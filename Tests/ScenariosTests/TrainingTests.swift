// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// People of a role signed off: who they are, and what cannot be.
@Suite struct TrainingTests {
    private static func file(_ text: String) throws -> ScenarioFile {
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        return try #require(file, "\(diagnostics.sorted.map(\.description))")
    }

    @Test func `training signs off those on duty most, or first in the file, and no more than there are`()
        throws
    {
        var world = TinyWorld()
        world.staff = ["S-1", "S-2", "S-3", "S-4"].map {
            TinyWorld.person($0, "support-worker", .substantive)
        }
        world.rota = ["S-1": ["R"], "S-2": ["R", "R"], "S-3": ["", "R/120"], "S-4": ["R", "R"]]
        world.signOffs = [SignOff(staff: "S-4", competency: "care", level: 2, signedOffOn: world.start)]
        let week = world.week
        func trained(_ people: Int, _ choice: String) throws -> (names: [String?], told: [String]) {
            let file = try Self.file(
                """
                bases: [{week: week}]
                overlays:
                  more:
                    training: {competency: care, level: 2, role: support-worker, people: \(people), choose: \(choice)}
                run: [more]

                """)
            let diagnostics = Diagnostics()
            file.check([ScenarioBase(name: "week", week: week)], seed: 1, diagnostics)
            let steps = ScenarioSteps(
                file.scenarios[1], in: DatedWeeks([week]), replicate: 1, seed: 1, agencyPay: nil,
                Diagnostics())
            return (
                steps.changes[0].map { change in
                    guard case .signOff(.holds(let staff, [Need("care", 2)], _, _)) = change else {
                        return nil
                    }
                    return staff
                }, diagnostics.sorted.map(\.description)
            )
        }
        #expect(try trained(2, "best").names == ["S-2", "S-1"])
        #expect(try trained(2, "first").names == ["S-1", "S-2"])
        #expect(try trained(3, "best").told.isEmpty)
        let told = try trained(4, "best").told
        #expect(
            told.first?.contains("training names 4 people, and 3 of the role 'support-worker' lack") == true)
    }

    /// People of whom one holds nothing, and the others what plans count or do not count.
    private static var held: TinyWorld {
        var world = TinyWorld()
        world.days = 4
        world.competencies[1].validMonths = 12
        world.staff = ["S-1", "S-2", "S-3", "S-4", "S-5"].map {
            TinyWorld.person($0, "support-worker", .substantive)
        }
        let start = world.start
        world.signOffs = [
            // Valid for twelve months by the framework, and signed off before that.
            SignOff(staff: "S-1", competency: "care", level: 2, signedOffOn: start.adding(days: -400)),
            // Assessed again since, at a lower level.
            SignOff(staff: "S-2", competency: "care", level: 2, signedOffOn: start.adding(days: -60)),
            SignOff(staff: "S-2", competency: "care", level: 1, signedOffOn: start.adding(days: -30)),
            // Higher, until the second day.
            SignOff(
                staff: "S-3", competency: "care", level: 3, signedOffOn: start.adding(days: -30),
                expiresOn: start.adding(days: 1)),
            SignOff(staff: "S-4", competency: "care", level: 2, signedOffOn: start.adding(days: -30)),
        ]
        return world
    }

    @Test func `who lacks it is told by what counts in plans, and has it on every day afterwards`() throws {
        let week = Self.held.week
        let file = try Self.file(
            """
            bases: [{week: week}]
            overlays: {more: {training: {competency: care, level: 2, role: support-worker, people: 4, choose: first}}}
            run: [more]

            """)
        let training = try #require(file.overlays[0].training)
        #expect(training.candidates(in: week) == ["S-1", "S-2", "S-3", "S-5"])
        let changed = try ScenarioSteps(
            file.scenarios[1], in: DatedWeeks([week]), replicate: 1, seed: 1, agencyPay: nil, Diagnostics()
        ).week(week)
        let held = Qualifications.of(changed.staff, signOffs: changed.signOffs, framework: changed.framework)
        for day in (0..<week.days).map({ week.start.adding(days: $0) }) {
            #expect(held.allSatisfy { $0.holds([Need("care", 2)], on: day) }, "\(day)")
        }
        // Nobody is made less than they were.
        #expect(held[2].holds([Need("care", 3)], on: week.start))
        #expect(training.candidates(in: changed).isEmpty)
    }

    @Test func `what cannot be is told before anything runs, of every base and all at once`() throws {
        let text = """
            bases: [{week: one}, {week: two}]
            overlays:
              high: {training: {competency: care, level: 9, role: support-worker, people: 1}}
              odd:
                training: {competency: car, level: 2, role: support-workr, people: 1}
              gone: {people: [{remove: S-5}]}
              last: {training: {competency: care, level: 2, role: support-worker, people: 4}}
            run: [high, odd, gone, last, [gone, last]]

            """
        let diagnostics = Diagnostics()
        let bases = ["one", "two"].map { ScenarioBase(name: $0, week: Self.held.week) }
        let file = try Self.file(text)
        file.check(bases, seed: 1, diagnostics)
        let told = diagnostics.sorted.map(\.description)
        let levels = Self.held.week.framework.levels
        for words in [
            "s.yaml:3:39: error: in 'one' and 'two': level 9 is above the framework's highest, which is \(levels)",
            "s.yaml:5:16: error: in 'one' and 'two': there is no competency 'car' in the week's framework; did you mean 'care'?",
            "s.yaml:5:43: error: in 'one' and 'two': there is no role 'support-workr'",
            "training or reviews of 'gone + last' cannot be made: There is nobody with the identifier S-5",
        ] {
            #expect(told.contains { $0.contains(words) }, "\(words): \(told)")
        }
        #expect(diagnostics.errorCount == 4, "\(told)")
    }
}
