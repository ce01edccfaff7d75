// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@Suite("The index of a week")
struct WeekIndexTests {
    private func week(_ describe: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.days = 2
        world.teams = [
            TinyWorld.team("A", group: "north"), TinyWorld.team("B", group: "south"),
            TinyWorld.team("C", group: "north"),
        ]
        world.demand("D1", "care", contacts: 2)
        describe(&world)
        return world.week
    }

    @Test("knows everything by identifier, and nothing that is not there")
    func identifiers() {
        let index = WeekIndex(week())
        #expect(["P-1", "P-3", "p-1", ""].map(index.person) == [0, 2, nil, nil])
        #expect(["A", "C", "D"].map(index.team) == [0, 2, nil])
        #expect(["D1", "D2"].map(index.line) == [0, nil])
        #expect(["assessment", "transfer", "D1"].map(index.activity) == [0, 3, nil])
        #expect(["student", "nurse"].map(index.role) == [2, nil])
        #expect(["handling", "assessment"].map(index.competency) == [2, nil])
    }

    @Test("of two of one identifier the first counts")
    func duplicates() {
        let week = week {
            $0.staff.append(TinyWorld.person("P-2", "physiotherapist", .bank))
            $0.teams.append(TinyWorld.team("A", group: "south"))
            $0.demand("D1", "assessment", contacts: 1)
        }
        let index = WeekIndex(week)
        #expect(index.person("P-2") == 1)
        #expect(index.team("A") == 0)
        #expect(index.line("D1") == 0)
        #expect(index.lineCount == 2)
    }

    @Test("knows sessions by name and by day")
    func sessions() {
        let index = WeekIndex(week())
        #expect(index.session("2026-11-24 am") == 2)
        #expect(["2026-11-25 am", "2026-11-24 eve", "2026-11-24"].map(index.session) == [nil, nil, nil])
        #expect(index.day(CalendarDay(number: 9458)) == 1)
        #expect(index.sessions(on: CalendarDay(number: 9458)) == 2..<4)
        #expect(index.sessions(on: CalendarDay(number: 9456)).isEmpty)
        #expect([-1, 0, 3, 4].map(index.hasSession) == [false, true, true, false])
        #expect(index.cell(2, 1) == 9)
    }

    @Test("knows groups in order of their first team, and that of all teams last")
    func groups() {
        let index = WeekIndex(week())
        #expect(index.groups == ["north", "south"])
        #expect(index.groupOfTeam == [0, 1, 0])
        #expect(index.teamsOfGroup == [[0, 2], [1]])
        #expect(["north", "south", "*", "east"].map(index.group) == [0, 1, 2, nil])
        #expect([0, 1, 2].map(index.groupName) == ["north", "south", "*"])
    }

    @Test("rows of a plan that name nobody or nowhere are strays, each once")
    func strays() {
        let week = week()
        let index = WeekIndex(week)
        let deployments = [
            ("P-1", 0, "A"), ("P-9", 0, "A"), ("P-1", 4, "A"), ("P-1", -1, "A"), ("P-1", 1, "Z"),
        ].map {
            Deployment(
                staff: $0.0, session: $0.1, team: $0.2, booking: .rostered, minutes: 240, contactMinutes: 0)
        }
        let contacts = [
            ("D1", "P-1", nil, "A"), ("D1", "P-1", "P-2", "Z"), ("D1", "P-1", "P-9", "A"),
            ("D9", "P-1", nil, "A"), ("D1", "P-9", nil, "A"),
        ].map { (line: String, staff: String, partner: String?, team: String) in
            ContactRow(
                line: line, activity: "care", team: team, session: 0, staff: staff, partner: partner,
                route: .support, contacts: 1, minutes: 30)
        }
        let supervision = [
            ("P-1", "north", "care"), ("P-1", "*", "care"), ("P-1", "east", "care"),
            ("P-1", "north", "dance"),
        ].map {
            SupervisionRow(supervisor: $0.0, session: 0, group: $0.1, activity: $0.2, minutes: 5)
        }
        var plan = PlanSketch(week).plan
        (plan.deployments, plan.contacts, plan.supervision) = (deployments, contacts, supervision)
        let found = IndexedPlan(plan.rows, leaving: plan.unmet, in: index)
        #expect(found.deployments.map(\.row) == [deployments[0]])
        #expect(found.contacts.map(\.row) == Array(contacts[0...1]))
        #expect(found.contacts.map(\.team) == [0, nil])
        #expect(found.contacts.map(\.partner) == [nil, 1])
        #expect(found.supervision.map(\.group) == [0, 2])
        var strays: [IndexedPlan.Stray] = deployments[1...].map { .deployment($0) }
        strays += contacts[2...].map { .contacts($0) }
        strays += supervision[2...].map { .supervision($0) }
        #expect(found.strays == strays)
        #expect(found.hasKnownPerson)
        #expect(found.hasKnownSession)
        #expect(found.unmet == [0])
    }
}
