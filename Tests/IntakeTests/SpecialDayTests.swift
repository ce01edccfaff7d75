// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct SpecialDayTests {
    private func week(_ days: String...) -> WeekFixture {
        WeekFixture().replacing(
            "policy:\n", with: "special_days:\n" + days.map { "  - \($0)\n" }.joined() + "policy:\n",
            in: "week.yaml")
    }

    @Test func aSpecialDayIsReadWithAllItSays() throws {
        let fixture = week(
            "{date: 2026-11-24, name: Fair day, uplift: 0.5, own_uplift: 0.25, closed: [ward]}")
        let found = try #require(try fixture.read().week)
        let day = found.start.adding(days: 1)
        #expect(
            found.specialDays == [
                SpecialDay(day: day, name: "Fair day", uplift: 0.5, ownUplift: 0.25, closed: .teams(["ward"]))
            ])
        #expect(found.sessions.map { $0.special == nil } == [true, true, false, false])
        let ward = try #require(found.teams.first { $0.id == "ward" })
        #expect(ward.isOpen(in: found.sessions[0]) && !ward.isOpen(in: found.sessions[2]))
    }

    @Test func allTeamsMayBeClosed() throws {
        let fixture = week("{date: 2026-11-24, name: Fair day, closed: all}")
            .replacing("R@north", with: "R", in: "rota.csv").replacing("R@ward", with: "R", in: "rota.csv")
            .replacing("A@north", with: "A", in: "rota.csv").replacing("A@ward", with: "A", in: "rota.csv")
        let found = try #require(try fixture.read().week)
        #expect(found.specialDays.map(\.closed) == [.all])
        #expect(found.teams.allSatisfy { !$0.isOpen(in: found.sessions[3]) })
    }

    @Test(arguments: [
        ("{date: 2026-11-24}", "week.yaml:8:5: error: a special day has no 'name'"),
        ("{name: Fair day}", "week.yaml:8:5: error: a special day has no 'date'"),
        (
            "{date: 2026-11-24, name: Fair day, uplift: 60}",
            "week.yaml:8:48: error: uplift '60' is more than 10"
        ),
        (
            "{date: 2026-11-24, name: Fair day, closed: [norht]}",
            "week.yaml:8:49: error: team 'norht' is not in teams.csv; did you mean 'north'?"
        ),
        (
            "{date: 2026-11-24, name: Fair day, closed: north}",
            "week.yaml:8:48: error: closed is a single value, not a list of teams"
        ),
        (
            "{date: 2026-12-25, name: Christmas Day}",
            "week.yaml:8:12: notice: special day '2026-12-25' is not planned and changes nothing here"
        ),
        (
            "{date: 2026-11-24, name: Fair day, upplift: 0.5}",
            "week.yaml:8:40: error: key 'upplift' of a special day is not known; did you mean 'uplift'?"
        ),
    ]) func whatIsWrongWithASpecialDayIsSaid(day: String, problem: String) throws {
        #expect(try week(day).problems().contains(problem))
    }

    @Test func aDateIsSpecialOnce() throws {
        let fixture = week("{date: 2026-11-24, name: Fair day}", "{date: 2026-11-24, name: Again}")
        #expect(
            try fixture.problems().contains("week.yaml:9:12: error: 2026-11-24 is a special day already"))
    }

    @Test func whoeverIsRosteredWhileTheirTeamIsClosedIsToldOf() throws {
        let problems = try week("{date: 2026-11-24, name: Fair day, closed: [north]}").problems()
        #expect(
            problems.contains(
                "rota.csv:3:13: warning: 'bo' is rostered while their team 'north' is closed on Fair day: a plan sends "
                    + "them elsewhere only where that saves something, and else they have no place"),
            "\(problems)")
    }

    @Test func othersOfAClosedTeamAreCountedWithTheFirst() throws {
        let fixture = week("{date: 2026-11-24, name: Fair day, closed: [north]}")
            .replacing("ann,R,R,A,L", with: "ann,R,R,R,L", in: "rota.csv")
        let problems = try fixture.problems()
        #expect(
            problems.contains {
                $0.contains(
                    "'ann' is rostered while their team 'north' is closed on Fair day, as is 1 more person:")
            }, "\(problems)")
    }

    @Test func daysOutsideOfTheHorizonAreKeptAndChangeNothing() throws {
        let christmas = "{date: 2026-12-25, name: Christmas Day, uplift: 0.5, closed: [north, gone]}"
        let (found, diagnostics, _) = try week(christmas).read()
        let read = try #require(found)
        #expect(
            Probe.lines(diagnostics) == [
                "week.yaml:8:12: notice: special day '2026-12-25' is not planned and changes nothing here"
            ])
        let day = try #require(CalendarDay(iso: "2026-12-25"))
        #expect(
            read.specialDays == [
                SpecialDay(
                    day: day, name: "Christmas Day", uplift: 0.5, closed: .teams(["north", "gone"]))
            ])
        #expect(read.sessions.allSatisfy { $0.special == nil })
        let twice = try week(christmas, "{date: 2026-12-25, name: Again}").problems()
        #expect(twice.contains("week.yaml:9:12: error: 2026-12-25 is a special day already"))
    }

    private func closed(_ cell: String) -> WeekFixture {
        WeekFixture()
            .replacing(
                "team,pathway,organisation,locality,sessions,name,days,span,min_staff",
                with:
                    "team,pathway,organisation,locality,sessions,name,days,span,min_staff,closed",
                in: "teams.csv"
            )
            .replacing("North team,Mon-Sun,6,1", with: "North team,Mon-Sun,6,1,\(cell)", in: "teams.csv")
            .replacing(",am,,,", with: ",am,,,,", in: "teams.csv")
    }

    @Test func sessionsInWhichATeamIsClosedAreRead() throws {
        let found = try #require(try closed("2026-11-24 am; 2026-11-24 pm").read().week)
        let team = try #require(found.teams.first { $0.id == "north" })
        #expect(found.sessions.map(team.isOpen) == [true, true, false, false])
    }

    @Test(arguments: [
        ("2026-11-25 am", "teams.csv:2:55: error: closed '2026-11-25 am': 2026-11-25 is outside the horizon"),
        ("2026-11-24 noon", "teams.csv:2:55: error: closed '2026-11-24 noon': 'noon' is no part of the day"),
        ("Tuesday", "teams.csv:2:55: error: closed 'Tuesday' is no session"),
    ]) func whatIsWrongWithClosedSessionsIsSaid(cell: String, problem: String) throws {
        let problems = try closed(cell).problems()
        #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
    }
}
