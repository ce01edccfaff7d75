// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization
import Testing

@testable import Web
@testable import WebStore

/// What can be asked of a call list besides whom to ring: agency beyond the cap, standby and draws.
struct CallsBesidesTests {
    private typealias Place = CallsPlace

    /// The use cases, and what they were asked for.
    private final class Recording: Engine, Sendable {
        let asked = Mutex<[[String]]>([])
        func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork {
            asked.withLock { $0.append(arguments) }
            return try UseCases().start(arguments, saying: output)
        }
        /// The options of the call list that was made last.
        var options: [String] {
            let last = asked.withLock { $0.last { $0.first == "surge" } } ?? []
            return Array(last.drop { $0 != "--on" }.dropFirst(2))
        }
    }

    private let besides = [
        ("glass", "yes"), ("glass-why", " Nobody else,\nsaid Wren "), ("standby", "yes"), ("draws", "3"),
        ("risk", "10"),
    ]

    @Test func whatTheCommandCanDoBesidesIsAskedForOnThePageAndShownInItsWords() async throws {
        let engine = Recording()
        let place = try await Place(engine: engine, fields: besides)
        let (test, planner) = (place.test, place.planner)
        defer { test.remove() }
        let run = try test.store.run(place.list)
        #expect(run.hasCalls, "\(run.outcome)")
        #expect(
            engine.options == [
                "--break-glass=Nobody else, said Wren", "--standby", "--draws", "3", "--risk", "0.1",
            ])
        let form = try await test.ask(.get, "/plans/\(place.plan)/calls", as: planner).text
        #expect(form.contains("<details><summary>More</summary>"), "the form of every day is one thing")

        let page = try await place.page()
        #expect(
            page.contains("Agency beyond the cap may be called. The reason given: Nobody else, said Wren"))
        let summary = try #require(test.site.workflow.summary(ofCalls: test.shelf.calls(of: run)))
        #expect(summary.sections.map(\.title) == ["If more comes than expected", "Standby"])
        #expect(summary.sections[0].sentences[0].hasPrefix("Drawn 3 times, critical care goes unmet in "))
        #expect(summary.sections[1].sentences[0].contains("with a chance of at most 10.0\u{A0}%"))
        var shown = 0
        for section in summary.sections {
            for sentence in section.sentences {
                #expect(page.contains("<p>\(sentence)</p>"), "\(sentence)")
                shown += 1
            }
            for cell in section.tables.flatMap(\.rows).joined() {
                #expect(page.contains(">\(cell)</t"), "\(cell)")
                shown += 1
            }
        }
        #expect(shown > 40, "\(shown)")
        for name in ["standby.csv", "draws.csv"] {
            #expect(page.contains("href=\"/calls/\(place.list)/files/\(name)\""))
            let file = try await test.ask(.get, "/calls/\(place.list)/files/\(name)", as: planner)
            #expect(file.status == 200 && file.headers[.contentType]?.hasPrefix("text/csv") == true)
        }
        #expect(
            try await test.ask(.get, "/calls/\(place.list)/files/summary.json", as: planner).status == 404)
        let trail = try test.store.trail(most: 20)
        #expect(
            trail.contains {
                $0.what == "let agency be called beyond the cap" && $0.why == "Nobody else, said Wren"
                    && $0.who == "planner"
            })

        // Whoever ranks anew while they ring waits for no draws, unless they want to.
        let again = try await test.run(try await test.send("/calls/\(place.list)/again", [], as: planner))
        #expect(
            engine.options == ["--break-glass=Nobody else, said Wren", "--standby", "--risk", "0.1"])
        let newer = try await place.page(again)
        #expect(newer.contains("<h2>Standby</h2>") && !newer.contains("Drawn 3 times"))
        #expect(!newer.contains("Draw the week again, too"))
        #expect(page.contains("Draw the week again, too, 3 times"))
    }

    @Test func whoRanksAnewMayDrawTheWeekAgain() async throws {
        let engine = Recording()
        let place = try await Place(engine: engine, fields: [("draws", "2")])
        defer { place.test.remove() }
        #expect(engine.options == ["--draws", "2", "--risk", "0.05"])
        let again = try await place.test.run(
            try await place.test.send("/calls/\(place.list)/again", [("draws", "yes")], as: place.planner))
        #expect(engine.options == ["--draws", "2", "--risk", "0.05"])
        let page = try await place.page(again)
        #expect(page.contains("Drawn 2 times") && !page.contains("Agency beyond the cap may be called"))
        #expect(!page.contains("<h2>Standby</h2>"))
    }

    @Test func aListOfEveryDayHasNoneOfIt() async throws {
        let engine = Recording()
        let place = try await Place(engine: engine, fields: [("risk", "5")])
        defer { place.test.remove() }
        #expect(engine.options.isEmpty)
        let page = try await place.page()
        #expect(!page.contains("<h2>Standby</h2>") && !page.contains("standby.csv"))
        #expect(!page.contains("beyond the cap may be called"))
        #expect(try place.test.store.trail(most: 50).allSatisfy { !$0.what.contains("beyond the cap") })
    }

    @Test func whatIsWrongOfItStandsAtItsFieldAndNothingIsAskedFor() async throws {
        let place = try await Place()
        let (test, planner) = (place.test, place.planner)
        defer { test.remove() }
        let runs = try test.store.runs().count
        let glass = "Enter why agency may be called beyond the cap"
        for (fields, field, words) in [
            ([("glass", "yes")], "glass-why", glass),
            ([("glass", "yes"), ("glass-why", " \t ")], "glass-why", glass),
            ([("glass-why", "Nobody else")], "glass", "Tick that agency may be called beyond the cap"),
            (
                [("glass", "yes"), ("glass-why", String(repeating: "x", count: 201))], "glass-why",
                "Enter why in not more than 200 letters"
            ),
            ([("draws", "0")], "draws", "Enter a whole number of draws from 1 to 2,000, or leave it blank"),
            ([("draws", "2001")], "draws", "Enter a whole number of draws"),
            ([("draws", "many")], "draws", "Enter a whole number of draws"),
            (
                [("standby", "yes"), ("risk", "0")], "risk",
                "Enter a chance in per cent, above 0 and below 100"
            ),
            ([("standby", "yes"), ("risk", "100")], "risk", "Enter a chance in per cent"),
            ([("draws", "9"), ("risk", "")], "risk", "Enter a chance in per cent"),
            ([("risk", "10")], "risk", "The chance is for standby and for draws: ask for one of them"),
        ] {
            let reply = try await test.send(
                "/plans/\(place.plan)/calls",
                [("title", "Elm is sick"), ("first_open", "2026-11-25 am"), ("risk", "5")] + fields,
                as: planner)
            #expect(reply.status == 400)
            #expect(
                reply.text.contains("<a href=\"#\(field)\">\(words)"),
                "\(fields): \(reply.text.prefix(3_000))")
            #expect(reply.text.contains("<details open=\"open\"><summary>More</summary>"), "\(fields)")
        }
        #expect(try test.store.runs().count == runs)
    }

    @Test func whoSaidYesBeyondTheCapIsPlannedBeyondIt() async throws {
        let wounds = """
              - {new: {line: X9, team: quay-ward, activity: wound-care, priority: critical, contacts: 9, earliest: 2026-11-25 am, latest: 2026-11-25 pm}}

            """
        let place = try await Place(
            extra: wounds, fields: [("glass", "yes"), ("glass-why", "Wounds, said Wren")])
        let test = place.test
        defer { test.remove() }
        let rows = try place.file().split(separator: "\n").filter { $0.contains(",AG-01,") }
        let over = try #require(rows.first { $0.contains(",agency-over-cap,") }, "\(rows)")
        #expect(rows.count == 1, "a person's sessions of a day are one call: \(over)")
        #expect(try await place.answer("AG-01", "yes", "").status == 303)
        let planned = try await test.run(
            try await test.send("/calls/\(place.list)/plan", [("seconds", "5")], as: place.planner))
        let made = try test.store.run(planned)
        #expect(made.hasPlan, "\(made.outcome)")
        #expect(
            made.wanted.changes?.contains(
                "Answers to call list \(place.list); agency beyond the cap: Wounds, said Wren")
                == true, "\(made.wanted.changes ?? "")")
        #expect(made.wanted.changes?.contains("policy: {agency_cap: ") == true)
        let plan = Shelf.text(test.shelf.plan(of: made).appending("deployments.csv"))
        for session in ["am", "pm"] {
            #expect(plan.contains("AG-01,2026-11-25 \(session),quay-ward"), "\(plan)")
        }
        let page = try await test.ask(.get, "/plans/\(planned)", as: place.planner).text
        #expect(!page.contains("not in this plan"))
    }
}
