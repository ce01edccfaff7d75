// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct WeekFileDiagnosticTests {
    @Test(arguments: [
        Probe(
            "week.yaml", "2026-11-23", "2026-11-24",
            "week.yaml:1:16: error: week_starting '2026-11-24' is a Tue, not a Monday"),
        Probe(
            "week.yaml", "2026-11-23", "23/11/2026",
            "week.yaml:1:16: notice: week_starting '23/11/2026' is read as 2026-11-23; so is every week_starting of that form"
        ),
        Probe(
            "week.yaml", "2026-11-23", "2026-11-31",
            "week.yaml:1:16: error: week_starting '2026-11-31' is not in the calendar"),
        Probe(
            "week.yaml", "2026-11-23", "next week",
            "week.yaml:1:16: error: week_starting 'next week' is no date"),
        Probe(
            "week.yaml", "2026-11-23", "23/11/26",
            "week.yaml:1:16: notice: week_starting '23/11/26' is read as 2026-11-23; so is every week_starting of that form"
        ),
        Probe(
            "week.yaml", "week_starting: 2026-11-23\n", "",
            "week.yaml:1:1: error: week.yaml has no 'week_starting'"),
        Probe(
            "week.yaml", "days: 2", "days: 29",
            "week.yaml:3:7: error: days '29' is more than 28"),
        Probe(
            "week.yaml", "days: 2", "days: two",
            "week.yaml:3:7: error: days 'two' is not a whole number"),
        Probe(
            "week.yaml", "days: 2", "dyas: 2\ndays: 2",
            "week.yaml:3:1: error: key 'dyas' of week.yaml is not known; did you mean 'days'?"
        ),
        Probe(
            "week.yaml", "../../Competencies/framework.yaml", "/etc/passwd",
            "week.yaml:2:12: error: framework '/etc/passwd' is no path from this folder"),
        Probe(
            "week.yaml", "ends: 17:00", "ends: 25:00",
            "week.yaml:6:29: error: ends '25:00' is not on the clock"),
        Probe(
            "week.yaml", "ends: 17:00", "ends: 12:30",
            "week.yaml:6:3: error: session 'pm' ends at 12:30 on the next day, when session 'am' has begun"),
        Probe(
            "week.yaml", "ends: 17:00", "ends: 24:00",
            "rota.csv:2:5: warning: 'ann' is rostered with less rest than minimum_rest_hours before this session"
        ),
        Probe(
            "week.yaml", "starts: 13:00", "starts: 11:30",
            "week.yaml:6:3: error: session 'pm' begins before session 'am' ends"),
        Probe(
            "week.yaml", "starts: 13:00", "starts: noon",
            "week.yaml:6:16: error: starts 'noon' is no time"),
        Probe(
            "week.yaml", "starts: 13:00, ", "",
            "week.yaml:6:7: error: session 'pm' has no 'starts'"),
        Probe(
            "week.yaml", "uplift: 0.1", "uplift: 10%",
            "week.yaml:6:44: error: uplift '10%' is not a number: write a share, 0.3 for 30 per cent"),
        Probe(
            "week.yaml", "uplift: 0.1", "uplift: 30",
            "week.yaml:6:44: error: uplift '30' is more than 10"),
        Probe(
            "week.yaml", "  pm:", "  am:",
            "week.yaml:5:3: error: key 'am' is there twice in one mapping"),
        Probe(
            "week.yaml", "{critical: 8}", "{critical: -8, urgnet: 3}",
            "week.yaml:8:28: error: critical '-8' is less than 0",
            "week.yaml:8:32: error: key 'urgnet' of unmet_minute is not known; did you mean 'urgent'?"
        ),
        Probe(
            "week.yaml", "{critical: 8}", "8",
            "week.yaml:8:17: error: unmet_minute is a single value, not a mapping of keys to values"),
        Probe(
            "week.yaml", "agency_cap: 500", "agency_cap: null\n  bank_cap: 1,5",
            "week.yaml:10:13: error: bank_cap '1,5' is not a number: use a point for decimals, and nothing between thousands"
        ),
        Probe(
            "week.yaml", "agency_cap: 500", "overtime_factor: 0.5",
            "week.yaml:9:20: error: overtime_factor '0.5' is less than 1"),
        Probe(
            "week.yaml", "agency_cap: 500", "maximum_sessions_per_day: 0",
            "week.yaml:9:29: error: maximum_sessions_per_day '0' is less than 1"),
        Probe(
            "week.yaml", "agency_cap: 500", "booking_minimum_sessions: -1",
            "week.yaml:9:29: error: booking_minimum_sessions '-1' is less than 0"),
        Probe(
            "week.yaml", "agency_cap: 500", "away_sesion: 1",
            "week.yaml:9:3: error: key 'away_sesion' of policy is not known; did you mean 'away_session'?"
        ),
        Probe(
            "week.yaml", "agency_cap: 500", "weekend_uplift: {saturday: -1}",
            "week.yaml:9:30: error: saturday '-1' is less than 0"),
        Probe(
            "week.yaml", "agency_cap: 500", "low_utilisation: {registered: 33%, support: 1.5, physio: -0.1}",
            "week.yaml:9:33: error: registered '33%' is not a number: write a share, 0.3 for 30 per cent",
            "week.yaml:9:47: error: support '1.5' is more than 1",
            "week.yaml:9:60: error: physio '-0.1' is less than 0"),
        Probe(
            "week.yaml", "agency_cap: 500", "low_utilisation: {phisio: 0.4}",
            "week.yaml:9:21: error: key 'phisio' of low_utilisation is not known; did you mean 'physio'?"),
        Probe(
            "week.yaml", "agency_cap: 500", "low_utilisation: {everybody: 0.4}",
            "week.yaml:9:21: warning: key 'everybody' of low_utilisation is not known and is left out"),
        Probe(
            "week.yaml", "agency_cap: 500", "low_utilisation: 0.4",
            "week.yaml:9:20: error: low_utilisation is a single value, not a mapping of keys to values"),
        Probe(
            "week.yaml", "agency_cap: 500", "full_time_hours: [37.5]",
            "week.yaml:9:20: error: full_time_hours is a list, not a single value"),
    ]) func everyFaultOfTheWeekFileIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }

    @Test func thresholdsOfLowUtilisationAreReadForKindsBedsAndRoles() throws {
        let fixture = WeekFixture().replacing(
            "agency_cap: 500", with: "low_utilisation: {support-worker: 0.5, support: 0.4, physio: 0.48}",
            in: "week.yaml")
        let thresholds = try #require(try fixture.read().week).policy.lowUtilisation
        var expected = UtilisationThresholds()
        expected.support = 0.4
        expected.roles = [.init(role: "support-worker", share: 0.5), .init(role: "physio", share: 0.48)]
        #expect(thresholds == expected)
        #expect(try #require(try WeekFixture().read().week).policy.lowUtilisation == UtilisationThresholds())
    }

    @Test func aThresholdsRoleIsNotRefusedWhereTheFrameworkCannotBeRead() throws {
        let fixture = WeekFixture().without(WeekFixture.frameworkPath)
            .replacing("agency_cap: 500", with: "low_utilisation: {anybody: 0.4}", in: "week.yaml")
        #expect(!(try fixture.problems()).contains { $0.contains("anybody") })
    }
}
