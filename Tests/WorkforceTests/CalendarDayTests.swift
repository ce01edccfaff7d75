// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test("a day is read and written as in the files, and only if the calendar has it")
    func iso() throws {
        #expect(try #require(CalendarDay(iso: "2026-11-23")).iso == "2026-11-23")
        #expect(CalendarDay(iso: "2024-02-29") != nil)
        for text in [
            "2026-02-29", "2026-13-01", "2026-11-31", "26-11-23", "2026-1-1", "2026-11-23 ", "", "--",
        ] {
            #expect(CalendarDay(iso: text) == nil, "\(text)")
        }
    }

    @Test("months are added by the calendar and clipped to the month's end")
    func months() throws {
        let day = try #require(CalendarDay(iso: "2026-01-31"))
        #expect(day.adding(months: 1).iso == "2026-02-28")
        #expect(day.adding(months: 25).iso == "2028-02-29")
        #expect(day.adding(months: -2).iso == "2025-11-30")
    }

    @Test("weekdays and Mondays are right on both sides of the day that counting starts from")
    func weekdays() throws {
        for (text, short, monday) in [
            ("2026-11-23", "Mon", "2026-11-23"), ("2026-11-29", "Sun", "2026-11-23"),
            ("2001-01-01", "Mon", "2001-01-01"), ("2000-12-31", "Sun", "2000-12-25"),
        ] {
            let day = try #require(CalendarDay(iso: text))
            #expect(day.weekday.short == short)
            #expect(day.monday.iso == monday)
        }
    }

    @Test("33.3 hours are 1,998 minutes, not a hair less")
    func minutes() {
        let person = StaffMember(
            id: "P", roles: [], employer: "", baseLocality: "", employment: .substantive, contractHours: 33.3,
            maximumHours: 8.2)
        #expect(person.contractMinutes == 1998)
        #expect(person.maximumMinutes == 492)
    }
}
