// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What check says of requests that no plan can decide, and of usual people who cannot be.
@Suite struct WishFindingTests {
    private static func asking(_ rows: String) -> [FindingProbe.Change] {
        [.set("requests.csv", to: "staff,session,want\n" + rows + "\n")]
    }

    @Test(arguments: [
        FindingProbe(
            "off while rostered", asking("ann,2026-11-23 am,off\nbo,2026-11-23,off"),
            said: [
                "requests.csv:2:19: notice: 'ann' asks to be off on 2026-11-23 am and is rostered then, so no plan "
                    + "grants it; so is line 3"
            ]),
        FindingProbe(
            "on while not there", asking("di,2026-11-24,on"),
            said: [
                "requests.csv:2:15: notice: 'di' asks for work on 2026-11-24 and is neither rostered nor available "
                    + "then, so no plan grants it"
            ]),
        FindingProbe(
            "a team out of reach", asking("cy,2026-11-23 am,north"),
            said: [
                "requests.csv:2:18: notice: 'cy' asks for team 'north' on 2026-11-23 am and cannot be sent there, so "
                    + "no plan grants it"
            ]),
        FindingProbe(
            "off while not there", asking("bo,2026-11-23 pm,off"),
            said: [
                "requests.csv:2:18: notice: 'bo' asks to be off on 2026-11-23 pm and is neither rostered nor available "
                    + "then, so every plan grants it"
            ]),
        FindingProbe("what a plan decides", asking("bo,2026-11-24 pm,off\ncy,2026-11-23,on"), said: []),
    ]) func requestsThatTheRotaDecides(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }

    @Test(arguments: [
        FindingProbe(
            "nobody usual may give it", [usual("cy")],
            said: [
                "demand.csv:2:55: warning: usual 'cy' may not give 'session' in the line's window, so each contact is "
                    + "by somebody else"
            ]),
        FindingProbe("one of them may", [usual("cy;ann")], said: []),
    ]) func usualPeopleWhoMayNotGiveIt(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }

    private static func usual(_ people: String) -> FindingProbe.Change {
        .set(
            "demand.csv",
            to: """
                line,team,activity,priority,contacts,earliest,latest,usual
                d1,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,\(people)
                d2,north,call,routine,4,2026-11-23 am,2026-11-23 pm,
                d3,ward,transfer,critical,2,2026-11-23 am,2026-11-24 am,

                """)
    }
}
