// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct OptionalFileDiagnosticTests {
    @Test(arguments: [
        Probe(
            "agreements.csv", "trust,council", "trst,council",
            "agreements.csv:2:1: warning: employer 'trst' is nobody's employer in staff.csv; did you mean 'trust'?"
        ),
        Probe(
            "agreements.csv", "trust,council", "trust,consil",
            "agreements.csv:2:7: warning: organisation 'consil' runs no team in teams.csv; did you mean 'council'?"
        ),
        Probe(
            "agreements.csv", "student", "studnt",
            "agreements.csv:3:15: error: role 'studnt' is not in the framework; did you mean 'student'?"),
        Probe(
            "agreements.csv", "2026-12-31", "2025-12-31",
            "agreements.csv:2:28: error: until 2025-12-31 is before from 2026-01-01"),
        Probe(
            "travel.csv", "Southside", "Southend",
            "teams.csv:3:17: warning: locality 'Southside' is not in travel.csv, so there is no way to or from it; did you mean 'Northside'?"
        ),
        Probe(
            "travel.csv", ",20", ",20\nNorthside,Southside,25",
            "travel.csv:3:1: error: the way 'Northside, Southside' is there twice, first in line 2"),
        Probe(
            "travel.csv", ",20", ",quick",
            "travel.csv:2:21: error: minutes 'quick' is not a whole number"),
        Probe(
            "placements.csv", "di,north", "dy,north",
            "placements.csv:2:1: error: staff 'dy' is not in staff.csv; did you mean 'cy'?"),
        Probe(
            "placements.csv", "di,north", "di,nrth",
            "placements.csv:2:4: error: team 'nrth' is not in teams.csv; did you mean 'north'?"),
        Probe(
            "placements.csv", "2026-11-01,", "2026-11-01,2026-10-01",
            "placements.csv:2:21: error: until 2026-10-01 is before from 2026-11-01"),
        Probe(
            "placements.csv", "2026-11-01,", "2026-11-01,\ndi,ward,2026-12-01,2026-12-31",
            "placements.csv:3:4: error: 'di' is placed in 'ward' while still in 'north' (line 2)"),
        Probe(
            "current/deployments.csv", "ann,", "anne,",
            "current/deployments.csv:2:1: warning: staff 'anne' is not in staff.csv; the row is left out; did you mean 'ann'?"
        ),
        Probe(
            "current/deployments.csv", "ann,2026-11-23 am,north",
            "anne,2026-11-23 am,north,rostered,240,90\nanne,2026-11-23 pm,north",
            "current/deployments.csv:2:1: warning: staff 'anne' is not in staff.csv; 2 rows are left out; did you mean 'ann'?"
        ),
        Probe(
            "current/deployments.csv", ",north", ",south",
            "current/deployments.csv:2:19: warning: team 'south' is not in teams.csv; the row is left out"),
        Probe(
            "current/deployments.csv", "2026-11-23 am", "2026-11-20 am",
            "current/deployments.csv:2:5: warning: 2026-11-20 is outside the horizon, 2026-11-23 to 2026-11-24; the row is left out"
        ),
        Probe(
            "current/deployments.csv", "240,90", "240,90\nann,2026-11-23 am,ward,rostered,240,0",
            "current/deployments.csv:3:1: error: deployment of 'ann in 2026-11-23 am' is there twice, first in line 2"
        ),
        Probe(
            "current/deployments.csv", "minutes,contact", "minutse,contact",
            "current/deployments.csv:1:28: warning: column 'minutse' is not known and is left out; did you mean 'minutes'?"
        ),
    ]) func everyFaultOfTheOptionalFilesIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
