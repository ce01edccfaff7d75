// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// What is said of one human in several rows of the roster.
@Suite struct HumanDiagnosticTests {
    /// `cy` has a second row, `cy2`, of the trust's bank.
    private func fixture(
        person: String, marks: String = "A,A,,", names: (String, String) = ("", "")
    ) -> WeekFixture {
        WeekFixture().setting(
            "staff.csv",
            to: """
                staff,role,employer,base_locality,employment,hourly_cost,home_team,person,name
                ann,physio,trust,Northside,substantive,22,north,,
                bo,support-worker,trust,Northside,substantive,14,north,,
                cy,support-worker,council,Southside,bank,15.25,,,\(names.0)
                di,student,trust,Northside,student,,,,
                cy2,support-worker,trust,Northside,bank,15.25,,\(person),\(names.1)

                """
        ).adding("cy2,\(marks)", to: "rota.csv")
    }

    private func problems(_ fixture: WeekFixture) throws -> [String] {
        try fixture.problems().filter { problem in
            ["one person", "own person", "stands in line"].contains { problem.contains($0) }
        }
    }

    @Test func aRowMayNameTheOtherRow() throws {
        let week = try #require(try fixture(person: "cy").read().week)
        #expect(Humans(week.staff).rows.contains { $0.count == 2 })
    }

    @Test func onDutyOrAwayInBothRowsIsAnError() throws {
        #expect(
            try problems(fixture(person: "cy", marks: "A,A,,R")) == [
                "rota.csv:6:10: error: 'cy2' and 'cy' are one person, who is on duty or away in both rows on 2026-11-24 pm"
            ])
        #expect(try problems(fixture(person: "", marks: "A,A,,R")) == [])
    }

    @Test func whatOneRowAsksIsAskedByTheOther() throws {
        func told(_ rows: String) throws -> [String] {
            let fixture = fixture(person: "cy")
                .setting("requests.csv", to: "staff,session,want\n" + rows + "\n")
            return try fixture.problems().filter { $0.hasPrefix("requests.csv") }
        }
        #expect(
            try told("cy,2026-11-23 am,on\ncy2,2026-11-23 am,on") == [
                "requests.csv:3:19: error: 'cy2' asks for this in line 2 as 'cy' as well, and it would count twice"
            ])
        #expect(
            try told("cy,2026-11-23,off\ncy2,2026-11-23 pm,on") == [
                "requests.csv:3:19: error: want 'on' and 'off' in line 2 as 'cy' cannot both be granted"
            ])
        #expect(try told("cy,2026-11-23 am,on\nann,2026-11-23 am,on") == [])
    }

    @Test func whatTheRotaDecidesIsAskedOfAllRows() throws {
        func told(_ marks: String, _ request: String) throws -> [String] {
            let fixture = fixture(person: "cy", marks: marks)
                .setting("requests.csv", to: "staff,session,want\n" + request + "\n")
            return try fixture.problems().filter { $0.hasPrefix("requests.csv") }
        }
        // cy is available on Monday, in the ward in the morning, and sick on Tuesday; cy2 has the marks given here.
        #expect(try told("R,,,", "cy,2026-11-23 am,off").first?.contains("is rostered then") == true)
        #expect(try told("R@north,,,", "cy,2026-11-23 am,north") == [], "cy2 is there")
        #expect(
            try told("R@north,,,", "cy,2026-11-23 am,ward").first?.contains("cannot be sent there") == true)
        #expect(try told(",,,", "cy2,2026-11-23 am,on") == [], "cy may be")
        #expect(
            try told(",,A,", "cy2,2026-11-24 am,on").first?.contains("neither rostered nor available") == true
        )
    }

    @Test func aWordThatIsARowOfSomebodyElseIsAnError() throws {
        let other = fixture(person: "cy").adding(
            "di2,support-worker,trust,Northside,bank,15.25,,cy2,", to: "staff.csv"
        ).adding("di2,,,,", to: "rota.csv")
        #expect(
            try problems(other) == [
                "staff.csv:7:48: error: person 'cy2' is a row of staff.csv, whose own person is 'cy'"
            ])
    }

    @Test func rowsOfOneNameAreOneHumanWherePersonSaysSo() throws {
        let warned = try problems(fixture(person: "", names: ("Cyan Ash", "Cyan Ash")))
        #expect(warned.count == 1)
        #expect(warned.allSatisfy { $0.contains("name 'Cyan Ash' stands in line 4 as well") })
        #expect(try problems(fixture(person: "cy", names: ("Cyan Ash", "Cyan Ash"))) == [])
    }
}
