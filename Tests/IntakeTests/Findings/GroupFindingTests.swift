// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Supervision groups that are probably not meant.
@Suite struct GroupFindingTests {
    static let probes = [
        FindingProbe(
            "a group misspelt",
            [
                .put(
                    "name,days,span,min_staff,supervision_group", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,county", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,6,,county", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
                .add("east,P1,trust,Northside,am,,,6,,Coutny", to: "teams.csv"),
            ],
            said: [
                "teams.csv:4:33: warning: supervision_group 'Coutny' has no team but 'east'; did you mean 'county'?"
            ]),
        FindingProbe(
            "numbers make groups of their own",
            [
                .put(
                    "name,days,span,min_staff,supervision_group", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,group-1", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,,,group-2", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
            ],
            said: []),
        FindingProbe(
            "a span and a blank",
            [
                .put(
                    "name,days,span,min_staff,supervision_group", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,,,north", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
            ],
            said: [
                "teams.csv:3:32: warning: the span of 'ward' is blank, so supervision group 'north' has no limit, though 'north' says 6"
            ]),
        FindingProbe(
            "teams farther apart than the travel limit",
            [
                .put(
                    "name,days,span,min_staff,supervision_group", for: "name,days,span,min_staff",
                    in: "teams.csv"),
                .put("North team,Mon-Sun,6,1,", for: "North team,Mon-Sun,6,1", in: "teams.csv"),
                .put(
                    "ward,P2,council,Southside,am,,,6,,north", for: "ward,P2,council,Southside,am,,,,",
                    in: "teams.csv"),
                .put(",31", for: ",20", in: "travel.csv"),
            ],
            said: [
                "teams.csv:3:35: warning: 'ward' shares the supervisors of 'north' in group 'north', and they are 31 minutes apart, beyond travel_limit_minutes"
            ]),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
