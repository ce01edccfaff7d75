// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import TestSupport
import Testing
import Workforce

@testable import Surges

/// Who is to stand by, worked out by hand.
@Suite struct StandbyTests {
    /// Three support workers on duty in the morning, each away with a chance of 0.06, and a physiotherapist, of whom
    /// nothing is said. On the bank: one who offered the morning, one who may be asked, one who is booked already.
    private static func world() -> TinyWorld {
        var world = TinyWorld()
        world.staff =
            ["SW-1", "SW-2", "SW-3"].map {
                TinyWorld.person($0, "support-worker", .substantive, hourlyCost: 15)
            } + [
                TinyWorld.person("PT-1", "physiotherapist", .substantive, hourlyCost: 30),
                TinyWorld.person("SW-C", "support-worker", .bank, hourlyCost: 16),
                TinyWorld.person("SW-A", "support-worker", .bank, hourlyCost: 18),
                TinyWorld.person("SW-X", "support-worker", .bank, hourlyCost: 10),
                TinyWorld.person("SW-O", "support-worker", .substantive, contractHours: 0, hourlyCost: 1),
            ]
        world.rota = [
            "SW-1": ["R"], "SW-2": ["R"], "SW-3": ["R"], "PT-1": ["R"], "SW-C": ["C", "C"],
            "SW-A": ["A"], "SW-X": ["A"], "SW-O": ["A"],
        ]
        return world
    }

    private static let booked = PlanRows(deployments: [
        Deployment(staff: "SW-X", session: 0, team: "A", booking: .bank, minutes: 240, contactMinutes: 0)
    ])

    private static func standby(
        _ risk: Double, _ absence: [String: Double], on day: CalendarDay? = nil
    ) -> ([Standby], Week) {
        let surge = Surge(world().week, plan: booked)
        let options = StandbyOptions(risk: risk, uncertainty: Uncertainty(absence: absence), on: day)
        return (surge.standby(options), surge.week)
    }

    @Test func nobodyOfARungThatTheLadderLeavesOutStandsBy() throws {
        var world = Self.world()
        world.policy.ladder = [.contract]
        let uncertainty = Uncertainty(absence: ["support-worker": 0.06])
        let needs = Surge(world.week, plan: Self.booked)
            .standby(StandbyOptions(risk: 0.05, uncertainty: uncertainty))
        #expect(needs.count == 2)
        #expect(needs.allSatisfy { $0.people.isEmpty && $0.missing == $0.number })
    }

    @Test func aHumanStandsByOnceInWhicheverRow() throws {
        var world = Self.world()
        var second = TinyWorld.person("SW-C2", "support-worker", .bank, hourlyCost: 16)
        second.person = "C"
        world.staff.append(second)
        let first = try #require(world.staff.firstIndex { $0.id == "SW-C" })
        world.staff[first].person = "C"
        world.rota["SW-C2"] = ["C", "C"]
        let uncertainty = Uncertainty(absence: ["support-worker": 0.06])
        let surge = Surge(world.week, plan: Self.booked)
        let support = try #require(
            surge.standby(StandbyOptions(risk: 0.05, uncertainty: uncertainty)).last)
        #expect(support.people.map { surge.week.staff[$0.person].id } == ["SW-A", "SW-C"])
    }

    @Test func asManyStandByAsTheRiskAsksFor() throws {
        let (needs, week) = Self.standby(0.05, ["support-worker": 0.06])
        // Four support workers with the booked one: 0.94⁴ = 0.78074896 nobody, 4 × 0.06 × 0.94³ = 0.19934016 one. More
        // than one: 0.01991088. One physiotherapist of whom nothing is said: away with 0.057.
        #expect(needs.map(\.group) == [.profession("physiotherapy"), .grade(2)])
        let (pt, support) = (needs[0], needs[1])
        #expect((support.planned, support.number) == (4, 1))
        #expect(abs(support.chance - 0.019_910_88) < 1e-12 && abs(support.away - 0.24) < 1e-12)
        // Who offered comes first though they are dearer; who is booked, and own people, are no bank on standby.
        #expect(support.people.map { week.staff[$0.person].id } == ["SW-A", "SW-C"])
        #expect(support.people.map(\.cost) == [72, 64] && support.cost == 72 && support.missing == 0)
        #expect(support.people.map(\.mark) == [.available, .callable])
        // The afternoon is nobody's whom they could stand in for.
        #expect(support.people[1].sessions == [0])
        #expect((pt.planned, pt.number, pt.missing, pt.cost) == (1, 1, 1, 0))
        #expect(pt.chance == 0)
    }

    @Test func aSmallerRiskAsksForMoreAndALargerOneForNobody() {
        let more = Self.standby(0.01, ["support-worker": 0.06]).0.first { $0.group == .grade(2) }
        // More than two: 1 − 0.78074896 − 0.19934016 − 6 × 0.06² × 0.94² = 0.00082512.
        #expect(more?.number == 2)
        #expect(abs((more?.chance ?? 0) - 0.000_825_12) < 1e-12)
        #expect(more?.cost == 136)
        #expect(Self.standby(0.25, ["support-worker": 0.06]).0.isEmpty)
        #expect(Self.standby(0.05, ["support-worker": 0, "physiotherapist": 0]).0.isEmpty)
    }

    @Test func chancesOfUnequalPeopleAddUp() {
        let absentees = Absentees([0.1, 0.2, 0.5])
        for (chance, expected) in zip(absentees.chances, [0.36, 0.49, 0.14, 0.01]) {
            #expect(abs(chance - expected) < 1e-12)
        }
        #expect(abs(absentees.mean - 0.8) < 1e-12)
        #expect(absentees.number(within: 0.15) == 1 && absentees.number(within: 0.14) == 2)
        #expect(absentees.number(within: 0.001) == 3 && Absentees([]).number(within: 0.05) == 0)
    }

    @Test func theTableSaysItInIdentifiersAndWords() throws {
        let (needs, week) = Self.standby(0.05, ["support-worker": 0.06])
        let rows = StandbyTable(needs, week: week).table.csv.split(separator: "\n").map(String.init)
        #expect(
            rows[0]
                == "day,team,group,planned,chance_each,away,standby,chance_of_more,ask_first,opens_on,could,missing,"
                + "cost_if_called")
        #expect(rows[1].hasPrefix("2026-11-23,A,physiotherapy,1,0.057,0.0570,1,"))
        #expect(rows[2] == "2026-11-23,A,grade 2,4,0.06,0.2400,1,0.01991088,SW-A,,2,0,72.0000")
    }

    @Test func fromWhenTheyMayBeAskedIsSaid() throws {
        let start = Self.world().start
        for (days, opens) in [(28, nil), (29, start.adding(days: -28))] {
            let (needs, week) = Self.standby(
                0.05, ["support-worker": 0.06], on: start.adding(days: -days))
            #expect(needs[1].opensOn == opens && needs[1].people.count == 2)
            // Nobody is asked: nothing opens.
            #expect(needs[0].opensOn == nil)
            let csv = StandbyTable(needs, week: week).table.csv
            #expect(csv.contains(",SW-A,\(opens?.iso ?? ""),2,"))
        }
    }
}
