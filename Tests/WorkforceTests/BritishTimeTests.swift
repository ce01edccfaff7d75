// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite("British time")
struct BritishTimeTests {
    @Test(
        "knows when clocks change",
        arguments: [
            ("2026-03-29", 59, "+00:00"), ("2026-03-29", 120, "+01:00"), ("2026-03-28", 720, "+00:00"),
            ("2026-10-25", 119, "+01:00"), ("2026-10-25", 120, "+00:00"), ("2026-10-24", 720, "+01:00"),
            ("2027-10-31", 60, "+01:00"), ("2027-03-28", 90, "+01:00"), ("2026-01-15", 720, "+00:00"),
        ])
    func clocks(day: String, minutes: Int, offset: String) throws {
        let start = try #require(CalendarDay(iso: day))
        #expect(BritishTime.stamp(minutes, from: start).hasSuffix(offset))
    }

    @Test(
        "shows a moment of Greenwich time by the clock",
        arguments: [
            ("2026-06-30", 1380, "2026-07-01", 0), ("2026-06-30", 1379, "2026-06-30", 1439),
            ("2026-11-23", 1380, "2026-11-23", 1380), ("2026-03-29", 59, "2026-03-29", 59),
            ("2026-03-29", 60, "2026-03-29", 120), ("2026-10-25", 59, "2026-10-25", 119),
            ("2026-10-25", 60, "2026-10-25", 60), ("2026-12-31", 1439, "2026-12-31", 1439),
        ])
    func greenwich(day: String, minutes: Int, shown: String, at: Int) throws {
        let clock = BritishTime.clock(atGreenwich: try #require(CalendarDay(iso: day)), minutes)
        #expect(clock.day.iso == shown && clock.minutes == at)
    }
}
