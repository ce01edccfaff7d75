// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import TestSupport
import Testing

@testable import Web
@testable import WebStore

/// Weeks that are brought as a zip.
struct ZipTests {
    private static let framework = TestSite.repository.appending("Competencies/intermediate-care.yaml")

    private func zip(_ folder: String, _ others: [(name: String, bytes: [UInt8])] = []) throws -> [UInt8] {
        try ZipMaking.zip(
            try TestSite.firstWeek().map { (name: folder + $0.name, bytes: $0.bytes) } + others)
    }

    private func bring(
        _ test: TestSite, _ bytes: [UInt8], framework: String = "intermediate-care.yaml",
        by guest: TestSite.Guest
    ) async throws -> TestSite.Reply {
        try await test.sendFiles(
            "/new-week", [("name", "A zip"), ("framework", framework)], files: [("My week.zip", bytes)],
            as: guest)
    }

    @Test func aZippedFolderIsBroughtAsAWeek() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        #expect(try await test.ask(.get, "/new-week", as: planner).text.contains(".zip"))
        for folder in ["", "first-week/", "Rosters/first-week/"] {
            let reply = try await bring(test, try zip(folder), by: planner)
            #expect(reply.status == 303, "\(folder): \(reply.text)")
            let shown = try await test.ask(.get, reply.location, as: planner).text
            #expect(shown.contains("12 rows of staff, 3 teams") && shown.contains("Make a plan"))
        }
        // The framework of the zip itself, at the place that week.yaml gives it.
        let own = try zip(
            "Rosters/first-week/",
            [("Competencies/intermediate-care.yaml", try Self.framework.read(atMost: 1 << 20))])
        let whole = try await bring(test, own, framework: "in/the/zip", by: planner)
        #expect(whole.status == 303, "\(whole.text)")
        #expect(try await test.ask(.get, whole.location, as: planner).text.contains("Make a plan"))
    }

    @Test func whatIsNoZippedWeekIsSaidSoAndKeptNowhere() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try zip("")
        let settings = ("week.yaml", "framework: ../../../../frameworks/intermediate-care.yaml\n")
        let cases: [([UInt8], String, String)] = [
            (
                try zip("a/", [("../up.csv", [1])]), "intermediate-care.yaml",
                "would lie outside of the folder"
            ),
            (
                try zip("a/", try TestSite.firstWeek().map { ("b/" + $0.name, $0.bytes) }),
                "intermediate-care.yaml", "more weeks than one"
            ),
            (try ZipMaking.zip([("staff.csv", "staff\n")]), "intermediate-care.yaml", "has no week.yaml"),
            (Array(week.prefix(400)), "intermediate-care.yaml", "the zip is broken"),
            (week, "in/the/zip", "names no framework that is in the zip"),
            // A framework outside of the zip is a file of the server's, and nobody's.
            (try ZipMaking.zip([settings]), "in/the/zip", "names no framework that is in the zip"),
            (week, "nowhere.yaml", "Select a framework"),
        ]
        for (bytes, framework, words) in cases {
            let reply = try await bring(test, bytes, framework: framework, by: planner)
            #expect(reply.status == 400 && reply.text.contains(words), "\(words): \(reply.text)")
            #expect(!reply.text.contains(test.folder.description))
        }
        let two = try await test.sendFiles(
            "/new-week", [("name", "x"), ("framework", "intermediate-care.yaml")],
            files: [("a.zip", week), ("b.zip", week)], as: planner)
        #expect(two.status == 400 && two.text.contains("not both"))
        let none = try await test.sendFiles(
            "/new-week", [("name", "x"), ("framework", "in/the/zip")], files: try TestSite.firstWeek(),
            as: planner)
        #expect(none.status == 400 && none.text.contains("Select a framework"))
        #expect(try test.store.weeks().isEmpty)
        #expect(Shelf.files(in: test.folder.appending("arrivals")).isEmpty)
    }
}
