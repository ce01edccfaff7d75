// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// A call list that is rung, answered, ranked anew and planned in the browser.
struct CallsTests {
    private typealias Place = CallsPlace

    @Test func aCallListIsRungRankedAnewAndPlanned() async throws {
        let place = try await Place()
        let (test, planner) = (place.test, place.planner)
        defer { test.remove() }
        let run = try test.store.run(place.list)
        #expect(run.state == .done, "\(run.outcome)")
        #expect(run.hasCalls && !run.hasPlan, "a list of calls is no plan")
        #expect(
            try await test.ask(.get, "/runs/\(place.list)", as: planner).location == "/calls/\(place.list)")
        #expect(try await test.ask(.get, "/plans/\(place.list)", as: planner).status == 404)
        #expect(
            try await test.send("/plans/\(place.list)/state", [("state", "published")], as: planner).status
                == 404)
        #expect(try await !test.ask(.get, "/plans", as: planner).text.contains("Plan \(place.list)"))

        let page = try await place.page()
        let (holly, cedar) = (
            try #require(page.range(of: "Holly (SW-01), Fri 27 Nov am")),
            try #require(page.range(of: "Cedar (PT-02), Wed 25 Nov am"))
        )
        #expect(holly.lowerBound < cedar.lowerBound, "critical care hangs on Holly")
        #expect(page.contains("£64.00") && page.contains("£116.00"))
        #expect(page.contains("has offered nothing, may be asked"))
        #expect(page.contains("Critical care stays unmet even if everybody says yes"))
        #expect(page.contains("<dt>Why</dt>") && page.contains("1 critical"))

        let said = try await place.answer("SW-01", "yes", "=from 9")
        #expect(said.status == 303)
        #expect(
            try place.kept("SW-01") == "yes,2026-11-18 11:06,'=from 9",
            "no spreadsheet takes it for a formula")
        let confirmed = try await test.ask(.get, String(said.location.prefix { $0 != "#" }), as: planner)
        #expect(confirmed.text.contains("Holly (SW-01), Fri 27 Nov am: yes, 2026-11-18 11:06, =from 9."))
        #expect(try await place.answer("PT-02", "none", "").status == 303)
        #expect(try place.kept("PT-02") == ",2026-11-18 11:06,no answer")
        let trail = try test.store.trail(most: 20).filter { $0.what == "answered a call" }
        #expect(
            trail.map(\.subject) == [
                "calls \(place.list), PT-02 on 2026-11-25 am", "calls \(place.list), SW-01 on 2026-11-27 am",
            ])
        #expect(trail.last?.now.hasPrefix("yes, 2026-11-18 11:06") == true)

        // Nobody who said yes is forgotten.
        let words = "Said yes on call list \(place.list), and in no plan yet"
        #expect(try await test.ask(.get, "/plans/\(place.plan)", as: planner).text.contains(words))

        let again = try await test.run(
            try await test.send("/calls/\(place.list)/again", [("first_open", "2026-11-25 am")], as: planner))
        let newer = try test.store.run(again)
        #expect(newer.hasCalls, "\(newer.outcome)")
        #expect(try place.kept("SW-01", in: again).hasPrefix("yes,2026-11-18 11:06,"))
        #expect(try place.kept("PT-02", in: again) == ",2026-11-18 11:06,no answer")
        let old = try await place.page()
        #expect(old.contains("This list was ranked anew: go on with") && !old.contains("name=\"said\""))
        let late = try await place.answer("PT-02", "yes", "mine", seeing: page)
        #expect(late.status == 409 && late.text.contains("go on with call list \(again)"))
        #expect(late.text.contains("Not kept: yes, mine.") && !late.text.contains("Somebody else typed"))
        #expect(try place.kept("PT-02") == ",2026-11-18 11:06,no answer")

        #expect(try await place.answer("PT-02", "no", "", in: again).status == 303)
        let planned = try await test.run(
            try await test.send("/calls/\(again)/plan", [("seconds", "5")], as: planner))
        let made = try test.store.run(planned)
        #expect(made.hasPlan, "\(made.outcome)")
        let rows = Shelf.text(test.shelf.plan(of: made).appending("deployments.csv"))
        #expect(rows.contains("SW-01,2026-11-27 am,north-home"), "who said yes is planned")
        #expect(!rows.contains("PT-02,2026-11-25 am"), "who said no is not")
        let shown = try await test.ask(.get, "/plans/\(planned)", as: planner).text
        #expect(shown.contains("whose answers this plan goes by") && !shown.contains("not in this plan"))
        #expect(
            try await !test.ask(.get, "/plans/\(place.plan)", as: planner).text.contains("in no plan yet"))
        #expect(
            try await test.send("/plans/\(planned)/state", [("state", "published")], as: planner).status
                == 303)

        // What people said when they were rung, and why they are away, is not for everybody.
        let (viewer, finance) = (try test.guest(.viewer), try test.guest(.finance))
        let answers = "/plans/\(planned)/files/week/changes/changes-2.yaml"
        #expect(try await test.ask(.get, answers, as: planner).text.contains("Answers to call list \(again)"))
        #expect(try await test.ask(.get, answers, as: finance).status == 404)
        #expect(try await test.ask(.get, "/plans/\(planned)/files/week/rota.csv", as: finance).status == 200)
        #expect(try await test.ask(.get, "/plans/\(planned)/files/week/rota.csv", as: viewer).status == 404)
        #expect(try await test.ask(.get, "/plans/\(planned)", as: viewer).status == 200)
        #expect(try await !test.ask(.get, "/plans/\(planned)", as: viewer).text.contains("week/rota.csv"))
        #expect(try await test.ask(.get, "/calls/\(again)", as: finance).status == 403)
        #expect(try await test.ask(.get, "/calls/\(again)/files/calls.csv", as: viewer).status == 403)
        let key = try test.store.makeKey("a script", of: finance.person)
        let told = try await test.ask(
            .get, "/api/v1/runs/\(again)", headers: [("Authorization", "Bearer \(key.text)")])
        #expect(told.status == 200 && told.text.contains("\"outcome\":\"\""), "\(told.text)")
        let lead = try test.guest(.lead)
        let seen = try await place.page(again, as: lead)
        #expect(
            seen.contains("Holly (SW-01)") && !seen.contains("name=\"said\""), "leads look and do not type")
    }

    @Test func whoWasNotRungForOnePlanIsProposedForTheNext() async throws {
        let place = try await Place()
        let (test, planner) = (place.test, place.planner)
        defer { test.remove() }
        // Cedar offers Wednesday morning by now.
        let rota = test.shelf.week(try test.store.run(place.plan).wanted.week).appending("rota.csv")
        let offered = Shelf.text(rota).replacingOccurrences(of: "PT-02,,,C,C,C,", with: "PT-02,,,C,C,A,")
        try Shelf.write(offered, to: rota)
        let list = try await test.run(
            try await test.send(
                "/calls/\(place.list)/again", [("first_open", "2026-11-25 am")], as: planner))
        #expect(try await place.answer("SW-01", "yes", "", in: list).status == 303)
        let planned = try await test.run(
            try await test.send("/calls/\(list)/plan", [("seconds", "5")], as: planner))
        let made = try test.store.run(planned)
        #expect(made.hasPlan, "\(made.outcome)")
        let rows = Shelf.text(test.shelf.plan(of: made).appending("deployments.csv"))
        #expect(rows.contains("SW-01,2026-11-27 am,north-home"))
        #expect(!rows.contains("PT-02,2026-11-25 am"), "nobody rang Cedar")
        #expect(made.wanted.notRung?.contains("PT-02") == true)
        let more = """
            change: One more on Wednesday
            demand:
              - {new: {line: X3, team: north-home, activity: initial-assessment, priority: critical, contacts: 1, earliest: 2026-11-25 am, latest: 2026-11-25 am}}

            """
        let next = try await test.run(
            try await test.send(
                "/plans/\(planned)/calls", [("first_open", "2026-11-25 am"), ("text", more)], as: planner))
        let run = try test.store.run(next)
        #expect(run.hasCalls, "\(run.outcome)")
        let history = try ChangeHistory(of: run, in: test.store)
        #expect(history.changes.count == 3 && history.own.isEmpty)
        #expect(history.changes.allSatisfy { $0 != made.wanted.notRung })
        #expect(try place.file(next).contains(",PT-02,"), "Cedar can be rung now")
    }

    @Test func whatIsOverWhenAnswersArePlannedStaysAsItIs() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        #expect(try await place.answer("SW-01", "yes", "").status == 303)
        // From Wednesday 18 November, 11:06, to Thursday the 26th, when its morning has begun.
        test.clock.goOn(8 * 86_400)
        let planner = try test.again(place.planner)
        let planned = try await test.run(
            try await test.send("/calls/\(place.list)/plan", [("seconds", "5")], as: planner))
        #expect(try test.store.run(place.list).wanted.firstOpen == "2026-11-25 am")
        #expect(try test.store.run(planned).wanted.firstOpen == "2026-11-26 pm")
    }

    @Test func twoWhoRingAtOnceLoseNothing() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let other = try test.guest(.planner, name: "other")
        let before = try place.file()
        let page = try await place.page()
        // Different people on one list are no conflict.
        #expect(try await place.answer("SW-01", "yes", "", seeing: page).status == 303)
        #expect(try await place.answer("PT-02", "no", "ill", seeing: page, as: other).status == 303)
        // The same person is: the second is told, and both stand on the page.
        let second = try await place.answer("SW-01", "no", "on holiday", seeing: page, as: other)
        #expect(second.status == 409)
        #expect(second.text.contains("Somebody else typed into this call after you opened the list"))
        #expect(
            second.text.contains("Kept: yes, 2026-11-18 11:06.")
                && second.text.contains("Yours was: no, on holiday."))
        #expect(second.text.contains("value=\"on holiday\""))
        #expect(try place.kept("SW-01") == "yes,2026-11-18 11:06,")
        // Whoever has seen what is kept may replace it, or take it back.
        #expect(
            try await place.answer("SW-01", "no", "on holiday", seeing: second.text, as: other).status == 303)
        #expect(try place.kept("SW-01") == "no,2026-11-18 11:06,on holiday")
        for staff in ["SW-01", "PT-02"] { #expect(try await place.answer(staff, "back", "").status == 303) }
        #expect(try place.file() == before, "all else in the file stays to the byte")
        #expect(
            try await test.send("/calls/\(place.list)/plan", [("seconds", "5")], as: place.planner).status
                == 400)
    }

    @Test func anAnswerIsOfAPersonOnTheListAndOfNobodyElse() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let before = try place.file()
        let fields = try place.form("SW-01", in: try await place.page())
        let path = "/calls/\(place.list)/answers"
        for (name, value) in [("staff", "PT-01"), ("sessions", "2026-11-24 am"), ("staff", "")] {
            let wrong = fields.map { $0.0 == name ? (name, value) : $0 } + [("said", "yes")]
            #expect(try await test.send(path, wrong, as: place.planner).status == 404, "\(name) \(value)")
        }
        #expect(try await test.send(path, fields + [("said", "perhaps")], as: place.planner).status == 400)
        #expect(try place.file() == before)
    }

    @Test func whoSaidYesAndIsLeftOutOfAPlanIsNamedOnIt() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        _ = try await place.answer("SW-01", "yes", "")
        let planned = try await test.run(
            try await test.send("/calls/\(place.list)/plan", [("seconds", "5")], as: place.planner))
        let run = try test.store.run(planned)
        #expect(run.hasPlan, "\(run.outcome)")
        // As if the search had found it cheaper without them.
        let file = test.shelf.plan(of: run).appending("deployments.csv")
        let rows = Shelf.text(file).split(separator: "\n").filter { !$0.hasPrefix("SW-01,2026-11-27 am") }
        try Shelf.write(rows.map { $0 + "\n" }.joined(), to: file)
        let page = try await test.ask(.get, "/plans/\(planned)", as: place.planner).text
        #expect(
            page.contains(
                "Said yes on call list \(place.list), and not in this plan: tell them, or plan anew"))
        #expect(page.contains("Holly (SW-01), Fri 27 Nov am"))
    }
}
