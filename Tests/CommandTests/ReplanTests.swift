// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `replan`: a week that is under way, planned anew.
@Suite struct ReplanTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    private func replan(_ more: String) async throws -> CommandRun {
        try await place.shell("skillmix replan \(week) plan --work-limit 5 \(more)")
    }

    private func rows(_ path: String) throws -> [[String]] { CSVRecords.read(try place.text(path)) }

    @Test func aSickCallMakesAPlanWithItsWeekChangesAndMessages() async throws {
        try await place.makePlan(of: week)
        let before = try (place.bytes(week), place.bytes("plan"))
        let run = try await replan("--from '2026-11-24 am' --sick PT-01 --out deep/two")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("Changed: "))
        #expect(run.output.contains("Plan: deep/two, of the week in deep/two/week\n"))
        #expect(try place.bytes(week) == before.0 && place.bytes("plan") == before.1)
        #expect(try place.names("deep/two/week/changes") == ["replan.yaml"])
        #expect(
            try place.names("deep/two/week/current")
                == ["contacts.csv", "deployments.csv", "supervision.csv"])
        #expect(try place.text("deep/two/week/week.yaml").contains("frozen_before: \"2026-11-24 am\"\n"))
        #expect(try place.text("deep/two/week/rota.csv").contains("\nPT-01,R,R,S,,,,S,,S,,,,,\n"))
        #expect(try await place.skillmix("check", "deep/two/week").code == 0)
        #expect(try await place.skillmix("audit", "deep/two/week", "deep/two").code == 0)
        #expect(
            try await place.skillmix("explain", "deep/two/week", "deep/two", "--staff", "PT-01").code == 0)

        let changes = try rows("deep/two/changes.csv")
        #expect(changes[0] == ["staff", "session", "from_team", "to_team", "kind", "reason"])
        #expect(changes[1].prefix(5) == ["PT-01", "2026-11-24 am", "north-home", "", "absent"])
        #expect(changes[1][5].hasPrefix("Sick; "))
        #expect(changes.dropFirst().allSatisfy { $0[1] >= "2026-11-24" })
        let messages = try rows("deep/two/messages.csv")
        #expect(messages[0] == ["staff", "name", "message"])
        #expect(Set(messages.dropFirst().map { $0[0] }) == Set(changes.dropFirst().map { $0[0] }))
        #expect(
            messages.dropFirst().allSatisfy { $0[2].hasPrefix("Hello \($0[1]), your week has changed. ") })
        // What is the matter with somebody is nobody else's business.
        #expect(messages.dropFirst().allSatisfy { !$0[2].lowercased().contains("sick") })
        #expect(try place.text("deep/two/report.html").contains("What changed"))
    }

    @Test func whatIsOverStaysAsItWas() async throws {
        try await place.makePlan(of: week)
        #expect(try await replan("--from '2026-11-25 am' --sick NU-01 --demand N08=+4 --out two").code == 0)
        for (file, columns, session) in [
            ("deployments.csv", 0..<3, 1), ("contacts.csv", 0..<8, 3), ("supervision.csv", 0..<5, 1),
        ] {
            func over(_ folder: String) throws -> [[String]] {
                try rows("\(folder)/\(file)").filter { $0[session] < "2026-11-25" }.map { Array($0[columns]) }
            }
            #expect(try over("two") == over("plan"), "\(file)")
            #expect(try !over("two").isEmpty)
        }
    }

    @Test func aReplanOfNothingIsThePlanInForce() async throws {
        try await place.makePlan(of: week)
        let run = try await replan("--from '2026-11-24 am' --out two")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("Changed: nothing\n"))
        for file in ["deployments.csv", "contacts.csv", "supervision.csv", "unmet.csv", "bookings.csv"] {
            #expect(try place.text("two/\(file)") == place.text("plan/\(file)"), "\(file)")
        }
        #expect(try rows("two/changes.csv").count == 1 && rows("two/messages.csv").count == 1)
    }

    @Test func flagsAreChangesThatTheWeekKeeps() async throws {
        try await place.makePlan(of: week)
        let run = try await replan(
            "--from '2026-11-24 am' --sick 'AP-01@2026-11-24 am..2026-11-24 pm' --sick 'SW-01@2026-11-25 am' "
                + "--available 'PT-02@2026-11-24 am' --declined 'AG-01@2026-11-25 am' --demand S02=+2 --demand N08=6 "
                + "--demand N09=-1 --out two")
        #expect(run.code == 0, "\(run.messages)")
        #expect(
            try place.text("two/week/changes/replan.yaml") == """
                change: Re-planned from 2026-11-24 am
                absences:
                  - {staff: AP-01, from: "2026-11-24 am", until: "2026-11-24 pm", reason: S}
                  - {staff: SW-01, from: "2026-11-25 am", until: "2026-11-25 am", reason: S}
                availability:
                  - {staff: AG-01, sessions: ["2026-11-25 am"], mark: blank}
                  - {staff: PT-02, sessions: ["2026-11-24 am"], mark: A}
                demand:
                  - {line: S02, add: 2}
                  - {line: N08, contacts: 6}
                  - {line: N09, add: -1}

                """)
        let diff = try await place.skillmix("diff", week, "two/week").output
        for sentence in [
            "Elm (AP-01): S instead of R on Tue 24 Nov am.",
            "Holly (SW-01): S instead of R on Wed 25 Nov am.",
            "Cedar (PT-02): A instead of C on Tue 24 Nov am.",
            "Maple (AG-01): blank instead of A on Wed 25 Nov am.", "contacts 5 instead of 3.",
            "contacts 6 instead of 8.", "contacts 5 instead of 6.",
        ] { #expect(diff.contains(sentence), "\(sentence)\n\(diff)") }
    }

    @Test func whatIsWrongWithFlagsIsToldByTheFlagAllAtOnce() async throws {
        try await place.makePlan(of: week)
        let run = try await replan(
            "--sick PT-011 --sick 'AP-01@tuesday' --sick 'SW-01@2026-11-25 am..2026-11-24 am' "
                + "--declined PT-02 --available '@2026-11-24 am' --demand N08 --demand N08=+x --demand N99=+1 "
                + "--demand N09=-99 --out two")
        #expect(run.code == 2)
        for message in [
            "--sick PT-011: error: There is nobody with the identifier PT-011 in staff.csv; did you mean",
            "--sick AP-01@tuesday: error: session 'tuesday' is no session",
            "--sick SW-01@2026-11-25 am..2026-11-24 am: error: 2026-11-24 am comes before 2026-11-25 am",
            "--declined PT-02: error: the flag names no session",
            "--available @2026-11-24 am: error: the flag names nobody and nothing",
            "--demand N08: error: the flag names no number of contacts",
            "--demand N08=+x: error: the flag names no whole number of contacts behind '='",
            "--demand N99=+1: error: There is no demand line N99 in demand.csv",
            "--demand N09=-99: error: contacts of N09 is out of range",
            "9 errors in what was asked for; nothing was written.",
        ] { #expect(run.messages.contains(message), "\(message)\n\(run.messages)") }
        #expect(!place.exists("two"))
        // Cedar has nothing on that day to be sick on.
        let idle = try await replan("--sick 'PT-02@2026-11-26 am' --sick AP-01 --out two")
        #expect(idle.code == 0)
        #expect(idle.messages.contains("--sick PT-02@2026-11-26 am: nothing in the week is otherwise by it."))
        #expect(!idle.messages.contains("--sick AP-01:"))
        let onDuty = try await replan("--available 'NU-01@2026-11-25 am' --out four")
        #expect(
            onDuty.messages.contains("--available NU-01@2026-11-25 am: the rota has S there, and has A now."),
            "\(onDuty.messages)")
        let twice = try await replan("--sick AP-01 --sick 'AP-01@2026-11-24 am' --out three")
        #expect(twice.code == 2)
        #expect(
            twice.messages.contains(
                "--sick AP-01@2026-11-24 am: error: absences of 'AP-01' overlap, first in --sick AP-01"),
            "\(twice.messages)")
    }

    @Test func sessionsAreOverFromASessionOfTheWeekOn() async throws {
        try await place.makePlan(of: week)
        let night = try await replan("--from '2026-11-24 eve' --out two")
        #expect(
            night.code == 2 && night.messages.contains("did you mean '2026-11-24 am'?"), "\(night.messages)")
        let late = try await replan("--from '2026-12-24 am' --out two")
        #expect(late.messages.contains("did you mean '2026-11-29 pm'?"))
        let none = try await replan("--from tomorrow --out two")
        #expect(none.code == 2 && none.messages.contains("--from: error: --from 'tomorrow' is no session"))
        #expect(try await replan("--from '2026-11-25 am' --out two").code == 0)
        let back = try await place.shell(
            "skillmix replan two/week two --from '2026-11-24 pm' --work-limit 1 --out three")
        #expect(back.code == 2)
        #expect(back.messages.contains("is over already: the week's frozen_before is 2026-11-25 am"))
        let again = try await place.shell(
            "skillmix replan two/week two --from '2026-11-25 pm' --work-limit 1 --out three")
        #expect(again.code == 0, "\(again.messages)")
        #expect(try await place.skillmix("audit", "three/week", "three").code == 0)
        #expect(!place.exists("three/week/week"))
        // Another plan than that of the week says something else of what is over.
        try place.replace("2026-11-23 am", with: "2026-11-23 pm", in: "two/deployments.csv")
        let other = try await place.shell("skillmix replan two/week two --work-limit 1 --out four")
        #expect(
            other.code == 2 && other.messages.contains("on 2026-11-23 am, which is over"), "\(other.messages)"
        )
    }

    @Test func aFolderIsReplannedIntoWholeAndKeepsWhatIsSomebodys() async throws {
        try await place.makePlan(of: week)
        #expect(try await replan("--sick PT-01 --out two").code == 0)
        try place.write("mine", to: "two/notes.txt")
        try place.write("mine", to: "two/week/notes.md")
        try place.write("what,decision,why,by,on\n", to: "two/week/overrides.csv")
        #expect(try await replan("--demand N08=+1 --out two").code == 0)
        #expect(try place.text("two/notes.txt") == "mine" && place.text("two/week/notes.md") == "mine")
        // Nothing of the week before is read with the new one.
        #expect(!place.exists("two/week/overrides.csv"))
        #expect(try place.text("two/week/changes/replan.yaml").contains("N08"))
        let report = try await place.skillmix("report", "two/week", "two", "--time-limit", "1")
        #expect(report.code == 0 && place.exists("two/changes.csv") && place.exists("two/messages.csv"))
        #expect(try place.text("two/report.html").contains("What changed"))
        // The week that a plan is made of is left as it is.
        let own = try await place.shell("skillmix replan two/week plan --work-limit 1 --out two")
        #expect(own.code == 2 && own.messages.contains("one of the week's own files"), "\(own.messages)")
        // So is the plan in force.
        let onPlan = try await place.shell("skillmix replan \(week) two --work-limit 1 --out two")
        #expect(
            onPlan.code == 2 && onPlan.messages.contains("one of the files of the plan in force"),
            "\(onPlan.messages)")
        let hidden = try await place.skillmix(
            "report", "two/week", "two", "--pseudonyms", "--out", "shared", "--time-limit", "1")
        #expect(hidden.code == 0)
        let page = try place.text("shared/tables/changed-sessions.csv")
        #expect(page.contains("Person 0") && !page.contains("(left out)"), "\(page)")
        for name in ["Alder", "PT-01", "Holly", "Rowan"] { #expect(!page.contains(name)) }
        // Messages about a plan do not stay beside another one.
        #expect(try await place.skillmix("allocate", week, "--work-limit", "1", "--out", "two").code == 0)
        #expect(!place.exists("two/messages.csv") && !place.exists("two/changes.csv"))
        #expect(try place.text("two/notes.txt") == "mine")
    }

    @Test func flagsComeAfterTheChangeFiles() async throws {
        try await place.makePlan(of: week)
        let run = try await replan(
            "\(week)/surge.yaml --from '2026-11-24 am' --demand X2=1 --out two")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.contains("Five more people come home from hospital\n"))
        #expect(try place.names("two/week/changes") == ["replan.yaml", "surge.yaml"])
        #expect(
            try place.text("two/week/demand.csv").contains("\nX2,north-home,initial-assessment,critical,1,"))
    }

    @Test func anInterruptedSearchHandsOverTheBestPlanSoFar() async throws {
        try await place.makePlan(of: "Rosters/place-week")
        let run = try await place.skillmix(
            "replan", "Rosters/place-week", "plan", "--from", "2026-11-24 am", "--time-limit", "100000",
            "--out", "two", whenSaying: "plan £", send: SIGINT)
        #expect(run.code == 3, "\(run.messages)")
        #expect(place.exists("two/week/current/contacts.csv") && place.exists("two/messages.csv"))
        #expect(try await place.skillmix("audit", "two/week", "two").code == 0)
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan", "two"])
    }

    @Test func aChangedWeekCanHaveAPlanInForce() async throws {
        try await place.makePlan(of: week)
        let none = try await place.skillmix(
            "change", week, "--from", "2026-11-24 am", "--out", "two")
        #expect(
            none.code == 2 && none.messages.contains("needs --plan, the plan that was in force until then"))
        let nothing = try await place.skillmix("change", week, "--out", "two")
        #expect(nothing.code == 2 && nothing.messages.contains("Nothing is to change"))
        #expect(try await place.skillmix("change", week, "--plan", "plan", "--out", "two").code == 0)
        #expect(try !place.text("two/week.yaml").contains("frozen_before"))
        let over = try await place.skillmix("change", "two", "--from", "2026-11-24 am", "--out", "three")
        #expect(over.code == 0, "\(over.messages)")
        #expect(try place.bytes("three/current") == place.bytes("two/current"))
        #expect(try place.text("three/week.yaml").contains("frozen_before: \"2026-11-24 am\""))
        let both = try await place.skillmix(
            "change", week, "\(week)/tuesday.yaml", "--from", "2026-11-24 am", "--plan", "plan", "--out",
            "four")
        #expect(both.code == 0, "\(both.messages)")
        #expect(try await place.skillmix("allocate", "four", "--work-limit", "1").code == 0)
        #expect(try await place.skillmix("audit", "four", "four/plan").code == 0)
    }
}
