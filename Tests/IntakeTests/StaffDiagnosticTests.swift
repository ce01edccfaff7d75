// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct StaffDiagnosticTests {
    @Test(arguments: [
        Probe(
            "staff.csv", "bo,support", "ann,support",
            "competencies.csv:3:1: error: staff 'bo' is not in staff.csv, in 2 rows, first line 3",
            "rota.csv:3:1: error: staff 'bo' is not in staff.csv",
            "staff.csv:3:1: error: staff 'ann' is there twice, first in line 2"),
        Probe(
            "staff.csv", "bo,support", "b@o,support",
            "competencies.csv:3:1: error: staff 'bo' is not in staff.csv, in 2 rows, first line 3",
            "rota.csv:3:1: error: staff 'bo' is not in staff.csv",
            "staff.csv:3:1: error: staff 'b@o' contains '@'"),
        Probe(
            "staff.csv", "bo,support-worker", "bo,suport-worker;student",
            "staff.csv:3:4: error: role 'suport-worker' is not in the framework; did you mean 'support-worker'?"
        ),
        Probe(
            "staff.csv", ",bank,", ",bnak,",
            "staff.csv:4:37: error: employment 'bnak' is not known; did you mean 'bank'?"),
        Probe(
            "staff.csv", "37.5,48", "£37.5,169",
            "staff.csv:2:40: error: contract_hours '£37.5' is not a number: leave out the pound sign",
            "staff.csv:2:46: error: max_hours '169' is more than 168"),
        Probe(
            "staff.csv", "37.5,48", "50,48",
            "staff.csv:2:43: warning: max_hours is below contract_hours"),
        Probe(
            "staff.csv", "15.25", "0",
            "staff.csv:4:44: warning: bank staff cost nothing an hour, so their bookings are free"),
        Probe(
            "staff.csv", "student,,,,", "student,,,9,",
            "staff.csv:5:38: notice: the hourly_cost of a student is not counted"),
        Probe(
            "staff.csv", "22,north,2", "22,nort,2",
            "staff.csv:2:51: error: team 'nort' is not in teams.csv; did you mean 'north'?"),
        Probe(
            "staff.csv", "2026-11-22 pm", "2026-11-23 am",
            "staff.csv:2:59: error: last_session_before '2026-11-23 am' is not before the horizon"),
        Probe(
            "staff.csv", "2026-11-22 pm", "2026-11-20 pm",
            "staff.csv:2:59: warning: last_session_before '2026-11-20 pm' and worked_days_before 2 do not go together"
        ),
        Probe(
            "staff.csv", "2026-11-22 pm", "2026-11-22 eve",
            "staff.csv:2:59: error: 'eve' is no session in week.yaml"),
        Probe(
            "staff.csv", "2026-11-22 pm", "22/11/2026 pm",
            "staff.csv:2:59: notice: last_session_before '22/11/2026' is read as 2026-11-22; so is every last_session_before of that form"
        ),
        Probe(
            "staff.csv", "2026-11-22 pm", "yesterday",
            "staff.csv:2:59: error: last_session_before 'yesterday' is no session"),
        Probe(
            "staff.csv", ",2,2026", ",400,2026",
            "staff.csv:2:57: error: worked_days_before '400' is more than 366"),
        Probe(
            "staff.csv", "15.25", "99999999999999999999",
            "staff.csv:4:44: error: hourly_cost '99999999999999999999' is more than 1000000"),
        Probe(
            "staff.csv", "15.25", "nan",
            "staff.csv:4:44: error: hourly_cost 'nan' is not a number"),
    ]) func everyFaultOfTheStaffIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }
}
