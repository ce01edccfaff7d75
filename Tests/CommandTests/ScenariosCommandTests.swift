// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct ScenariosCommandTests {
    private let place: Workplace
    private let file = "Rosters/finance.yaml"

    init() throws {
        place = try Workplace()
        try place.write(
            """
            scenarios: Winter
            bases: [{week: first-week}]
            overlays: {none: {policy: {agency_cap: 0}}}
            run: [none]
            work: 300

            """, to: file)
    }

    @Test func theAnswerStandsOnStandardOutputAndInFiles() async throws {
        let run = try await place.skillmix("scenarios", file, "--work-limit", "30", "--out", "out", "--quiet")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.hasPrefix("Winter\n2 scenarios, the base among them"), "\(run.output)")
        #expect(run.output.contains("out: report.html to read"))
        #expect(
            try place.names("out") == [
                "break-even.csv", "costs.csv", "differences.csv", "levers.csv", "report.html",
                "results.csv", "results.json", "runs",
            ])
        let results = try place.text("out/results.csv")
        #expect(results.hasPrefix("scenario,base,replicate,figure,value,unit\n"))
        let again = try await place.skillmix("scenarios", file, "--work-limit", "30", "--out", "out")
        #expect(again.code == 2)
        #expect(again.messages.contains("--resume goes on with them"))
        let resumed = try await place.skillmix(
            "scenarios", file, "--work-limit", "30", "--out", "out", "--resume")
        #expect(resumed.code == 0)
        // All three are found done, in whatever order.
        #expect(
            resumed.messages.split(separator: "\n").count { $0.hasSuffix("replicate 1, done before") } == 3)
        // What is done is done: in the ledger it is a run of its own.
        #expect(
            resumed.output
                == run.output.replacing("Run 1 of Rosters/runs.sqlite", with: "Run 2 of Rosters/runs.sqlite"))
    }

    @Test func theResultsLieBesideTheFileWhereNothingElseIsSaid() async throws {
        let run = try await place.skillmix("scenarios", file, "--work-limit", "10", "--quiet")
        #expect(run.code == 0, "\(run.messages)")
        #expect(place.exists("Rosters/finance-results/report.html"))
    }

    @Test(arguments: [
        (["--work-limit=-1"], "--work-limit is -1"),
        (["--time-limit=-1"], "--time-limit is -1"),
        (["--work-limit", "0"], "--work-limit is 0; give 1 or more"),
        (["--time-limit", "0"], "--time-limit is 0; give more than 0"),
        (["--time-limit", "1", "--work-limit", "1"], "Give --time-limit or --work-limit"),
    ])
    func limitsThatAreNoneAreRefused(_ options: [String], _ message: String) async throws {
        let run = try await place.skillmix(["scenarios", file] + options)
        #expect(run.code == 2)
        #expect(run.messages.contains(message), "\(run.messages)")
        #expect(!place.exists("Rosters/finance-results"))
    }

    @Test func whatIsWrongWithTheFileIsToldAtItsPlace() async throws {
        try place.write("bases: [{week: nowhere}]\noverlays: {a: {polcy: {}}}\nrun: [b]\n", to: file)
        let run = try await place.skillmix("scenarios", file)
        #expect(run.code == 2)
        for message in [
            "finance.yaml:2:16: error: key 'polcy' of overlay 'a' is not known; did you mean 'policy'?",
            "finance.yaml:3:7: error: there is no overlay 'b'", "nothing was run",
        ] {
            #expect(run.messages.contains(message), "\(message): \(run.messages)")
        }
    }
}
