// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Bank holidays of England as they are set out in advance: those that a year has besides are not known here.
enum BankHolidays {
    /// The name of the bank holiday that a day is; nil: it is none.
    static func name(of day: CalendarDay) -> String? {
        let year = day.components.year
        return all(in: year).first { $0.day == day }?.name
    }

    private static func all(in year: Int) -> [(day: CalendarDay, name: String)] {
        func day(_ month: Int, _ day: Int) -> CalendarDay {
            CalendarDay(year: year, month: month, day: day) ?? CalendarDay(number: 0)
        }
        let easter = easterSunday(year)
        let newYear = working(day(1, 1))
        // Boxing Day keeps its day where that is a Monday: after a Sunday Christmas Day's substitute is the Tuesday.
        var christmas = working(day(12, 25))
        if day(12, 25).weekday == .sunday { christmas = christmas.adding(days: 1) }
        var boxing = working(day(12, 26))
        if boxing == christmas { boxing = boxing.adding(days: 1) }
        return [
            (newYear, "New Year's Day"), (easter.adding(days: -2), "Good Friday"),
            (easter.adding(days: 1), "Easter Monday"),
            (monday(onOrAfter: day(5, 1)), "Early May bank holiday"),
            (monday(onOrAfter: day(5, 25)), "Spring bank holiday"),
            (monday(onOrAfter: day(8, 25)), "Summer bank holiday"), (christmas, "Christmas Day"),
            (boxing, "Boxing Day"),
        ]
    }

    /// The day, or the Monday after it where it falls on a weekend.
    private static func working(_ day: CalendarDay) -> CalendarDay {
        day.weekday == .saturday || day.weekday == .sunday ? monday(onOrAfter: day) : day
    }

    private static func monday(onOrAfter day: CalendarDay) -> CalendarDay {
        day.weekday == .monday ? day : day.monday.adding(days: 7)
    }

    /// Easter Sunday of the Gregorian calendar: the first Sunday after the ecclesiastical full moon of spring.
    private static func easterSunday(_ year: Int) -> CalendarDay {
        let (golden, century) = (year % 19, year / 100)
        // The age of the moon on the day before 1 April, corrected for leap years left out and for the moon's drift.
        let drift = (8 * century + 13) / 25
        let epact = (19 * golden + century - century / 4 - drift + 15) % 30
        let late = epact == 29 || (epact == 28 && golden > 10) ? epact - 1 : epact
        let moon =
            (CalendarDay(year: year, month: 3, day: 21) ?? CalendarDay(number: 0)).adding(days: late)
        return moon.monday.adding(days: 6) == moon ? moon.adding(days: 7) : moon.monday.adding(days: 6)
    }
}
