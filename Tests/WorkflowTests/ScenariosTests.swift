// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Scenarios
import TestSupport
import Testing

@testable import Workflows

/// Scenarios from their file to the files of what came of them.
@Suite struct ScenariosTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.write(Self.file, to: "finance.yaml")
    }

    private static let file = """
        scenarios: Winter
        bases: [{week: Rosters/first-week, weeks_a_year: 52}]
        overlays:
          none: {policy: {agency_cap: 0}, why: What hangs on agency, by: Finance, on: 2026-11-02}
          dearer: {rates: [{employment: bank, factor: 1.05}]}
        run: [none, dearer, [none, dearer]]
        work: 20

        """

    private func request(_ change: (inout ScenariosRequest) -> Void = { _ in }) -> ScenariosRequest {
        var request = ScenariosRequest(place.path("finance.yaml"), to: place.path("out"))
        change(&request)
        return request
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try place.path(path).read(atMost: 1 << 24), as: UTF8.self)
    }

    private func runs() throws -> [String] { try place.names("out/runs").filter { $0.hasSuffix(".json") } }

    private static let outputs = [
        "results.csv", "differences.csv", "levers.csv", "break-even.csv", "costs.csv", "year.csv",
        "results.json", "report.html",
    ]

    @Test func `what came of scenarios is written, and gone on from only where that is asked for`()
        async throws
    {
        let told = Words()
        let workflow = Workflow(version: "test") { told.note($0) }
        let made = try await workflow.scenarios(request())
        #expect(told.contain("5 runs of 20 units of work"))
        #expect(made.results.outcomes.map(\.scenario.name) == ["base", "none", "dearer", "none + dearer"])
        #expect(try runs().count == 5)
        let before = try Self.outputs.map { try text("out/" + $0) }
        await #expect(throws: WorkflowError.self) { try await workflow.scenarios(request()) }
        _ = try await workflow.scenarios(request { $0.resumes = true })
        #expect(told.contain("wasKept: true"))
        #expect(try Self.outputs.map { try text("out/" + $0) } == before)
        #expect(try runs().count == 5)
        let page = try text("out/report.html")
        for words in ["What hangs on agency", "Together, beyond the sum", "In a year"] {
            #expect(page.contains(words), "\(words)")
        }
        let year = try text("out/year.csv").split(separator: "\n").map(String.init)
        #expect(year[0] == "scenario,figure,value,unit,difference,verdict")
        let cost = try #require(made.results.outcomes.first?.value("workforce_cost"))
        let cells = year[1].split(separator: ",").map(String.init)
        #expect(cells[0] == "base" && cells[1] == "workforce_cost")
        #expect(abs((Double(cells[2]) ?? 0) - 52 * cost) < 0.001)
    }

    @Test func `a pay table adds full cost, and none that lacks somebody's role is taken`() async throws {
        let heading =
            "band,point,annual,pension_charged,pension_full,national_insurance,national_insurance_above,roles"
        let roles =
            "physiotherapist;occupational-therapist;nurse;assistant-practitioner;senior-support-worker;"
            + "support-worker;healthcare-assistant"
        try place.write(heading + "\n5,a,30000,0.1,0.2,0.15,5000,\(roles)\n", to: "pay.csv")
        try place.write(Self.file + "pay: pay.csv\n", to: "finance.yaml")
        let workflow = Workflow(version: "test")
        await #expect {
            _ = try await workflow.scenarios(request())
        } throws: { error in
            ((error as? WorkflowError)?.message ?? "").contains(
                "no row of the pay table names 'reablement-worker', which own staff are paid for")
        }
        try place.write(
            heading + "\n5,a,30000,0.1,0.2,0.15,5000,\(roles);reablement-worker\n", to: "pay.csv")
        let made = try await workflow.scenarios(request())
        let base = try #require(made.results.outcomes.first)
        let (full, charged) = (
            try #require(base.value("full_cost")), try #require(base.value("full_cost_as_charged"))
        )
        // Pensions in full are a tenth of pay more, of some 180 contracted hours a week at £15 and so much more.
        #expect(full > charged && full > 0)
        #expect(try text("out/results.csv").contains(",full_cost,"))
        #expect(try text("out/report.html").contains("the pay table"))
    }

    @Test(arguments: [
        ("first-week/levers.yaml", "first-week", "\".\"", 11),
        ("agency-winter/levers.yaml", "place-week", "../place-week", 11),
        ("agency-winter/board.yaml", "place-week", "../place-week", 10),
    ])
    func `what the rosters show can be made`(
        _ file: String, _ week: String, _ written: String, _ scenarios: Int
    ) throws {
        let text = try place.text("Rosters/" + file).replacing("week: " + written, with: "week: " + week)
            .replacing("pay: ../pay/2026-27.csv\n", with: "")
        let checked = Workflow(version: "test").check(
            scenarios: text, of: place.path("Rosters/" + week), calling: week)
        #expect(checked.errors.isEmpty, "\(checked.errors.map(\.description))")
        #expect(checked.file?.scenarios.count == scenarios)
    }

    @Test func `the page's figures are those of the tables, and they add up`() async throws {
        let made = try await Workflow(version: "test").scenarios(request())
        let rows = try text("out/results.csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        func value(_ scenario: String, _ figure: String) throws -> Double {
            let row = try #require(
                rows.first { $0[0] == scenario && $0[2] == "all" && $0[3] == figure }, "\(figure)")
            return try #require(Double(row[4]))
        }
        for scenario in ["base", "none", "dearer", "none + dearer"] {
            let tiers = try ["rostered", "contract", "extra", "overtime", "bank", "agency"].map {
                try value(scenario, "pay_\($0)")
            }
            #expect(abs(tiers.reduce(0, +) - (try value(scenario, "pay_all"))) < 0.001)
            #expect(
                abs(tiers.dropFirst().reduce(0, +) - (try value(scenario, "pay_booked"))) < 0.001)
            // Own absence and enhancements are no sessions.
            let own = try value(scenario, "pay_own_absence") + value(scenario, "pay_own_enhancements")
            #expect(
                abs(try value(scenario, "workforce_cost") - value(scenario, "pay_all") - own) < 0.001)
            let terms = rows.filter {
                $0[0] == scenario && $0[2] == "all" && $0[3].hasPrefix("price_")
            }.compactMap { Double($0[4]) }
            #expect(abs(terms.reduce(0, +) - (try value(scenario, "price"))) < 0.001)
            for figure in ["workforce_cost", "pay_agency_all", "hours_agency_all"] {
                for kind in ["_team_", "_pathway_"] {
                    let parts = rows.filter {
                        $0[0] == scenario && $0[2] == "all" && $0[3].hasPrefix(figure + kind)
                    }.compactMap { Double($0[4]) }
                    let sum = parts.reduce(try value(scenario, figure + "_no_team"), +)
                    let all = try value(scenario, figure)
                    #expect(parts.count > 1 && abs(sum - all) < 0.001)
                }
            }
            // To the penny, in whole pence.
            let costs = try text("out/costs.csv").split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }.filter { $0[0] == scenario }
            func pence(_ kind: String) -> Int {
                costs.filter { $0[3] == kind }.reduce(0) { $0 + Int(((Double($1[4]) ?? 0) * 100).rounded()) }
            }
            #expect(pence("team") + pence("none") == pence("all") && pence("all") > 0)
            #expect(pence("pathway") + pence("none") == pence("all"))
        }
        for line in try text("out/differences.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let (base, own) = (try value("base", cells[2]), try value(cells[1], cells[2]))
            #expect(abs(own - base - (try #require(Double(cells[6])))) < 0.002, "\(line)")
        }
        #expect(made.results.differences.count > 60)
    }

    @Test func `whoever stops it keeps what is done, and goes on to what an undisturbed one comes to`()
        async throws
    {
        let whole = try await Workflow(version: "test").scenarios(
            request { $0.target = place.path("whole") })
        #expect(!whole.results.isInterrupted)
        let stop = StopRequest()
        let stopped = try await Workflow(version: "test", stop: stop) { event in
            if case .scenario(.done(let done, _, _, _)) = event, done >= 2 { stop.raise() }
        }.scenarios(request())
        #expect(stopped.results.isInterrupted)
        #expect(try (2...4).contains(runs().count))
        _ = try await Workflow(version: "test").scenarios(request { $0.resumes = true })
        #expect(try runs().count == 5)
        for name in Self.outputs {
            #expect(try text("out/" + name) == (try text("whole/" + name)), "\(name)")
        }
    }

    @Test func `a run that is torn or typed into is made again`() async throws {
        let workflow = Workflow(version: "test")
        _ = try await workflow.scenarios(request())
        let before = try Self.outputs.map { try text("out/" + $0) }
        let names = try runs()
        let torn = try text("out/runs/\(names[0])")
        try place.write(String(torn.prefix(torn.count / 2)), to: "out/runs/\(names[0])")
        // A price can be worked out again, and a bound cannot.
        var typed: [String] = []
        for (name, key) in zip(names[1...2], ["objective", "bound"]) {
            let text = try text("out/runs/\(name)")
            typed.append(text.replacing("\"\(key)\" : ", with: "\"\(key)\" : 1"))
            #expect(typed.last != text)
            try place.write(typed[typed.count - 1], to: "out/runs/\(name)")
        }
        _ = try await workflow.scenarios(request { $0.resumes = true })
        #expect(try text("out/runs/\(names[0])") == torn)
        for (name, typed) in zip(names[1...2], typed) { #expect(try text("out/runs/\(name)") != typed) }
        #expect(try Self.outputs.map { try text("out/" + $0) } == before)
    }

    @Test
    func
        `a base that is not there, and what does not fit it, are told at their places, and nothing is written`()
        async throws
    {
        func refusal(_ from: String, _ into: String) async throws -> String {
            try place.write(Self.file.replacing(from, with: into), to: "finance.yaml")
            let error = await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request())
            }
            #expect(!place.path("out").exists)
            let found = try #require(error)
            return ([found.message] + found.diagnostics.map(\.description)).joined(separator: "\n")
        }
        let missing = try await refusal("week: Rosters/first-week", "week: last-week")
        #expect(missing.contains("finance.yaml:2:16: error: there is no week at"))
        let unknown = try await refusal("{rates: [{employment: bank", "{rates: [{roles: [nurs]")
        #expect(unknown.contains("finance.yaml:5:"))
        #expect(unknown.contains("nurse"))
    }

    @Test func `what is wrong with several bases is told of all of them at once`() async throws {
        for name in ["one", "two"] {
            try place.write("staff\n", to: "Rosters/\(name)/staff.csv", making: true)
            try place.write("framework: ../nowhere\n", to: "Rosters/\(name)/week.yaml", making: true)
        }
        let bases = "[{week: Rosters/one}, {week: Rosters/three}, {week: Rosters/two}]"
        try place.write(
            Self.file.replacing("[{week: Rosters/first-week, weeks_a_year: 52}]", with: bases),
            to: "finance.yaml")
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(request())
            })
        for words in ["Rosters/one: ", "Rosters/two: ", "finance.yaml: 1 error"] {
            #expect(error.message.contains(words), "\(error.message)")
        }
        let files = Set(error.diagnostics.map(\.file))
        for name in ["one", "two"] { #expect(files.contains { $0.contains("Rosters/\(name)/") }, "\(files)") }
    }

    @Test func `a scenario for which there is too little memory is told before anything runs`() async throws {
        try place.write(
            Self.file.replacing(
                "dearer: {rates: [{employment: bank, factor: 1.05}]}",
                with: "dearer: {people: [{like: PT-01, add: 300, prefix: NEW}]}"), to: "finance.yaml")
        let memory = AvailableMemory(bytes: 105_000_000, limit: "here")
        let error = try #require(
            await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test", memory: memory).scenarios(request())
            })
        #expect(error.kind == .size)
        #expect(error.message.contains("finance.yaml:5: 'dearer' in 'first-week': too little memory"))
        #expect(error.message.contains("'none + dearer'"))
        #expect(!place.path("out").exists)
    }

    @Test func `who stops it before a scenario is done is told of no report, and a limit of nothing is none`()
        async throws
    {
        let stop = StopRequest()
        let made = try await Workflow(version: "test", stop: stop) { event in
            if case .scenario(.done(1, _, _, _)) = event { stop.raise() }
        }.scenarios(request())
        #expect(!made.hasResults)
        #expect(made.words.contains("nothing to read yet"))
        #expect(try place.names("out") == ["runs"])
        let resumed = try await Workflow(version: "test").scenarios(request { $0.resumes = true })
        #expect(resumed.words.hasSuffix("report.html to read, results.csv and differences.csv to work with."))
        for limit in [ScenarioFile.Limit.seconds(0), .work(0), .seconds(.nan)] {
            let error = await #expect(throws: WorkflowError.self) {
                try await Workflow(version: "test").scenarios(
                    request {
                        $0.limit = limit
                        $0.resumes = true
                    })
            }
            #expect(error?.kind == .input)
        }
    }

    @Test func `a frontier, lines and sweeps have files of their own, which go with what asks for them`()
        async throws
    {
        let more =
            "frontier: {of: agency, against: [routine], points: 2}\n"
            + "tests: [{figure: agency_share, at_most: 0.03}]\n"
            + "sweeps: [{name: cap, over: {agency_cap: [50, 100, null]}}]\n"
        try place.write(Self.file + more, to: "finance.yaml")
        let made = try await Workflow(version: "test").scenarios(request())
        #expect(made.results.frontiers.map(\.base) == ["first-week"])
        let points = try text("out/frontier.csv").split(separator: "\n").map(String.init)
        #expect(points.count == 1 + made.results.frontiers[0].points.count + 1)
        #expect(points.last?.hasPrefix("first-week,base,today,,") == true)
        let lines = try text("out/passes.csv").split(separator: "\n").map(String.init)
        #expect(lines.count == 1 + made.results.outcomes.count)
        #expect(lines[1].hasPrefix("first-week,2026-11-23,base,agency_share,at_most,0.0300,"))
        let steps = try text("out/steps.csv").split(separator: "\n").map(String.init)
        #expect(steps.count == 1 + made.results.steps.count && steps.count > 1)
        #expect(steps[1].hasPrefix("first-week,cap,agency_cap 50,agency_cap 100,workforce_cost,pounds,"))
        for id in ["tests", "frontier", "worth", "steps"] {
            #expect(try text("out/report.html").contains("id=\"\(id)\""), "\(id)")
        }
        try place.write(Self.file, to: "finance.yaml")
        _ = try await Workflow(version: "test").scenarios(request { $0.resumes = true })
        #expect(try Set(place.names("out")) == Set(Self.outputs + ["runs"]))
        #expect(try !text("out/report.html").contains("id=\"frontier\""))
    }

    @Test func `a folder that holds something else is left as it is`() async throws {
        try place.write("notes", to: "out/notes.txt", making: true)
        let error = await #expect(throws: WorkflowError.self) {
            try await Workflow(version: "test").scenarios(request())
        }
        #expect(error?.message.contains("holds 'notes.txt' but no results.csv") == true)
        #expect(try place.names("out") == ["notes.txt"])
        let within = await #expect(throws: WorkflowError.self) {
            try await Workflow(version: "test").scenarios(
                request { $0.target = place.path("Rosters/first-week/current") })
        }
        #expect(within != nil)
    }
}
