// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Identifiers that a spreadsheet rewrites.
@Suite struct IdentifierFindingTests {
    static let probes = [
        FindingProbe(
            "not rewritten and rewritten",
            [
                .put("007,", for: "d1,", in: "demand.csv"),
                .put("1E5,", for: "d2,", in: "demand.csv"),
                .put("=1+1,", for: "d3,", in: "demand.csv"),
                .put("ward,P2,council", for: "ward,P2,council", in: "teams.csv"),
            ],
            said: [
                "demand.csv:2:1: notice: line '007' becomes 7 when a spreadsheet opens and saves the table; 2 more here do not survive one either"
            ]),
        FindingProbe(
            "two that differ in capitals",
            [
                .put("D1,", for: "d2,", in: "demand.csv")
            ],
            said: [
                "demand.csv:3:1: notice: line 'D1' differs from 'd1' in line 2 in capitals alone, which spreadsheets take for the same"
            ]),
        FindingProbe(
            "a locality that is a date",
            [
                .put("2-Mar", for: "Northside", in: "staff.csv"),
                .put("2-Mar", for: "Northside", in: "teams.csv"),
                .put("2-Mar", for: "Northside", in: "travel.csv"),
            ],
            said: [
                "staff.csv:2:18: notice: base_locality '2-Mar' becomes a date when a spreadsheet opens and saves the table",
                "teams.csv:2:16: notice: locality '2-Mar' becomes a date when a spreadsheet opens and saves the table",
            ]),
    ]

    @Test(arguments: probes) func isTold(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
