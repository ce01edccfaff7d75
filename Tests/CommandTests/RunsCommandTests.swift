// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The ledger from a command line, and what kill -9 and a full disk do to it.
@Suite struct RunsCommandTests {
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
            replicates: 3
            work: 30

            """, to: file)
    }

    @Test func scenariosAreWrittenDownBesideTheirFileUnlessSomebodySaysOtherwise() async throws {
        let run = try await place.skillmix("scenarios", file, "--work-limit", "5", "--quiet")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.hasSuffix("Run 1 of Rosters/runs.sqlite.\n"), "\(run.output)")
        let none = try await place.skillmix(
            "scenarios", file, "--work-limit", "5", "--quiet", "--out", "out", "--no-ledger")
        #expect(none.code == 0 && !none.output.contains("Run "))
        let elsewhere = try await place.skillmix(
            "scenarios", file, "--work-limit", "5", "--quiet", "--out", "out2", "--ledger", "own.sqlite")
        #expect(elsewhere.output.hasSuffix("Run 1 of own.sqlite.\n"))
        let list = try await place.skillmix("runs", "--ledger", "Rosters/runs.sqlite")
        #expect(list.code == 0, "\(list.messages)")
        #expect(list.output.split(separator: "\n").count == 3, "\(list.output)")
        let show = try await place.skillmix("runs", "show", "1", "--ledger", "own.sqlite")
        #expect(show.output.hasPrefix("Run 1: scenarios Winter, done\n"), "\(show.output)")
        let copy = try await place.skillmix("runs", "copy", "saved.sqlite", "--ledger", "own.sqlite")
        #expect(copy.output == "saved.sqlite: a copy of own.sqlite\n")
        #expect(try place.names(".").filter { $0.contains("sqlite") } == ["own.sqlite", "saved.sqlite"])
    }

    /// Killed as soon as the second search is written down, whatever the machine is doing then.
    @Test func aKilledRunLosesTheSearchesInHandAloneAndGoesOn() async throws {
        let killed = try await place.shell(
            """
            skillmix scenarios \(file) --out out 2>../said & pid=$!
            until [ "$(grep -c replicate ../said)" -ge 2 ]; do :; done
            kill -9 $pid; wait $pid; echo "code $?"
            """)
        #expect(killed.output.hasSuffix("code 137\n"), "\(killed.output)")
        let list = try await place.skillmix("runs", "--ledger", "Rosters/runs.sqlite")
        #expect(list.code == 0, "\(list.messages)")
        #expect(list.output.contains("broken off"), "\(list.output)")
        let show = try await place.skillmix("runs", "show", "1", "--ledger", "Rosters/runs.sqlite")
        let done = try #require(show.output.firstMatch(of: /(\d+) search(es)? done/).flatMap { Int($0.1) })
        let said = try String(contentsOf: place.scratch.appending(path: "said"), encoding: .utf8)
        // What was told as done is in the ledger.
        #expect(done >= said.components(separatedBy: "replicate").count - 1)
        let resumed = try await place.skillmix("scenarios", file, "--out", "out", "--resume")
        #expect(resumed.code == 0, "\(resumed.messages)")
        #expect(resumed.output.hasSuffix("Run 1 of Rosters/runs.sqlite.\n"), "\(resumed.output)")
        #expect(resumed.messages.components(separatedBy: "done before").count - 1 >= done)
        let whole = try await place.skillmix("scenarios", file, "--out", "whole", "--no-ledger", "--quiet")
        #expect(whole.code == 0)
        for name in ["results.csv", "differences.csv", "results.json", "report.html"] {
            #expect(try place.text("out/\(name)") == (try place.text("whole/\(name)")), "\(name)")
        }
        let again = try await place.skillmix(
            "runs", "rerun", "1", "--out", "again", "--ledger", "Rosters/runs.sqlite", "--quiet")
        #expect(again.code == 0, "\(again.messages)")
        #expect(again.output.hasSuffix("The same as run 1, byte for byte: results.csv, differences.csv.\n"))
    }

    @Test func aPlanIsComparedAndHeldBesideWhatWasWorked() async throws {
        for (seed, folder) in [("1", "one"), ("2", "two")] {
            let run = try await place.skillmix(
                "allocate", "Rosters/first-week", "--work-limit", "10", "--seed", seed, "--out", folder,
                "--ledger", "runs.sqlite", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
        }
        let compared = try await place.skillmix("runs", "compare", "1", "2")
        #expect(
            compared.output.hasPrefix(
                "UNLIKE RUNS: what differs below may come of any of this.\n  Seed: 1, then 2.\n"),
            "\(compared.output)")
        try place.write("session,staff,team\n2026-11-23 am,PT-01,north-home\n", to: "actuals.csv")
        let actuals = try await place.skillmix("runs", "actuals", "1", "actuals.csv", "--out", "tables")
        #expect(actuals.code == 0, "\(actuals.messages)")
        #expect(actuals.output.contains("not worked"), "\(actuals.output)")
        #expect(
            try place.names("tables") == ["planned-and-actual.csv", "pounds-by-booking.csv", "sessions.csv"])
        let forecast = try await place.skillmix(
            "runs", "actuals", "1", "actuals.csv", "--until", "2026-11-24 pm", "--starts-by",
            "initial-assessment", "--starts", "P2=3", "--people", "P1=14", "--people", "P2=10", "--out",
            "tables")
        #expect(forecast.code == 0, "\(forecast.messages)")
        #expect(forecast.output.contains("Up to 2026-11-24 pm the forecast is what was worked"))
        #expect(forecast.output.contains("pounds a start"), "\(forecast.output)")
        #expect(forecast.output.contains("contact hours a person and week"))
        #expect(
            forecast.output.hasSuffix(
                "tables: planned-and-actual.csv, pounds-by-booking.csv, pathways.csv and sessions.csv\n"),
            "\(forecast.output)")
        let unknown = try await place.skillmix("runs", "actuals", "1", "actuals.csv", "--people", "P7=3")
        #expect(unknown.code == 2)
        #expect(
            unknown.messages.contains("--people: error: pathway 'P7' is not one of the run's"),
            "\(unknown.messages)")
        try place.write("session,staff,team\n2026-11-23 am,PT-01,nort-home\n", to: "actuals.csv")
        let wrong = try await place.skillmix("runs", "actuals", "1", "actuals.csv")
        #expect(wrong.code == 2)
        #expect(wrong.messages.contains("actuals.csv:2:21: error: team 'nort-home' is not one of the run's"))
    }

    @Test(arguments: [
        (["runs"], "'runs.sqlite' is not there: name a ledger of runs that is"),
        (["runs", "show", "1", "--ledger", "Rosters"], "'Rosters' is a folder where a file should be"),
        (["runs", "--ledger", "Rosters/first-week/staff.csv"], "staff.csv' is no database"),
        (["allocate", "Rosters/first-week", "--keep-inputs"], "--keep-inputs goes with --ledger FILE"),
        (
            ["scenarios", "Rosters/finance.yaml", "--no-ledger", "--keep-inputs"],
            "--no-ledger goes with neither"
        ),
    ])
    func whatCannotBeReadIsRefusedInASentence(_ arguments: [String], _ message: String) async throws {
        let run = try await place.skillmix(arguments)
        #expect(run.code == 2)
        #expect(run.messages.contains(message), "\(run.messages)")
    }

    @Test(.enabled(if: SmallDisk.isPossible, "a small file system can only be mounted by root"))
    func aFullDiskIsToldOfAndThePlanOfBeforeStands() async throws {
        for kibibytes in [8, 48, 80] {
            let disk = "disk-\(kibibytes)"
            try await SmallDisk.with(at: place.url(disk), kibibytes: kibibytes) {
                let run = try await place.skillmix(
                    "allocate", "Rosters/first-week", "--work-limit", "5", "--out", "plan-\(kibibytes)",
                    "--ledger", "\(disk)/runs.sqlite", "--keep-inputs", "--quiet")
                #expect(run.code == 2, "\(kibibytes)")
                #expect(run.messages.contains("the disk is full at '\(disk)/runs.sqlite'"), "\(run.messages)")
            }
        }
    }
}
