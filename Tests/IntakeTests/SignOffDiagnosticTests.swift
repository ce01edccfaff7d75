// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct SignOffDiagnosticTests {
    @Test(arguments: [
        Probe(
            "competencies.csv", "ann,rehab,3", "anne,rehab,3",
            "competencies.csv:2:1: error: staff 'anne' is not in staff.csv; did you mean 'ann'?"),
        Probe(
            "competencies.csv", "ann,rehab,3", "ann,rehabb,3",
            "competencies.csv:2:5: error: competency 'rehabb' is not in the framework; did you mean 'rehab'?"),
        Probe(
            "competencies.csv", "ann,rehab,3", "ann,rehab,4",
            "competencies.csv:2:11: error: level '4' is more than 3"),
        Probe(
            "competencies.csv", "ann,rehab,3", "ann,rehab,",
            "competencies.csv:2:11: error: level is blank"),
        Probe(
            "competencies.csv", "2027-01-09", "2026-01-09",
            "competencies.csv:3:26: error: expires_on 2026-01-09 is before signed_off_on 2026-01-10"),
        Probe(
            "competencies.csv", "2026-09-01", "03/09/2026",
            "competencies.csv:6:15: notice: signed_off_on '03/09/2026' is read day first, as 2026-09-03; so is every signed_off_on of that form"
        ),
        Probe(
            "competencies.csv", "2026-09-01", "13/09/2026",
            "competencies.csv:6:15: notice: signed_off_on '13/09/2026' is read as 2026-09-13; so is every signed_off_on of that form"
        ),
        Probe(
            "competencies.csv", "2026-09-01", "1-Sep-2026",
            "competencies.csv:6:15: notice: signed_off_on '1-Sep-2026' is read as 2026-09-01; so is every signed_off_on of that form"
        ),
        Probe(
            "competencies.csv", "2026-09-01", "31/02/2026",
            "competencies.csv:6:15: error: signed_off_on '31/02/2026' is not in the calendar"),
        Probe(
            "competencies.csv", "2026-09-01", "1800-01-01",
            "competencies.csv:6:15: error: signed_off_on '1800-01-01' is not in the years 1900–2199"),
        Probe(
            "competencies.csv", "2026-09-01", "09-2026",
            "competencies.csv:6:15: error: signed_off_on '09-2026' is no date"),
        Probe(
            "competencies.csv", "ann,rehab,3", "ann,rehab,1",
            "demand.csv:2:10: warning: nobody holds competency 'rehab' at level 2 or above, which activity 'session' asks for"
        ),
    ]) func everyFaultOfTheSignOffsIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
