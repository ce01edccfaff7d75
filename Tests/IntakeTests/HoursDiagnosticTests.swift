// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

/// hours_before.csv, other_hours.csv, opt-outs and sources: read, and every fault pointed at.
@Suite struct HoursDiagnosticTests {
    private static let heading = "staff,week_starting,hours\n"

    /// A table with a column more.
    private static func widened(_ table: String, _ column: String, _ cells: [String]) -> String {
        zip(table.split(separator: "\n"), [column] + cells).map { "\($0),\($1)\n" }.joined()
    }

    @Test func hoursAreReadForTheirPerson() throws {
        let reading = try WeekFixture()
            .setting(
                "hours_before.csv",
                to: Self.heading + "ann,2026-11-16,40.5\nbo,16/11/2026,0\nann,2026-11-09,8\n"
            )
            .setting("other_hours.csv", to: Self.heading + "ann,2026-11-23,12\nann,2027-01-04,12\n")
            .setting("staff.csv", to: Self.widened(WeekFixture.staff, "opted_out", ["yes", "", "no", ""]))
            .read()
        let week = try #require(reading.week)
        let monday = CalendarDay(number: 9457)
        #expect(
            week.staff[0].hoursBefore == [
                WeekHours(week: monday.adding(days: -7), hours: 40.5),
                WeekHours(week: monday.adding(days: -14), hours: 8),
            ])
        #expect(week.staff[1].hoursBefore == [WeekHours(week: monday.adding(days: -7), hours: 0)])
        #expect(week.staff[0].otherHours.map(\.hours) == [12, 12])
        #expect(week.staff.map(\.hasOptedOut) == [true, false, false, false])
        // Both are files that plans are made from.
        #expect(reading.inputs.map(\.path).contains("hours_before.csv"))
    }

    @Test(arguments: [
        ("anne,2026-11-16,8", "1: error: staff 'anne' is not in staff.csv; did you mean 'ann'?"),
        ("ann,2026-11-17,8", "5: error: week_starting '2026-11-17' is a Tue, not a Monday"),
        (
            "ann,2026-11-23,8",
            "5: error: week_starting '2026-11-23' is not before the horizon, whose hours are in rota.csv"
        ),
        ("ann,soon,8", "5: error: week_starting 'soon' is no date"),
        ("ann,2026-11-16,169", "16: error: hours '169' is more than 168"),
        ("ann,2026-11-16,-1", "16: error: hours '-1' is less than 0"),
        (
            "ann,2026-11-16,8\nann,2026-11-16,8",
            "5: error: week '2026-11-16 of ann' is there twice, first in line 2"
        ),
    ]) func everyFaultIsPointedAt(_ row: String, _ problem: String) throws {
        let reading = try WeekFixture().setting("hours_before.csv", to: Self.heading + row + "\n").read()
        let line = row.contains("\n") ? 3 : 2
        #expect(Probe.lines(reading.diagnostics) == ["hours_before.csv:\(line):\(problem)"])
        #expect(reading.week == nil)
    }

    @Test(arguments: [
        Probe(
            "staff.csv", "", Self.widened(WeekFixture.staff, "opted_out", ["perhaps", "", "", ""]),
            "staff.csv:2:73: error: opted_out 'perhaps' is neither true nor false"),
        Probe(
            "demand.csv", "", Self.widened(WeekFixture.demand, "source", ["step-upp", "step-down", ""]),
            "demand.csv:2:56: error: source 'step-upp' is not known; did you mean 'step-up'?"),
        Probe(
            "week.yaml", "agency_cap: 500", "average_hours: 0",
            "week.yaml:9:18: error: average_hours '0' is less than 1"),
        Probe("week.yaml", "agency_cap: 500", "average_hours: null"),
    ]) func facts(_ probe: Probe) throws {
        #expect(Probe.lines(try probe.fixture.read().diagnostics) == probe.problems)
    }

    @Test func rosteredHoursAboveTheAverageStandWithAWarning() throws {
        // 8 hours on duty, 4 of leave, 6 elsewhere, and 4 in the week before: 11 a week.
        func problems(_ hours: Double) throws -> [String] {
            let reading = try WeekFixture()
                .replacing("agency_cap: 500", with: "average_hours: \(hours)", in: "week.yaml")
                .setting("hours_before.csv", to: Self.heading + "ann,2026-11-16,4\n")
                .setting("other_hours.csv", to: Self.heading + "ann,2026-11-23,6\n").read()
            #expect(reading.week != nil)
            return Probe.lines(reading.diagnostics).filter { $0.hasPrefix("rota.csv") }
        }
        #expect(try problems(11) == [])
        #expect(
            try problems(10.5) == [
                "rota.csv:2:7: warning: 'ann' is rostered beyond average_hours in the week of 2026-11-23, with the "
                    + "weeks before and what is worked elsewhere"
            ])
    }
}
