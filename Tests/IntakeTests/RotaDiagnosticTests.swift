// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct RotaDiagnosticTests {
    @Test(arguments: [
        Probe(
            "rota.csv", "ann,R", "anna,R",
            "rota.csv:2:1: error: staff 'anna' is not in staff.csv; did you mean 'ann'?",
            "staff.csv:2:1: warning: 'ann' has no row in rota.csv and is taken as not available"),
        Probe(
            "rota.csv", "di,A,,,\n", "",
            "staff.csv:5:1: warning: 'di' has no row in rota.csv and is taken as not available"),
        Probe(
            "rota.csv", "di,A,,,", "di,A,,,\ndi,R,,,",
            "rota.csv:6:1: error: rota row 'di' is there twice, first in line 5"),
        Probe(
            "rota.csv", "R,A,L", "R,X,L",
            "rota.csv:2:9: error: 'X' is no mark of a rota: it most likely means a shift worked, or off if it is a day off"
        ),
        Probe(
            "rota.csv", "R,A,L", "r,a,l"),
        Probe(
            "rota.csv", "R,A,L", "R,A,L@north",
            "rota.csv:2:11: error: 'L@north' names a team for a session that is not worked"),
        Probe("rota.csv", "R,A,L", "R/120,a / 60,L/30"),
        Probe("rota.csv", "R,A,L", "R/240,A/1,L"),
        Probe(
            "rota.csv", "R,A,L", "R/0,A/241,L/x",
            "rota.csv:2:7: error: 'R/0' is not a part of the session, which has 240 paid minutes",
            "rota.csv:2:11: error: 'A/241' is not a part of the session, which has 240 paid minutes",
            "rota.csv:2:17: error: 'L/x' says no minutes after the stroke"),
        Probe(
            "rota.csv", "R,A,L", "R/,/60,L/99999999999999999999",
            "rota.csv:2:7: error: 'R/' says no minutes after the stroke",
            "rota.csv:2:10: error: '/60' has minutes and no mark",
            "rota.csv:2:14: error: 'L/99999999999999999999' is not a part of the session, which has 240 paid minutes"
        ),
        Probe(
            "rota.csv", "A@ward", "A/60@ward;north"),
        Probe(
            "rota.csv", "A@ward", "A@ward/60",
            "rota.csv:4:4: error: 'A@ward/60' has the minutes after the team"),
        Probe(
            "rota.csv", "A@ward", "A@ward;wrad",
            "rota.csv:4:4: error: team 'wrad' is not in teams.csv; did you mean 'ward'?"),
        Probe(
            "rota.csv", "A@ward", "A@ward; ward",
            "rota.csv:4:4: warning: 2026-11-23 am 'ward; ward' names 'ward' twice"),
        Probe(
            "rota.csv", "A@ward,A", "A,A@ward;north",
            "rota.csv:4:6: warning: 'cy' cannot be sent to 'ward' on 2026-11-23 pm: the team is closed then; the pin's other teams stand",
            "rota.csv:4:6: warning: 'cy' may do nothing that 'north' demands on 2026-11-23, and is there as a head alone"
        ),
        Probe(
            "rota.csv", "A@ward", "A@wrad",
            "rota.csv:4:4: error: team 'wrad' is not in teams.csv; did you mean 'ward'?"),
        Probe(
            "rota.csv", "A@ward,A", "A,A@ward",
            "rota.csv:4:6: error: 'cy' cannot be sent to 'ward' on 2026-11-23 pm: the team is closed then"),
        Probe(
            "rota.csv", "R@north", "R@ward"),
        Probe(
            "rota.csv", "di,A,", "di,A@ward,",
            "rota.csv:5:4: error: 'di' cannot be sent to 'ward' on 2026-11-23 am: placements.csv places them in 'north' on that day"
        ),
        Probe(
            "rota.csv", ",2026-11-24 pm", "",
            "rota.csv:1: error: column '2026-11-24 pm' is missing",
            "rota.csv:2:11: error: the row goes on after the header's last column with 'L'",
            "rota.csv:3:15: error: the row goes on after the header's last column with 'A'",
            "rota.csv:4:15: error: the row goes on after the header's last column with 'T'"),
        Probe(
            "rota.csv", "2026-11-24 pm", "2026-11-25 am",
            "rota.csv:1: error: column '2026-11-24 pm' is missing",
            "rota.csv:1:49: warning: column '2026-11-25 am' is left out: 2026-11-25 is outside the horizon, 2026-11-23 to 2026-11-24"
        ),
        Probe(
            "rota.csv", "2026-11-24 pm", "2026-11-24 am",
            "rota.csv:1: error: column '2026-11-24 pm' is missing",
            "rota.csv:1:49: error: column '2026-11-24 am' is there twice"),
        Probe(
            "rota.csv", "2026-11-24 pm", "24/11/2026 pm",
            "rota.csv:1:49: notice: session '24/11/2026' is read as 2026-11-24; so is every session of that form"
        ),
        Probe(
            "rota.csv", "staff,", "staff,nme,",
            "rota.csv:1:7: warning: column 'nme' is not known and is left out",
            "rota.csv:2: error: the row has 5 cells where the header has 6",
            "rota.csv:3: error: the row has 5 cells where the header has 6",
            "rota.csv:4: error: the row has 5 cells where the header has 6",
            "rota.csv:5: error: the row has 5 cells where the header has 6"),
        Probe(
            "rota.csv", "2026-11-24 pm", "2026-11-24 eve",
            "rota.csv:1: error: column '2026-11-24 pm' is missing",
            "rota.csv:1:49: warning: column '2026-11-24 eve' is left out: 'eve' is no part of the day in week.yaml"
        ),
    ]) func everyFaultOfTheRotaIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
