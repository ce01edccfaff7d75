// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// One cause, one message: told once, first, with the first place and the count.
@Suite struct CauseFindingTests {
    static let probes = [
        FindingProbe(
            "a start that is no monday",
            [
                .put("2026-11-22", for: "2026-11-23", in: "week.yaml")
            ],
            said: [
                "week.yaml:1:16: error: week_starting '2026-11-22' is a Sun, not a Monday"
            ]),
        FindingProbe(
            "a start in mid week",
            [
                .put("2026-11-25", for: "2026-11-23", in: "week.yaml")
            ],
            said: [
                "week.yaml:1:16: error: week_starting '2026-11-25' is a Wed, not a Monday"
            ]),
        FindingProbe(
            "a rota of another week",
            [
                .put("2026-11-16", for: "2026-11-23", in: "rota.csv"),
                .put("2026-11-17", for: "2026-11-24", in: "rota.csv"),
            ],
            said: [
                "rota.csv:1:7: error: rota.csv is of another week: all of its 4 columns lie in 2026-11-16 to 2026-11-17, and the days planned are 2026-11-23 to 2026-11-24"
            ]),
        FindingProbe(
            "rota and demand of another week",
            [
                .put("2026-11-30", for: "2026-11-23", in: "week.yaml"),
                .put("2026-11-30", for: "2026-11-23", in: "current/deployments.csv"),
            ],
            said: [
                "week.yaml:1:16: error: rota.csv and demand.csv are of the week of 2026-11-23, and the days planned are 2026-11-30 to 2026-12-01",
                "staff.csv:2:59: warning: last_session_before '2026-11-22 pm' and worked_days_before 2 do not go together",
            ]),
        FindingProbe(
            "a plan in force of another week",
            [
                .put("2026-11-16", for: "2026-11-23", in: "current/deployments.csv"),
                .add("bo,2026-11-17 am,north,rostered,240,90", to: "current/deployments.csv"),
            ],
            said: [
                "current/deployments.csv:2:5: warning: current/deployments.csv is of another week: all of its 2 sessions lie in 2026-11-16 to 2026-11-17, and the days planned are 2026-11-23 to 2026-11-24, so all of it is left out"
            ]),
        FindingProbe(
            "columns of other days",
            [
                .put("2026-11-24 pm,2026-11-25 am,2026-11-25 pm", for: "2026-11-24 pm", in: "rota.csv"),
                .put("A,L,,", for: "A,L", in: "rota.csv"),
                .put("R,A,,\n", for: "R,A\n", in: "rota.csv"),
                .put("S,T,,", for: "S,T", in: "rota.csv"),
                .put("di,A,,,,,", for: "di,A,,,", in: "rota.csv"),
            ],
            said: [
                "rota.csv:1:63: warning: column '2026-11-25 am' is left out: 2026-11-25 is outside the horizon, 2026-11-23 to 2026-11-24; so is 1 more column"
            ]),
        FindingProbe(
            "a heading filled to the right",
            [
                .put(
                    "2026-11-23 am,2026-11-23 am,2026-11-23 am",
                    for: "2026-11-23 pm,2026-11-24 am,2026-11-24 pm", in: "rota.csv")
            ],
            said: [
                "rota.csv:1:21: error: column '2026-11-23 am' is there twice; so are 2 more columns",
                "rota.csv:1: error: column '2026-11-23 pm' is missing; so are those of 2 more sessions",
            ]),
        FindingProbe(
            "leading zeros lost",
            [
                .put("0012,", for: "ann,", in: "staff.csv"),
                .put("0013,", for: "bo,", in: "staff.csv"),
                .put("12,", for: "ann,", in: "competencies.csv"),
                .put("13,", for: "bo,", in: "competencies.csv"),
                .put("12,", for: "ann,", in: "rota.csv"),
                .put("13,", for: "bo,", in: "rota.csv"),
                .put("0012,", for: "ann,", in: "current/deployments.csv"),
            ],
            said: [
                "competencies.csv:2:1: error: staff '12' is not in staff.csv; did you mean '0012'? Perhaps a spreadsheet took leading zeros away; 5 cells of competencies.csv, rota.csv are like it"
            ]),
        FindingProbe(
            "leading zeros lost in one cell",
            [
                .put("0012,", for: "ann,", in: "staff.csv"),
                .put("0012,", for: "ann,", in: "competencies.csv"),
                .put("12,", for: "ann,", in: "rota.csv"),
                .put("0012,", for: "ann,", in: "current/deployments.csv"),
            ],
            said: [
                "rota.csv:2:1: error: staff '12' is not in staff.csv; did you mean '0012'? Perhaps a spreadsheet took leading zeros away"
            ]),
        FindingProbe(
            "an exponent made of an identifier",
            [
                .put("1E5,", for: "ann,", in: "staff.csv"),
                .put("1E5,", for: "ann,", in: "competencies.csv"),
                .put("100000,", for: "ann,", in: "rota.csv"),
                .put("1E5,", for: "ann,", in: "current/deployments.csv"),
            ],
            said: [
                "rota.csv:2:1: error: staff '100000' is not in staff.csv; did you mean '1E5'? Perhaps a spreadsheet rewrote it",
                "staff.csv:2:1: notice: staff '1E5' becomes 1E+05 when a spreadsheet opens and saves the table",
            ]),
        FindingProbe(
            "a date made of an identifier",
            [
                .put("1-2,", for: "ann,", in: "staff.csv"),
                .put("1-2,", for: "ann,", in: "competencies.csv"),
                .put("01-Feb,", for: "ann,", in: "rota.csv"),
                .put("1-2,", for: "ann,", in: "current/deployments.csv"),
            ],
            said: [
                "rota.csv:2:1: error: staff '01-Feb' is not in staff.csv; did you mean '1-2'? Perhaps a spreadsheet rewrote it",
                "staff.csv:2:1: notice: staff '1-2' becomes a date when a spreadsheet opens and saves the table",
            ]),
        FindingProbe(
            "a heading in the middle of a table",
            [
                .add("staff,team,from,until", to: "placements.csv"),
                .add("bo,north,2026-11-01,", to: "placements.csv"),
                .add("staff,team,from,until", to: "placements.csv"),
            ],
            said: [
                "placements.csv:3:1: warning: the heading stands here again and is left out; so is 1 more row"
            ]),
    ]

    @Test(arguments: probes) func isToldOnce(_ probe: FindingProbe) throws {
        #expect(try probe.problems() == probe.said)
    }
}
