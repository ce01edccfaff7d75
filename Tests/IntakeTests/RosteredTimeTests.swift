// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Rostered sessions that break a working-time rule among themselves stand, with a warning.
@Suite struct RosteredTimeTests {
    private func problems(policy: String, staff: (old: String, new: String)? = nil) throws -> [String] {
        var fixture = WeekFixture().replacing("agency_cap: 500", with: policy, in: "week.yaml")
        if let staff { fixture = fixture.replacing(staff.old, with: staff.new, in: "staff.csv") }
        let reading = try fixture.read()
        #expect(reading.week != nil)
        return Probe.lines(reading.diagnostics)
    }

    @Test func sessionsADay() throws {
        #expect(
            try problems(policy: "maximum_sessions_per_day: 1") == [
                "rota.csv:2:7: warning: 'ann' is rostered for more sessions a day than maximum_sessions_per_day"
            ])
    }

    @Test func hoursAWeek() throws {
        #expect(
            try problems(policy: "agency_cap: 1", staff: ("37.5,48", "7.5,7.5")) == [
                "rota.csv:2:7: warning: 'ann' is rostered beyond max_hours in the week of 2026-11-23"
            ])
    }

    @Test func daysInARowCountThoseWorkedBefore() throws {
        #expect(
            try problems(policy: "maximum_days_in_a_row: 2") == [
                "rota.csv:2:5: warning: 'ann' is rostered for 3 days in a row, counting worked_days_before"
            ])
    }

    @Test func daysAWeek() throws {
        #expect(
            try problems(policy: "maximum_days_per_week: 1") == [
                "rota.csv:3:13: warning: 'bo' is rostered for more days than maximum_days_per_week in the week of 2026-11-23"
            ])
    }

    @Test func restBetweenDaysAndSinceTheLastSessionBefore() throws {
        #expect(
            try problems(policy: "minimum_rest_hours: 15.5") == [
                "rota.csv:2:5: warning: 'ann' is rostered with less rest than minimum_rest_hours before this session"
            ])
        #expect(try problems(policy: "minimum_rest_hours: 15") == [])
    }
}
