// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct ChangeTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test func aChangedWeekIsAWeekLikeAnyOther() async throws {
        let before = try place.bytes(week)
        let run = try await place.skillmix("change", week, "\(week)/tuesday.yaml", "--out", "deep/tuesday")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("deep/tuesday: the changed week; "))
        #expect(try place.bytes(week) == before)
        #expect(try await place.skillmix("check", "deep/tuesday").code == 0)
        #expect(try place.names("deep/tuesday/changes") == ["tuesday.yaml"])
        #expect(
            try place.text("deep/tuesday/framework.yaml") == place.text("Competencies/intermediate-care.yaml")
        )
        #expect(try await place.skillmix("allocate", "deep/tuesday", "--work-limit", "1").code == 0)
        #expect(try await place.skillmix("audit", "deep/tuesday", "deep/tuesday/plan").code == 0)
        let diff = try await place.skillmix("diff", week, "deep/tuesday")
        #expect(diff.code == 0 && diff.output.contains("Rota:\n- "), "\(diff.output)")
        let json = try await place.skillmix("diff", week, "deep/tuesday", "--format", "json")
        #expect(json.code == 0 && json.output.contains("\"part\" : \"marks\""), "\(json.output)")
        let none = try await place.skillmix("diff", week, week)
        #expect(none.code == 0 && none.output == "Nothing differs.\n")
    }

    @Test func changesOfAChangedWeekAreKeptBesideThoseBefore() async throws {
        try place.write("policy: {agency_cap: 0}\n", to: "tuesday.yaml")
        #expect(
            try await place.skillmix("change", week, "\(week)/tuesday.yaml", "tuesday.yaml", "--out", "one")
                .code == 0)
        #expect(try await place.skillmix("change", "one", "tuesday.yaml", "--out", "two").code == 0)
        #expect(try place.names("two/changes") == ["tuesday-2.yaml", "tuesday-3.yaml", "tuesday.yaml"])
        #expect(try place.text("two/week.yaml").contains("agency_cap: 0.00"))
        #expect(try place.text("two/week.yaml").contains("# Only what differs from the defaults"))
        #expect(try await place.skillmix("diff", "one", "two").output == "Nothing differs.\n")
    }

    @Test func whatIsWrongIsToldAndNothingIsWritten() async throws {
        try place.write("absences:\n  - {staff: PT-99}\n", to: "one.yaml")
        try place.write("rates:\n  - {factor: 0}\n", to: "two.yaml")
        let run = try await place.skillmix("change", week, "one.yaml", "two.yaml", "--out", "out")
        #expect(run.code == 2)
        #expect(run.messages.contains("one.yaml:2:13: error: "))
        #expect(run.messages.contains("two.yaml:2:14: error: "))
        #expect(run.messages.contains("2 errors in the changes; nothing was written."))
        #expect(!place.exists("out"))
        let full = try await place.skillmix("change", week, "\(week)/tuesday.yaml", "--out", week)
        #expect(full.code == 2)
        let missing = try await place.skillmix("change", week, "none.yaml", "--out", "out")
        #expect(missing.code == 2 && missing.messages.contains("none.yaml is missing"))
    }

    @Test func aChangedWeekGoesInNoFolderThatItsBaseReads() async throws {
        let before = try place.bytes(week)
        for folder in ["current", "current/new", "changes", "changes/deep/new"] {
            let run = try await place.skillmix(
                "change", week, "\(week)/tuesday.yaml", "--out", "\(week)/\(folder)")
            #expect(run.code == 2 && run.messages.contains("a folder of the week itself"), "\(run.messages)")
        }
        #expect(try place.bytes(week) == before)
        // An empty folder is taken.
        try FileManager.default.createDirectory(at: place.url("empty"), withIntermediateDirectories: true)
        let made = try await place.skillmix("change", week, "\(week)/tuesday.yaml", "--out", "empty")
        #expect(made.code == 0, "\(made.messages)")
    }
}
