// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What must not wait, from plan to plan of a week.
@Suite struct FlagsTests {
    private let place: Workplace
    private let week = "Rosters/first-week"
    private static let flag = "delegation@home-therapy@2026-11-24"
    private static let typed = "Ann,Bo,2026-11-24,a second therapist is there"

    init() throws { place = try Workplace() }

    private func allocate(_ more: String...) async throws -> CommandRun {
        try await place.skillmix(["allocate", week, "--work-limit", "1"] + more)
    }

    /// The row of the flag, without its first cell.
    private func row(_ folder: String, _ flag: String = flag) throws -> String? {
        try place.text("\(folder)/flags.csv").split(separator: "\n").first { $0.hasPrefix(flag + ",") }
            .map { String($0.dropFirst(flag.count + 1)) }
    }

    private func close(in folder: String) throws {
        let row = try #require(try row(folder))
        try #require(row.hasSuffix(",,,,"))
        try place.replace(row, with: row.dropLast(3) + Self.typed, in: "\(folder)/flags.csv")
    }

    @Test func aFlagAndItsClosingSurviveTwoMorePlansInTheFolder() async throws {
        try await place.makePlan(of: week)
        try close(in: "plan")
        let closed = try row("plan")
        for seed in ["2", "3"] {
            #expect(try await allocate("--out", "plan", "--seed", seed, "--quiet").code == 0)
            #expect(try row("plan") == closed)
        }
        #expect(
            try place.text("plan/report.html").contains("Bo, 24 November 2026: a second therapist is there"))
        #expect(try await place.skillmix("audit", week, "plan").code == 0)
        // A change of the week leaves the flag, and since when it is there.
        try place.replace("\nRW-01,,,R,,R,,,,R,", with: "\nRW-01,,,R,,R,,,,S,", in: "\(week)/rota.csv")
        #expect(try await allocate("--out", "plan", "--quiet").code == 0)
        #expect(try row("plan") == closed)
        let fresh = try #require(try row("plan", "critical@N10"))
        #expect(fresh.hasSuffix(",,,,"))
        let marks = try [closed, fresh].map { row in
            try #require(row?.split(separator: ",").first { $0.hasPrefix("2026-11-23 am ") })
        }
        #expect(marks[0] != marks[1], "they were raised by plans of other files")
    }

    @Test func aFlagAndItsClosingGoAlongFromThePlanThatIsStartedFrom() async throws {
        try await place.makePlan(of: week)
        try close(in: "plan")
        #expect(try await allocate("--start", "plan", "--out", "second", "--quiet").code == 0)
        #expect(try row("second") == row("plan"))
        #expect(try await allocate("--start", "second", "--out", "third", "--quiet").code == 0)
        #expect(try row("third") == row("plan"))
    }

    @Test func whatIsNoLongerRaisedGoesWithAWord() async throws {
        try await place.makePlan(of: week)
        let text = try place.text("plan/flags.csv")
        try place.write(text + "critical@N01,,,,,,,Ann,,,\n", to: "plan/flags.csv")
        let run = try await allocate("--out", "plan")
        #expect(run.code == 0)
        #expect(
            run.messages.contains(
                "plan: 1 flag of the plan before is no longer raised and goes: critical@N01.\n"))
        #expect(try row("plan", "critical@N01") == nil)
    }

    @Test func aFlagThatBecameWorseIsOpenAgainWithAWord() async throws {
        try await place.makePlan(of: week)
        let row = try #require(try row("plan"))
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        // Closed when it was smaller than it is: the sixth of the last cells is its size.
        let closed = cells.dropLast(6) + ["1", "", "Ann", "Bo", "2026-11-24", "a second therapist is there"]
        try place.replace(row, with: closed.joined(separator: ","), in: "plan/flags.csv")
        let run = try await allocate("--out", "plan")
        #expect(
            run.messages.contains(
                "plan: 1 flag that was closed is worse now, and open again: \(Self.flag).\n"),
            "\(run.messages)")
        let told = "closed 2026-11-24 by Bo at 1: a second therapist is there"
        #expect(try self.row("plan")?.hasSuffix(",\(told),Ann,,,") == true)
        #expect(
            try place.text("plan/report.html").contains("open again; it became worse after it was \(told)"))
        #expect(try await !allocate("--out", "plan").messages.contains("open again"))
    }

    @Test func aReportElsewhereSaysNothingOfFlagsThatStay() async throws {
        try await place.makePlan(of: week)
        try place.write(
            try place.text("plan/flags.csv") + "critical@N01,,,,,,,Ann,,,\n", to: "plan/flags.csv")
        let before = try place.text("plan/flags.csv")
        for target in ["page.html", "elsewhere"] {
            let run = try await place.skillmix("report", week, "plan", "--time-limit", "0", "--out", target)
            #expect(run.code == 0 && !run.messages.contains("no longer raised"), "\(run.messages)")
        }
        #expect(try place.text("plan/flags.csv") == before)
        let run = try await place.skillmix("report", week, "plan", "--time-limit", "0", "--out", "plan/")
        #expect(run.messages.contains("no longer raised and goes: critical@N01"), "\(run.messages)")
        #expect(try row("plan", "critical@N01") == nil)
    }

    @Test func nonsenseIsAnErrorBeforeAnythingIsWritten() async throws {
        try await place.makePlan(of: week)
        try place.write(
            "flag,owner,closed_by,closed_on,why\n\(Self.flag),Ann,Bo,,\n", to: "plan/flags.csv")
        let before = try place.bytes(".")
        for arguments in [
            ["allocate", week, "--work-limit", "1", "--out", "plan"],
            ["allocate", week, "--work-limit", "1", "--start", "plan", "--out", "other"],
            ["report", week, "plan"],
        ] {
            let run = try await place.skillmix(arguments)
            #expect(run.code == 2)
            #expect(
                run.messages.contains(
                    "plan/flags.csv:2:40: error: closed_by is given, and closed_on and why are blank\n"))
            #expect(run.messages.contains("nothing was done."))
        }
        #expect(try place.bytes(".") == before)
    }

    @Test func aReportRenderedAnewKeepsThem() async throws {
        try await place.makePlan(of: week)
        try close(in: "plan")
        let before = try place.text("plan/flags.csv")
        #expect(try await place.skillmix("report", week, "plan", "--time-limit", "0.1").code == 0)
        #expect(try place.text("plan/flags.csv") == before)
        #expect(try place.text("plan/tables/red-flags.csv").contains("Bo, 24 November 2026"))
        #expect(
            try await place.skillmix(
                "report", week, "plan", "--time-limit", "0.1", "--pseudonyms", "--out", "shared.html"
            ).code == 0)
        #expect(!(try place.text("shared.html").contains("a second therapist is there")))
    }
}
