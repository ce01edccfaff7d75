// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// P-3 is a bank support worker; P-4 is on the bank and offers nothing; S-1 is a student.
@Suite struct BankFiguresTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.staff += [
            TinyWorld.person("P-4", "support-worker", .bank), TinyWorld.person("S-1", "student", .student),
        ]
        world.rota = ["P-1": ["R"], "P-3": ["A/120", "C"], "S-1": ["R"]]
        world.demand("D-1", "care", contacts: 2)
        world.demand("D-2", "transfer", contacts: 3)
        world.demand("D-3", "rehabilitation", contacts: 4)
        world.demand("D-4", "assessment", contacts: 5)
        world.demand("D-5", "care", contacts: 9, priority: .reserve)
        let start = world.start
        world.signOffs = [("P-3", "care", 1), ("P-3", "handling", 1), ("S-1", "handling", 1)].map {
            SignOff(staff: $0.0, competency: $0.1, level: $0.2, signedOffOn: start)
        }
        return world
    }

    @Test func `people are told by what they may do today, and with one sign-off more`() throws {
        let figures = BankFigures(week: world.week)
        #expect(figures.people.map(\.staff) == ["P-3", "P-4", "S-1"])
        #expect(figures.people.map(\.group) == [.bank, .bank, .learners])
        let bank = try #require(figures.people.first)
        #expect(bank.today.map(\.activity) == ["care", "transfer"])
        #expect(bank.today.map(\.route) == [.support, .doubleHanded])
        #expect(bank.today.map(\.contacts) == [2, 3], "reserve is nothing that is asked for")
        #expect(bank.today.map(\.teams) == [["A"], ["A"]])
        // Rehabilitation is delegated from care 2; no sign-off makes a physiotherapist.
        #expect(bank.withOneMore.map(\.competency) == ["care"])
        #expect(bank.withOneMore.map(\.level) == [2])
        #expect(bank.withOneMore.map(\.activities) == [["rehabilitation"]])
        #expect(figures.people[1].today.isEmpty)
        // The largest first: rehabilitation 4, transfer 3 as the second or 3 as the first, care 2.
        #expect(figures.people[1].withOneMore.map(\.competency) == ["care", "handling", "handling", "care"])
        #expect(figures.people[1].withOneMore.map(\.level) == [2, 1, 2, 1])
    }

    @Test func `hours offered, to be called for, booked and left unused, and who offers nothing`() throws {
        var sketch = PlanSketch(world.week)
        var figures = BankFigures(week: world.week)
        #expect(figures.people.map(\.hoursOffered) == [2, 0, 4])
        #expect(figures.people.map(\.hoursCallable) == [4, 0, 0])
        #expect(figures.people.map(\.hoursBooked) == [nil, nil, nil])
        #expect(figures.people.map(\.offersNothing) == [false, true, false])
        #expect(figures.people.map(\.isAccompanied) == [false, false, true])
        sketch.deploy("S-1", 0)
        sketch.leave("D-1", contacts: 2)
        figures = BankFigures(week: world.week, plan: sketch.plan)
        #expect(figures.people.map(\.hoursBooked) == [0, 0, 4])
        #expect(figures.people.map(\.hoursUnused) == [2, 0, 0])
        #expect(figures.people[0].today.map(\.unmetContacts) == [2, 0])
    }

    @Test func `who may not be sent to a team is not told with its work`() {
        var world = world
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.teams[1].organisation = "council"
        world.demand("D-6", "care", contacts: 7, team: "B")
        #expect(BankFigures(week: world.week).people[0].today.map(\.teams) == [["A"], ["A"]])
        world.agreements = [Agreement(employer: "trust", organisation: "council", roles: nil)]
        let today = BankFigures(week: world.week).people[0].today
        #expect(today.map(\.teams) == [["A", "B"], ["A"]])
        #expect(today.map(\.contacts) == [9, 3])
    }

    @Test func `the book says it in sentences and as a table`() {
        let book = BankBook(week: world.week, figures: BankFigures(week: world.week))
        let text = book.description
        #expect(
            text.hasPrefix(
                "Bank: 2 people, 2.0 hours offered, 4.0 more to be called for; 1 of them offers nothing.\n"))
        #expect(
            text.contains("\n  - Assisted transfer (as the second of two) in Team A: 3 contacts wanted\n"))
        #expect(text.contains("\nOffering nothing this week, and not to be called:\n\nP-4, support worker"))
        #expect(
            text.contains(
                "\nStudents and volunteers: 1 person, 4.0 hours offered.\n\nS-1, student, trust (only where somebody "
                    + "registered is in the group, no head for minimums): 4.0 hours offered\n"))
        let csv = book.table.csv
        #expect(
            csv.contains(
                "P-3,P-3,bank,trust,,2.0000,4.0000,,,with one sign-off more,rehabilitation,,A,care,2,4,,,\n"))
    }

    @Test func `not tried, proved to be worth nothing, and found to be are told apart`() {
        var figures = BankFigures(week: world.week, plan: PlanSketch(world.week).plan)
        (figures.tried, figures.considered) = (2, 3)
        func line() -> String? {
            BankBook(week: world.week, figures: figures).description.split(separator: "\n")
                .first { $0.contains("Rehabilitation in Team A") }.map(String.init)
        }
        #expect(line()?.hasSuffix("; not tried") == true)
        figures.people[0].withOneMore[0].isInHours = false
        #expect(line()?.hasSuffix("; nothing of it in hours that they offer") == true)
        figures.people[0].withOneMore[0].isInHours = true
        for (pounds, isExact, words) in [
            (0.0, true, "; this plan pays nothing for it"),
            (0.0, false, "; tried, and no use to this plan was found"),
            (243.0, true, "; worth exactly £243.00 to this plan"),
            (243.0, false, "; worth at least £243.00 to this plan"),
        ] {
            figures.people[0].withOneMore[0].pounds = pounds
            figures.people[0].withOneMore[0].isExact = isExact
            #expect(line()?.hasSuffix(words) == true, "\(line() ?? "")")
        }
    }
}
