// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Rows of staff.csv that cost more, or do more, than they seem to.
@Suite struct PeopleFindingTests {
    static let probes = [
        FindingProbe(
            "two rows of one name",
            [
                .put("employment,name,contract_hours", for: "employment,contract_hours", in: "staff.csv"),
                .put("substantive,Ann Ash,37.5", for: "substantive,37.5", in: "staff.csv"),
                .put("substantive,ann  ash,20", for: "substantive,20", in: "staff.csv"),
                .put("bank,Cy,,", for: "bank,,", in: "staff.csv"),
                .put("Northside,student,Di,", for: "Northside,student,", in: "staff.csv"),
            ],
            said: [
                "staff.csv:3:47: warning: name 'ann  ash' stands in line 2 as well: if that is one human, two rows may be sent to two places at once"
            ]),
        FindingProbe(
            "a student who is a support worker as well",
            [
                .put("di,student;support-worker,trust", for: "di,student,trust", in: "staff.csv")
            ],
            said: [
                "staff.csv:5:4: warning: role 'student;support-worker' with employment student: 'di' works at pace 1 by the best of the roles, and is not paid and no head, as student"
            ]),
        FindingProbe(
            "a support worker without pay",
            [
                .put("di,support-worker,trust", for: "di,student,trust", in: "staff.csv")
            ],
            said: [
                "staff.csv:5:4: warning: role 'support-worker' with employment student: 'di' works at pace 1 by the best of the roles, and is not paid and no head, as student"
            ]),
        FindingProbe(
            "whole time equivalents for hours",
            [
                .put("substantive,1.0", for: "substantive,37.5", in: "staff.csv"),
                .put("substantive,0.8", for: "substantive,20", in: "staff.csv"),
            ],
            said: [
                "staff.csv:2:40: warning: contract_hours '1.0' beside 12 hours on the rota looks like whole-time equivalents (WTE), not hours a week; so it is in line 3"
            ]),
        FindingProbe(
            "more hours than the contract",
            [
                .put("substantive,7", for: "substantive,37.5", in: "staff.csv")
            ],
            said: [
                "staff.csv:2:40: notice: 'ann' has 12 hours on the rota in a week and contract_hours '7'"
            ]),
        FindingProbe(
            "no contract hours",
            [
                .put("substantive,", for: "substantive,20", in: "staff.csv")
            ],
            said: [
                "staff.csv:3:47: notice: 'bo' has 8 hours on the rota and no contract_hours, so all further hours are extra"
            ]),
        FindingProbe(
            "no hours at all to be booked in",
            [
                .put("bank,,0,15.25", for: "bank,,,15.25", in: "staff.csv")
            ],
            said: [
                "staff.csv:4:43: warning: max_hours 0 keeps 'cy' from being booked in the 2 sessions they are available for"
            ]),
        FindingProbe(
            "an hour too few to be booked in",
            [
                .put("bank,,3.5,15.25", for: "bank,,,15.25", in: "staff.csv")
            ],
            said: [
                "staff.csv:4:43: warning: max_hours 3.5 keeps 'cy' from being booked in the 2 sessions they are available for"
            ]),
        FindingProbe(
            "too many hours elsewhere to be booked",
            [
                .put("average_hours: 20", for: "agency_cap: 500", in: "week.yaml"),
                .set(
                    "other_hours.csv", to: "staff,week_starting,hours\ncy,2026-11-23,12\ndi,2026-11-23,16\n"),
            ],
            said: [
                "staff.csv:4:1: notice: average_hours keeps 'cy' from being booked in the 2 sessions they are available for, with what is worked before and elsewhere"
            ]),
        FindingProbe(
            "hours beyond the contract for nothing",
            [
                .put("8,,,", for: "20,,14,", in: "staff.csv")
            ],
            said: [
                "staff.csv:3:50: warning: extra hours of 'bo' are free: no hourly_cost is given, and they are available beyond contract_hours"
            ]),
        FindingProbe(
            "hours within the contract cost nothing anyway",
            [
                .put("20,,,", for: "20,,14,", in: "staff.csv")
            ],
            said: []),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
