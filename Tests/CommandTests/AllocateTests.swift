// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct AllocateTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    static let week = "Rosters/first-week"
    static let plan = "Rosters/first-week/plan"

    @Test func theFirstWeekIsPlannedAtItsPrice() async throws {
        let run = try await place.skillmix("allocate", Self.week, "--work-limit", "20")
        #expect(run.code == 0)
        #expect(run.output.contains("£857.40\n"))
        #expect(run.output.contains("Proved the cheapest possible plan."))
        #expect(run.output.hasSuffix("Plan: \(Self.plan)\n"))
        #expect(run.messages.contains("plan £"))
        let plan = try place.plan(Self.plan)
        #expect(plan.objective == 857.4)
        #expect(plan.bound == 857.4)
        #expect(plan.gap == 0)
        #expect(plan.status == "optimal")
        #expect(try place.names(Self.plan) == WrittenPlan.files)
        let audit = try await place.skillmix("audit", Self.week, Self.plan)
        #expect(audit.code == 0)
        #expect(audit.output.contains("  Price                                      £857.40\n"))
    }

    @Test func theSameSeedAndWorkGiveTheSameBytes() async throws {
        for out in ["one", "other"] {
            let run = try await place.skillmix(
                "allocate", Self.week, "--work-limit", "5", "--seed", "7", "--out", out)
            #expect(run.code == 0)
        }
        #expect(try place.bytes("one") == place.bytes("other"))
        #expect(try place.plan("one").seed == 7)
    }

    @Test func quietSaysNothingOnTheWay() async throws {
        let run = try await place.skillmix("allocate", Self.week, "--work-limit", "1", "--quiet")
        #expect(run.code == 0)
        #expect(run.messages.isEmpty)
        #expect(run.output.contains("Plan: "))
    }

    @Test func aPlacesWeekIsPlannedAndAuditsClean() async throws {
        // The time ends the proof, which on a week of this size takes its time; the plan is sound whenever.
        let run = try await place.skillmix(
            "allocate", "Rosters/place-week", "--work-limit", "2", "--time-limit", "2", "--out", "plan")
        #expect(run.code == 0)
        let audit = try await place.skillmix("audit", "Rosters/place-week", "plan")
        #expect(audit.code == 0, "\(audit.output)")
        #expect(audit.messages.isEmpty)
    }

    @Test func anEmptyWeekHasAPlanThatCostsNothing() async throws {
        #expect(try await place.skillmix("new", "week").code == 0)
        #expect(try await place.skillmix("allocate", "week", "--work-limit", "1").code == 0)
        #expect(try place.plan("week/plan").objective == 0)
        #expect(try await place.skillmix("audit", "week", "week/plan").code == 0)
    }
}
