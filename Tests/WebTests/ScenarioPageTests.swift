// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios
import Synchronization
import Testing
import Workforce

@testable import Web
@testable import WebStore

/// What finance does: levers filled in, scenarios run, results read.
struct ScenarioPageTests {
    private struct Place {
        let test: TestSite
        let finance: TestSite.Guest
        let planner: TestSite.Guest
        let week: Int64
        var path: String { "/weeks/\(week)/scenarios" }

        init(engine: (any Engine)? = nil) async throws {
            test = try TestSite(engine: engine)
            (planner, finance) = (try test.guest(.planner), try test.guest(.finance, name: "Maple"))
            week = try await test.week(by: planner)
        }

        func ask(_ fields: [(String, String)]) async throws -> TestSite.Reply {
            try await test.send(path, fields, as: finance)
        }
    }

    private let usual = [
        ("do", "form"), ("title", "Winter"), ("why", "Board paper"), ("replicates", "1"), ("seconds", "1"),
    ]

    @Test func leversBecomeAFileThatIsRunAndWhatComesOfItIsSaidInTheCommandsWords() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        #expect(try await test.ask(.get, "/", as: place.finance).text.contains("href=\"\(place.path)\""))
        let form = try await test.ask(.get, place.path, as: place.finance)
        #expect(form.status == 200 && form.text.contains("Contacts wanted in P2"))
        let sent = try await place.ask(
            usual + [("agency", "cap"), ("agency-value", "£ 0"), ("bank", "5"), ("bank-how", "alone")])
        #expect(sent.status == 303, "\(sent.text)")
        let id = try #require(sent.location.split(separator: "/").last.flatMap { Int64($0) })
        try await test.over(id)
        let run = try test.store.run(id)
        #expect(run.state == .done, "\(run.outcome)")
        #expect(!run.hasPlan, "no plan comes of scenarios")
        #expect(
            run.wanted.changes == """
                scenarios: "Winter"
                bases: [{week: "week"}]
                overlays:
                  "agency up to £0": {policy: {agency_cap: 0}, why: "Board paper", by: "Maple", on: 2026-11-18}
                  "bank rates +5%": {rates: [{employment: bank, factor: 1.05}], why: "Board paper", by: "Maple", on: 2026-11-18}
                run: ["agency up to £0", "bank rates +5%"]
                replicates: 1
                seconds: 1

                """)
        #expect(try await test.ask(.get, "/runs/\(id)", as: place.finance).location == "/scenarios/\(id)")
        let page = try await test.ask(.get, "/scenarios/\(id)", as: place.finance).text
        let summary = try #require(test.site.workflow.summary(ofScenarios: test.shelf.results(of: run)))
        #expect(
            summary.tables.count == 1
                && summary.tables[0].rows.map(\.[0]) == ["base", "agency up to £0", "bank rates +5%"])
        #expect(summary.sentences[0].hasPrefix("3 scenarios, the base among them"))
        for row in summary.tables[0].rows {
            for cell in row { #expect(page.contains(">\(cell)<"), "\(cell)") }
        }
        // Without agency the first week costs more by its prices, which its small size lets be proved.
        #expect(summary.tables[0].rows[1].last?.hasSuffix(", proved") == true, "\(summary.tables[0].rows[1])")
        let report = try await test.ask(.get, "/scenarios/\(id)/files/report.html", as: place.finance)
        #expect(report.status == 200 && report.text.contains("Board paper") && report.text.contains("Maple"))
        let csv = try await test.ask(.get, "/scenarios/\(id)/files/differences.csv", as: place.finance)
        #expect(csv.text.hasPrefix("base,scenario,figure,unit"))
        #expect(csv.headers[.contentDisposition] == "attachment; filename=\"differences.csv\"")
        for name in ["../scenarios.yaml", "..%2fsaid.txt", "runs", "none.csv"] {
            #expect(
                try await test.ask(.get, "/scenarios/\(id)/files/\(name)", as: place.finance).status == 404,
                "\(name)")
        }
        let key = try #require(Shelf.files(in: test.shelf.results(of: run)).first { $0.hasPrefix("runs/") })
        #expect(try await test.ask(.get, "/scenarios/\(id)/files/\(key)", as: place.finance).status == 404)

        // It is no plan, and no page of plans takes it for one.
        #expect(try await test.ask(.get, "/plans/\(id)", as: place.planner).status == 404)
        #expect(try await !test.ask(.get, "/plans", as: place.planner).text.contains("Plan \(id)"))
        #expect(
            try test.store.trail(most: 10).contains {
                $0.what == "asked for scenarios" && $0.why == "Board paper"
            })
        #expect(!page.contains("The week was changed since"))
        let text = Shelf.text(test.shelf.week(place.week).appending("week.yaml"))
        _ = try await test.send(
            "/weeks/\(place.week)/tables/week.yaml", [("version", "1"), ("text", text + "# looked at\n")],
            as: place.planner)
        let stale = try await test.ask(.get, "/scenarios/\(id)", as: place.finance).text
        #expect(stale.contains("The week was changed since this was tried, 1 time"))
        #expect(
            try await test.ask(.get, place.path, as: place.finance).text.contains(
                "; the week was changed since"))
    }

    /// Has scenarios run whole and then leaves what a process leaves that ends halfway: some searches, and no results.
    private final class Halfway: Engine, Sendable {
        let ending: EngineEnd
        let starts = Mutex(0)
        let whole = Mutex<[String: [UInt8]]>([:])
        init(_ ending: EngineEnd) { self.ending = ending }

        struct Work: EngineWork {
            let inner: any EngineWork
            let results: FilePath
            let engine: Halfway
            func end() async -> EngineEnd {
                _ = await inner.end()
                for (number, name) in Shelf.files(in: results).enumerated() {
                    let file = results.appending(FilePath(name))
                    engine.whole.withLock { $0[name] = try? file.read(atMost: 1 << 24) }
                    if !name.hasPrefix("runs/") || number.isMultiple(of: 2) { Shelf.remove(file) }
                }
                return engine.ending
            }
            func interrupt() {}
            func kill() {}
        }

        func start(_ arguments: [String], saying output: FilePath) throws -> any EngineWork {
            let work = try UseCases().start(arguments, saying: output)
            guard arguments[0] == "scenarios",
                starts.withLock({ starts in
                    starts += 1
                    return starts == 1
                }), let out = arguments.firstIndex(of: "--out")
            else { return work }
            return Work(inner: work, results: FilePath(arguments[out + 1]), engine: self)
        }
    }

    @Test(arguments: [EngineEnd.killed(9), .ended(3)])
    func whatEndsHalfwayGoesOnAndComesToTheSame(ending: EngineEnd) async throws {
        let engine = Halfway(ending)
        let place = try await Place(engine: engine)
        let test = place.test
        defer { test.remove() }
        let id = try await test.run(
            try await place.ask(usual + [("agency", "cap"), ("agency-value", "0"), ("bank", "5")]))
        let first = test.shelf.run(id, attempt: 1).appending("results")
        if ending == .ended(3) {
            #expect(try test.store.run(id).state == .stopped)
            let page = try await test.ask(.get, "/scenarios/\(id)", as: place.finance).text
            #expect(page.contains("Go on with it") && page.contains("There are no results yet"))
            let lead = try test.guest(.lead)
            #expect(try await !test.ask(.get, "/scenarios/\(id)", as: lead).text.contains("Go on with it"))
            #expect(try await test.send("/scenarios/\(id)/on", [], as: lead).status == 403)
            let on = try await test.send("/scenarios/\(id)/on", [], as: place.finance)
            #expect(on.status == 303 && on.location == "/runs/\(id)")
            try await test.over(id)
        }
        let run = try test.store.run(id)
        #expect(run.state == .done && run.attempt == 2, "\(run.outcome)")
        let results = test.shelf.results(of: run)
        let (whole, names) = (engine.whole.withLock { $0 }, Shelf.files(in: results))
        #expect(names == whole.keys.sorted())
        var taken = 0
        for name in names {
            let file = results.appending(FilePath(name))
            #expect(try file.read(atMost: 1 << 24) == whole[name], "\(name)")
            // A search that was done is the very file: nobody did it again.
            guard let before = try? first.appending(FilePath(name)).status() else { continue }
            #expect(try file.status().identity == before.identity)
            taken += 1
        }
        #expect(taken > 0 && taken < names.count { $0.hasPrefix("runs/") })
        let page = try await test.ask(.get, "/scenarios/\(id)", as: place.finance).text
        #expect(!page.contains("Go on with it") && page.contains("differences.csv"))
        #expect(try await test.send("/scenarios/\(id)/on", [], as: place.finance).status == 409)
    }

    @Test func everyLeverIsAPartOfAFileThatTheReaderTakes() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let week = try #require(test.site.check(try test.store.week(place.week)).week)
        let fields = [
            ("title", "All"), ("why", "asked"), ("agency", "share"), ("agency-value", "70%"),
            ("bank", "-2.5"),
            ("agency-rate", "10"), ("absence", "7"), ("demand-0", "5"), ("demand-0-high", "25"),
            ("demand-1", "-10"),
            ("single", "33"), ("training", "1"), ("training-role", "healthcare-assistant"),
            ("training-competency", "single-handed-care"), ("training-level", "3"), ("weeks", "40"),
            ("training-how", "together"),
        ]
        let form = try #require(
            Form(Array(Site.query(fields).utf8), type: "application/x-www-form-urlencoded"))
        let draft = try ScenarioForm(
            form, of: week, by: place.finance.person, on: try #require(CalendarDay(iso: "2026-11-02"))
        ).draft
        #expect(
            draft.levers.map(\.change) == [
                .agencyShare(0.7), .rate(.bank, factor: 0.975), .rate(.agency, factor: 1.1), .absence(0.07),
                .demandBetween(pathway: "P1", low: 1.05, high: 1.25), .demand(pathway: "P2", factor: 0.9),
                .singleHanded(0.33),
                .training(
                    people: 1, role: "healthcare-assistant", competency: "single-handed-care", level: 3),
            ])
        let checked = test.site.workflow.check(
            scenarios: draft.text, of: test.shelf.week(place.week), calling: "week")
        let file = try #require(checked.file, "\(checked.errors)")
        #expect(
            file.scenarios.map(\.name) == [
                "base", "agency at 70%", "bank rates -2.5%", "agency rates +10%", "absence 7%",
                "P1 +5% to +25%",
                "P2 -10%", "33% by one",
                "agency at 70% + bank rates -2.5% + agency rates +10% + absence 7% + P1 +5% to +25% + P2 -10% + 33% by one + 1 trained",
            ])
        #expect(file.bases.first?.weeksAYear == 40 && file.replicates == 5 && file.limit == .seconds(20))
        #expect(
            file.overlays.allSatisfy { $0.why == "asked" && $0.by == "Maple" && $0.on?.iso == "2026-11-02" })
    }

    @Test func whatIsWrongStandsAtItsField() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let cases: [([(String, String)], field: String, words: String)] = [
            ([("bank", "5"), ("title", "")], "title", "Enter a name for what is tried"),
            ([("bank", "5"), ("why", " ")], "why", "Enter why this is asked"),
            ([], "agency", "Fill in at least one thing"),
            ([("bank", "5"), ("agency-value", "4000")], "agency", "Select what is paid for agency"),
            ([("agency", "cap")], "agency-value", "Enter the cap in pounds a week"),
            ([("agency", "share"), ("agency-value", "half")], "agency-value", "Enter the percentage"),
            ([("bank", "nan")], "bank", "Enter by how many per cent"),
            ([("absence", "101")], "absence", "Enter a percentage from 0 to 100"),
            ([("demand-0", "10"), ("demand-0-high", "5")], "demand-0", "Enter the lower end first"),
            ([("demand-1-high", "5")], "demand-1", "Enter the lower end, too"),
            ([("training", "2"), ("training-level", "x")], "training-level", "Enter the level"),
            // What only the week can say: of two healthcare assistants nobody can train forty.
            (
                [
                    ("training", "40"), ("training-role", "healthcare-assistant"),
                    ("training-competency", "single-handed-care"), ("training-level", "3"),
                ], "training", "training names 40 people"
            ),
            ([("bank", "0")], "bank", "0 changes nothing"),
            ([("demand-0", "0")], "demand-0", "0 changes nothing"),
            (
                [("bank", "5"), ("replicates", "50"), ("seconds", "3600")], "seconds",
                "are more than 12 hours"
            ),
        ]
        for (fields, field, words) in cases {
            let given = Set(fields.map(\.0))
            let reply = try await place.ask(usual.filter { !given.contains($0.0) } + fields)
            #expect(
                reply.status == 400 && reply.text.contains("<a href=\"#\(field)\">"), "\(field): \(words)")
            #expect(reply.text.contains(words), "\(words)")
        }
        #expect(try test.store.runs().isEmpty)
    }

    @Test func aFileIsOfThisWeekAndOfNoOther() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        func file(_ week: String, _ policy: String = "{agency_cap: 0}") -> [(String, String)] {
            [
                ("do", "file"),
                (
                    "file",
                    "scenarios: Mine\r\nbases: [{week: \(week)}]\r\noverlays: {none: {policy: \(policy)}}\r\nrun: [none]\r\nseconds: 2\r\n"
                ),
            ]
        }
        for other in ["../../../weeks/1", "/etc", "."] {
            let reply = try await place.ask(file(other))
            #expect(reply.status == 400 && reply.text.contains("the file names another week"), "\(other)")
        }
        let wrong = try await place.ask(file("week", "{agency_cup: 0}"))
        #expect(wrong.status == 400 && wrong.text.contains("Line 3: ") && wrong.text.contains("agency_cup"))
        #expect(
            wrong.text.contains("overlays: {none: {policy: {agency_cup: 0}}}"),
            "what was typed is there still")
        #expect(try test.store.runs().isEmpty)
        #expect(try await test.send(place.path, file("week"), as: try test.guest(.lead)).status == 403)
        let sent = try await place.ask(file("week"))
        let id = try #require(sent.location.split(separator: "/").last.flatMap { Int64($0) })
        try await test.over(id)
        #expect(try test.store.run(id).state == .done)
        let lead = try test.guest(.lead, name: "hazel")
        #expect(
            try await test.ask(.get, "/scenarios/\(id)", as: lead).text.contains("<h1>Mine: First week</h1>"))
    }

    @Test func financeStopsItsScenariosAndNoPlan() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let plan = try test.store.ask(
            for: RunWanted(.allocate, week: place.week, seconds: 1), by: place.planner.person)
        let mine = try test.store.ask(
            for: RunWanted(.scenarios, week: place.week, seconds: 1, changes: "scenarios: x\n"),
            by: place.finance.person)
        #expect(try await test.send("/runs/\(plan.id)/stop", [], as: place.finance).status == 400)
        #expect(try test.store.run(plan.id).state == .queued)
        #expect(try await test.ask(.get, "/runs/\(mine.id)", as: place.finance).text.contains("Do not begin"))
        #expect(try await test.send("/runs/\(mine.id)/stop", [], as: place.finance).status == 303)
        #expect(try test.store.run(mine.id).state == .failed)
        #expect(
            try await test.ask(.get, "/scenarios/\(mine.id)", as: place.finance).text.contains(
                "There are no results"))
        #expect(try await test.ask(.get, "/scenarios/\(plan.id)", as: place.finance).status == 404)
    }
}
