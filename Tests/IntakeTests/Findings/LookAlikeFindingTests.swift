// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Characters that look like others are named.
@Suite struct LookAlikeFindingTests {
    static let probes = [
        FindingProbe(
            "a blank that does not break",
            [
                .put("PT 01,", for: "ann,", in: "staff.csv"),
                .put("PT 01,", for: "ann,", in: "competencies.csv"),
                .put("PT 01,", for: "ann,", in: "current/deployments.csv"),
                .put("PT\u{A0}01,", for: "ann,", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:1: notice: staff 'PT\\u{a0}01' is read as 'PT 01' (U+00A0 NO-BREAK SPACE stands in it, not a plain blank)"
            ]),
        FindingProbe(
            "a hyphen that does not break",
            [
                .put("C-1,", for: "ann,", in: "staff.csv"),
                .put("C-1,", for: "ann,", in: "rota.csv"),
                .put("C-1,", for: "ann,", in: "current/deployments.csv"),
                .put("C\u{2011}1,", for: "ann,", in: "competencies.csv"),
            ],
            said: [
                "competencies.csv:2:1: notice: staff 'C\\u{2011}1' is read as 'C-1' (U+2011 NON-BREAKING HYPHEN stands in it, not '-')"
            ]),
        FindingProbe(
            "a mark of another alphabet",
            [
                .put("di,\u{410}", for: "di,A", in: "rota.csv")
            ],
            said: [
                "rota.csv:5:4: error: '\u{410}' is no mark of a rota (U+0410 CYRILLIC CAPITAL LETTER A stands in it, not 'A')"
            ]),
        FindingProbe(
            "a character that cannot be seen",
            [
                .put("ann\u{200B},", for: "ann,", in: "rota.csv")
            ],
            said: [
                "rota.csv:2:1: notice: staff 'ann\\u{200b}' is read as 'ann' (U+200B ZERO WIDTH SPACE stands in it, which cannot be seen)"
            ]),
        FindingProbe(
            "a whole column is told once",
            [
                .put("a 1,", for: "ann,", in: "staff.csv"),
                .put("b 1,", for: "bo,", in: "staff.csv"),
                .put("a 1,", for: "ann,", in: "competencies.csv"),
                .put("b 1,", for: "bo,", in: "competencies.csv"),
                .put("a 1,", for: "ann,", in: "current/deployments.csv"),
                .put("a\u{A0}1,", for: "ann,", in: "rota.csv"),
                .put("b\u{A0}1,", for: "bo,", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:1: notice: staff 'a\\u{a0}1' is read as 'a 1' (U+00A0 NO-BREAK SPACE stands in it, not a plain blank); 2 cells of rota.csv are like it"
            ]),
        FindingProbe(
            "a name in another alphabet is itself",
            [
                .put("employment,name,contract_hours", for: "employment,contract_hours", in: "staff.csv"),
                .put(
                    "substantive,\u{410}\u{43D}\u{43D}\u{430} \u{41A}\u{43E}\u{432}\u{430}\u{43B}\u{44C},37.5",
                    for: "substantive,37.5", in: "staff.csv"),
                .put("substantive,Bo,20", for: "substantive,20", in: "staff.csv"),
                .put("bank,Cy,,", for: "bank,,", in: "staff.csv"),
                .put("Northside,student,Di,", for: "Northside,student,", in: "staff.csv"),
            ],
            said: []),
    ]

    @Test(arguments: probes) func isNamed(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
