// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Tables
import Testing
import Workforce

@testable import Ledger

/// What a week under way comes to, what a start costs, and what a person on the caseload gets.
@Suite struct ActualsForecastTests {
    private typealias Fixture = LedgerFixture

    /// Monday afternoon in the south: £69.50, 2 contacts in 1.5 hours. With the fixture's Monday morning in the north (£80,
    /// 4 contacts in 2 hours) and Tuesday morning in the south (£60.50, 3 contacts in 3 hours) the plan is £210, 9 contacts
    /// in 6.5 hours.
    private static let afternoon = PlannedSession(
        session: "2026-11-23 pm", staff: "SW-01", team: "south", booking: .extra, cost: 69.5, contacts: 2,
        contactHours: 1.5, activities: [ContactsOfActivity("reablement-call", 2)])
    private static let planned = [Fixture.monday, afternoon, Fixture.tuesday]
    private static let worked = ActualSession(
        session: "2026-11-23 am", staff: "PT-01", team: "north", booking: .overtime, cost: 100, contacts: 5,
        contactHours: 2.5, starts: 2)

    /// A week of seven days whose teams are those of the fixture.
    private static let week = WeekNames(
        sessions: (23...29).flatMap { ["2026-11-\($0) am", "2026-11-\($0) pm"] },
        staff: ["PT-01", "SW-01"],
        teams: ["north", "south"], pathways: ["P1", "P2"], activities: ["initial-assessment"])

    private func comparison(
        _ actual: [ActualSession] = [worked], until: String? = "2026-11-23 pm",
        asking question: ActualsQuestion = ActualsQuestion(names: week)
    ) -> ActualsComparison {
        ActualsComparison(
            planned: Self.planned, actual: actual, until: WorkedUntil(until, in: Self.week),
            question: question)
    }

    private func rows(_ table: Table?) -> [[String]] { table?.rows.map { $0.map(\.exactText) } ?? [] }

    @Test func theForecastIsWhatWasWorkedAndTheRestAsPlanned() {
        let comparison = comparison()
        #expect(comparison.rows.map(\.kind) == [.paidOtherwise, .notWorked, .toCome])
        // £100 so far, and Tuesday's £60.50, 3 contacts in 3 hours.
        let all = comparison.forecastSum()
        #expect((all.sessions, all.cost, all.contacts, all.contactHours) == (2, 160.5, 8, 5.5))
        #expect(all.costPerContactHour == 160.5 / 5.5)
        let south = comparison.forecastSum("south")
        #expect((south.sessions, south.cost, south.contacts, south.contactHours) == (1, 60.5, 3, 3))
        #expect(
            rows(comparison.summary).suffix(5).dropLast() == [
                ["all", "sessions", "3", "1", "2", "-1"],
                ["all", "pounds", "210.0000", "100.0000", "160.5000", "-49.5000"],
                ["all", "contacts", "9", "5", "8", "-1"],
                ["all", "contact hours", "6.5000", "2.5000", "5.5000", "-1.0000"],
            ])
        #expect(
            rows(comparison.byBooking) == [
                ["rostered", "80.0000", "0.0000", "0.0000", "-80.0000"],
                ["extra", "69.5000", "0.0000", "0.0000", "-69.5000"],
                ["overtime", "0.0000", "100.0000", "100.0000", "100.0000"],
                ["bank", "60.5000", "0.0000", "60.5000", "0.0000"],
            ])
        #expect(
            comparison.byBooking.total?.map(\.exactText) == [
                "all", "210.0000", "100.0000", "160.5000", "-49.5000",
            ])
        #expect(comparison.sessions(isAll: false).rows.count == 2)
        #expect(
            rows(comparison.sessions(isAll: true)).last == [
                "2026-11-24 am", "SW-01", "south", "", "bank", "", "60.5000", "", "", "still to come",
            ])
        #expect(
            comparison.remarks.prefix(2) == [
                "Up to 2026-11-23 pm the forecast is what was worked, after it 1 session as planned.",
                "Planned, without a row, and so counted as not worked: 1 session.",
            ])
    }

    @Test func aWeekIsWorkedUpToTheLastRowOfItAndWhatIsLaterIsLeftOut() {
        #expect(WorkedUntil(lastOf: [Self.worked], in: Self.week).session == "2026-11-23 am")
        let nothing = ActualsComparison(
            planned: Self.planned, actual: [], until: WorkedUntil(lastOf: [], in: Self.week))
        #expect(nothing.forecastSum() == nothing.plannedSum())
        #expect(nothing.remarks.first == "Nothing was worked yet: the forecast is the plan.")
        // A row of Tuesday is no business of Monday's forecast.
        let later = ActualSession(
            session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 500, contacts: 1)
        let comparison = comparison([Self.worked, later])
        #expect(comparison.later == 1)
        #expect(comparison.forecastSum().cost == 160.5)
        #expect(
            comparison.remarks.dropFirst().first
                == "Left out, because after 2026-11-23 pm: 1 row of what was worked.")
        // To the end of the week nothing is to come, so that the forecast is what was worked.
        let end = self.comparison([Self.worked, later], until: "2026-11-29 pm")
        #expect(end.forecastSum() == end.actualSum())
        #expect(end.forecastSum().cost == 600)
        #expect(end.rows.map(\.kind) == [.paidOtherwise, .notWorked, .paidOtherwise])
    }

    @Test func aStartAndAWeekOfCareCostWhatPathwaysAndPeopleSay() {
        // Planned: 1 start in the north, 2 in the south on Tuesday. Two began in the north; the south's are to come.
        let comparison = comparison(
            asking: ActualsQuestion(
                startsBy: ["initial-assessment"], people: PathwayNumbers(["P1": 4, "P2": 2]),
                names: Self.week))
        #expect(
            rows(comparison.pathways).prefix(17) == [
                ["P1", "pounds", "80.0000", "100.0000", "100.0000", "20.0000"],
                ["P1", "people who begin", "1", "2", "2", "1"],
                ["P1", "pounds a start", "80.0000", "50.0000", "50.0000", "-30.0000"],
                ["P1", "people on the caseload", "4", "4", "4", "0"],
                ["P1", "contacts a person and week", "1.0000", "1.2500", "1.2500", "0.2500"],
                ["P1", "contact hours a person and week", "0.5000", "0.6250", "0.6250", "0.1250"],
                ["P1", "pounds a person and week", "20.0000", "25.0000", "25.0000", "5.0000"],
                ["P2", "pounds", "130.0000", "0.0000", "60.5000", "-69.5000"],
                ["P2", "people who begin", "2", "0", "2", "0"],
                ["P2", "pounds a start", "65.0000", "", "30.2500", "-34.7500"],
                ["P2", "people on the caseload", "2", "2", "2", "0"],
                ["P2", "contacts a person and week", "2.5000", "0.0000", "1.5000", "-1.0000"],
                ["P2", "contact hours a person and week", "2.2500", "0.0000", "1.5000", "-0.7500"],
                ["P2", "pounds a person and week", "65.0000", "0.0000", "30.2500", "-34.7500"],
                ["all", "pounds", "210.0000", "100.0000", "160.5000", "-49.5000"],
                ["all", "people who begin", "3", "2", "4", "1"],
                ["all", "pounds a start", "70.0000", "50.0000", "40.1250", "-29.8750"],
            ])
        #expect(rows(comparison.pathways)[17] == ["all", "people on the caseload", "6", "6", "6", "0"])
        #expect(
            comparison.tables.map(\.name) == [
                "planned-and-actual", "pounds-by-booking", "pathways", "sessions",
            ])
        #expect(comparison.remarks.count == 2)
    }

    @Test func whatNobodySaysOfPeopleIsLeftOut() {
        #expect(comparison().pathways == nil)
        // Twelve are to begin in the south, as somebody says; of the north, and so of all, nobody says.
        let given = ActualsQuestion(starts: PathwayNumbers(["P2": 12]), names: Self.week)
        func starts(_ comparison: ActualsComparison) -> [[String]] {
            rows(comparison.pathways).filter { $0[1] == "people who begin" && $0[0] != "P1" }
        }
        #expect(starts(comparison(asking: given)) == [["P2", "people who begin", "12", "", "12", "0"]])
        #expect(
            comparison(asking: given).remarks.contains(
                "How many people were to begin in P1 is not known, and so not of all."))
        var tuesday = ActualSession(
            session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 60.5, contacts: 3)
        let end = "2026-11-29 pm"
        #expect(
            starts(comparison([tuesday], until: end, asking: given)) == [
                ["P2", "people who begin", "12", "12", "12", "0"]
            ])
        tuesday = ActualSession(
            session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 60.5, contacts: 3,
            starts: 3)
        #expect(
            starts(comparison([tuesday], until: end, asking: given)) == [
                ["P2", "people who begin", "12", "3", "3", "-9"]
            ])
        // More have begun than were to begin.
        let fewer = ActualsQuestion(starts: PathwayNumbers(["P1": 1], all: 5), names: Self.week)
        let two = ActualsComparison(
            planned: Self.planned
                + [
                    PlannedSession(
                        session: "2026-11-25 am", staff: "PT-01", team: "north", booking: .rostered, cost: 80,
                        contacts: 1, contactHours: 1)
                ], actual: [Self.worked], until: WorkedUntil("2026-11-23 pm", in: Self.week), question: fewer)
        #expect(
            rows(two.pathways).filter { $0[1] == "people who begin" } == [
                ["P1", "people who begin", "1", "2", "2", "1"],
                ["all", "people who begin", "5", "2", "5", "0"],
            ])
    }

    @Test func aWeekOfCareIsSevenDaysOfThePlan() {
        // Two days of the fixture: 9 contacts of 6 people in 2 days are 5.25 a person in seven.
        let comparison = ActualsComparison(
            planned: Self.planned, actual: [Self.worked],
            until: WorkedUntil("2026-11-23 pm", in: Fixture.names),
            question: ActualsQuestion(people: PathwayNumbers(all: 6), names: Fixture.names))
        #expect(
            rows(comparison.pathways).first { $0[1] == "contacts a person and week" }?[2] == "5.2500")
        #expect(
            comparison.remarks.last
                == "The plan has 2 days: what a person gets in a week is of seven such days.")
    }

    @Test func whatIsAskedIsHeldAgainstTheNamesOfTheRun() throws {
        let diagnostics = Diagnostics()
        let right = try #require(
            ActualsWords(
                until: "2026-11-23 PM", startsBy: ["initial-assessment"], starts: ["P1=12"],
                people: ["P2=40.5", "60"]
            ).read(beside: Fixture.outcome(), of: 3, diagnostics))
        #expect(right.until == "2026-11-23 pm")
        #expect(right.question.startsBy == ["initial-assessment"])
        #expect(right.question.starts == PathwayNumbers(["P1": 12]))
        #expect(right.question.people == PathwayNumbers(["P2": 40.5], all: 60))
        // Parts above all of them, or all of them beside another number of all.
        for (people, told) in [
            (
                ["P1=14", "P2=40", "30"],
                "--people says 30.0 of all pathways, and 54.0 of those that it names"
            ),
            (
                ["P1=14", "P2=40", "60"],
                "--people says 60.0 of all pathways, and 54.0 of those that it names"
            ),
            (["P2=40", "30"], "--people says 30.0 of all pathways, and 40.0 of those that it names"),
        ] {
            let sums = Diagnostics()
            #expect(ActualsWords(people: people).read(beside: Fixture.outcome(), of: 3, sums) == nil)
            #expect(sums.sorted.map(\.message) == [told])
        }
        let wrong = Diagnostics()
        #expect(
            ActualsWords(
                until: "2026-11-30 am", startsBy: ["initial-assesment"], starts: ["P9=3", "P1=x"],
                people: ["40", "41", "P1=0"]
            ).read(beside: Fixture.outcome(), of: 3, wrong) == nil)
        for words in [
            "session '2026-11-30 am' is not in the run's week",
            "activity 'initial-assesment' is not one of the run's; did you mean 'initial-assessment'?",
            "pathway 'P9' is not one of the run's", "--starts 'x' is not a number",
            "--people is given twice for all pathways", "--people '0' is less than 0.01",
        ] {
            #expect(wrong.sorted.contains { $0.message.contains(words) }, "\(words): \(wrong.sorted)")
        }
    }

    @Test func aLedgerOfBeforeHasNoPathwaysAndNoActivities() throws {
        let names = try JSONDecoder().decode(
            WeekNames.self,
            from: Data(#"{"sessions": ["2026-11-23 am"], "staff": ["PT-01"], "teams": ["north"]}"#.utf8))
        #expect((names.pathways, names.activities) == (nil, nil))
        let session = try JSONDecoder().decode(
            PlannedSession.self,
            from: Data(
                #"""
                {"session": "2026-11-23 am", "staff": "PT-01", "team": "north", "booking": "rostered", "cost": 80,
                 "contacts": 4, "contactHours": 2}
                """#.utf8))
        #expect(session.activities == nil)
        let outcome = RunOutcome(
            base: "week", scenario: "base", price: 1, bound: nil, figures: [], planned: [session],
            names: names)
        let diagnostics = Diagnostics()
        let words = ActualsWords(startsBy: ["initial-assessment"], people: ["P1=4"])
        #expect(words.read(beside: outcome, of: 3, diagnostics) == nil)
        #expect(
            diagnostics.sorted.map(\.message).sorted() == [
                "run 3 was written down before ledgers kept activities",
                "run 3 was written down before ledgers kept pathways",
            ])
        // A number of all can be told of it still.
        #expect(ActualsWords(people: ["4"]).read(beside: outcome, of: 3, Diagnostics()) != nil)
    }
}
