// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Today's rota beside a plan.
@Suite struct PriceTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    private func plan() async throws {
        let run = try await place.skillmix("allocate", week, "--work-limit", "20", "--quiet", "--out", "plan")
        try #require(run.code == 0)
    }

    @Test func aPlansOwnDeploymentsCostWhatThePlanCosts() async throws {
        try await plan()
        let run = try await place.skillmix(
            "price", week, "--deployments", "plan/deployments.csv", "--plan", "plan", "--work-limit", "20",
            "--out", "comparison", "--quiet")
        #expect(run.code == 0)
        #expect(run.messages.isEmpty)
        #expect(run.output.contains("The plan costs the same as today's rota: as many contacts are met"))
        #expect(run.output.contains("are proved the best for it"))
        #expect(run.output.hasSuffix("Comparison: comparison\n"))
        #expect(
            try place.names("comparison") == ["broken-rules.csv", "comparison.csv", "optimised", "today"])
        #expect(try place.names("comparison/today") == WrittenPlan.files)
        #expect(try place.plan("comparison/today").objective == 857.4)
        #expect(try place.plan("comparison/optimised").objective == 857.4)
        #expect(
            try place.text("comparison/comparison.csv").contains(
                "Price,In all,pounds,857.4000,857.4000,0.0000\n")
        )
        for name in ["today", "optimised"] {
            let audit = try await place.skillmix("audit", week, "comparison/\(name)")
            #expect(audit.code == 0, "\(audit.output)")
        }
    }

    @Test func aRotaThatBreaksRulesIsPricedAndTheRulesAreNamed() async throws {
        // Somebody off sick, somebody sent where there is no agreement, and nobody else.
        try place.write(
            "staff,session,team,note\nNU-01,2026-11-25 am,quay-ward,cover\nRW-01,2026-11-24 am,quay-ward,\n",
            to: "habit.csv")
        let run = try await place.skillmix(
            "price", week, "--deployments", "habit.csv", "--work-limit", "5", "--out", "comparison")
        #expect(run.code == 0)
        #expect(run.output.contains("Today's rota breaks rules in "))
        #expect(run.output.contains("of people on duty today's rota says nothing"))
        #expect(run.output.contains("so this breaks a rule."))
        #expect(run.output.contains("\n  NU-01 may not be deployed on 2026-11-25 am"))
        #expect(!run.output.contains("is on duty and deployed nowhere"))
        let rules = try place.text("comparison/broken-rules.csv")
        #expect(rules.hasPrefix("rule,staff,session,line,team,sentence\n"))
        #expect(rules.contains("eligibility,NU-01,2026-11-25 am,"))
        #expect(rules.contains("one-place,"))
        #expect(try place.names("comparison/today") == WrittenPlan.files)
    }

    @Test func theSameSeedAndWorkGiveTheSameBytes() async throws {
        try await plan()
        for out in ["one", "other"] {
            let run = try await place.skillmix(
                "price", week, "--deployments", "plan/deployments.csv", "--work-limit", "3", "--seed", "7",
                "--out", out)
            #expect(run.code == 0)
        }
        #expect(try place.bytes("one") == place.bytes("other"))
    }

    @Test func everyProblemOfTheRotaIsToldAndNothingIsDone() async throws {
        try place.write(
            "staff,session,team\nPT-99,2026-11-23 am,quay-ward\nPT-01,2026-11-23 am,quay\nPT-01,never,quay-ward\n",
            to: "habit.csv")
        let run = try await place.skillmix(
            "price", week, "--deployments", "habit.csv", "--out", "comparison")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        for part in ["habit.csv:2:1", "habit.csv:3:", "habit.csv:4:7", "nothing was done"] {
            #expect(run.messages.contains(part), "\(part)")
        }
        #expect(!place.exists("comparison"))
    }

    @Test func aFolderOfSomethingElseIsLeftAloneBeforeAnySearch() async throws {
        try await plan()
        let run = try await place.skillmix(
            "price", week, "--deployments", "plan/deployments.csv", "--out", week)
        #expect(run.code == 2)
        #expect(run.messages.contains("but no comparison.csv"))
        #expect(run.output.isEmpty)
    }
}
