// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// `SmallWeek`, with its sessions of 240 minutes of which 30 are not for contacts.
@Suite struct UtilisationTests {
    private let week = SmallWeek.week()
    private let plan = SmallWeek.plan()

    @Test func `every available minute stands under one heading`() throws {
        let accounts = TimeAccount.of(week: week, plan: plan)
        #expect(accounts.map(\.staff) == ["ann", "bo", "cy", "dee", "eve"])
        // Ann: two sessions; 2 assessments and 1 session of rehabilitation; 15 minutes of supervision.
        let ann = try #require(accounts.first)
        #expect([ann.available, ann.deployed, ann.nonContact] == [480, 480, 60])
        #expect([ann.contact, ann.records, ann.travel, ann.supervision] == [165, 40, 0, 15])
        #expect(ann.spare == 200)
        // Cy: one transfer alone, 10 minutes longer than with two, which are contact as well.
        #expect([accounts[2].contact, accounts[2].records] == [40, 5])
        #expect(accounts[2].spare == 240 - 30 - 45)
        // Dee: half pace, so of 210 minutes 105 are lost.
        #expect([accounts[3].nonContact, accounts[3].spare] == [135, 105])
    }

    @Test func `minutes of an account add up to the available ones exactly`() {
        for seed in UInt64(0)..<300 {
            var week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            week = week.replacing { $0.policy.nonContactMinutes = 100.0 / 3 }
            for time in TimeAccount.of(week: week, plan: plan) {
                let parts = [
                    time.nonContact, time.contact, time.records, time.travel, time.supervision,
                    time.spare,
                ]
                #expect(parts.reduce(0, +) == time.available, "seed \(seed), \(time.staff)")
                #expect(time.deployed <= time.available)
                // Kept to the 2⁻²⁰ of a minute, so that no order of adding makes a difference.
                for part in parts { #expect((part * 1_048_576).rounded() == part * 1_048_576) }
            }
        }
    }

    @Test func `low are those below the policy's threshold, students only with one of their own`() {
        // Direct contact of available: Ann 34 %, Bo 31 %, Cy 17 %, Dee 0 %, Eve 38 %.
        #expect(LowUtilisation.of(week: week, plan: plan).map(\.staff) == ["bo", "cy", "eve"])
        let other = week.replacing {
            $0.policy.lowUtilisation.registered = 165.0 / 480
            $0.policy.lowUtilisation.support = 0.35
            $0.policy.lowUtilisation.roles = [.init(role: "st", share: 0.1)]
            $0.teams[1].setting = .bed
        }
        // Eve is at home on a ward, where 5 points more are expected: 40 %, and she has 37.5 %.
        let low = LowUtilisation.of(week: other, plan: plan)
        #expect(low.map(\.staff) == ["bo", "cy", "eve"])
        #expect(low.map(\.availableMinutes) == [720, 240, 240])
        #expect(low.map(\.contactMinutes) == [225, 40, 90])
        #expect(low.map { ($0.threshold * 100).rounded() } == [35, 35, 40])
        // Dee is on the ward on Monday morning, when it asks for nothing; asked for something, she is low.
        let asked = other.replacing { $0.demand[2].window = 0...3 }
        #expect(LowUtilisation.of(week: asked, plan: plan).map(\.staff) == ["bo", "cy", "dee", "eve"])
    }

    @Test func `who is there where nothing is asked for is not low`() throws {
        // The ward asks for its transfers on Tuesday morning alone, and for none at all.
        func presence(_ contacts: Int, _ window: ClosedRange<Int>) throws -> [Int] {
            let week = week.replacing {
                ($0.demand[2].contacts, $0.demand[2].window) = (contacts, window)
            }
            return ReportFigures(week: week, plan: plan).utilisation.byPerson.map(\.presenceMinutes)
        }
        #expect(try presence(5, 2...2) == [0, 0, 0, 240, 0])
        #expect(try presence(0, 2...2) == [0, 240, 240, 240, 240])
        let none = week.replacing { $0.demand[2].contacts = 0 }
        let figures = ReportFigures(week: none, plan: plan).utilisation
        // Of Bo's 12 hours 8 are where something is asked for: 225 of 480 minutes are above 42 %.
        #expect(figures.byPerson.map(\.isLow) == [false, false, false, false, false])
        #expect(figures.total.people == 2)
        let page = ReportPage(week: none, plan: plan, figures: ReportFigures(week: none, plan: plan))
        let table = try #require(page.tables.first { $0.name == "utilisation-by-person" })
        #expect(table.csv.contains("presence: no contacts asked for"))
        // Somebody on duty whom no team has a place for is where their home team is.
        var idle = plan
        idle.deployments.removeAll { $0.staff == "dee" }
        #expect(
            ReportFigures(week: week, plan: idle).utilisation.byPerson.map(\.presenceMinutes)
                == [0, 0, 0, 240, 0])
    }

    @Test func `deployed time, roles and low people are told by group`() {
        let figures = ReportFigures(week: week, plan: plan).utilisation
        #expect(figures.byPerson.map(\.deployedMinutes) == [480, 720, 240, 240, 240])
        #expect(figures.byPerson.map(\.isLow) == [false, true, true, false, true])
        #expect(figures.byRole.map(\.group) == ["pt", "sw"])
        #expect(figures.byRole.map(\.contactMinutes) == [165, 355])
        #expect(figures.total.people == 4)
        #expect(figures.total.lowPeople == 3)
        // Cy has no home team.
        #expect(figures.byTeam.map(\.people) == [2, 1])
        #expect(figures.byTeam.map(\.lowPeople) == [1, 1])
    }

    @Test func `groups add up to all paid staff`() {
        for seed in UInt64(0)..<200 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let figures = ReportFigures(week: week, plan: plan).utilisation
            let isOneRowEach = Set(week.staff.map(\.human)).count == week.staff.count
            for groups in [figures.byRole, figures.byEmployer] {
                #expect(groups.reduce(0) { $0 + $1.contactMinutes } == figures.total.contactMinutes)
                #expect(groups.reduce(0) { $0 + $1.availableMinutes } == figures.total.availableMinutes)
                #expect(groups.reduce(0) { $0 + $1.deployedMinutes } == figures.total.deployedMinutes)
                // Who has rows in two groups counts in both, and once in all.
                let low = groups.reduce(0) { $0 + $1.lowPeople }
                #expect(isOneRowEach ? low == figures.total.lowPeople : low >= figures.total.lowPeople)
                #expect(groups.allSatisfy { $0.lowPeople <= figures.total.lowPeople })
            }
            for groups in [figures.byTeam, figures.byPathway] {
                #expect(groups.reduce(0) { $0 + $1.contactMinutes } == figures.total.contactMinutes)
                #expect(groups.reduce(0) { $0 + $1.deployedMinutes } == figures.total.deployedMinutes)
            }
            #expect(figures.total.deployedMinutes <= figures.total.availableMinutes)
        }
    }
}
