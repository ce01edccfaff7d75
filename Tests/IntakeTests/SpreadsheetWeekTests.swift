// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// The small week with tables as people keep them: what is certain is read as the week it is, with one notice a habit;
/// what is not is told once, with what would be right.
@Suite struct SpreadsheetWeekTests {
    static let heading = "staff,2026-11-23 am,2026-11-23 pm,2026-11-24 am,2026-11-24 pm"
    static let form = "; so is every session of that form"

    static let certain = [
        FindingProbe(
            "a rota with its parts of the day in capitals",
            [
                .put(
                    "2026-11-23 AM,2026-11-23 PM,2026-11-24 Am,2026-11-24 pm",
                    for: String(heading.dropFirst(6)), in: "rota.csv")
            ],
            said: ["rota.csv:1:7: notice: session '2026-11-23 AM' is read as 2026-11-23 am\(form)"]),
        FindingProbe(
            "a rota whose headings have no year",
            [
                .put(
                    "Mon 23 Nov AM,Mon 23 Nov PM,Tue 24 Nov AM,Tue 24 Nov PM",
                    for: String(heading.dropFirst(6)), in: "rota.csv")
            ],
            said: ["rota.csv:1:7: notice: session 'Mon 23 Nov AM' is read as 2026-11-23 am\(form)"]),
        FindingProbe(
            "a rota with the days in a row above the parts",
            [.put(",2026-11-23,,2026-11-24,\nstaff,am,pm,am,pm", for: heading, in: "rota.csv")],
            said: [
                "rota.csv:2: notice: the table is read as it was saved: its heading has two rows, lines 1 and 2"
            ]),
        FindingProbe(
            "a rota with the parts in a row below the days",
            [.put("staff,2026-11-23,,2026-11-24,\n,AM,PM,AM,PM", for: heading, in: "rota.csv")],
            said: [
                "rota.csv:1: notice: the table is read as it was saved: its heading has two rows, lines 1 and 2",
                "rota.csv:2:2: notice: session '2026-11-23 AM' is read as 2026-11-23 am\(form)",
            ]),
        FindingProbe(
            "a rota with a title and who is on duty beneath",
            [
                .put("Rota w/c 23 Nov,,,,\n" + heading, for: heading, in: "rota.csv"),
                .add("Total on duty,2,2,3,0", to: "rota.csv"),
            ],
            said: [
                "rota.csv:2: notice: the table is read as it was saved: left out: line 1 above the heading, 'Rota w/c 23 Nov', and the totals in line 7"
            ]),
        FindingProbe(
            "teams open in parts of the day in capitals",
            [.put("AM PM", for: "am pm", in: "teams.csv")],
            said: ["teams.csv:2:26: notice: sessions 'AM' is read as 'am'; so is every sessions of that form"]
        ),
        FindingProbe(
            "marks that week.yaml explains",
            [
                .put("marks: {AL: L, E: R, Sick: S, \"N/A\": off}\npolicy:", for: "policy:", in: "week.yaml"),
                .put("ann,E,e,A,AL\n", for: "ann,R,R,A,L\n", in: "rota.csv"),
                .put("cy,A@ward,A,sick,T\n", for: "cy,A@ward,A,S,T\n", in: "rota.csv"),
                .put("di,A,n/a,N/A,\n", for: "di,A,,,\n", in: "rota.csv"),
            ],
            said: []),
        FindingProbe(
            "marks with a team and with minutes",
            [
                .put("marks: {E: R}\npolicy:", for: "policy:", in: "week.yaml"),
                .put("bo,E@north,", for: "bo,R@north,", in: "rota.csv"),
                .put("ann,E/240,R", for: "ann,R,R", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:15: warning: 'L' is read as leave, beside marks of your own: is it a late?"
            ]),
        FindingProbe(
            "money with pound signs",
            [.put(",£15.25,", for: ",15.25,", in: "staff.csv")],
            said: [
                "staff.csv:4:44: notice: hourly_cost '£15.25' is read as 15.25; so is every hourly_cost of that form"
            ]),
        FindingProbe(
            "sign-offs dated by a spreadsheet's numbers",
            [.put("46032", for: "2026-01-10", in: "competencies.csv")],
            said: [
                "competencies.csv:2:13: notice: signed_off_on '46032' is read as 2026-01-10, the day that a spreadsheet counts so; so is every signed_off_on of that form"
            ]),
    ]

    @Test(arguments: certain) func whatIsCertainIsReadAsTheWeekItIs(_ probe: FindingProbe) throws {
        let read = try probe.fixture.read()
        #expect(Probe.lines(read.diagnostics) == probe.said)
        #expect(read.week?.content == (try WeekFixture().read().week?.content))
    }

    @Test func latesThatAreWrittenAsLeaveIsAreAskedAbout() throws {
        let probe = FindingProbe(
            "lates that are written as leave is",
            [
                .put("marks: {AL: L, E: R}\npolicy:", for: "policy:", in: "week.yaml"),
                .put("ann,L,l,A,AL\n", for: "ann,R,R,A,L\n", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:5: warning: 'L' is read as leave, beside marks of your own: is it a late? 2 cells have it"
            ])
        #expect(Probe.lines(try probe.fixture.read().diagnostics) == probe.said)
    }

    static let uncertain = [
        FindingProbe(
            "marks that people use, once each with what they likely mean",
            [
                .put("ann,AL,al,A,L\n", for: "ann,R,R,A,L\n", in: "rota.csv"),
                .put("di,A,Off,N/A,1\n", for: "di,A,,,\n", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:5: error: 'AL' is no mark of a rota: it most likely means annual leave; so is 1 more cell",
                "rota.csv:5:6: error: 'Off' is no mark of a rota: it most likely means a day off",
                "rota.csv:5:10: error: 'N/A' is no mark of a rota: it most likely means a day off",
                "rota.csv:5:14: error: '1' is no mark of a rota: it most likely means a shift worked",
            ]),
        FindingProbe(
            "a mark that nobody knows, once",
            [.put("ann,Q,q,A,L\n", for: "ann,R,R,A,L\n", in: "rota.csv")],
            said: ["rota.csv:2:5: error: 'Q' is no mark of a rota; so is 1 more cell"]),
        FindingProbe(
            "marks of week.yaml that mean nothing",
            [.put("marks: {AL: X, R: L, D: R, d: A}\npolicy:", for: "policy:", in: "week.yaml")],
            said: [
                "rota.csv:2:11: warning: 'L' is read as leave, beside marks of your own: is it a late?",
                "week.yaml:7:13: error: mark 'AL' means 'X', which is none",
                "week.yaml:7:16: error: mark 'R' has a meaning already",
                "week.yaml:7:28: error: mark 'd' is there twice",
            ]),
        FindingProbe(
            "people by their names",
            [
                .put("employment,name,contract_hours", for: "employment,contract_hours", in: "staff.csv"),
                .put("substantive,Ann Marsh,37.5", for: "substantive,37.5", in: "staff.csv"),
                .put("substantive,Bo O\u{2019}Dowd,20", for: "substantive,20", in: "staff.csv"),
                .put("bank,Cy,,", for: "bank,,", in: "staff.csv"),
                .put("Northside,student,Di,", for: "Northside,student,", in: "staff.csv"),
                .put("Ann Marsh,R", for: "ann,R", in: "rota.csv"),
                .put("bo o'dowd,R", for: "bo,R", in: "rota.csv"),
            ],
            said: [
                "rota.csv:2:1: error: staff 'Ann Marsh' is not in staff.csv: that is what 'ann' is called, and tables know staff by identifiers; so is 1 more cell"
            ]),
        FindingProbe(
            "a name that two have",
            [
                .put("employment,name,contract_hours", for: "employment,contract_hours", in: "staff.csv"),
                .put("substantive,Jo Li,37.5", for: "substantive,37.5", in: "staff.csv"),
                .put("substantive,Jo Li,20", for: "substantive,20", in: "staff.csv"),
                .put("bank,Cy,,", for: "bank,,", in: "staff.csv"),
                .put("Northside,student,Di,", for: "Northside,student,", in: "staff.csv"),
                .put("Jo Li,R,R", for: "ann,R,R", in: "rota.csv"),
                .add("ann,,,,", to: "rota.csv"),
            ],
            said: ["rota.csv:2:1: error: staff 'Jo Li' is not in staff.csv: 2 are called so"]),
        FindingProbe(
            "a rota whose headings are no sessions",
            [
                .put(
                    "staff,Monday morning,Monday afternoon,Tuesday morning,Tuesday afternoon", for: heading,
                    in: "rota.csv")
            ],
            said: ["rota.csv:1:7: error: column 'Monday morning' is no session; nor are 3 more columns"]),
        FindingProbe(
            "a rota whose dates fit the week month first alone",
            [
                .put("2026-12-07", for: "2026-11-23", in: "week.yaml"),
                .put(
                    "staff,12/07/2026 am,12/07/2026 pm,12/08/2026 am,12/08/2026 pm", for: heading,
                    in: "rota.csv"),
                .set(
                    "demand.csv",
                    to:
                        "line,team,activity,priority,contacts,earliest,latest\nd1,north,session,urgent,6,2026-12-07 am,2026-12-08 pm\n"
                ),
                .put("2026-12-07 am", for: "2026-11-23 am", in: "current/deployments.csv"),
                .put("2026-12-06 pm", for: "2026-11-22 pm", in: "staff.csv"),
            ],
            said: [
                "rota.csv:1:7: error: is the month first? Read day first, 4 of the columns of rota.csv are not of the days planned, and read month first all are: the days planned are 2026-12-07 to 2026-12-08",
                "rota.csv:1:7: notice: session '12/07/2026' is read day first, as 2026-07-12; so is every session of that form",
            ]),
        FindingProbe(
            "sign-offs that can only be month first",
            [.put("10/13/2025", for: "2026-01-10", in: "competencies.csv")],
            said: [
                "competencies.csv:2:13: error: is the month first? signed_off_on '10/13/2025' can only be read so, and the other dates of the column can be; there are 4"
            ]),
        FindingProbe(
            "words that people have for employment",
            [.put("trust,Northside,Permanent,20", for: "trust,Northside,substantive,20", in: "staff.csv")],
            said: ["staff.csv:3:35: error: employment 'Permanent' is not known; did you mean 'substantive'?"]),
        FindingProbe(
            "a word that is nobody's, filled down a column",
            [.put("trust,Northside,Permanent,", for: "trust,Northside,substantive,", in: "staff.csv")],
            said: [
                "staff.csv:2:28: error: employment 'Permanent' is not known, in 2 rows, first line 2; did you mean 'substantive'?"
            ]),
        FindingProbe(
            "hours as a share of whole time",
            [
                .put("substantive,1.0 WTE,48", for: "substantive,37.5,48", in: "staff.csv"),
                .put("substantive,0.5 WTE,", for: "substantive,20,", in: "staff.csv"),
            ],
            said: [
                "staff.csv:2:40: error: contract_hours '1.0 WTE' is in WTE, and hours are wanted; so is 1 more cell"
            ]),
        FindingProbe(
            "a rota with a column a day",
            [
                .set("rota.csv", to: "staff,Mon 23 Nov,Tue 24 Nov\nann,R,L\nbo,R,\ncy,,\ndi,,\n")
            ],
            said: [
                "rota.csv:1:7: error: column 'Mon 23 Nov' is a day, and rota.csv has a column a session: a rota with a column a day comes in by skillmix import rota"
            ]),
        FindingProbe(
            "a team by what it is called",
            [.put(",14,North team,", for: ",14,north,", in: "staff.csv")],
            said: [
                "staff.csv:3:54: error: team 'North team' is not in teams.csv: that is what 'north' is called, and tables know team by identifiers"
            ]),
        FindingProbe(
            "a role by a word of its name",
            [.put("bo,Band 3 Support,trust", for: "bo,support-worker,trust", in: "staff.csv")],
            said: [
                "staff.csv:3:4: error: role 'Band 3 Support' is not in the framework; did you mean 'support-worker'?"
            ]),
    ]

    @Test(arguments: uncertain) func whatIsNotCertainIsToldOnce(_ probe: FindingProbe) throws {
        let read = try probe.fixture.read()
        #expect(Probe.lines(read.diagnostics) == probe.said)
        #expect(read.week == nil)
    }

    @Test func aWorkbookInPlaceOfTablesIsToldOnce() throws {
        let tables = ["teams.csv", "staff.csv", "competencies.csv", "rota.csv", "demand.csv"]
        let fixture = tables.reduce(WeekFixture().setting("our week.xlsx", to: "PK")) { $0.without($1) }
            .without("placements.csv").without("current/deployments.csv").without("agreements.csv")
        #expect(
            try fixture.problems() == [
                "our week.xlsx: error: our week.xlsx is a workbook, and a week is read from tables: 5 are missing"
            ])
        // Beside its tables it says nothing.
        #expect(try WeekFixture().setting("our week.xlsx", to: "PK").problems() == [])
    }

    @Test func theLikelyMeaningIsOfferedForTheRotaAndForWeekYAML() throws {
        let read = try WeekFixture().replacing("ann,R,R,A,L", with: "ann,A/L,R,A,L", in: "rota.csv").read()
        #expect(read.diagnostics.map(\.expected) == ["L, or in week.yaml marks: {\"A/L\": L}"])
    }
}
