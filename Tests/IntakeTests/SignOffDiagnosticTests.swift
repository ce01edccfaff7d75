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

    @Test func whatOneWorkerAloneNeedsCountsWhereTheDemandHasOneGoAlone() throws {
        let lower = "bo,moving,2,2026-01-10"
        let fixture = WeekFixture().replacing("bo,moving,3,2026-01-10", with: lower, in: "competencies.csv")
        #expect(
            try fixture.problems() == [
                "demand.csv:4:9: warning: nobody holds competency 'moving' at level 3 or above, which activity 'transfer' asks for"
            ])
        #expect(
            try fixture.replacing("2026-11-24 am,1", with: "2026-11-24 am,0", in: "demand.csv").problems()
                == [])
    }

    @Test func ofTwoRowsAboutOneCompetencyTheLaterIsSaidToCount() throws {
        func said(_ rows: String...) throws -> [String] {
            try rows.reduce(WeekFixture()) { $0.adding($1, to: "competencies.csv") }.problems()
        }
        let opening = "'bo' has several rows for 'exercise', and the one signed off last counts: this one, "
        #expect(
            try said("bo,exercise,1,2026-11-20,,") == [
                "competencies.csv:7:15: warning: " + opening + "level 1, not level 2 of 2026-01-10 in line 3"
            ])
        #expect(
            try said("bo,exercise,2,2026-11-20,2026-11-22,") == [
                "competencies.csv:7:15: warning: " + opening
                    + "level 2, held until 2026-11-22, not level 2 of 2026-01-10 in line 3"
            ])
        // Of one day the row further down counts.
        #expect(
            try said("bo,exercise,1,2026-01-10,,") == [
                "competencies.csv:7:15: warning: " + opening + "level 1, not level 2 of 2026-01-10 in line 3"
            ])
        // Within the days planned, too; after them it does not matter yet, and is told of as one of the future.
        #expect(try said("bo,exercise,1,2026-11-24,,").count == 1)
        #expect(try !said("bo,exercise,1,2026-11-25,,").contains { $0.contains(opening) })
    }

    @Test func renewedSignOffsAreToldOfOnce() throws {
        let fixture = WeekFixture().adding("bo,exercise,2,2026-11-20,,", to: "competencies.csv")
        let opening =
            "competencies.csv:7:15: notice: 'bo' has several rows for 'exercise', and the one signed off last counts: "
            + "this one, not line 3"
        #expect(try fixture.problems() == [opening])
        // An older row that stands further down does not count.
        #expect(
            try fixture.adding("cy,moving,1,2025-01-10,,", to: "competencies.csv").problems() == [
                opening + "; so it is for 1 more of people's competencies"
            ])
    }
}
