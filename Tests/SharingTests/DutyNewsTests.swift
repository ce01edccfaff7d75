// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Sharing

/// What is otherwise for somebody in a plan than in the one that they knew.
@Suite struct DutyNewsTests {
    private func duties(_ change: (inout SharedWorld) -> Void = { _ in }) -> Duties {
        var world = SharedWorld()
        change(&world)
        return Duties(week: world.world.week, plan: world.plan)
    }

    @Test func `new, gone and other sessions are told, and those that are the same are not`() {
        let before = duties()
        let after = duties { world in
            world.sketchWith = { sketch in
                sketch.deploy("P-1", 0)
                sketch.deploy("P-2", 0)
                sketch.deploy("P-2", 3)
                sketch.give("D-1", "P-1", 0, .registered)
            }
        }
        #expect(after.news(of: "P-3", since: before).isEmpty)
        let first = after.news(of: "P-1", since: before)
        #expect(first.map(\.kind) == [.otherWork, .gone])
        #expect(
            first.map(\.sentence) == [
                "Mon 23 Nov am: Team A as before, other work.",
                "Mon 23 Nov pm: no longer yours. It was in Team A.",
            ])
        let second = after.news(of: "P-2", since: before)
        #expect(second.map(\.kind) == [.otherWork, .new])
        #expect(second.last?.sentence == "Tue 24 Nov pm: new, Team A.")
        #expect(second.last?.session == "2026-11-24 pm")
    }

    @Test func `another team is told by both names`() {
        func world(_ team: String) -> Duties {
            duties { world in
                world.world.teams.append(
                    Team(
                        id: "B", name: "Team B", pathway: "P1", organisation: "trust", locality: "town",
                        parts: ["am", "pm"]))
                world.sketchWith = { $0.deploy("P-1", 0, team) }
            }
        }
        let news = world("B").news(of: "P-1", since: world("A"))
        #expect(news.map(\.kind) == [.otherTeam])
        #expect(news.first?.sentence == "Mon 23 Nov am: Team B instead of Team A.")
    }

    @Test func `a fingerprint is another one where anything is otherwise for the person, and only then`() {
        let before = duties()
        let after = duties { world in
            let sketch = world.sketchWith
            world.sketchWith = {
                sketch(&$0)
                $0.deploy("P-3", 0)
            }
        }
        #expect(before.fingerprint(of: ["P-1"]) == after.fingerprint(of: ["P-1"]))
        #expect(before.fingerprint(of: ["P-3"]) != after.fingerprint(of: ["P-3"]))
        #expect(before.fingerprint(of: ["P-1", "P-2"]) == before.fingerprint(of: ["P-2", "P-1"]))
        #expect(before.fingerprint(of: ["P-1"]) != before.fingerprint(of: ["P-2"]))
    }

    @Test func `a plan that is taken back is cancelled in calendars, and planned anew it counts on`() throws {
        let world = SharedWorld()
        let shared = try world.files()
        let back = try SharedFiles(
            takenBack: world.world.week,
            former: shared.files.filter { $0.name.hasSuffix(".ics") }.map { ($0.name, $0.text) })
        #expect(back.changedEvents == 3)
        let events = try back.events("P-1")
        #expect(events.count == 2 && events.allSatisfy { $0.isCancelled && $0.sequence == 1 })
        #expect(!back.files.contains { $0.name.hasPrefix("sheets/") })
        #expect(back.text("contents.csv").contains("calendars/P-1.ics"))
        let again = try world.files(after: back)
        #expect(try again.events("P-1").allSatisfy { !$0.isCancelled && $0.sequence == 2 })
    }

    @Test func `calendars of somebody in two posts are one`() throws {
        let shared = try SharedWorld().files()
        let day = SharedWorld().world.week.start
        let text = try SharedCalendars.joined(
            [shared.text("calendars/P-1.ics"), shared.text("calendars/P-2.ics")], title: "Both", on: day)
        let events = try CalendarFile.events(in: text)
        #expect(events.count == 3)
        #expect(events.map(\.begins) == events.map(\.begins).sorted())
        #expect(text.contains("X-WR-CALNAME:Both"))
        let twice = try CalendarFile.events(
            in: try SharedCalendars.joined(
                [shared.text("calendars/P-1.ics"), shared.text("calendars/P-1.ics")], title: "", on: day))
        #expect(try twice.map(\.uid) == shared.events("P-1").map(\.uid), "of two weeks one event a session")
        #expect(twice.allSatisfy { $0.sequence == 1 && !$0.isCancelled })
        #expect(throws: CalendarError.self) {
            try SharedCalendars.joined(["BEGIN:VEVENT\nNONSENSE:1\n"], title: "", on: day)
        }
        let paths = SharedCalendars.paths(of: SharedWorld().world.week)
        #expect(paths["P-1"]?.calendar == "calendars/P-1.ics" && paths["P-1"]?.sheet == "sheets/P-1.html")
        #expect(SharedCalendars.calendars(of: "P-1").first == "calendars/P-1.ics")
        #expect(SharedCalendars.teamSheets(of: SharedWorld().world.week) == ["A": "sheets/team-A.html"])
    }
}
