// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Dates and names of sign-offs, approvals and agreements that are probably not meant.
@Suite struct SignOffFindingTests {
    static let probes = [
        FindingProbe(
            "dated after the last day",
            [
                .put("bo,moving,3,2027-01-01", for: "bo,moving,3,2026-01-10", in: "competencies.csv"),
                .add("ann,moving,1,2062-01-10,,Lead", to: "competencies.csv"),
            ],
            said: [
                "competencies.csv:4:13: warning: signed_off_on 2027-01-01 is after the last planned day, 2026-11-24, so it does not count in these days; nor does line 7",
                "demand.csv:4:9: warning: nobody holds competency 'moving' at level 3 or above, which activity 'transfer' asks for",
            ]),
        FindingProbe(
            "on the last day counts",
            [
                .put("di,exercise,1,2026-11-24", for: "di,exercise,1,2026-09-01", in: "competencies.csv")
            ],
            said: []),
        FindingProbe(
            "a century too late",
            [
                .put("2127-01-09", for: "2027-01-09", in: "competencies.csv"),
                .put("2126-12-31", for: "2026-12-31", in: "agreements.csv"),
                .put("2127-03-31", for: "2027-03-31", in: "../../Competencies/framework.yaml"),
            ],
            said: [
                "../../Competencies/framework.yaml:24:18: warning: review_on 2127-03-31 is 100 years after the week",
                "agreements.csv:2:28: warning: until 2126-12-31 is 100 years after the week",
                "competencies.csv:3:26: warning: expires_on 2127-01-09 is 100 years after the week",
            ]),
        FindingProbe(
            "never is no slip",
            [
                .put("2099-12-31", for: "2027-01-09", in: "competencies.csv")
            ],
            said: []),
        FindingProbe(
            "a century too early",
            [
                .put("bo,moving,3,1926-01-10", for: "bo,moving,3,2026-01-10", in: "competencies.csv")
            ],
            said: [
                "competencies.csv:4:13: warning: signed_off_on 1926-01-10 is 100 years before the week"
            ]),
        FindingProbe(
            "by oneself",
            [
                .put("bo,moving,3,2026-01-10,,BO", for: "bo,moving,3,2026-01-10,,", in: "competencies.csv"),
                .put("cy,moving,2,2026-01-10,, cy", for: "cy,moving,2,2026-01-10,,", in: "competencies.csv"),
            ],
            said: [
                "competencies.csv:4:25: warning: 'bo' is signed off by themselves; so is line 5"
            ]),
        FindingProbe(
            "an approval that has lapsed",
            [
                .put("2026-11-22", for: "2027-03-31", in: "../../Competencies/framework.yaml")
            ],
            said: [
                "../../Competencies/framework.yaml:24:18: notice: the delegation of 'session' lapsed with its review of 2026-11-22, so it counts on none of these days"
            ]),
        FindingProbe(
            "an approval that a decision renewed",
            [
                .put("2026-11-22", for: "2027-03-31", in: "../../Competencies/framework.yaml"),
                .set(
                    "decisions.csv",
                    to: "activity,decision,reason,by,on\nsession,allow,reviewed,Lead,2026-11-22\n"),
            ],
            said: []),
        FindingProbe(
            "an approval without approver and review",
            [
                .put("", for: "      approved_by: Lead\n", in: "../../Competencies/framework.yaml"),
                .put("", for: "      review_on: 2027-03-31\n", in: "../../Competencies/framework.yaml"),
            ],
            said: [
                "../../Competencies/framework.yaml:18:7: notice: the delegation of 'session' is approved by nobody that is named",
                "../../Competencies/framework.yaml:18:7: notice: the delegation of 'session' is approved without a day of review",
            ]),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
