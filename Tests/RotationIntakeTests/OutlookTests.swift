// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What is said of rotations that can be planned, and probably were not meant so.
@Suite struct OutlookTests {
    @Test func aPostThatNobodyMayHoldIsToldOf() throws {
        let problems = try RotationFixture().replacing("5;6", with: "8", in: "posts.csv").problems()
            .filter { $0.hasPrefix("posts.csv") }
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

    @Test func periodsInWhichRulesTogetherKeepSomebodyOutAreToldOf() throws {
        // In the first stage again in the last period, in a ward to which nobody comes back.
        let fixture = RotationFixture().replacing("WARD,0,,,HUB", with: "WARD,1,,,HUB", in: "people.csv")
        let problems = try fixture.problems()
        #expect(
            problems == [
                "people.csv:2:1: warning: 'ann' can be in no post in period 6, whatever the plan, because of the rule that nobody "
                    + "comes back to a post (posts.csv, repeat; people.csv, done and start_post) and templates (people.csv, "
                    + "template; rotation.yaml)"
            ])
        // What only reads a rotation, to audit a plan of it, is not held up by it.
        #expect(try fixture.read(isLookingAhead: false).diagnostics.isEmpty)
    }

    @Test func aPostThatRulesTogetherKeepEverybodyFromIsToldOf() throws {
        // Who is in it cannot go on, and nobody else has what it needs.
        let problems = try RotationFixture()
            .replacing(",care:1,moving", with: ",moving:3,moving", in: "posts.csv")
            .replacing("HOME,2,,,WARD", with: "HOME,2,,HOME,WARD", in: "people.csv")
            .problems().filter { $0.hasPrefix("posts.csv") }
        #expect(
            problems == [
                "posts.csv:3:1: warning: nobody can be in post 'HOME' in periods 2 to 6, where it has a minimum, whatever the "
                    + "plan, because of what they cannot do (people.csv, cannot) and what posts need (posts.csv, "
                    + "needs; competencies.csv)"
            ])
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
