// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Testing
import Workforce

@Suite struct PlanReaderTests {
    /// Writes the fixture's plan, puts other text into one file, and reads it.
    private func read(_ file: String, _ text: String?) throws -> (plan: Plan?, problems: [String]) {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        let url = folder.appendingPathComponent(file)
        if let text {
            try Data(text.utf8).write(to: url)
        } else {
            try FileManager.default.removeItem(at: url)
        }
        let (plan, diagnostics) = PlanFolder.read(from: folder, week: Fixture.week)
        return (plan, diagnostics.map(\.description))
    }

    @Test func whatASpreadsheetMakesOfATableIsRead() throws {
        let (plan, problems) = try read(
            "deployments.csv",
            "\u{FEFF}team,staff,session,contact_minutes,booking,minutes\r\n"
                + "\"kt\",\"ann\",\"2026-11-23 am\",90,rostered,240\r\n,,,,,\r\n")
        #expect(problems.isEmpty)
        #expect(plan?.deployments == Array(Fixture.plan.deployments.prefix(1)))
    }

    @Test func datesThatASpreadsheetRewroteAreReadWithANotice() throws {
        let (plan, problems) = try read(
            "supervision.csv",
            "supervisor,session,supervision_group,activity,minutes\nann,23/11/2026 am,kt,hoist,7.333333\n")
        #expect(plan == Fixture.plan)
        #expect(problems.count == 1)
    }

    @Test func aPlanOfBeforeContactsNamedTheirSupervisorIsRead() throws {
        let (plan, problems) = try read(
            "contacts.csv",
            """
            line,activity,team,session,staff,partner,route,contacts,minutes
            H1,hoist,kt,2026-11-23 am,ann,,delegated,1,30

            """)
        #expect(problems.isEmpty)
        #expect(plan?.contacts.map(\.supervisor) == [nil])
    }

    @Test func supervisorsAndTheGroupOfAllTeamsAreRead() throws {
        let contacts = try read(
            "contacts.csv",
            """
            line,activity,team,session,staff,partner,route,contacts,minutes,supervisor
            H1,hoist,kt,2026-11-23 am,ann,,delegated,1,30,=1+1

            """)
        #expect(contacts.problems.isEmpty)
        #expect(contacts.plan?.contacts.map(\.supervisor) == ["=1+1"])
        let supervision = try read(
            "supervision.csv",
            "supervisor,session,supervision_group,activity,minutes\nann,2026-11-23 am,*,hoist,7.5\n")
        #expect(supervision.problems.isEmpty)
        #expect(supervision.plan?.supervision.map(\.group) == ["*"])
    }

    @Test func namesTheWeekDoesNotKnowAreLeftToTheAudit() throws {
        let (plan, problems) = try read(
            "unmet.csv",
            "line,team,activity,priority,contacts,contact_minutes,reason\nX9,nowhere,none,urgent,1,30,cap\n")
        #expect(problems.isEmpty)
        #expect(plan?.unmet.map(\.line) == ["X9"])
    }

    @Test func sessionsThatTheWeekNoLongerHasAreKeptWhereThatIsAskedFor() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        let text = """
            supervisor,session,supervision_group,activity,minutes
            ann,2026-12-24 am,kt,hoist,7
            ann,2026-11-23 night,kt,hoist,7
            ann,2026-11-23,kt,hoist,7
            """
        let file = folder.appendingPathComponent("supervision.csv")
        try Data(text.split(separator: "\n").dropLast().joined(separator: "\n").utf8).write(to: file)
        let plan = PlanFolder.read(from: folder, week: Fixture.week, keepingOtherSessions: true).plan
        #expect(plan?.supervision.map(\.session) == [-1, -1])
        try Data(text.utf8).write(to: file)
        let read = PlanFolder.read(from: folder, week: Fixture.week, keepingOtherSessions: true)
        #expect(read.plan == nil, "a session without its part is a mistake, whatever the week")
        #expect(read.diagnostics.map(\.line) == [4])
    }

    @Test func everyProblemIsToldAtOnceWithItsPlace() throws {
        let (plan, problems) = try read(
            "deployments.csv",
            """
            staff,session,team,booking,minutes,contact_minutes
            ann,2026-11-24 am,kt,rosterd,240,90
            ,2026-11-23 eve,kt,bank,4h,"1,5"
            """)
        #expect(plan == nil)
        #expect(
            problems.map { $0.split(separator: "\n").first.map(String.init) ?? "" } == [
                "plan/deployments.csv:2:5: error: session '2026-11-24 am' is outside the horizon",
                "plan/deployments.csv:2:22: error: booking 'rosterd' is not known; did you mean 'rostered'?",
                "plan/deployments.csv:3:1: error: staff is blank",
                "plan/deployments.csv:3:2: error: session '2026-11-23 eve' names 'eve', which is no part of the day",
                "plan/deployments.csv:3:25: error: minutes '4h' is in hours, and minutes are wanted",
                "plan/deployments.csv:3:28: error: contact_minutes '1,5' is not a whole number: "
                    + "use a point for decimals, and nothing between thousands",
            ])
    }

    @Test(arguments: [
        "deployments.csv", "contacts.csv", "supervision.csv", "unmet.csv", "bookings.csv", "plan.json",
    ]) func aMissingFileIsAnError(_ file: String) throws {
        let (plan, problems) = try read(file, nil)
        #expect(plan == nil)
        #expect(problems.first?.hasPrefix("plan/\(file): error: plan/\(file) is missing") == true)
        #expect(problems.count == 1)
    }

    @Test func aMissingReportIsNoMatter() throws {
        #expect(try read("report.html", nil).plan == Fixture.plan)
    }

    @Test func aMissingFolderIsOneProblem() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        let (plan, diagnostics) = PlanFolder.read(from: folder, week: Fixture.week)
        #expect(plan == nil)
        #expect(diagnostics.map(\.message) == ["there is no plan plan"])
    }

    @Test func aMissingColumnIsAnError() throws {
        let (plan, problems) = try read("unmet.csv", "line,team,activity,priority,contacts,contact_minutes\n")
        #expect(plan == nil)
        #expect(problems.first?.contains("column 'reason' is missing") == true)
    }

    @Test func whatIsNoJSONIsReportedWhereItStands() throws {
        let (plan, problems) = try read("plan.json", "{\n  \"objective\": 1.0,\n  \"bound\" 2\n}\n")
        #expect(plan == nil)
        #expect(
            problems == ["plan/plan.json:3:11: error: '2' stands here\n    expected: ':' after the key"])
    }

    @Test func everyMemberThatIsWrongIsTold() throws {
        let (plan, problems) = try read(
            "plan.json",
            """
            {"objective": "1", "bound": 0, "gap": 1, "status": "optimum",
             "terms": {"unmet": 0, "bookings": 0, "registered_on_delegable": 0, "avoidable_double_handed": 0,
              "away": null, "team_change": 0, "unsafe_staffing": 0}, "seed": 1, "seconds": 0, "work": 1.5,
             "inputs": [{"path": "a"}], "later": true}
            """)
        #expect(plan == nil)
        #expect(
            problems.map { $0.split(separator: "\n").first.map(String.init) ?? "" } == [
                "plan/plan.json:1:1: error: version is missing",
                "plan/plan.json:1:15: error: objective is \"1\"",
                "plan/plan.json:1:52: error: status is \"optimum\"",
                "plan/plan.json:2:11: error: terms.disruption is missing",
                "plan/plan.json:3:11: error: terms.away is null",
                "plan/plan.json:3:91: error: work is 1.5",
                "plan/plan.json:4:13: error: inputs.sha256 is missing",
            ])
    }

    private func summary(decisions: String) throws -> (plan: Plan?, problems: [String]) {
        try read(
            "plan.json",
            """
            {"objective": 1, "bound": 0, "gap": 1, "status": "optimal",
             "terms": {"unmet": 0, "bookings": 0, "registered_on_delegable": 0, "avoidable_double_handed": 0,
              "away": 0, "team_change": 0, "unsafe_staffing": 0, "disruption": 0}, "seed": 1, "seconds": 0,
             "work": 1, "version": "0.1.0", "inputs": []
             \(decisions)}
            """)
    }

    @Test func aPlanFromBeforeDecisionsWereRecordedHasNone() throws {
        let (plan, problems) = try summary(decisions: "")
        #expect(problems.isEmpty)
        #expect(plan?.summary.decisions == [])
    }

    @Test func aDecisionWithoutStaffOrTeamIsAboutEveryone() throws {
        let (plan, problems) = try summary(
            decisions: """
                , "decisions": [{"activity": "a", "decision": "allow", "reason": "r", "by": "b", "on": "2026-11-23",
                 "team": null}]
                """)
        #expect(problems.isEmpty)
        #expect(
            plan?.summary.decisions == [
                DelegationDecision(activity: "a", .allow, reason: "r", by: "b", on: Fixture.week.start)
            ])
    }

    @Test(arguments: [
        ("{}", "5:17: error: decisions is an object"), ("[1]", "5:18: error: decisions is 1"),
        (
            #"[{"activity": "a", "decision": "alow", "reason": "r", "by": "b", "on": "2026-11-23"}]"#,
            "5:48: error: decisions.decision is \"alow\""
        ),
        (
            #"[{"activity": "a", "decision": "allow", "reason": "r", "by": "b", "on": "soon"}]"#,
            "5:89: error: decisions.on is \"soon\""
        ),
        (
            #"[{"activity": "a", "staff": 1, "decision": "allow", "reason": "r", "by": "b", "on": "2026-11-23"}]"#,
            "5:45: error: decisions.staff is 1"
        ),
        (
            #"[{"activity": "a", "decision": "allow", "reason": "r", "on": "2026-11-23"}]"#,
            "5:18: error: decisions.by is missing"
        ),
    ]) func aDecisionThatIsNoneIsTold(_ decisions: String, _ problem: String) throws {
        let (plan, problems) = try summary(decisions: ", \"decisions\": " + decisions)
        #expect(plan == nil)
        #expect(
            problems.map { $0.split(separator: "\n").first.map(String.init) } == ["plan/plan.json:" + problem]
        )
    }

    @Test(arguments: ["", "[", "nul", "{\"a\": 1}x", "\"\\ud83d\"", String(repeating: "[", count: 100_000)])
    func noTextBreaksTheReader(_ text: String) throws {
        let (plan, problems) = try read("plan.json", text)
        #expect(plan == nil)
        #expect(problems.count == 1)
    }
}

/// What an audit does not forgive, and every other reader does.
@Suite struct StrictReadingTests {
    private func read(_ file: String, _ change: (String) -> String, isStrict: Bool) throws -> Plan? {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        let url = folder.appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try Data(change(text).utf8).write(to: url)
        return PlanFolder.read(from: folder, week: Fixture.week, isStrict: isStrict).plan
    }

    @Test(arguments: ["deployments.csv", "contacts.csv", "supervision.csv", "unmet.csv", "bookings.csv"])
    func aRowOfEmptyCellsIsRefusedByAnAudit(_ file: String) throws {
        let commas = { (text: String) in text + ",,,,,\n" }
        #expect(try read(file, commas, isStrict: false) == Fixture.plan)
        #expect(try read(file, commas, isStrict: true) == nil)
        #expect(try read(file, { $0 }, isStrict: true) == Fixture.plan)
    }

    @Test(arguments: [
        ("deployments.csv", "rostered"), ("contacts.csv", "double-handed"), ("unmet.csv", "urgent"),
        ("bookings.csv", "agency"),
    ])
    func aWordInOtherCapitalsIsRefusedByAnAudit(_ file: String, _ word: String) throws {
        for other in [word.capitalized, word.uppercased()] {
            let rewritten = { (text: String) in text.replacingOccurrences(of: ",\(word)", with: ",\(other)") }
            #expect(try read(file, { rewritten($0) }, isStrict: false) == Fixture.plan)
            #expect(try read(file, { rewritten($0) }, isStrict: true) == nil, "\(file) with \(other)")
        }
    }

    @Test(arguments: ["deployments.csv", "supervision.csv"])
    func whatASpreadsheetMadeOfATableIsRefusedByAnAudit(_ file: String) throws {
        let semicolons = { (text: String) in text.replacingOccurrences(of: ",", with: ";") }
        let titled = { (text: String) in "A plan\n" + text }
        for change in [semicolons, titled] {
            #expect(try read(file, change, isStrict: false) == Fixture.plan)
            #expect(try read(file, change, isStrict: true) == nil)
        }
    }

    @Test func aPartOfTheDayInOtherCapitalsIsRefused() throws {
        let capitals = { (text: String) in text.replacingOccurrences(of: " am,", with: " AM,") }
        #expect(try read("deployments.csv", capitals, isStrict: true) == nil)
    }
}
