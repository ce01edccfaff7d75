// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Reading
import Testing

@testable import Web
@testable import WebStore

/// What people do, from the first link to a published plan.
struct JourneyTests {
    @Test func aWeekIsBroughtPlannedAndPublished() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let invitation = try #require(try test.store.firstInvitation())
        let welcome = try await test.ask(.get, "/welcome/\(invitation.text)")
        #expect(welcome.text.contains("You are invited as: Administrator."))
        let made = try await test.send(
            "/welcome/\(invitation.text)",
            [("name", "Ash"), ("login", "ash"), ("password", TestSite.password)])
        #expect(made.status == 303)
        #expect(made.headers[.setCookie]?.hasPrefix("skillmix=") == true)

        let planner = try test.guest(.planner)
        let viewer = try test.guest(.viewer)
        let week = try await test.week(by: planner)
        let shown = try await test.ask(.get, "/weeks/\(week)", as: planner)
        #expect(shown.text.contains("12 rows of staff, 3 teams"))
        #expect(shown.text.contains("Make a plan"))

        let plan = try await test.plan(ofWeek: week, by: planner)
        #expect(try test.store.run(plan).state == .done)
        #expect(try await test.ask(.get, "/runs/\(plan)", as: planner).location == "/plans/\(plan)")
        let page = try await test.ask(.get, "/plans/\(plan)", as: planner)
        #expect(page.text.contains("Who is where") && page.text.contains("files/summary.html"))
        let report = try await test.ask(.get, "/plans/\(plan)/files/report.html", as: planner)
        #expect(report.status == 200 && report.text.contains("<!DOCTYPE html>"))
        #expect(report.headers[.contentSecurityPolicy]?.contains("style-src 'unsafe-inline'") == true)

        #expect(
            try await test.ask(.get, "/plans/\(plan)", as: viewer).status == 404, "a draft is not for viewers"
        )
        #expect(try await test.ask(.get, "/plans/\(plan)/files/report.html", as: viewer).status == 404)
        let published = try await test.send("/plans/\(plan)/state", [("state", "published")], as: planner)
        #expect(published.status == 303)
        #expect(try await test.ask(.get, "/plans/\(plan)", as: viewer).status == 200)
        #expect(try await test.ask(.get, "/plans", as: viewer).text.contains("Plan \(plan) of First week"))
        let without = try await test.send("/plans/\(plan)/state", [("state", "draft")], as: planner)
        #expect(without.status == 400, "to take a published plan back one says why")

        let ash = try #require(try test.store.people().first { $0.login == "ash" })
        let done = try test.store.trail(most: 100).map(\.what)
        for what in [
            "made an account", "added a week", "asked for a plan", "ended a run", "made a plan published",
        ] {
            #expect(done.contains(what), "\(what), of \(ash.name)'s trail")
        }
    }

    @Test func somebodyIsMovedAndTheWeekPlannedAroundIt() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let plan = try await test.plan(ofWeek: try await test.week(by: planner), by: planner)
        let query = Site.query([("staff", "PT-01"), ("session", "2026-11-24 am")])
        let seat = try await test.ask(.get, "/plans/\(plan)/seat?\(query)", as: planner)
        #expect(seat.status == 200 && seat.text.contains("What would it take?"))
        let asked = try await test.ask(.get, "/plans/\(plan)/seat?\(query)&team=south-home", as: planner)
        #expect(asked.text.contains("Plan around it"))
        let fields = [("staff", "PT-01"), ("session", "2026-11-24 am"), ("team", "south-home")]
        #expect(
            try await test.send("/plans/\(plan)/seat", fields, as: planner).status == 400, "without a reason")
        let sent = try await test.send(
            "/plans/\(plan)/seat", fields + [("why", "a new start")], as: planner)
        let again = try #require(sent.location.split(separator: "/").last.flatMap { Int64($0) })
        try await test.over(again)
        let made = try test.store.run(again)
        #expect(made.state == .done, "\(made.outcome)")
        let deployments = try await test.ask(.get, "/plans/\(again)/files/deployments.csv", as: planner)
        #expect(deployments.text.contains("PT-01,2026-11-24 am,south-home"))
        let line = try #require(try test.store.trail(most: 20).first { $0.what == "asked for a re-plan" })
        #expect(line.why == "a new start")
    }

    @Test func anAHPLeadDecidesAndTheDecisionIsInTheWeek() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let (planner, lead) = (try test.guest(.planner), try test.guest(.lead, name: "Hazel"))
        let week = try await test.week(by: planner)
        let plan = try await test.plan(ofWeek: week, by: planner)
        let page = try await test.ask(.get, "/plans/\(plan)/delegations", as: lead)
        let activity = try #require(page.text.firstMatch(of: /name="activity" value="([^"]+)"/)?.1)
        let staff = try #require(page.text.firstMatch(of: /name="staff" value="([^"]*)"/)?.1)
        let team = try #require(page.text.firstMatch(of: /name="team" value="([^"]*)"/)?.1)
        let fields = [
            ("activity", String(activity)), ("staff", String(staff)), ("team", String(team)),
            ("decision", "refuse"),
        ]
        #expect(try await test.send("/plans/\(plan)/delegations", fields, as: lead).status == 400)
        let sent = try await test.send(
            "/plans/\(plan)/delegations", fields + [("reason", "not seen at work yet")], as: lead)
        #expect(sent.status == 200)
        let kept = RunQueue.text(test.shelf.week(week).appending("decisions.csv"))
        #expect(kept.contains("\(activity),\(staff),\(team),refuse,not seen at work yet,Hazel,2026-11-23"))
        #expect(try await test.send("/plans/\(plan)/delegations", fields, as: planner).status == 403)
    }

    @Test func aTableIsTypedInAndWhatIsWrongStandsAtItsCell() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try await test.week(by: planner)
        let path = "/weeks/\(week)/tables/teams.csv"
        let page = try await test.ask(.get, path, as: planner)
        let names = page.text.matches(of: /name="c[0-9]+" value="([^"]+)"/).map { String($0.1) }
        let folder = test.shelf.week(week)
        let file = InputFile.load(
            "teams.csv", in: folder, at: folder.appending("teams.csv"), Diagnostics())
        let grid = try #require(TableGrid(file, TableSchema.teams))
        #expect(grid.columns == names)
        func fields(_ rows: [[String]], version: Int) -> [(String, String)] {
            [("version", "\(version)"), ("columns", "\(names.count)"), ("rows", "\(rows.count)")]
                + names.enumerated().map { ("c\($0)", $1) }
                + rows.enumerated().flatMap { row, cells in
                    cells.enumerated().map { ("r\(row)c\($0)", $1) }
                }
        }
        let travel = try #require(names.firstIndex(of: "travel_minutes"))
        var rows = grid.rows
        rows[0][travel] = "a lot"
        let wrong = try await test.send(path, fields(rows, version: 1), as: planner)
        #expect(wrong.status == 200)
        #expect(wrong.text.contains("<td class=\"wrong\"><input name=\"r0c\(travel)\""))
        #expect(try await test.ask(.get, "/weeks/\(week)", as: planner).text.contains("1 error to be mended"))
        #expect(try await test.send("/weeks/\(week)/runs", [("seconds", "2")], as: planner).status == 400)

        // Somebody who saw the first version is told, shown both, and loses nothing.
        let late = try await test.send(
            path, fields(grid.rows + [["late"] + names.dropFirst().map { _ in "" }], version: 1), as: planner)
        #expect(late.status == 409)
        #expect(late.text.contains("Somebody changed First week after you opened it"))
        #expect(late.text.contains("value=\"late\""), "what was typed")
        #expect(late.text.contains("a lot"), "what is kept")
        #expect(RunQueue.text(folder.appending("teams.csv")).contains("a lot"))

        let mended = try await test.send(path, fields(grid.rows, version: 2), as: planner)
        #expect(mended.status == 200 && !mended.text.contains("class=\"wrong\""))
        #expect(try test.store.week(week).version == 3)
        let last = try #require(try test.store.trail(most: 1).first)
        #expect(last.was.contains("a lot") && !last.now.contains("a lot"))
    }

    @Test func namesAreShownAndNeverRun() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
        let planner = try test.guest(.planner)
        let administrator = try test.guest(.administrator)
        let week = try await test.week(by: planner, name: String(evil.prefix(90)))
        let plan = try await test.plan(ofWeek: week, by: planner)
        _ = try await test.send(
            "/plans/\(plan)/state", [("state", "published"), ("why", evil)], as: planner)
        _ = try await test.send("/keys", [("name", evil)], as: planner)
        var seen = 0
        for (path, guest) in [
            ("/weeks", planner), ("/weeks/\(week)", planner), ("/plans", planner),
            ("/plans/\(plan)", planner),
            ("/", planner), ("/keys", planner), ("/trail", administrator), ("/people", administrator),
            ("/plans/\(plan)/seat?staff=\(Site.query([("", evil)]).dropFirst())", planner),
            ("/sign-in?login=%3Cscript%3E", planner),
        ] {
            let text = try await test.ask(.get, path, as: guest).text
            #expect(!text.contains("<script>alert") && !text.contains("<img"), "\(path)")
            if text.contains("&lt;script&gt;") { seen += 1 }
        }
        #expect(seen >= 6, "it is shown where it was typed: \(seen)")
    }

    @Test func noFileIsHadButAPlansOwn() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let plan = try await test.plan(ofWeek: try await test.week(by: planner), by: planner)
        #expect(try await test.ask(.get, "/plans/\(plan)/files/plan.json", as: planner).status == 200)
        for path in [
            "../../../skillmix.sqlite", "..%2f..%2f..%2fskillmix.sqlite", "%2e%2e/%2e%2e/skillmix.sqlite",
            "tables/../../week/staff.csv", "/etc/passwd", "..", "", "plan.json%00.html",
        ] {
            let reply = try await test.ask(.get, "/plans/\(plan)/files/\(path)", as: planner)
            #expect(reply.status == 404, "\(path)")
        }
        for table in ["..%2f..%2fskillmix.sqlite", "framework.yaml", "current%2fdeployments.csv", "none.csv"]
        {
            #expect(
                try await test.ask(.get, "/weeks/1/tables/\(table)", as: planner).status == 404, "\(table)")
        }
    }

    @Test func whatIsNoWeekIsSaidSoAndKeptNowhere() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let fields = [("name", "A week"), ("framework", "intermediate-care.yaml")]
        let cases: [([(name: String, bytes: [UInt8])], String)] = [
            ([], "Select a workbook, or the files of a week"),
            ([("staff.csv", [])], "staff.csv is empty"),
            ([("staff.exe", [1])], "must be a CSV, a week.yaml or a workbook"),
            ([("week.xlsx", [1, 2, 3])], "cannot be read as a week"),
            ([("staff.csv", Array("staff\n".utf8))], "cannot be read as a week"),
            ([("week.xlsx", [1]), ("staff.csv", [1])], "not both"),
        ]
        for (files, words) in cases {
            let reply = try await test.sendFiles("/new-week", fields, files: files, as: planner)
            #expect(reply.status == 400)
            #expect(reply.text.contains(words), "\(words)")
            #expect(!reply.text.contains(test.folder.description), "no path of this machine is shown")
        }
        let huge = try await test.sendFiles(
            "/new-week", fields, files: [("staff.csv", [UInt8](repeating: 65, count: Site.mostBytes))],
            as: planner)
        #expect(huge.status == 400 && huge.text.contains("must be smaller than 20MB"))
        #expect(try test.store.weeks().isEmpty)
        #expect(Shelf.files(in: test.folder.appending("arrivals")).isEmpty)
    }
}
