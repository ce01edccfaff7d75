// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What sign-offs would be worth, and what a delegation would do, asked in the terminal.
@Suite struct TrainingCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    private func allocate() async throws {
        let run = try await place.skillmix("allocate", week, "--work-limit", "3", "--quiet", "--out", "plan")
        try #require(run.code == 0)
    }

    private struct Told: Decodable {
        let training: Training
        let fewest: Fewest?

        struct Training: Decodable {
            let considered: Int
            let tried: Int
            let ranked: [Value]
            let best: Best?
        }

        struct Value: Decodable {
            let staff: String
            let competency: String
            let level: Int
            let effect: Effect
        }

        struct Best: Decodable {
            let sign_offs: [Item]
            let effect: Effect
        }

        struct Item: Decodable {
            let staff: String
            let competency: String
            let level: Int
        }

        struct Effect: Decodable { let pounds: Double }

        struct Fewest: Decodable {
            let line: String
            let unmet: Int
            let is_fewest: Bool
        }
    }

    @Test func signOffsAreRankedAndTheSameTwice() async throws {
        try await allocate()
        let text = try await place.skillmix("training", week, "--plan", "plan", "--most", "2")
        #expect(text.code == 0)
        #expect(text.messages.isEmpty)
        #expect(text.output.contains("tried by planning anew."))
        let runs = [
            try await place.skillmix("training", week, "--plan", "plan", "--most", "2", "--format", "json"),
            try await place.skillmix("training", week, "--plan", "plan", "--most", "2", "--format", "json"),
        ]
        #expect(runs[0].output == runs[1].output)
        let told = try JSONDecoder().decode(Told.self, from: Data(runs[0].output.utf8)).training
        #expect(told.considered > 0)
        #expect(told.tried <= told.considered)
        #expect(told.ranked.allSatisfy { $0.effect.pounds > 0 && $0.level > 0 })
        #expect(told.ranked.isEmpty == (told.best == nil))
        if let best = told.best {
            #expect(best.sign_offs.count <= 2)
            #expect(best.effect.pounds >= (told.ranked.first?.effect.pounds ?? 0) - 0.01)
        }
    }

    @Test func aPlanIsMadeWhereNoneIsNamedAndALineIsLookedAt() async throws {
        let run = try await place.skillmix(
            "training", week, "--work-limit", "3", "--line", "N03", "--format", "json")
        #expect(run.code == 0, "\(run.messages)")
        let told = try JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
        #expect(told.fewest?.line == "N03")
        let unknown = try await place.skillmix("training", week, "--work-limit", "3", "--line", "N99")
        #expect(unknown.code == 2)
        #expect(unknown.output.isEmpty)
        #expect(unknown.messages.contains("There is no demand line N99 in demand.csv."))
    }

    @Test func aDelegationIsTriedWithoutAChangedFile() async throws {
        try await allocate()
        let before = try place.bytes(".")
        let proposed = "goal-setting"
        let run = try await place.skillmix("delegation", week, "plan", "--try-delegation", proposed)
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains(" might be delegated, "))
        #expect(run.output.hasSuffix("An AHP lead's decision goes into decisions.csv.\n"))
        let json = try await place.skillmix(
            "delegation", week, "plan", "--try-delegation", proposed, "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["activities"] as? [String] == [proposed])
        #expect(try place.bytes(".") == before)
        for (activity, message) in [
            ("none", "There is no activity none in the week's framework."),
            (
                "equipment-prescription",
                "equipment-prescription has no delegated block in the framework; it would have to say who"
            ),
            ("<b>", "There is no activity <b> in the week's framework."),
        ] {
            let run = try await place.skillmix("delegation", week, "plan", "--try-delegation", activity)
            #expect(run.code == 2)
            #expect(run.output.isEmpty)
            #expect(run.messages.contains(message))
        }
        let both = try await place.skillmix(
            "delegation", week, "plan", "--review", "--try-delegation", proposed)
        #expect(both.code == 2)
    }
}
