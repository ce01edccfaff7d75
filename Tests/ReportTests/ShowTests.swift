// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording
import Workforce

@testable import Report

@Suite struct ShowTests {
    @Test(arguments: [
        (0.125, "0.13"), (2.675, "2.68"), (1.005, "1.01"), (0.004, "0.00"), (-0.001, "0.00"),
        (-1.005, "-1.01"),
        (1234567.891, "1,234,567.89"), (999.995, "1,000.00"),
    ]) func numbersAreRoundedHalfUp(_ value: Double, _ text: String) {
        #expect(Show.decimal(value, places: 2) == text)
    }

    @Test func unitsArePartOfTheText() {
        #expect(Show.pounds(1234.5) == "£1,234.50")
        #expect(Show.pounds(-3) == "-£3.00")
        #expect(Show.percent(0.4355) == "43.6\u{A0}%")
        #expect(Show.percent(nil) == "–")
        #expect(Show.counted(1, "contact") == "1 contact")
        #expect(Show.counted(1000, "contact") == "1,000 contacts")
        #expect(Show.minutes(7.5) == "7.5")
        #expect(Show.minutes(7) == "7")
    }

    @Test func teamsGetShortCodesOfTheirOwn() {
        let teams = ["north-home", "new hub", "n.h", "ward", "community"].map {
            Team(id: $0, pathway: "P1", organisation: "o", locality: "l", parts: [])
        }
        #expect(TeamCodes(teams).codes == ["NH", "NH2", "n.h", "ward", "COM"])
    }
}
