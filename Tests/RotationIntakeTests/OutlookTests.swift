// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What is said of rotations that can be planned, and probably were not meant so.
@Suite struct OutlookTests {
    @Test func aPostThatNobodyMayHoldIsToldOf() throws {
        let problems = try RotationFixture().replacing("5;6", with: "8", in: "posts.csv").problems()
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("posts.csv:3:1: warning: nobody may hold post 'HOME' in any period")
                ?? false
        )
    }

    @Test func aPersonWhoMayHoldNoPostIsToldOf() throws {
        let problems = try RotationFixture().replacing(
            "trust,Northside,,,5,,,,no,,,,,", with: "trust,Northside,,,5,,,,no,,,,WARD;HOME;HUB,",
            in: "people.csv"
        ).problems()
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix("people.csv:5:1: warning: 'di' may hold no post in any period") ?? false
        )
    }

    @Test func aPersonWhoIsNeverThereIsANotice() throws {
        let problems = try RotationFixture()
            .replacing("di,2027-03-01,,", with: "di,,,", in: "away.csv").problems()
        #expect(
            problems == [
                "people.csv:5:1: notice: 'di' is there for half of no period or more, and is not planned"
            ])
    }
}
