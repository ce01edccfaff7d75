// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// What training and reviews take before they hold, in weeks one after the other, worked out by hand.
@Suite struct PreparationTests {
    /// Two days a week, with a morning and an afternoon each. In the first week S-1 is on duty in three sessions and the
    /// physiotherapist P-1 in two, in the second S-1 in two and S-2 in one; neither of the two is signed off in care.
    private static func worlds() -> [TinyWorld] {
        let rotas = [
            ["S-1": ["R", "R", "", "R"], "S-2": ["R"], "P-1": ["", "R", "R"]],
            ["S-1": ["R", "R"], "S-2": ["", "R"], "P-1": ["R"]],
        ]
        return rotas.enumerated().map { place, rota in
            var world = TinyWorld()
            world.start = world.start.adding(days: 7 * place)
            world.days = 2
            world.staff = [
                TinyWorld.person("S-2", "support-worker", .substantive, hourlyCost: 15),
                TinyWorld.person("S-1", "support-worker", .substantive, hourlyCost: 15),
                TinyWorld.person("P-1", "physiotherapist", .substantive, hourlyCost: 30),
            ]
            world.signOffs = [
                SignOff(
                    staff: "P-1", competency: "care", level: 3, signedOffOn: world.start.adding(days: -99))
            ]
            world.rota = rota
            return world
        }
    }

    private static func file(_ overlay: String) throws -> ScenarioFile {
        let text = "bases: [{week: one}, {week: two}]\noverlays:\n  more: {\(overlay)}\nrun: [more]\n"
        let diagnostics = Diagnostics()
        let file = ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics)
        return try #require(file, "\(diagnostics.sorted.map(\.description))")
    }

    private static func told(_ overlay: String, _ worlds: [TinyWorld]) throws -> [String] {
        let diagnostics = Diagnostics()
        let bases = zip(["one", "two"], worlds).map { ScenarioBase(name: $0, week: $1.week) }
        try file(overlay).check(bases, seed: 1, diagnostics)
        return diagnostics.sorted.map(\.description)
    }

    private static let training =
        "competency: care, level: 2, role: support-worker, people: 1, from: 2026-11-30, expires: 2026-11-30"

    private static func week(_ file: ScenarioFile, _ place: Int, _ dated: DatedWeeks) throws -> Week {
        try ScenarioSteps(
            file.scenarios[1], of: place, in: dated, replicate: 1, seed: 1, agencyPay: nil, Diagnostics()
        ).week(dated.weeks[place])
    }

    @Test func `trainees and educators are off before the first day, and sign-offs hold until the last`()
        throws
    {
        let overlay =
            "training: {\(Self.training), sessions_off: 2, educator_hours: 6, educator_role: physiotherapist, cost: 100}"
        let worlds = Self.worlds()
        #expect(try Self.told(overlay, worlds).isEmpty)
        // The order of the file is not that of the dates.
        for order in [[0, 1], [1, 0]] {
            let file = try Self.file(overlay)
            let dated = DatedWeeks(order.map { worlds[$0].week })
            let (first, second) = (order[0] == 0 ? 0 : 1, order[0] == 0 ? 1 : 0)
            let before = try Self.week(file, first, dated)
            // S-1 has more hours in the week in which it holds, and is off for the last two of three sessions before; an
            // educator of six hours is off for two sessions of four.
            #expect(before.rota[1].map(\.duty) == [.rostered, .training, .off, .training])
            #expect(before.rota[2].map(\.duty) == [.off, .training, .training, .off])
            #expect(before.rota[0].map(\.duty) == dated.weeks[first].rota[0].map(\.duty))
            #expect(before.signOffs == dated.weeks[first].signOffs)
            let after = try Self.week(file, second, dated)
            #expect(after.rota == dated.weeks[second].rota)
            let held = Qualifications.of(after.staff, signOffs: after.signOffs, framework: after.framework)
            let days = (0..<2).map { after.start.adding(days: $0) }
            #expect(days.map { held[1].holds([Need("care", 2)], on: $0) } == [true, false])
            #expect(days.map { held[0].holds([Need("care", 2)], on: $0) } == [false, false])
            let works = [first, second].map { file.scenarios[1].preparation(in: $0, of: dated).figures }
            #expect(works.map { $0.map(\.value) } == [[100, 16], [0, 0]])
        }
    }

    @Test func `an educator who is paid for takes no session`() throws {
        let file = try Self.file(
            "training: {\(Self.training), educator_hours: 6, educator_cost: 45, cost: 20}")
        let dated = DatedWeeks(Self.worlds().map(\.week))
        #expect(try Self.week(file, 0, dated).rota == dated.weeks[0].rota)
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [290, 0])
    }

    @Test func `what cannot be taken is told with its place`() throws {
        let worlds = Self.worlds()
        let faults = [
            ("sessions_off: 4", "training takes 4 sessions off, and 'S-1' has 3 on duty before 2026-11-30"),
            (
                "educator_hours: 9, educator_competency: care",
                "an educator gives 9.0 hours, and people signed off in care at level 2 have 8.0 on duty before 2026-11-30"
            ), ("educator_hours: 9, educator_role: physio", "there is no educator_role 'physio'"),
        ]
        for (keys, words) in faults {
            let told = try Self.told("training: {\(Self.training), \(keys)}", worlds)
            #expect(told.count == 1 && told[0].contains(words), "\(keys): \(told)")
        }
        let late = Self.training.replacing("2026-11-30", with: "2026-12-07")
        let told = try Self.told("training: {\(late)}", worlds)
        #expect(told.allSatisfy { $0.contains("no week reaches 2026-12-07") } && !told.isEmpty, "\(told)")
        for (keys, words) in [
            ("sessions_off: 1", "has 'sessions_off' and no 'from'"),
            ("from: 2026-11-30, educator_hours: 2", "does not say whose the educator's hours are"),
            ("from: 2026-11-30, educator_cost: 2", "has 'educator_cost' and no 'educator_hours'"),
            ("from: 2026-11-30, expires: 2026-11-29", "expires is 2026-11-29, before the first day"),
        ] {
            let text =
                "bases: [{week: one}]\noverlays:\n  more: {training: {competency: care, level: 2, "
                + "role: support-worker, people: 1, \(keys)}}\nrun: [more]\n"
            let diagnostics = Diagnostics()
            #expect(
                ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics) == nil)
            #expect(diagnostics.sorted.contains { $0.message.contains(words) }, "\(keys)")
        }
    }

    /// Of 27 transfers a half is suitable for one worker: 13, each of which releases 30 minutes less the ten that it takes
    /// longer.
    private static func reviewed() -> [TinyWorld] {
        worlds().map { world in
            var world = world
            world.demand("D-1", "transfer", contacts: 27)
            return world
        }
    }

    @Test func `reviews are as many as release the hours, and hold in weeks that begin after them`() throws {
        var worlds = Self.reviewed()
        // 260 minutes are 4.3 hours, of which a review releases 2.24: two reviews of nine hours, five sessions of four.
        worlds[0].rota["P-1"] = ["R", "R", "R", "R"]
        worlds[0].rota["S-2"] = ["R", "R"]
        worlds[0].staff[0].roles.append("physiotherapist")
        let overlay =
            "single_handed: {share: 0.5}, reviews: {from: 2026-11-30, reviewer_role: physiotherapist}"
        #expect(try Self.told(overlay, worlds).isEmpty)
        let file = try Self.file(overlay)
        let dated = DatedWeeks(worlds.map(\.week))
        let before = try Self.week(file, 0, dated)
        #expect(before.demand[0].singleHandedContacts == 0)
        // S-2 stands first in staff.csv, and of P-1 the last sessions are taken.
        #expect(before.rota[0].map(\.duty) == [.training, .training, .off, .off])
        #expect(before.rota[2].map(\.duty) == [.rostered, .training, .training, .training])
        #expect(try Self.week(file, 1, dated).demand[0].singleHandedContacts == 13)
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [0, 20])
        worlds[0].rota["S-2"] = ["R"]
        worlds[0].rota["P-1"] = ["R", "R", "R"]
        let told = try Self.told(overlay, worlds)
        #expect(told.count == 1, "\(told)")
        #expect(
            told.first?.contains("2 reviews take 18.0 hours, and people of role physiotherapist have 16.0")
                == true)
    }

    @Test func `reviews that are paid for take no session, and their number may be given`() throws {
        let dated = DatedWeeks(Self.reviewed().map(\.week))
        for (keys, pounds) in [("", 900.0), (", number: 3, minutes: 60", 150)] {
            let file = try Self.file("single_handed: {share: 0.5}, reviews: {reviewer_cost: 50\(keys)}")
            #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [pounds, 0])
            #expect(file.scenarios[1].preparation(in: 1, of: dated).figures.map(\.value) == [0, 0])
            for place in 0...1 {
                #expect(try Self.week(file, place, dated).demand[0].singleHandedContacts == 13)
            }
        }
    }

    @Test func `two overlays take no session twice`() throws {
        let text = """
            bases: [{week: one}, {week: two}]
            overlays:
              some: {training: {\(Self.training), educator_hours: 4, educator_role: physiotherapist}}
              more: {training: {\(Self.training.replacing("care", with: "handling")), educator_hours: 4, educator_role: physiotherapist}}
            run: [[some, more]]

            """
        let diagnostics = Diagnostics()
        let file = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics))
        let dated = DatedWeeks(Self.worlds().map(\.week))
        #expect(try Self.week(file, 0, dated).rota[2].map(\.duty) == [.off, .training, .training, .off])
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [0, 8])
    }

    @Test func `nobody is trained twice in one thing`() throws {
        let text = """
            bases: [{week: one}, {week: two}]
            overlays:
              some: {training: {\(Self.training)}}
              more: {training: {\(Self.training), cost: 100}}
            run: [[some, more]]

            """
        let diagnostics = Diagnostics()
        let file = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(text.utf8)), diagnostics))
        let dated = DatedWeeks(Self.worlds().map(\.week))
        let after = try Self.week(file, 1, dated)
        let held = Qualifications.of(after.staff, signOffs: after.signOffs, framework: after.framework)
        // S-1 by the first, S-2 by the second.
        #expect((0...1).map { held[$0].holds([Need("care", 2)], on: after.start) } == [true, true])
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [100, 0])
        let twice = text.replacing("people: 1", with: "people: 2")
        let both = try #require(
            ScenarioFile.read(InputFile(path: "s.yaml", bytes: Array(twice.utf8)), diagnostics))
        let bases = zip(["one", "two"], dated.weeks).map { ScenarioBase(name: $0, week: $1) }
        try both.check(bases, seed: 1, diagnostics)
        let told = diagnostics.sorted.map(\.message)
        #expect(told.count == 1 && told[0].contains("training names 2 people, and 0 of the role"), "\(told)")
    }

    @Test func `who is off and on no contract is paid all the same`() throws {
        var worlds = Self.worlds()
        for place in worlds.indices { worlds[place].staff[1].employment = .agency }
        let dated = DatedWeeks(worlds.map(\.week))
        let file = try Self.file("training: {\(Self.training), sessions_off: 2, cost: 100}")
        // S-1 is an agency worker now, off for two mornings or afternoons of four hours at £15.
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [220, 8])
    }

    @Test func `reviews go by what is released in seven days`() throws {
        var worlds = Self.reviewed()
        worlds[0].days = 14
        let dated = DatedWeeks([worlds[0].week])
        let file = try Self.file("single_handed: {share: 0.5}, reviews: {reviewer_cost: 50}")
        // 260 minutes of two weeks are 2.2 hours a week: one review of nine hours.
        #expect(file.scenarios[1].preparation(in: 0, of: dated).figures.map(\.value) == [450, 0])
    }
}
