// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// `skillmix import`: what it prints, how it ends, and that nothing that must not be read is in any of it.
@Suite struct ImportCommandTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let files = [
        ("healthroster-duties", "duties.csv"), ("healthroster-unavailability", "unavailability.csv"),
        ("esr", "esr-people.csv esr-assignments.csv esr-competencies.csv"),
        ("asc-wds", "asc-wds-workers.csv asc-wds-training.csv"),
        ("contacts", "care-contacts.csv care-activities.csv"),
        ("rota", "team-rota.csv"),
    ]

    @Test(arguments: files) func nothingPrivateIsPrintedOrWritten(_ kind: String, _ names: String)
        async throws
    {
        let files = names.split(separator: " ").map { "Rosters/first-week/exports/\($0)" }.joined(
            separator: " ")
        let command = "skillmix import \(kind) \(files) --into Rosters/first-week"
        let drafted = try await place.shell(command)
        #expect(drafted.code == 1)
        #expect(drafted.messages.contains("a draft of what the export's words mean"))
        let mapping = "Rosters/first-week/import-\(kind).yaml"
        // What is blank in the draft is ignored, and what is nearest confirmed.
        let confirmed = try place.text(mapping).split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.replacing("confirmed: no", with: "confirmed: yes").replacing("\":   #", with: "\": ignore  #")
        }
        try place.write(confirmed.joined(separator: "\n"), to: mapping)
        let run = try await place.shell(command + " --tables shown")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("Taken:"))
        var all = drafted.output + drafted.messages + run.output + run.messages
        for (path, bytes) in try place.bytes(".") where !path.contains("/exports/") {
            all += String(decoding: bytes, as: UTF8.self)
        }
        for hidden in [
            "QQ1000", "An invented reason", "A course", "19800101", "01/01/1980", "ZZ99", "P-invented",
            "An invented note",
        ] {
            #expect(!all.contains(hidden), "\(hidden)")
        }
        let checked = try await place.shell("skillmix check Rosters/first-week")
        #expect(checked.code == 0)
    }

    @Test func dryRunsWriteNothing() async throws {
        let before = try place.bytes("Rosters")
        let run = try await place.shell(
            "skillmix import rota Rosters/first-week/exports/team-rota.csv --into Rosters/first-week --dry-run"
        )
        #expect(run.code == 1)
        #expect(run.output.contains("confirmed: no\n"))
        #expect(run.messages.contains("above is the draft"))
        #expect(try place.bytes("Rosters") == before)
    }

    @Test func kindsThatThereAreNotAreNamed() async throws {
        let run = try await place.shell("skillmix import payroll x.csv --into Rosters/first-week")
        #expect(run.code == 2)
        #expect(run.messages.contains("healthroster-duties"))
    }
}
