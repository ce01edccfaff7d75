// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// Two people of the first week with accounts, and the planner who publishes.
struct Team {
    let test: TestSite
    let planner: TestSite.Guest
    let rowan: TestSite.Guest
    let sorrel: TestSite.Guest
    let week: Int64

    init() async throws {
        test = try TestSite()
        planner = try test.guest(.planner)
        rowan = try test.guest(.staff, name: "Rowan")
        sorrel = try test.guest(.staff, name: "Sorrel")
        week = try await test.week(by: planner)
        for (guest, staff) in [(rowan, "HC-01"), (sorrel, "HC-02")] {
            let reply = try await test.send(
                "/roster/\(guest.person.id)", [("staff", staff)], as: planner)
            #expect(reply.status == 303, "\(reply.text)")
        }
    }

    /// A plan that people work by.
    func published() async throws -> Int64 {
        let plan = try await test.plan(ofWeek: week, by: planner)
        try await test.publish(plan, by: planner)
        return plan
    }

    func me(_ guest: TestSite.Guest) async throws -> String {
        try await test.ask(.get, "/me", as: guest).text
    }
}

/// What people see of their own sessions, take with them, and say.
struct OwnSessionsTests {
    @Test func peopleSeeTheirOwnSessionsAndNobodyElses() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await test.plan(ofWeek: team.week, by: team.planner)
        #expect(
            try await team.me(team.rowan).contains("No published plan has you in it"), "a draft is nobody's")
        try await test.publish(plan, by: team.planner)
        let page = try await team.me(team.rowan)
        #expect(page.contains("Mon 23 Nov pm, ") && page.contains("Quay ward (rehabilitation beds)"))
        #expect(page.contains("These sessions are new to you"))
        #expect(!page.contains("Sat 28 Nov"), "those are others' sessions")
        let sheet = try await test.ask(.get, "/me/sheets/\(plan)/HC-01", as: team.rowan)
        #expect(sheet.status == 200 && sheet.text.contains("Sign-offs"))
        #expect(try await test.ask(.get, "/me/sheets/\(plan)/HC-02", as: team.rowan).status == 404)
        #expect(try await test.ask(.get, "/me/teams/\(plan)/quay-ward", as: team.rowan).status == 200)
        #expect(try await test.ask(.get, "/me/teams/\(plan)/south-home", as: team.rowan).status == 404)
        for path in [
            "/plans", "/plans/\(plan)", "/plans/\(plan)/files/report.html", "/plans/\(plan)/share/shifts.csv",
        ] {
            #expect(try await test.ask(.get, path, as: team.rowan).status == 403, "\(path)")
        }
        #expect(try await test.ask(.get, "/", as: team.rowan).location == "/me")
        let stranger = try test.guest(.viewer)
        #expect(try await team.me(stranger).contains("Nobody has said yet who you are on the roster"))
    }

    @Test func whoIsWhoIsHeldAgainstTheWeeks() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let path = "/roster/\(team.sorrel.person.id)"
        let unknown = try await test.send(path, [("staff", "HC-02, HC-99")], as: team.planner)
        #expect(unknown.status == 400)
        #expect(unknown.text.contains("No one of the latest weeks has HC-99 in the column staff"))
        #expect(unknown.text.contains("value=\"HC-02, HC-99\""), "what was typed stays")
        let taken = try await test.send(path, [("staff", "HC-01")], as: team.planner)
        #expect(taken.status == 400 && taken.text.contains("HC-01 is Rowan already"))
        #expect(try test.store.names(of: team.sorrel.person) == ["HC-02"])
        let page = try await test.ask(.get, "/roster", as: team.planner)
        #expect(page.text.contains("HC-01: Rowan, the account of Rowan"))
        // Who was somebody in an earlier week stays that: only what is new is held against the latest ones.
        let sorrel = team.sorrel.person
        try test.store.setRoster(of: sorrel.id, to: ["HC-02", "HC-77"], by: team.planner.person)
        #expect(
            try await test.send(path, [("staff", "HC-02, HC-77, AP-01")], as: team.planner).status == 303)
        #expect(try test.store.names(of: sorrel) == ["AP-01", "HC-02", "HC-77"])
    }

    @Test func aPlanIsSeenAndOneInWhichSomethingIsOtherwiseAsksAnew() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        #expect(
            try await test.ask(.get, "/plans/\(plan)", as: team.planner).text.contains("Not yet (2)"))
        #expect(try await test.send("/me/seen", [("run", "\(plan)")], as: team.rowan).status == 303)
        #expect(try await team.me(team.rowan).contains("You said that you have seen these sessions"))
        let listed = try await test.ask(.get, "/plans/\(plan)", as: team.planner).text
        #expect(listed.contains("Not yet (1)") && listed.contains("Seen (1)"))

        // The same week within the same work is the same plan: that asks Rowan nothing anew.
        let other = try await team.published()
        #expect(other != plan)
        #expect(try await team.me(team.rowan).contains("You said that you have seen these sessions"))
        // Rowan is moved: the page says what is otherwise, and asks.
        let moved = try await replanned(team, other, "HC-01", "2026-11-23 pm", "north-home")
        try await test.publish(moved, by: team.planner)
        let page = try await team.me(team.rowan)
        #expect(page.contains("The plan was changed since you said that you had seen it"))
        #expect(
            page.contains(
                "Mon 23 Nov pm: North home-based team instead of Quay ward (rehabilitation beds)."))
        #expect(page.contains("<strong> Changed</strong>"))
        let late = try await test.send("/me/seen", [("run", "\(plan)")], as: team.rowan)
        #expect(late.status == 404, "an older plan is not seen any more")
        _ = try await test.send("/me/seen", [("run", "\(moved)")], as: team.rowan)
        #expect(try await !team.me(team.rowan).contains("I have seen this"))
    }

    private func replanned(
        _ team: Team, _ plan: Int64, _ staff: String, _ session: String, _ place: String
    ) async throws -> Int64 {
        let sent = try await team.test.send(
            "/plans/\(plan)/seat",
            [("staff", staff), ("session", session), ("team", place), ("why", "for the test")],
            as: team.planner)
        let run = try #require(sent.location.split(separator: "/").last.flatMap { Int64($0) })
        try await team.test.over(run)
        return run
    }

    @Test func aCalendarFollowsWhatIsPublishedByAnAddressThatCanBeRevoked() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let made = try await test.send("/me/calendar", [("do", "make")], as: team.rowan)
        let address = String(try #require(made.text.firstMatch(of: /\/calendar\/[^<]+\.ics/)).0)
        let empty = try await test.ask(.get, address)
        #expect(empty.status == 200 && !empty.text.contains("BEGIN:VEVENT"), "nothing is published")
        let plan = try await team.published()
        let first = try await test.ask(.get, address)
        #expect(first.headers[.contentType]?.hasPrefix("text/calendar") == true)
        #expect(first.text.contains("X-WR-CALNAME:skillmix: Rowan"))
        #expect(first.text.contains("UID:2026-11-23_20pm_20HC-01@skillmix\r\n"))
        #expect(!first.text.contains("HC-02@skillmix") && !first.text.contains("STATUS:CANCELLED"))
        #expect(try await test.ask(.get, address).text == first.text, "the same plan, the same calendar")

        // A plan that is taken back is cancelled, and published again it counts on.
        _ = try await test.send(
            "/plans/\(plan)/state", [("state", "draft"), ("why", "too early")], as: team.planner)
        try await test.handedOut()
        let cancelled = try await test.ask(.get, address).text
        #expect(!cancelled.contains("STATUS:CONFIRMED") && cancelled.contains("SEQUENCE:1"))
        try await test.publish(plan, by: team.planner)
        let again = try await test.ask(.get, address).text
        #expect(again.contains("SEQUENCE:2") && !again.contains("STATUS:CANCELLED"))

        // Of an address that leads nowhere the same is said, whatever it is.
        let wrong = try await test.ask(.get, "/calendar/\(Token().text).ics")
        _ = try await test.send("/me/calendar", [("do", "revoke")], as: team.rowan)
        let revoked = try await test.ask(.get, address)
        #expect(revoked.status == 404 && revoked.text == wrong.text)
        #expect(try await test.ask(.get, "/calendar/none").text == wrong.text)
        #expect(
            try !test.store.trail(most: 100).contains {
                address.contains($0.subject) && $0.subject.count > 20
            })
    }

    @Test func anotherWeekOfTheSameDaysCancelsNothing() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let made = try await test.send("/me/calendar", [("do", "make")], as: team.rowan)
        let address = String(try #require(made.text.firstMatch(of: /\/calendar\/[^<]+\.ics/)).0)
        let plan = try await team.published()
        let file = test.shelf.handedOut(ofWeek: team.week).appending("calendars/HC-01.ics")
        let before = Shelf.text(file)
        #expect(before.contains("STATUS:CONFIRMED"))
        // Another place plans the same week, and takes back what it published.
        let other = try await test.week(by: team.planner, name: "South")
        let second = try await test.plan(ofWeek: other, by: team.planner)
        try await test.publish(second, by: team.planner)
        _ = try await test.send(
            "/plans/\(second)/state", [("state", "draft"), ("why", "too early")], as: team.planner)
        try await test.handedOut()
        let theirs = Shelf.text(
            test.shelf.handedOut(ofWeek: other).appending("calendars/HC-01.ics"))
        #expect(theirs.contains("STATUS:CANCELLED") && !theirs.contains("STATUS:CONFIRMED"))
        #expect(Shelf.text(file) == before, "the week's own calendars are as they were")
        let calendar = try await test.ask(.get, address).text
        let session = "UID:2026-11-23_20pm_20HC-01@skillmix\r\n"
        #expect(calendar.components(separatedBy: session).count == 2, "one event a session")
        let event = try #require(calendar.components(separatedBy: session).last)
        #expect(event.components(separatedBy: "END:VEVENT")[0].contains("STATUS:CONFIRMED"))
        // The first one is taken back, too: then nothing takes place.
        _ = try await test.send(
            "/plans/\(plan)/state", [("state", "draft"), ("why", "too early")], as: team.planner)
        try await test.handedOut()
        #expect(try await !test.ask(.get, address).text.contains("STATUS:CONFIRMED"))
    }

    @Test func whatPeopleTakeAwayIsThereForPlannersOnceAPlanIsPublished() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await test.plan(ofWeek: team.week, by: team.planner)
        #expect(
            try await test.ask(.get, "/plans/\(plan)/share/messages.csv", as: team.planner).status == 404)
        try await test.publish(plan, by: team.planner)
        let page = try await test.ask(.get, "/plans/\(plan)", as: team.planner).text
        for path in ["messages.csv", "shifts.csv", "sheets/HC-01.html", "sheets/team-quay-ward.html"] {
            #expect(page.contains("/plans/\(plan)/share/\(path)"), "\(path)")
            let file = try await test.ask(.get, "/plans/\(plan)/share/\(path)", as: team.planner)
            #expect(file.status == 200 && !file.bytes.isEmpty, "\(path)")
        }
        let finance = try test.guest(.finance)
        #expect(
            try await test.ask(.get, "/plans/\(plan)/share/sheets/HC-01.html", as: finance).status == 403,
            "sheets have sign-offs")
        #expect(
            try await test.ask(.get, "/plans/\(plan)/share/..%2fplan%2fplan.json", as: team.planner).status
                == 404)
    }

    @Test func whatCouldNotBeHandedOutIsSaidAndMadeAnew() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let calendar = test.shelf.handedOut(ofWeek: team.week).appending("calendars/HC-01.ics")
        let text = Shelf.text(calendar)
        try Shelf.write(text.replacing("SEQUENCE:0", with: "SEQUENCE:x"), to: calendar)
        let path = "/plans/\(plan)/share"
        #expect(try await test.send(path, [], as: team.planner).status == 303)
        try await test.handedOut()
        let page = try await test.ask(.get, "/plans/\(plan)", as: team.planner).text
        #expect(page.contains("Calendars and sheets could not be made") && page.contains("SEQUENCE:x"))
        #expect(!page.contains(test.folder.description), "no path of this machine is shown")
        try Shelf.write(text, to: calendar)
        _ = try await test.send(path, [], as: team.planner)
        try await test.handedOut()
        #expect(
            try await !test.ask(.get, "/plans/\(plan)", as: team.planner).text.contains("could not be made"))
    }

    @Test func aServerThatEndedGoesOnHandingOut() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await test.plan(ofWeek: team.week, by: team.planner)
        // As a server leaves it that is killed between publishing and handing out.
        _ = try test.store.makePlan(plan, .published, by: team.planner.person, why: "")
        #expect(try test.store.handoutState(of: plan) == .underWay)
        await test.site.begin()
        try await test.handedOut()
        #expect(try test.store.handoutState(of: plan) == .done)
        #expect(Shelf.files(in: test.shelf.share(of: try test.store.run(plan))).contains("messages.csv"))
    }
}
