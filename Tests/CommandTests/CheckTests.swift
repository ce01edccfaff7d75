// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@Suite struct CheckTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test(arguments: ["Rosters/first-week", "Rosters/place-week"])
    func theShippedWeeksCanBePlanned(_ week: String) async throws {
        let run = try await place.skillmix("check", week)
        #expect(run.code == 0)
        #expect(run.messages.isEmpty)
        #expect(run.output.contains("\(week): 0 notices, 1 warning, 0 errors\n"))
        #expect(run.output.hasSuffix(" contacts\n"))
    }

    @Test(arguments: ["first-week", "place-week", "faulty-week"])
    func programsAreToldTheSameAsPeople(_ week: String) async throws {
        let people = try await place.skillmix("check", "Rosters/\(week)")
        let programs = try await place.skillmix("check", "Rosters/\(week)", "--format", "json")
        let diagnostics = try JSONDecoder().decode([Diagnostic].self, from: Data(programs.output.utf8))
        #expect(programs.code == people.code)
        #expect(people.output.hasPrefix(diagnostics.map { "\($0)\n" }.joined()))
        #expect(!diagnostics.isEmpty)
    }

    @Test func aWeekWithErrorsEndsWithOneAndNoOtherCommandTakesIt() async throws {
        let week = "Rosters/faulty-week"
        #expect(try await place.skillmix("check", week).code == 1)
        let before = try place.bytes(".")
        for command in ["allocate \(week)", "export \(week) --lp week.lp", "audit \(week) \(week)"] {
            let run = try await place.shell("skillmix \(command)")
            #expect(run.code == 2)
            #expect(run.output.isEmpty)
            #expect(run.messages.hasSuffix("errors; nothing was done.\n"))
        }
        #expect(try place.bytes(".") == before)
    }
}
