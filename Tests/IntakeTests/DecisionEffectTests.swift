// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What is said of decisions that change nothing. `ann` gives `session` by the registered route, `bo` has it delegated
/// and seconds and leads `transfer`, `cy` leads `transfer`; `d1` of north asks for sessions, `d3` of ward for transfers.
@Suite struct DecisionEffectTests {
    private func said(
        _ rows: String..., change: (WeekFixture) -> WeekFixture = { $0 }
    ) throws -> [String] {
        let text = (["activity,staff,team,decision,reason,by,on"] + rows).joined(separator: "\n") + "\n"
        return try change(WeekFixture().setting("decisions.csv", to: text)).problems()
            .filter { $0.hasPrefix("decisions.csv") }
    }

    private func notice(_ ruling: String, line: Int = 2, column: Int, _ reason: String) -> [String] {
        ["decisions.csv:\(line):\(column): notice: '\(ruling)' changes nothing in these days: \(reason)"]
    }

    @Test func whatChangesSomethingIsLeftAlone() throws {
        for row in [
            "session,,,refuse,r,b,2026-11-23", "session,bo,,refuse,r,b,2026-11-23",
            "session,bo,north,refuse,r,b,2026-11-24", "transfer,cy,,refuse,r,b,2026-11-23",
            "transfer,bo,ward,refuse,r,b,2026-11-01",
        ] {
            #expect(try said(row) == [], "\(row)")
        }
        let proposed = { (fixture: WeekFixture) in
            fixture.replacing("status: approved", with: "status: proposed", in: WeekFixture.frameworkPath)
        }
        #expect(try said("session,,,allow,r,b,2026-11-23", change: proposed) == [])
        #expect(try said("session,bo,,allow,r,b,2026-11-23", change: proposed) == [])
        // Transfers are asked for in ward alone, where the refusal is lifted again: there that counts.
        #expect(
            try said("transfer,bo,,refuse,r,b,2026-11-01", "transfer,bo,ward,allow,r,b,2026-11-02")
                == notice("refuse", column: 14, "line 3 says more exactly whom it concerns, and counts"))
    }

    @Test func aRefusalOfWhatTheRegisteredRouteGivesIsWarnedOf() throws {
        #expect(
            try said("session,ann,,refuse,r,b,2026-11-23") == [
                "decisions.csv:2:14: warning: 'refuse' changes nothing in these days: 'ann' gives 'session' by the "
                    + "registered route, which no decision closes"
            ])
    }

    @Test func datesAndOtherDecisions() throws {
        #expect(
            try said("session,,,refuse,r,b,2026-11-25")
                == notice("refuse", column: 11, "it holds from 2026-11-25, and the last day is 2026-11-24"))
        #expect(
            try said("session,,,refuse,r,b,2026-11-01", "session,,,refuse,r,b,2026-11-23")
                == notice("refuse", column: 11, "line 3 decides the same later")
                + notice("refuse", line: 3, column: 11, "line 2 decides the same without it"))
        #expect(
            try said("session,bo,,refuse,r,b,2026-11-23", "session,bo,north,refuse,r,b,2026-11-23")
                == notice("refuse", column: 13, "line 3 says more exactly whom it concerns, and counts")
                + notice("refuse", line: 3, column: 18, "line 2 decides the same without it"))
    }

    @Test func whatNobodyAsksFor() throws {
        #expect(
            try said("session,,ward,refuse,r,b,2026-11-23")
                == notice(
                    "refuse", column: 15,
                    "no line of demand.csv asks for 'session' in 'ward' on the days on which it holds"))
    }

    @Test func whatIsSoWithoutIt() throws {
        #expect(
            try said("session,,,allow,r,b,2026-11-23")
                == notice("allow", column: 11, "'session' may be delegated there without it"))
        for (status, words) in [("proposed", "is only proposed"), ("withdrawn", "is withdrawn")] {
            let found = try said("session,,,refuse,r,b,2026-11-23") {
                $0.replacing("status: approved", with: "status: \(status)", in: WeekFixture.frameworkPath)
            }
            #expect(
                found
                    == notice(
                        "refuse", column: 11, "the delegation of 'session' \(words), and closed without it"))
        }
        let lapsed = try said("session,,,refuse,r,b,2026-11-23") {
            $0.replacing("2027-03-31", with: "2026-11-22", in: WeekFixture.frameworkPath)
        }
        #expect(
            lapsed
                == notice(
                    "refuse", column: 11,
                    "the delegation of 'session' was due for review, and is closed without it"))
    }

    @Test func whoCouldNotInAnyCase() throws {
        #expect(
            try said("session,cy,,refuse,r,b,2026-11-23")
                == notice("refuse", column: 13, "'cy' has not the role or the sign-offs for 'session'"))
        let registered = try said("session,ann,,allow,r,b,2026-11-23") {
            $0.replacing("ann,rehab,3,2026-01-10", with: "ann,rehab,1,2026-01-10", in: "competencies.csv")
        }
        #expect(
            registered
                == notice(
                    "allow", column: 14, "'ann' is registered, and nothing is delegated to registered people")
        )
        let nobody = try said("session,,,refuse,r,b,2026-11-23") {
            $0.replacing("bo,exercise,2,2026-01-10", with: "bo,exercise,2,2026-11-25", in: "competencies.csv")
        }
        #expect(
            nobody
                == notice(
                    "refuse", column: 11,
                    "nobody on the roster has the role and the sign-offs to have 'session' delegated to them")
        )
        #expect(
            try said("transfer,cy,,allow,r,b,2026-11-23")
                == notice("allow", column: 14, "'cy' gives 'transfer' within their own role"))
    }
}
