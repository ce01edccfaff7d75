// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct SurgeCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"
    private let change = """
        change: Winter
        availability:
          - {staff: PT-02, sessions: [2026-11-25 am], mark: C}
          - {staff: AG-01, sessions: [2026-11-26 am], mark: C}
          - {staff: HC-01, sessions: [2026-11-25 pm], mark: C}
          - {staff: SW-01, sessions: [2026-11-24 pm, 2026-11-27 am], mark: C}
          - {staff: PT-02, sessions: [2026-11-24 am, 2026-11-24 pm], mark: blank}
        demand:
          - {factor: 1.4}

        """

    init() throws { place = try Workplace() }

    /// A plan of the week, and calls for more care than was expected.
    private func called(_ more: String...) async throws -> CommandRun {
        if !place.exists("plan") {
            try place.write(change, to: "winter.yaml")
            let made = try await place.skillmix(
                "allocate", week, "--work-limit", "50", "--out", "plan", "--quiet")
            #expect(made.code == 0, "\(made.messages)")
        }
        return try await place.skillmix(["surge", week, "plan", "winter.yaml", "--out", "calls"] + more)
    }

    /// The cells of the call list by column, row by row.
    private func calls() throws -> [[String: String]] {
        let records = CSVRecords.read(try place.text("calls/calls.csv"))
        let heading = try #require(records.first)
        return records.dropFirst().map { row in
            Dictionary(zip(heading, row)) { first, _ in first }
        }
    }

    @Test func theFolderHoldsListPageWeekAndPlan() async throws {
        let before = try place.bytes(week)
        let run = try await called()
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.hasPrefix("Winter\n"), "\(run.output)")
        #expect(try place.bytes(week) == before)
        #expect(try place.names("calls") == ["calls.csv", "plan", "report.html", "unmet.csv", "week"])
        #expect(try place.names("calls/week/changes") == ["winter.yaml"])
        #expect(try await place.skillmix("check", "calls/week").code == 0)
        #expect(try await place.skillmix("audit", "calls/week", "calls/plan").code == 0)
        let report = try await place.skillmix("report", "calls/week", "calls/plan", "--time-limit", "0")
        #expect(report.code == 0 && !report.output.contains("changed"), "\(report.output)")
        let page = try place.text("calls/report.html")
        #expect(page.contains("Whom to ring") && page.contains("If all say yes"))
        let rows = try calls()
        #expect(rows.count > 1 && rows.map { $0["rank"] } == (1...rows.count).map { "\($0)" })
        #expect(rows.allSatisfy { $0["sign_offs_missing"] == "none" && $0["answer"] == "" })
        // The same again gives the same bytes.
        let first = try place.bytes("calls")
        #expect(try await called().code == 0)
        #expect(try place.bytes("calls") == first)
    }

    @Test func answersTypedAndGivenAreHeldAndNeverAskedAgain() async throws {
        #expect(try await called().code == 0)
        let first = try calls()
        let (yes, no) = (try #require(first.first), first[1])
        let lines = try place.text("calls/calls.csv").split(separator: "\n").map(String.init)
        try place.write(
            ([lines[0], lines[1].dropLast(2) + "yes,9:05,rang twice", lines[2]] + lines[3...])
                .joined(separator: "\n").replacing(",,yes,9:05", with: ",yes,9:05") + "\n",
            to: "calls/calls.csv")
        let who = try #require(no["staff"]), session = try #require(no["sessions"])
        let run = try await called("--declined", "\(who)@\(session)")
        #expect(run.code == 0, "\(run.messages)")
        let rows = try calls()
        let held = try #require(rows.first { $0["answer"] == "yes" })
        #expect(held["staff"] == yes["staff"] && held["sessions"] == yes["sessions"])
        #expect(held["answered_at"] == "9:05" && held["note"] == "rang twice" && held["rank"] == "")
        let refused = rows.filter { $0["staff"] == who && $0["sessions"] == session }
        #expect(refused.map { $0["answer"] } == ["no"] && refused.map { $0["rank"] } == [""])
        #expect(try place.names("calls/week/changes") == ["answers.yaml", "winter.yaml"])
        let plan = try place.text("calls/plan/deployments.csv")
        #expect(plan.contains("\(yes["staff"] ?? ""),\(yes["sessions"] ?? ""),"))
        #expect(!plan.contains("\(who),\(session),"))
        #expect(try await place.skillmix("audit", "calls/week", "calls/plan").code == 0)
        // The change file that the week keeps says the same as its rota.
        let again = try await place.skillmix(
            "change", week, "calls/week/changes/winter.yaml", "calls/week/changes/answers.yaml", "--out",
            "again", "--plan", "plan")
        #expect(again.code == 0, "\(again.messages)")
        #expect(try await place.skillmix("diff", "again", "calls/week").output == "Nothing differs.\n")
    }

    @Test func nonsenseIsToldAndNothingIsWritten() async throws {
        #expect(try await called().code == 0)
        let text = try place.text("calls/calls.csv")
        try place.write(text.replacing(",,,\n", with: ",perhaps,,\n"), to: "calls/calls.csv")
        let before = try place.bytes("calls")
        let run = try await called()
        #expect(run.code == 2 && run.messages.contains("calls.csv:2:"), "\(run.messages)")
        #expect(run.messages.contains("answer 'perhaps' is not known"))
        #expect(try place.bytes("calls") == before)
        try place.write(text, to: "calls/calls.csv")
        let flags = try await called(
            "--accepted", "PT-99", "--declined", "PT-01@2026-11-23 am", "--declined", "PT-02@2026-11-25",
            "--accepted", "PT-02@2026-11-25 am", "--declined", "PT-02")
        #expect(flags.code == 2)
        for part in [
            "--accepted PT-99: nobody on the roster is 'PT-99'", "only who is A or C",
            "is no session of the week",
            "accepted and declined at once",
        ] { #expect(flags.messages.contains(part), "\(flags.messages)") }
        #expect(try await called("--calls", "0").code == 2)
        #expect(try await called("--on", "tomorrow").code == 2)
        #expect(try await called("--break-glass", " ").code == 2)
        #expect(try await place.skillmix("surge", week, "plan", "--out", week).code == 2)
        #expect(try await place.skillmix("surge", week, "plan", "--out", "plan").code == 2)
    }

    @Test func agencyBeyondTheCapIsCalledWithAReasonThatIsKept() async throws {
        let first = try await called("--on", "2026-11-10")
        #expect(first.code == 0, "\(first.messages)")
        #expect(try calls().allSatisfy { $0["rung"] != "agency-over-cap" })
        let run = try await called(
            "--break-glass", "Nobody else, said Wren", "--calls", "3", "--on", "2026-11-10")
        #expect(run.code == 0, "\(run.messages)")
        #expect(try calls().count <= 3)
        let over = try #require(try calls().first { $0["rung"] == "agency-over-cap" })
        #expect(over["opens_on"] == "2026-11-18")
        #expect(try place.text("calls/report.html").contains("Nobody else, said Wren"))
        let yes = try await called(
            "--break-glass", "Nobody else, said Wren", "--accepted", over["staff"] ?? "")
        #expect(yes.code == 0, "\(yes.messages)")
        #expect(try place.text("calls/week/changes/answers.yaml").contains("Nobody else, said Wren"))
        #expect(try calls().contains { $0["answer"] == "yes" && $0["rung"] == "agency-over-cap" })
        #expect(try await place.skillmix("audit", "calls/week", "calls/plan").code == 0)
    }

    /// The list with other text in the last cells of a row, which are what is typed: answer, time and note.
    private func typing(_ typed: String, into row: Int, of text: String) throws -> String {
        var lines = text.split(separator: "\n").map(String.init)
        try #require(lines[row].hasSuffix(",,,"))
        lines[row] = lines[row].dropLast(2) + typed
        return lines.joined(separator: "\n") + "\n"
    }

    /// Killed as it begins, at any moment after, and while the new list lies beside the old one: what was typed stands
    /// there, and the next run goes on from it.
    @Test func whatWasTypedOutlivesACommandThatIsKilled() async throws {
        #expect(try await called().code == 0)
        let typed = try typing("no,10:15,rang twice", into: 1, of: place.text("calls/calls.csv"))
        try place.write(typed, to: "calls/calls.csv")
        let run = try await place.shell(
            """
            lost=0; killed=0
            for moment in 0 1 2 4 8 16 32 64 new new new; do
                skillmix surge \(week) plan winter.yaml --out calls >../said 2>&1 & pid=$!
                if [ $moment = new ]; then
                    until ls -d .calls.* 2>/dev/null || ! kill -0 $pid 2>/dev/null; do :; done >../seen
                else
                    i=0; while [ $i -lt $((moment * 4000)) ]; do i=$((i + 1)); done
                fi
                kill -9 $pid 2>/dev/null && killed=$((killed + 1))
                wait $pid 2>/dev/null
                grep -q ',no,10:15,rang twice$' calls/calls.csv || lost=$((lost + 1))
            done
            echo "lost $lost"; [ $killed -gt 3 ] && echo "killed"
            """)
        #expect(run.output == "lost 0\nkilled\n", "\(run.output)\(run.messages)")
        #expect(try await called().code == 0)
        #expect(try calls().contains { $0["answer"] == "no" && $0["note"] == "rang twice" })
        #expect(try place.names(".").allSatisfy { !$0.hasPrefix(".calls") }, "leftovers are cleared away")
    }

    @Test func aSessionThatStandsInTwoRowsIsOneAgain() async throws {
        #expect(try await called().code == 0)
        let text = try place.text("calls/calls.csv")
        let lines = text.split(separator: "\n").map(String.init)
        let typed = try typing(",,later", into: 1, of: text)
        try place.write(typed + lines[1] + "\n# to the end\n", to: "calls/calls.csv")
        let run = try await called()
        #expect(run.code == 0, "\(run.messages)")
        #expect(try place.text("calls/calls.csv") == "# to the end\n" + typed)
        // A flag answers both rows, and what is written is read again.
        try place.write(typed + lines[1] + "\n", to: "calls/calls.csv")
        let row = try calls()[0]
        let first = "\(row["staff"] ?? "")@\((row["sessions"] ?? "").split(separator: ";")[0])"
        #expect(try await called("--declined", first).code == 0)
        #expect(try await called().code == 0)
        // Two answers are one too many.
        let answered = try typing("no,,", into: 1, of: text)
        try place.write(
            answered + (try typing("yes,,", into: 1, of: text)).split(separator: "\n")[1] + "\n",
            to: "calls/calls.csv")
        let twice = try await called()
        #expect(twice.code == 2 && twice.messages.contains("stands in line 2 already"), "\(twice.messages)")
    }

    @Test func drawsSayWhatMayComeAndWhatIsWorthBookingNow() async throws {
        #expect(try await called().code == 0)
        let list = try place.text("calls/calls.csv")
        try place.write(
            change + "draws: {absence: {support-worker: 0.1}, dispersion: 2}\n", to: "winter.yaml")
        let run = try await called("--draws", "12", "--risk", "0.1", "--seed", "4")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("\nDrawn 12 times, critical care goes unmet in "), "\(run.output)")
        #expect(run.messages.contains("draw 12 of 12 planned"), "\(run.messages)")
        #expect(
            try place.names("calls") == [
                "book-now.csv", "calls.csv", "draws.csv", "plan", "report.html", "summary.json", "unmet.csv",
                "week",
            ])
        // What is printed of draws is what others read there.
        let summary = try place.text("calls/summary.json").replacing("\u{A0}", with: " ")
        let said = run.output.split(separator: "\n").first { $0.hasPrefix("Drawn 12 times") }
        #expect(summary.contains("\"\(try #require(said))\""), "\(summary)")
        #expect(summary.contains("\"Critical care that may go unmet\""))
        // The list itself is the one without draws, but for the seed.
        #expect(
            try place.text("calls/calls.csv").split(separator: "\n").count
                == list.split(separator: "\n").count)
        let draws = CSVRecords.read(try place.text("calls/draws.csv"))
        #expect(
            draws[0] == [
                "pathway", "day", "chance", "chance_error", "chance_if_called", "chance_if_called_error",
                "unmet", "hours",
            ])
        #expect(draws.count > 3 && draws.last?.prefix(2) == ["", ""])
        let columns = try #require(CSVRecords.read(list).first)
        let booked = CSVRecords.read(try place.text("calls/book-now.csv"))
        let own = ["needed", "saving", "saving_error", "told"]
        #expect(booked[0].allSatisfy { columns.contains($0) || own.contains($0) }, "\(booked[0])")
        #expect(booked.dropFirst().allSatisfy { (Double($0[10]) ?? 0) > 0 }, "\(booked)")
        #expect(try place.text("calls/report.html").contains("Critical care that may go unmet"))
        // The same again gives the same bytes; without draws both tables go.
        let first = try place.bytes("calls")
        #expect(try await called("--draws", "12", "--risk", "0.1", "--seed", "4").code == 0)
        #expect(try place.bytes("calls") == first)
        #expect(try await called().code == 0)
        #expect(try place.names("calls") == ["calls.csv", "plan", "report.html", "unmet.csv", "week"])
    }

    @Test func drawsOfWhichNoFileSaysAnythingAreToldOf() async throws {
        let run = try await called("--draws", "2")
        #expect(run.code == 0 && run.messages.contains("No change file says anything of draws"))
        for wrong in [
            ["--draws", "0"], ["--draws", "2001"], ["--risk", "0.1"], ["--draws", "9", "--risk", "1"],
        ] {
            let refused = try await place.skillmix(["surge", week, "plan", "--out", "other"] + wrong)
            #expect(refused.code == 2 && !place.exists("other"), "\(wrong): \(refused.messages)")
        }
    }

    @Test func whatOthersPutBesideTheFilesStays() async throws {
        #expect(try await called().code == 0)
        let mine = [
            "calls/week/mine/a.csv", "calls/week/notes.txt", "calls/week/notes.csv", "calls/week/notes.yaml",
            "calls/plan/notes.csv",
        ]
        for path in mine { try place.write("mine\n", to: path) }
        // A table of the week that it has not any more is no one's own.
        try place.write("staff,week_starting,hours\n", to: "calls/week/hours_before.csv")
        try place.write("change: Of an earlier list\n", to: "calls/week/changes/earlier.yaml")
        let run = try await called()
        #expect(run.code == 0, "\(run.messages)")
        for path in mine { #expect(try place.text(path) == "mine\n") }
        #expect(!place.exists("calls/week/hours_before.csv"))
        #expect(try place.names("calls/week/changes") == ["winter.yaml"])
    }

    @Test func whoStandsByIsAskedForAndStandsInATableOfItsOwn() async throws {
        #expect(try await called().code == 0)
        try place.write(
            change + "draws: {absence: {healthcare-assistant: 0.5}}\n", to: "winter.yaml")
        let run = try await called("--standby", "--risk", "0.02")
        #expect(run.code == 0 && run.output.contains("Who is to stand by"), "\(run.messages)")
        let rows = CSVRecords.read(try place.text("calls/standby.csv"))
        #expect(rows.count > 1 && rows[0].prefix(3) == ["day", "team", "group"])
        #expect(try place.text("calls/report.html").contains("Who is to stand by"))
        // Half of them away asks for more than the usual figure does.
        let many = rows.dropFirst().reduce(0) { $0 + (Int($1[6]) ?? 0) }
        try place.write(change, to: "winter.yaml")
        #expect(try await called("--standby", "--risk", "0.02").code == 0)
        let few = CSVRecords.read(try place.text("calls/standby.csv")).dropFirst()
            .reduce(0) { $0 + (Int($1[6]) ?? 0) }
        #expect(few > 0 && few < many)
        // Whoever does not ask for it has no table of an earlier week.
        #expect(try await called().code == 0)
        #expect(!place.exists("calls/standby.csv") && !place.exists("calls/summary.json"))
        #expect(try await called("--risk", "0.05").code == 2)
        #expect(try await called("--standby", "--risk", "1").code == 2)
    }

    @Test func theWeekAndThePlanInForceAreNeverWrittenOver() async throws {
        #expect(try await called().code == 0)
        let before = try place.bytes("calls")
        for (base, plan, use) in [
            ("calls/week", "plan", "one of the week's own files"),
            (week, "calls/plan", "one of the files of the plan in force"),
        ] {
            let run = try await place.skillmix("surge", base, plan, "--out", "calls")
            #expect(run.code == 2 && run.messages.contains(use), "\(run.messages)")
        }
        #expect(try place.bytes("calls") == before)
        // Elsewhere it goes on, and again.
        for _ in 1...2 {
            let run = try await place.skillmix("surge", "calls/week", "calls/plan", "--out", "later")
            #expect(run.code == 0, "\(run.messages)")
        }
    }

    @Test func aFlagWithoutASessionOverturnsNothing() async throws {
        #expect(try await called().code == 0)
        let text = try place.text("calls/calls.csv")
        let who = try #require(try calls().first?["staff"])
        try place.write(try typing("no,,", into: 1, of: text), to: "calls/calls.csv")
        let run = try await called("--accepted", who)
        #expect(
            run.code == 2 && run.messages.contains("no call to them that is still open"), "\(run.messages)")
        // Whom the plan has booked already is not sent home by a no to calls.
        let booked = CSVRecords.read(try place.text("plan/deployments.csv")).filter {
            $0.first == "PT-02"
        }.map { $0[1] }
        #expect(!booked.isEmpty)
        #expect(try await called("--declined", "PT-02").code == 0)
        let after = CSVRecords.read(try place.text("calls/plan/deployments.csv")).filter {
            $0.first == "PT-02"
        }.map { $0[1] }
        #expect(after == booked)
        #expect(try calls().contains { $0["staff"] == "PT-02" && $0["answer"] == "no" })
    }
}
