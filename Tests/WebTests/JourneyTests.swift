// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Reading
import Testing
import Workflows

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
        // Teams and sessions: as many as the plan's table has there, by name.
        let kept = try test.store.run(plan)
        let there = Shelf.text(test.shelf.plan(of: kept).appending("deployments.csv")).split(separator: "\n")
            .count { $0.contains(",2026-11-23 am,north-home,") }
        let planned = try #require(test.site.check(ofPlan: kept).week)
        let crew = Site.crew(of: "north-home", "2026-11-23 am", planned, test.site.deployments(kept))
        #expect(there > 0 && crew.hasPrefix("\(there): "))
        #expect(page.text.contains("<td>\(crew)</td>"))
        #expect(page.text.contains("/plans/\(plan)/seat?staff=PT%2D01&amp;session=2026%2D11%2D23%20am\""))
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
        // As browsers write what is in a form.
        let query = "staff=PT-01&session=2026-11-24+am"
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

        // Whoever was moved stays moved when somebody else is, and what was typed since is known.
        let week = try test.store.run(plan).wanted.week
        let rota = test.shelf.week(week).appending("rota.csv")
        let absent = Shelf.text(rota).replacing(/(?m)^(SW-01,[^,]*),[^,]*/) { "\($0.1),S" }
        try Shelf.write(absent, to: rota)
        let further = try await test.send(
            "/plans/\(again)/seat",
            [("staff", "OT-01"), ("session", "2026-11-25 am"), ("team", "south-home"), ("why", "cover")],
            as: planner)
        let third = try #require(further.location.split(separator: "/").last.flatMap { Int64($0) })
        try await test.over(third)
        let last = try test.store.run(third)
        #expect(last.state == .done, "\(last.outcome)")
        let rows = Shelf.text(test.shelf.plan(of: last).appending("deployments.csv"))
        #expect(rows.contains("PT-01,2026-11-24 am,south-home"))
        #expect(rows.contains("OT-01,2026-11-25 am,south-home"))
        let planned = Shelf.text(test.shelf.week(ofPlan: last).appending("rota.csv"))
        #expect(planned.contains(/(?m)^SW-01,[^,]*,S/), "who is sick by now is sick in the re-plan's week")
    }

    @Test func aPlanOfAWeekThatWasChangedSaysSo() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try await test.week(by: planner)
        let plan = try await test.plan(ofWeek: week, by: planner)
        let words = "The week was changed since this plan was made, 1 time"
        #expect(try await !test.ask(.get, "/plans/\(plan)", as: planner).text.contains(words))
        let text = Shelf.text(test.shelf.week(week).appending("week.yaml"))
        let saved = try await test.send(
            "/weeks/\(week)/tables/week.yaml", [("version", "1"), ("text", text + "# looked at\n")],
            as: planner)
        #expect(saved.status == 303)
        #expect(try await test.ask(.get, "/plans/\(plan)", as: planner).text.contains(words))
        let other = try await test.send(
            "/weeks/\(week)/tables/week.yaml", [("version", "1"), ("text", "mine")], as: planner)
        #expect(other.status == 409)
        #expect(other.text.contains("What is kept now") && other.text.contains("# looked at"))
        #expect(other.text.contains("mine</textarea>"))
        let stolen = try await test.send(
            "/weeks/\(week)/tables/week.yaml",
            [("version", "2"), ("text", text.replacing("framework.yaml", with: "../../skillmix.sqlite"))],
            as: planner)
        #expect(stolen.status == 400 && stolen.text.contains("Leave the framework as it is"))
        #expect(try test.store.week(week).version == 2)
    }

    @Test func aWorkbookIsBroughtAsAWeekToo() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let book = test.folder.appending("first-week.xlsx")
        _ = try Workflow(version: "test").convert(
            week: TestSite.repository.appending("Rosters/first-week"), to: book)
        let reply = try await test.sendFiles(
            "/new-week", [("name", "Of a workbook"), ("framework", "intermediate-care.yaml")],
            files: [("First week.xlsx", try book.read(atMost: 1 << 24))], as: planner)
        #expect(reply.location == "/weeks/1")
        let shown = try await test.ask(.get, "/weeks/1", as: planner)
        #expect(shown.text.contains("12 rows of staff, 3 teams") && shown.text.contains("Make a plan"))
        let table = try await test.ask(.get, "/weeks/1/tables/staff.csv", as: planner)
        #expect(table.text.contains("value=\"Alder\""))
    }

    @Test func thePlacesOfWeeksThatWereNeverKeptAreNobodys() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        // As a server leaves it that is killed between a week's files and its transaction.
        try Shelf.write("of nobody", to: test.shelf.week(1).appending("staff.csv"))
        #expect(try await test.week(by: planner) == 1)
        #expect(!Shelf.text(test.shelf.week(1).appending("staff.csv")).contains("of nobody"))
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
            ("on", "2026-11-23"),
            ("decision", "refuse"),
        ]
        #expect(try await test.send("/plans/\(plan)/delegations", fields, as: lead).status == 400)
        let path = "/plans/\(plan)/delegations"
        #expect(try await test.send(path, fields + [("reason", "not seen at work")], as: lead).status == 303)
        #expect(
            try await test.send(
                path, fields.dropLast() + [("decision", "allow"), ("reason", "seen at work")], as: lead
            ).status == 303)
        let kept = Shelf.text(test.shelf.week(week).appending("decisions.csv"))
        #expect(kept.contains("\(activity),\(staff),\(team),allow,seen at work,Hazel,2026-11-23"))
        #expect(!kept.contains("refuse"), "who changes their mind does not contradict themselves")
        // Whoever opened the page before that is told, and loses nothing.
        let late = try await test.send(
            path, fields + [("reason", "not on a ward"), ("seen", "")], as: lead)
        #expect(late.status == 409 && late.text.contains("Your decision, to refuse it, is not kept"))
        #expect(late.text.contains("value=\"not on a ward\"") && late.text.contains("seen at work"))
        #expect(Shelf.text(test.shelf.week(week).appending("decisions.csv")) == kept)
        let seen = "Decided: allow, by Hazel: seen at work. The next plan of the week keeps to it."
        #expect(late.text.contains("name=\"seen\" value=\"\(seen)\""))
        let shown = try await test.ask(.get, path, as: lead)
        #expect(shown.text.contains("Decided: allow, by Hazel: seen at work."))
        #expect(try await test.ask(.get, "/weeks/\(week)", as: lead).text.contains("12 rows of staff"))
        #expect(try await test.send(path, fields, as: planner).status == 403)
        // Nor does a planner decide by typing in the table.
        let typed = [("version", "3"), ("columns", "1"), ("c0", "activity"), ("rows", "0")]
        let table = "/weeks/\(week)/tables/decisions.csv"
        #expect(try await test.send(table, typed, as: planner).status == 400)
        #expect(Shelf.text(test.shelf.week(week).appending("decisions.csv")) == kept)
        #expect(try await test.send("/weeks/\(week)/tables/staff.csv", typed, as: lead).status == 400)
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
        #expect(
            try await test.send(path, fields(rows, version: 1), as: planner).location == path + "?saved=yes")
        let wrong = try await test.ask(.get, path + "?saved=yes", as: planner)
        #expect(wrong.text.contains("Saved."))
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
        #expect(late.text.contains("Rows of yours that are not kept"))
        #expect(Shelf.text(folder.appending("teams.csv")).contains("a lot"))

        #expect(try await test.send(path, fields(grid.rows, version: 2), as: planner).status == 303)
        #expect(try await !test.ask(.get, path, as: planner).text.contains("class=\"wrong\""))
        let text = Shelf.text(folder.appending("teams.csv"))
        #expect(text.hasPrefix("# SPDX"), "what people wrote above the heading stays")
        let former = Shelf.text(test.shelf.former(week, version: 2).appending("teams.csv"))
        #expect(former.contains("a lot"), "what it replaced is kept")
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
            ([], "Select a zip, a workbook, or the files of a week"),
            ([("staff.csv", [])], "staff.csv is empty"),
            ([("staff.exe", [1])], "must be a zip, a CSV, a week.yaml or a workbook"),
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
