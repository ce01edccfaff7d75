// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording
import Workforce

@testable import Report

@Suite struct ShowTests {
    @Test(arguments: [
        (0.125, "0.13"), (2.675, "2.68"), (1.005, "1.01"), (0.004, "0.00"), (-0.001, "0.00"),
        (-1.005, "-1.01"),
        (1234567.891, "1,234,567.89"), (999.995, "1,000.00"), (9_999_999_999.995, "10,000,000,000.00"),
        (10_000_000_000.125, "10,000,000,000.13"), (3e12, "3,000,000,000,000.00"),
        (-3_000_000_000_000.4, "-3,000,000,000,000.40"), (1e16, "10,000,000,000,000,000.00"),
        (1.5e22, "15,000,000,000,000,000,000,000.00"), (.infinity, "inf"),
    ]) func numbersAreRoundedHalfUp(_ value: Double, _ text: String) {
        #expect(Show.decimal(value, places: 2) == text)
    }

    @Test func filesHoldAmountsOfAnySizeWithoutNoise() {
        #expect(Decimals.amount(0.1 + 0.2) == "0.3000")
        #expect(Decimals.amount(12_345_678_901.4) == "12345678901.4000")
        #expect(Decimals.amount(2_999_999_999_999.4) == "2999999999999.4000")
        #expect(Decimals.amount(-9e15) == "-9000000000000000.0000")
        #expect(Decimals.amount(4e19) == "40000000000000000000.0000")
        #expect(Decimals.minutes(-0.0000001) == "0")
        #expect(Decimals.text(0.1234567891, atLeast: 4, atMost: 9) == "0.123456789")
        #expect(Decimals.amount(.nan) == nil)
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

    @Test(
        arguments: [
            (0, "0 seconds"), (0.2, "1 second"), (119.5, "120 seconds"), (120, "2 minutes"),
            (121, "3 minutes"),
            (7_199, "120 minutes"), (7_201, "3 hours"), (.infinity, "277,777,778 hours"),
        ] as [(Double, String)])
    func `spans are in the unit that people would say them in, upwards`(seconds: Double, words: String) {
        #expect(Show.span(seconds: seconds) == words)
    }
}
