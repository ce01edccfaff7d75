// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Lines that are probably not meant, or can never be met.
@Suite struct DemandFindingTests {
    static let probes = [
        FindingProbe(
            "two lines alike rows apart",
            [
                .add("x0,ward,transfer,routine,10,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x1,ward,transfer,routine,11,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x2,ward,transfer,routine,12,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x3,ward,transfer,routine,13,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x4,ward,transfer,routine,14,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x5,ward,transfer,routine,15,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x6,ward,transfer,routine,16,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x7,ward,transfer,routine,17,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x8,ward,transfer,routine,18,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x9,ward,transfer,routine,19,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x10,ward,transfer,routine,20,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x11,ward,transfer,routine,21,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x12,ward,transfer,routine,22,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x13,ward,transfer,routine,23,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x14,ward,transfer,routine,24,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x15,ward,transfer,routine,25,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x16,ward,transfer,routine,26,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x17,ward,transfer,routine,27,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x18,ward,transfer,routine,28,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("x19,ward,transfer,routine,29,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("d1-again,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,", to: "demand.csv"),
            ],
            said: [
                "demand.csv:25:1: warning: line 'd1-again' asks for the same as 'd1' in line 2: both are counted"
            ]),
        FindingProbe(
            "two lines alike near to each other",
            [
                .add("d1-again,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,", to: "demand.csv")
            ],
            said: [
                "demand.csv:5:1: notice: line 'd1-again' asks for the same as 'd1' in line 2: both are counted"
            ]),
        FindingProbe(
            "two lines alike but for which way the people come",
            [
                .set(
                    "demand.csv",
                    to: """
                        line,team,activity,priority,contacts,earliest,latest,single_handed_contacts,source
                        d1,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,,step-up
                        d2,north,call,routine,4,2026-11-23 am,2026-11-23 pm,,
                        d3,ward,transfer,critical,2,2026-11-23 am,2026-11-24 am,1,
                        d4,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,,step-down

                        """)
            ], said: []),
        FindingProbe(
            "two lines of few contacts alike",
            [
                .add("d3-again,ward,transfer,critical,1,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("d4,ward,transfer,critical,4,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
                .add("d5,ward,transfer,critical,1,2026-11-23 am,2026-11-24 am,", to: "demand.csv"),
            ],
            said: [
                "demand.csv:7:1: notice: line 'd5' asks for the same as 'd3-again' in line 5: both are counted"
            ]),
        FindingProbe(
            "a block pasted beneath",
            [
                .add("d7,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,", to: "demand.csv"),
                .add("d8,north,call,routine,4,2026-11-23 am,2026-11-23 pm,", to: "demand.csv"),
                .add("d9,ward,transfer,critical,2,2026-11-23 am,2026-11-24 am,1", to: "demand.csv"),
            ],
            said: [
                "demand.csv:5:1: warning: line 'd7' asks for the same as 'd1' in line 2: both are counted; 2 more lines repeat another"
            ]),
        FindingProbe(
            "parts of one day one beneath the other",
            [
                .add("d4,north,call,routine,9,2026-11-23 am,2026-11-23 pm,", to: "demand.csv"),
                .add("d5,north,call,routine,9,2026-11-23 am,2026-11-23 pm,", to: "demand.csv"),
            ],
            said: []),
        FindingProbe(
            "a contact that fits into no session",
            [
                .put(
                    "name,days,span,min_staff,travel_minutes", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,166", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,,,", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
            ],
            said: [
                "demand.csv:2:10: warning: a contact of 'd1' takes 211 minutes (166 of them travel), and no session from earliest to latest leaves more than 210"
            ]),
        FindingProbe(
            "a contact that just fits",
            [
                .put(
                    "name,days,span,min_staff,travel_minutes", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,165", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,,,", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
            ],
            said: []),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
