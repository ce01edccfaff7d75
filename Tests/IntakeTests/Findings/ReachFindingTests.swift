// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What keeps people from teams is told once a cause, at its first place.
@Suite struct ReachFindingTests {
    static let probes = [
        FindingProbe(
            "an employer that is another name misspelt",
            [
                .put("ann,physio,Trust", for: "ann,physio,trust", in: "staff.csv")
            ],
            said: [
                "staff.csv:2:12: warning: employer 'Trust' runs no team and no agreement names it, so its 1 person may work nowhere, not even in a home team; did you mean 'trust'?"
            ]),
        FindingProbe(
            "an employer with another apostrophe",
            [
                .put("ann,physio,St Jude\u{2019}s", for: "ann,physio,trust", in: "staff.csv"),
                .put("north,P1,St Jude's", for: "north,P1,trust", in: "teams.csv"),
                .put("R", for: "R@north", in: "rota.csv"),
                .put("di,ward", for: "di,north", in: "placements.csv"),
                .put("council,St Jude's,", for: "council,trust,", in: "agreements.csv"),
            ],
            said: [
                "staff.csv:2:12: warning: employer 'St Jude\u{2019}s' runs no team and no agreement names it, so its 1 person may work nowhere, not even in a home team; did you mean 'St Jude's'? (U+2019 RIGHT SINGLE QUOTATION MARK stands in it, not a plain apostrophe)",
                "staff.csv:3:54: warning: 'bo' cannot be sent to their home team 'north': no agreement lets staff of 'trust' work for 'St Jude's' on that day",
            ]),
        FindingProbe(
            "an organisation for which nobody works",
            [
                .add("east,P1,turst,Northside,am pm,,,,", to: "teams.csv")
            ],
            said: [
                "teams.csv:4:9: warning: nobody on the roster may work for organisation 'turst', so nobody can be sent to 'east'; did you mean 'trust'?"
            ]),
        FindingProbe(
            "an employer without an agreement",
            [
                .put("ann,physio,elsewhere", for: "ann,physio,trust", in: "staff.csv")
            ],
            said: [
                "rota.csv:2:5: warning: 'ann' is rostered for 2 sessions and can be sent to no team: no agreement lets staff of 'elsewhere' work for 'trust' on that day"
            ]),
        FindingProbe(
            "several people of one cause are told once",
            [
                .put("ann,physio,elsewhere", for: "ann,physio,trust", in: "staff.csv"),
                .add("eve,physio,elsewhere,Northside,substantive,37.5,48,22,,,", to: "staff.csv"),
                .add("eve,R,,,", to: "rota.csv"),
                .add("eve,rehab,3,2026-01-10,,Lead", to: "competencies.csv"),
            ],
            said: [
                "rota.csv:2:5: warning: 'ann' is rostered for 2 sessions and can be sent to no team: no agreement lets staff of 'elsewhere' work for 'trust' on that day; so it is with 'eve'"
            ]),
        FindingProbe(
            "a way that is too long",
            [
                .put("ann,physio,trust,Southside", for: "ann,physio,trust,Northside", in: "staff.csv"),
                .put("Northside,Southside,45", for: "Northside,Southside,20", in: "travel.csv"),
            ],
            said: [
                "rota.csv:2:5: warning: 'ann' is rostered for 2 sessions and can be sent to no team: the way from 'Southside' to 'Northside' is 45 minutes, more than travel_limit_minutes 30"
            ]),
        FindingProbe(
            "a placement in a team that is closed and nothing else",
            [
                .add("ann,ward,,", to: "placements.csv"),
                .put("ann,,R,,", for: "ann,R,R,A,L", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:6: warning: 'ann' is rostered for 1 session and can be sent to no team: placements.csv places them in 'ward', which cannot take them"
            ]),
        FindingProbe(
            "a session without a team among others",
            [
                .put("Mon", for: "Mon-Sun", in: "teams.csv"),
                .put("ann,R,R,R,R", for: "ann,R,R,A,L", in: "rota.csv"),
                .put("bo,R@north,,,", for: "bo,R@north,,R,A", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:9: notice: 'ann' is rostered here and can be sent to no team: nothing a team demands is something they may do; so in 1 session more"
            ]),
        FindingProbe(
            "a home team of another organisation",
            [
                .put("", for: "trust,council,*,2026-01-01,2026-12-31\n", in: "agreements.csv"),
                .put("22,ward,2", for: "22,north,2", in: "staff.csv"),
            ],
            said: [
                "staff.csv:2:51: warning: 'ann' cannot be sent to their home team 'ward': no agreement lets staff of 'trust' work for 'council' on that day"
            ]),
        FindingProbe(
            "an agreement that has ended",
            [
                .put(
                    "council,trust,support-worker;student,,2026-03-31",
                    for: "council,trust,support-worker;student,,", in: "agreements.csv"),
                .put("cy,A@ward,,S,T", for: "cy,A@ward,A,S,T", in: "rota.csv"),
            ],
            said: [
                "agreements.csv:3:39: warning: the agreement of 'council' with 'trust' ended on 2026-03-31, before the first planned day, 2026-11-23, so 1 person may not work there"
            ]),
        FindingProbe(
            "an agreement that has not begun",
            [
                .put(
                    "council,trust,support-worker;student,2026-12-01,",
                    for: "council,trust,support-worker;student,,", in: "agreements.csv"),
                .put("cy,A@ward,,S,T", for: "cy,A@ward,A,S,T", in: "rota.csv"),
            ],
            said: [
                "agreements.csv:3:38: warning: the agreement of 'council' with 'trust' begins on 2026-12-01, after the last planned day, 2026-11-24, so 1 person may not work there"
            ]),
        FindingProbe(
            "an agreement that another row replaces",
            [
                .add("council,trust,support-worker,2025-04-01,2026-03-31", to: "agreements.csv")
            ],
            said: []),
        FindingProbe(
            "a locality of travel misspelt",
            [
                .put("Northside,Southsdie,20", for: "Northside,Southside,20", in: "travel.csv"),
                .add("Southside,Westside,12", to: "travel.csv"),
                .put("ann,physio,trust,Southside", for: "ann,physio,trust,Northside", in: "staff.csv"),
            ],
            said: [
                "travel.csv:2:11: warning: to_locality 'Southsdie' is nobody's base and no team's locality, and the way from 'Southside' to 'Northside' is not there; did you mean 'Southside'?"
            ]),
        FindingProbe(
            "localities to spare are left alone",
            [
                .add("Northside,Southsidf,21", to: "travel.csv"),
                .add("Southsidf,Southside,5", to: "travel.csv"),
            ],
            said: []),
        FindingProbe(
            "a rostered person without sign offs",
            [
                .put("ann,rehab,3,2023-01-10", for: "ann,rehab,3,2026-01-10", in: "competencies.csv")
            ],
            said: [
                "demand.csv:2:10: warning: nobody holds competency 'rehab' at level 2 or above, which activity 'session' asks for",
                "rota.csv:2:5: warning: 'ann' is rostered and holds no sign-off that counts on these days, so can give no contact",
            ]),
        FindingProbe(
            "nobody is told twice of a sign off in the future",
            [
                .put("ann,rehab,3,2062-01-10", for: "ann,rehab,3,2026-01-10", in: "competencies.csv")
            ],
            said: [
                "competencies.csv:2:13: warning: signed_off_on 2062-01-10 is after the last planned day, 2026-11-24, so it does not count in these days",
                "demand.csv:2:10: warning: nobody holds competency 'rehab' at level 2 or above, which activity 'session' asks for",
            ]),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
