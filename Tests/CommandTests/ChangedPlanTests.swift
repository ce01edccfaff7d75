// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What pages and answers say of a plan that somebody changed, or whose week they did.
@Suite struct ChangedPlanTests {
    private let place: Workplace

    /// A bank worker could come in the morning (£64) or in the afternoon at half as much again (£96) for two calls.
    init() async throws {
        place = try Workplace()
        let files = [
            "framework.yaml": """
            framework: Calls
            version: "1"
            levels: 4
            roles:
              - {id: support-worker, name: Support worker, kind: support, grade: 1}
            competencies:
              - {id: care, name: Care at home}
            activities:
              - id: call
                name: Call
                minutes: 30
                support: {needs: {care: 1}}
            """,
            "week.yaml": """
            week_starting: 2026-11-23
            days: 1
            framework: framework.yaml
            sessions:
              am: {starts: "08:00", ends: "12:00"}
              pm: {starts: "13:00", ends: "17:00", uplift: 0.5}
            """,
            "teams.csv":
                "team,name,pathway,organisation,locality,sessions\nhome,Home team,P1,trust,town,am pm",
            "staff.csv": """
            staff,name,role,employer,base_locality,employment,hourly_cost
            B-1,Quix Zubrow,support-worker,trust,town,bank,16.00
            """,
            "competencies.csv": "staff,competency,level,signed_off_on\nB-1,care,2,2026-01-10",
            "rota.csv": "staff,2026-11-23 am,2026-11-23 pm\nB-1,A,A",
            "demand.csv": """
            line,team,activity,priority,contacts,earliest,latest
            L-1,home,call,critical,2,2026-11-23 am,2026-11-23 pm
            """,
        ]
        for (name, text) in files { try place.write(text + "\n", to: "week/\(name)") }
        let run = try await place.skillmix("allocate", "week", "--work-limit", "20", "--quiet")
        try #require(run.code == 0)
        try #require(run.output.contains("Proved the cheapest possible plan."))
    }

    private func moveToTheAfternoon() throws {
        for table in ["deployments", "contacts", "bookings"] {
            try place.replace("2026-11-23 am", with: "2026-11-23 pm", in: "week/plan/\(table).csv")
        }
    }

    private static let byHand = [
        "This plan was changed by hand after it was made.",
        "It costs £96.00 now, where it states £64.00: bookings £96.00 (stated £64.00).",
        "no plan of the week can cost less than £64.00, £32.00 or 33.3 % below it.",
    ]

    @Test func aPlanAsItWasMadeHasNoBanner() async throws {
        for arguments in [
            ["report", "week", "week/plan"], ["explain", "week", "week/plan", "--booking", "B-1"],
            ["delegation", "week", "week/plan", "--review"],
        ] {
            let run = try await place.skillmix(arguments)
            #expect(run.code == 0)
            #expect(!run.output.contains("This plan"), "\(run.output)")
        }
        #expect(!(try place.text("week/plan/report.html").contains("class=\"banner\"")))
    }

    @Test func thePageOfAPlanChangedByHandTellsWhatItCostsNowAndProvesNothing() async throws {
        try moveToTheAfternoon()
        let run = try await place.skillmix("report", "week", "week/plan")
        #expect(run.code == 0)
        for words in Self.byHand { #expect(run.output.contains(words), "\(words)") }
        let root = try #require(PageElement.root(of: try place.text("week/plan/report.html")))
        let banner = try #require(root.everything.first { $0.hasClass("banner") })
        #expect(banner.text.hasPrefix(Self.byHand[0]))
        #expect(!root.text.contains("Proved the cheapest"))
        let value = root.everything.first { $0.hasClass("value") }
        #expect(value?.text == "£96.00")
        #expect(try place.text("week/plan/tables/price-by-term.csv").contains("\nBookings,96.0000,"))
        #expect(try place.text("week/plan/tables/bookings-by-session.csv").contains(",4.0000,96.0000,"))
        #expect(
            try place.text("week/plan/tables/price-now.csv").hasSuffix("Price,96.0000,64.0000,32.0000\n"))
    }

    @Test func everyAnswerAboutItBeginsWithThat() async throws {
        try moveToTheAfternoon()
        for arguments in [
            ["explain", "week", "week/plan", "--booking", "B-1"],
            ["delegation", "week", "week/plan", "--review", "--out", "decide.csv"],
            ["training", "week", "--plan", "week/plan"],
            [
                "price", "week", "--deployments", "week/plan/deployments.csv", "--plan", "week/plan",
                "--work-limit", "5", "--quiet",
            ],
        ] {
            let run = try await place.skillmix(arguments)
            #expect(run.code == 0, "\(arguments)")
            #expect(run.output.hasPrefix(Self.byHand[0] + "\n"), "\(arguments): \(run.output)")
            for words in Self.byHand { #expect(run.output.contains(words), "\(arguments): \(words)") }
            #expect(!run.output.contains("Proved the cheapest"), "\(arguments)")
        }
    }

    private struct Told: Decodable {
        let banner: Banner?

        struct Banner: Decodable {
            let sentences: [String]
            let tables: [String]
            let broken_rules: [String]
            let changed_files: [File]
            let pounds_now: Double
            let pounds_stated: Double
            let bound: Double?

            struct File: Decodable, Equatable {
                let file: String
                let change: String
            }
        }
    }

    @Test func programsAreToldTheSame() async throws {
        let ask = ["explain", "week", "week/plan", "--booking", "B-1", "--format", "json"]
        let before = try await place.skillmix(ask)
        #expect(try JSONDecoder().decode(Told.self, from: Data(before.output.utf8)).banner == nil)
        try moveToTheAfternoon()
        let run = try await place.skillmix(ask)
        let told = try #require(JSONDecoder().decode(Told.self, from: Data(run.output.utf8)).banner)
        #expect(told.sentences.first == Self.byHand[0])
        #expect(told.tables == ["bookings.csv", "plan.json"])
        #expect([told.pounds_now, told.pounds_stated, told.bound] == [96, 64, 64])
        #expect(told.broken_rules.isEmpty && told.changed_files.isEmpty)
        let training = try await place.skillmix(
            "training", "week", "--plan", "week/plan", "--format", "json")
        #expect(try JSONDecoder().decode(Told.self, from: Data(training.output.utf8)).banner != nil)
    }

    @Test func aPlanOfAWeekThatHasChangedProvesNothing() async throws {
        try place.replace("L-1,home,call,critical,2", with: "L-1,home,call,critical,3", in: "week/demand.csv")
        let run = try await place.skillmix("report", "week", "week/plan")
        #expect(
            run.output.hasPrefix(
                "This plan breaks the week's rules in 1 place and was made from files that have changed since.\n"
                    + "Changed since: demand.csv.\n"))
        let page = try place.text("week/plan/report.html")
        let root = try #require(PageElement.root(of: page))
        // The contact that came in since goes unmet: 30 minutes at £6.
        #expect(try place.text("week/plan/tables/price-by-term.csv").contains("\nCare not met,180.0000,"))
        #expect(
            try place.text("week/plan/tables/unmet-by-line.csv").contains("L-1,Home team,Call,Critical,1,"))
        #expect(try place.text("week/plan/tables/broken-rules.csv").contains("L-1"))
        #expect(root.text.contains("nothing is proved") || root.text.contains("Nothing is proved"))
        for words in ["Proved the cheapest", "At most £"] { #expect(!root.text.contains(words), "\(words)") }
        // A comment alone is another file, too, though the plan costs what it did.
        try place.replace(
            "L-1,home,call,critical,3", with: "# as before\nL-1,home,call,critical,2", in: "week/demand.csv")
        let again = try await place.skillmix("report", "week", "week/plan")
        #expect(
            again.output.hasPrefix(
                "This plan was made from files that have changed since.\nChanged since: demand.csv.\n"
                    + "It costs £64.00, as it states.\nWhat was proved of it was proved of the week as it was: "
            ))
    }

    @Test func aRotaThatBreaksRulesIsShownWithThem() async throws {
        try place.replace("B-1,A,A", with: "B-1,A,L", in: "week/rota.csv")
        try place.write("staff,session,team\nB-1,2026-11-23 pm,home\n", to: "rota.csv")
        let run = try await place.skillmix(
            "price", "week", "--deployments", "rota.csv", "--work-limit", "5", "--quiet", "--out", "beside")
        #expect(run.code == 0)
        let today = try #require(PageElement.root(of: try place.text("beside/today/report.html")))
        let banner = today.everything.first { $0.hasClass("banner") }
        #expect(banner?.text.hasPrefix("This plan breaks the week's rules in") == true)
        #expect(try !place.text("beside/optimised/report.html").contains("class=\"banner\""))
    }

    @Test func whatWasDecidedOtherwiseIsToldAndMakesThePlanNoOlder() async throws {
        try place.write(
            "what,decision,why,by,on\nB-1;2026-11-23 am,sent home early,a child is ill,Duty manager,2026-11-23\n",
            to: "week/overrides.csv")
        #expect(try await place.skillmix("check", "week").code == 0)
        let run = try await place.skillmix("report", "week", "week/plan")
        #expect(
            run.output
                == "Whoever was in charge decided otherwise in one matter, as overrides.csv records.\n\n"
                + "Report: week/plan/report.html\n")
        let page = try place.text("week/plan/report.html")
        #expect(page.contains("Proved the cheapest possible plan"))
        #expect(
            try place.text("week/plan/tables/overrides.csv")
                == "what,decision,why,by,on\nB-1;2026-11-23 am,sent home early,a child is ill,Duty manager,2026-11-23\n"
        )
    }

    @Test func aReportWithoutNamesHoldsNoPartOfOneAndNothingThatPeopleTyped() async throws {
        try place.write(
            """
            what,decision,why,by,on
            B-1,QUIX stays,Ms  Zubrow's child is ill,quix,2026-11-23
            zubrow,as said,b-1 asked,Zubrow Q.,2026-11-23

            """, to: "week/overrides.csv")
        try place.replace("Home team", with: "Team of Zubrow's", in: "week/teams.csv")
        try place.replace("framework: Calls", with: "framework: Calls (quix)", in: "week/framework.yaml")
        try moveToTheAfternoon()
        try place.replace(",critical,2,", with: ",critical,3,", in: "week/demand.csv")
        let run = try await place.skillmix(
            "report", "week", "week/plan", "--pseudonyms", "--out", "shared")
        #expect(run.code == 0)
        for (name, data) in try place.bytes("shared") {
            let text = String(decoding: data, as: UTF8.self).lowercased()
            for part in ["quix", "zubrow", "b-1", "child is ill"] {
                #expect(!text.contains(part), "\(part) in \(name)")
            }
        }
        let page = try place.text("shared/report.html")
        #expect(page.contains("Text that people typed, such as reasons, is left out."))
        // What breaks a rule is told all the same.
        #expect(try place.text("shared/tables/broken-rules.csv").contains("L-1"))
        #expect(try place.text("shared/tables/overrides.csv").contains("Person 001,(left out),(left out),"))
    }
}
