// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// A pin to a team the person may not be sent to says which condition fails.
@Suite struct PinTests {
    /// `cy`, of the council, is pinned to a team in the first session.
    private func problems(_ team: String, _ change: (WeekFixture) -> WeekFixture) throws -> [String] {
        try change(WeekFixture().replacing("A@ward", with: "A@\(team)", in: "rota.csv")).problems()
    }

    @Test func aClosedTeam() throws {
        #expect(
            try WeekFixture().replacing("A@ward,A", with: "A,A@ward", in: "rota.csv").problems() == [
                "rota.csv:4:6: error: 'cy' cannot be sent to 'ward' on 2026-11-23 pm: the team is closed then"
            ])
    }

    @Test func noAgreement() throws {
        let expected = [
            "rota.csv:4:4: error: 'cy' cannot be sent to 'north' on 2026-11-23 am: "
                + "no agreement lets staff of 'council' work for 'trust' on that day"
        ]
        let line = "council,trust,support-worker;student,,\n"
        #expect(try problems("north") { $0.replacing(line, with: "", in: "agreements.csv") } == expected)
        #expect(
            try problems("north") {
                $0.replacing(line, with: "council,trust,student;physio,,\n", in: "agreements.csv")
            } == expected)
        #expect(
            try problems("north") {
                $0.replacing(line, with: "council,trust,*,,2026-11-22\n", in: "agreements.csv")
            } == expected)
    }

    @Test func aWayTooLong() throws {
        let expected = [
            "rota.csv:4:4: error: 'cy' cannot be sent to 'ward' on 2026-11-23 am: "
                + "the way from 'Northside' to 'Southside' is beyond the travel limit or unknown"
        ]
        let away = ("council,Southside", "council,Northside")
        let far = { (fixture: WeekFixture) in fixture.replacing(away.0, with: away.1, in: "staff.csv") }
        #expect(try problems("ward") { far($0).replacing(",20", with: ",31", in: "travel.csv") } == expected)
        let reversed = "from_locality,to_locality,minutes\nSouthside,Northside,30\n"
        #expect(try problems("ward") { far($0).setting("travel.csv", to: reversed) } == [])
        #expect(try problems("ward") { far($0).without("travel.csv") } == [])
    }

    @Test func aPlacementElsewhere() throws {
        #expect(
            try problems("ward") { $0.adding("cy,north,2026-11-23,2026-11-23", to: "placements.csv") } == [
                "rota.csv:4:4: error: 'cy' cannot be sent to 'ward' on 2026-11-23 am: "
                    + "placements.csv places them in 'north' on that day"
            ])
        #expect(try problems("ward") { $0.adding("cy,north,2026-11-24,", to: "placements.csv") } == [])
    }

    @Test func nothingTheyMayDoThere() throws {
        #expect(
            try problems("ward") {
                $0.replacing("cy,moving,2,2026-01-10", with: "cy,moving,2,2026-11-24", in: "competencies.csv")
            }
                == [
                    "rota.csv:4:4: warning: 'cy' may do nothing that 'ward' demands on 2026-11-23, and is there as a "
                        + "head alone"
                ])
    }

    @Test func onesOwnTeamNeedsNothingToDo() throws {
        // cy may do nothing in ward, and is at home there, or placed there.
        let without = { (fixture: WeekFixture) in
            fixture.replacing(
                "cy,moving,2,2026-01-10", with: "cy,moving,2,2026-11-24", in: "competencies.csv")
        }
        #expect(try problems("ward") { without($0) }.count == 1)
        #expect(
            try problems("ward") {
                without($0).replacing("bank,,,15.25,", with: "bank,,,15.25,ward", in: "staff.csv")
            }
                == [])
        #expect(try problems("ward") { without($0).adding("cy,ward,,", to: "placements.csv") } == [])
    }

    @Test func aSecondOfAPairIsSomethingToDo() throws {
        #expect(
            try problems("ward") { $0.replacing("cy,moving,2", with: "cy,moving,1", in: "competencies.csv") }
                == [])
    }

    @Test func aRegisteredPersonMaySupportWhereTheBlockSaysSo() throws {
        let fixture = WeekFixture().replacing("ann,R,R", with: "ann,R@ward,R", in: "rota.csv")
            .adding("ann,moving,2,2026-01-01,,", to: "competencies.csv")
        #expect(try fixture.problems() == [])
        #expect(
            try fixture.replacing(
                "registered_may: true", with: "registered_may: false", in: WeekFixture.frameworkPath
            )
            .problems().count == 1)
    }

    @Test func aDelegatedRoutePastItsReviewIsNone() throws {
        let fixture = WeekFixture().replacing("d2,north,call", with: "d2,north,session", in: "demand.csv")
            .replacing("14,north", with: "14,", in: "staff.csv")
        #expect(try fixture.problems() == [])
        let lapsed = fixture.replacing("2027-03-31", with: "2026-11-22", in: WeekFixture.frameworkPath)
        #expect(
            try lapsed.problems().filter { $0.hasPrefix("rota.csv") } == [
                "rota.csv:3:4: warning: 'bo' may do nothing that 'north' demands on 2026-11-23, and is there as a "
                    + "head alone"
            ])
    }

    @Test func sheetsThatCouldNotBeReadAreNotHeldAgainstAPin() throws {
        #expect(
            try WeekFixture().replacing("d3,ward,transfer", with: "d3,ward,transfr", in: "demand.csv")
                .problems() == [
                    "demand.csv:4:9: error: activity 'transfr' is not in the framework; did you mean 'transfer'?"
                ])
    }
}
