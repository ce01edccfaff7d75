// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct DemandDiagnosticTests {
    @Test(arguments: [
        Probe(
            "demand.csv", "d2,north", "d1,north",
            "demand.csv:3:1: error: line 'd1' is there twice, first in line 2"),
        Probe(
            "demand.csv", "d1,north", "d1,nort",
            "demand.csv:2:4: error: team 'nort' is not in teams.csv; did you mean 'north'?"),
        Probe(
            "demand.csv", "call", "cal",
            "demand.csv:3:10: error: activity 'cal' is not in the framework; did you mean 'call'?"),
        Probe(
            "demand.csv", "urgent", "soon",
            "demand.csv:2:18: error: priority 'soon' is not known"),
        Probe(
            "demand.csv", "urgent,6", "urgent,100001",
            "demand.csv:2:25: error: contacts '100001' is more than 100000"),
        Probe(
            "demand.csv", "urgent,6", "urgent,0"),
        Probe(
            "demand.csv", "2026-11-24 pm", "2026-11-30 pm",
            "demand.csv:2:41: error: latest '2026-11-30 pm': 2026-11-30 is outside the horizon, 2026-11-23 to 2026-11-24"
        ),
        Probe(
            "demand.csv", "2026-11-23 am,2026-11-23 pm", "2026-11-23 pm,2026-11-23 am",
            "demand.csv:3:39: error: latest '2026-11-23 am' is before earliest"),
        Probe(
            "demand.csv", "2026-11-23 am,2026-11-24 am,1", "2026-11-23 pm,2026-11-23 pm,1",
            "demand.csv:4:29: warning: team 'ward' is never open from earliest to latest, so these contacts cannot be met"
        ),
        Probe(
            "demand.csv", "24 am,1", "24 am,3",
            "demand.csv:4:57: error: single_handed_contacts 3 is more than the 2 contacts of the line"),
        Probe(
            "demand.csv", "24 pm,", "24 pm,1",
            "demand.csv:2:55: error: single_handed_contacts 1, but activity 'session' takes one worker anyway"
        ),
        Probe(
            "demand.csv", "critical,2", "critical,2.5",
            "demand.csv:4:27: error: contacts '2.5' is not a whole number"),
    ]) func everyFaultOfTheDemandIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
