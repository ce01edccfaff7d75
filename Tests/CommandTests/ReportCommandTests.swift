// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workbooks

/// Reports rendered anew from a plan's folder.
@Suite struct ReportCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() async throws {
        place = try Workplace()
        let run = try await place.skillmix("allocate", week, "--work-limit", "1", "--quiet", "--out", "plan")
        try #require(run.code == 0)
    }

    @Test func theReportRenderedAnewIsTheOneThatWasWrittenAndTheRestStaysAsItIs() async throws {
        try place.write("ring Bo", to: "plan/notes.txt")
        let before = try place.bytes("plan")
        try place.write("no report", to: "plan/report.html")
        try place.write("no table", to: "plan/tables/moves.csv")
        let run = try await place.skillmix("report", week, "plan")
        #expect(run.code == 0)
        #expect(run.output == "Report: plan/report.html\n")
        #expect(try place.bytes("plan") == before)
    }

    @Test func theSummaryIsAPageOfItsOwnToo() async throws {
        let run = try await place.skillmix("report", week, "plan", "--summary", "--out", "meeting.html")
        #expect(run.code == 0)
        let root = try #require(PageElement.root(of: try place.text("meeting.html")))
        #expect(root.all("h2").map(\.text) == ["First things", "Week at a glance"])
        // No report lies beside it.
        #expect(root.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
        let beside = try #require(PageElement.root(of: try place.text("plan/summary.html")))
        #expect(beside.all("a").contains { $0.attributes["href"] == "report.html#care" })
        #expect(try await place.skillmix("report", week, "plan", "--summary").code == 2)
        // A plan's own pages are not written over by another page.
        let over = try await place.skillmix("report", week, "plan", "--out", "plan/summary.html")
        #expect(over.code != 0)
        #expect(try place.text("plan/summary.html").contains("report.html#care"))
    }

    @Test func aSummaryOfOnesOwnIsLeftAsItIs() async throws {
        try FileManager.default.removeItem(at: place.url("plan/tables"))
        try place.write("notes of the meeting", to: "plan/summary.html")
        let run = try await place.skillmix("report", week, "plan")
        #expect(run.code == 0)
        #expect(run.messages.contains("plan/summary.html is no file of a report, and is left as it is"))
        #expect(try place.text("plan/summary.html") == "notes of the meeting")
        #expect(try !place.text("plan/tables/index.csv").contains("summary.html"))
    }

    @Test func aPlanOfBeforeTheTablesGetsThem() async throws {
        let before = try place.bytes("plan")
        try FileManager.default.removeItem(at: place.url("plan/tables"))
        try FileManager.default.removeItem(at: place.url("plan/summary.html"))
        #expect(try await place.skillmix("report", week, "plan").code == 0)
        #expect(try place.bytes("plan") == before)
    }

    @Test func whatWasChangedByHandIsInTheReport() async throws {
        try place.replace(
            "PT-01,2026-11-23 am,north-home", with: "PT-01,2026-11-23 am,quay-ward",
            in: "plan/deployments.csv")
        #expect(try await place.skillmix("report", week, "plan", "--out", "shown").code == 0)
        let root = try #require(PageElement.root(of: try place.text("shown/report.html")))
        let cell = root.everything.first { $0.attributes["id"] == "rota-PT-01-2026-11-23-am" }
        #expect(cell?.attributes["title"]?.hasPrefix("Quay ward") == true)
        #expect(try place.names("shown") == ["metrics.csv", "report.html", "summary.html", "tables"])
        #expect(try place.text("plan/report.html") != place.text("shown/report.html"))
    }

    @Test func aWorkbookIsWrittenWhereItIsAskedForAndMadeAnewWithThePlan() async throws {
        let before = try place.bytes("plan")
        #expect(try await place.skillmix("report", week, "plan", "--xlsx").code == 0)
        let book = try #require(try place.bytes("plan")["plan.xlsx"])
        #expect(try place.text("plan/tables/index.csv").contains("plan.xlsx,"))
        // An hour of Alder's is somebody else's now: the workbook says so, too, though nobody asked again.
        try place.replace(
            "PT-01,2026-11-23 am,north-home", with: "PT-01,2026-11-23 am,quay-ward",
            in: "plan/deployments.csv")
        #expect(try await place.skillmix("report", week, "plan").code == 0)
        #expect(try #require(try place.bytes("plan")["plan.xlsx"]) != book)
        // One that somebody put there is nobody's to touch.
        let names = try place.names("plan")
        #expect(try await place.skillmix("report", week, "plan", "--out", "shown").code == 0)
        try place.write("mine", to: "shown/plan.xlsx")
        #expect(try await place.skillmix("report", week, "plan", "--out", "shown").code == 0)
        #expect(try place.text("shown/plan.xlsx") == "mine")
        #expect(names == (before.keys.filter { !$0.contains("/") } + ["plan.xlsx", "tables"]).sorted())
    }

    @Test func aWorkbookWithoutNamesHasNone() async throws {
        let run = try await place.skillmix(
            "report", week, "plan", "--pseudonyms", "--xlsx", "--out", "shared")
        #expect(run.code == 0)
        let book = try WorkbookReader.read(Array(#require(try place.bytes("shared")["plan.xlsx"])))
        let words = book.sheets.flatMap(\.rows).flatMap(\.cells).map(\.value.written)
        #expect(words.count > 500)
        #expect(words.contains("Person 001"))
        #expect(!words.contains { $0.contains("PT-01") || $0.contains("Alder") })
        let refused = try await place.skillmix("report", week, "plan", "--xlsx", "--out", "page.html")
        #expect(refused.code == 2)
        #expect(refused.messages.contains("Name a folder with --out"))
    }

    @Test func aReportOfItsOwnIsReplacedAndNothingElseIs() async throws {
        #expect(try await place.skillmix("report", week, "plan", "--out", "shown").code == 0)
        let before = try place.bytes("shown")
        try place.write("mine", to: "shown/notes.txt")
        #expect(try await place.skillmix("report", week, "plan", "--out", "shown").code == 0)
        #expect(try place.text("shown/notes.txt") == "mine")
        try FileManager.default.removeItem(at: place.url("shown/notes.txt"))
        #expect(try place.bytes("shown") == before)
        try place.write("mine", to: "photos/cat.jpg")
        let refused = try await place.skillmix("report", week, "plan", "--out", "photos")
        #expect(refused.code == 2)
        #expect(refused.messages.contains("photos' holds 'cat.jpg' but no report.html"))
        #expect(try place.names("photos") == ["cat.jpg"])
    }

    @Test func aNameThatEndsInHTMLIsThePageAlone() async throws {
        let run = try await place.skillmix("report", week, "plan", "--out", "sent/week.html")
        #expect(run.output == "Report: sent/week.html\n")
        #expect(try place.names("sent") == ["week.html"])
        let root = try #require(PageElement.root(of: try place.text("sent/week.html")))
        #expect(root.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
        #expect(try await place.skillmix("report", week, "plan", "--out", "sent/week.html").code == 0)
        #expect(try place.names("sent") == ["week.html"])
        try place.write("mine", to: "folder.html/notes.txt")
        let refused = try await place.skillmix("report", week, "plan", "--out", "folder.html")
        #expect(refused.code == 2)
        #expect(refused.messages.contains("folder.html' is a folder where a file should be"))
    }

    @Test func aReportWithoutNamesDoesNotLieAmongFilesWithThem() async throws {
        let before = try place.bytes("plan")
        let none = try await place.skillmix("report", week, "plan", "--pseudonyms")
        #expect(none.code == 2)
        #expect(none.messages.contains("--pseudonyms needs --out"))
        for out in ["plan", "plan/report.html"] {
            let run = try await place.skillmix("report", week, "plan", "--pseudonyms", "--out", out)
            #expect(run.code == 2)
            #expect(run.messages.contains("holds a plan"), "\(run.messages)")
        }
        #expect(try place.bytes("plan") == before)
    }

    @Test func noNameOrIdentifierOfStaffIsInAReportWithoutNames() async throws {
        #expect(
            try await place.skillmix("report", week, "plan", "--pseudonyms", "--out", "shown").code == 0)
        let rows = CSVRecords.read(try place.text("\(week)/staff.csv")).filter { $0[0].first != "#" }
        try #require(rows.count > 10)
        let known = rows.dropFirst().flatMap { [$0[0], $0[1]] }.filter { !$0.isEmpty }
        for (name, data) in try place.bytes("shown") {
            let text = String(decoding: data, as: UTF8.self)
            for word in known { #expect(!text.contains(word), "\(word) in \(name)") }
        }
        #expect(try place.text("shown/tables/rota.csv").contains("\nPerson 001,Person 001,"))
        #expect(try place.text("shown/report.html").contains("Staff have other names here"))
    }

    @Test func whatIsNoPlanHasNoReport() async throws {
        let run = try await place.skillmix("report", week, "none")
        #expect(run.code == 2)
        #expect(run.messages.hasSuffix("none: the plan cannot be read; nothing was done.\n"))
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan"])
    }
}
