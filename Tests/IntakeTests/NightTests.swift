// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Workforce

@Suite struct NightTests {
    private func week(_ night: String) -> WeekFixture {
        WeekFixture().replacing(
            "  pm: {starts: 13:00, ends: 17:00, uplift: 0.1}", with: "  pm: \(night)", in: "week.yaml")
    }

    @Test func anEndBeforeTheStartIsOnTheNextDay() throws {
        let found = try #require(try week("{starts: \"20:00\", ends: \"06:30\"}").read().week)
        #expect(found.parts.map(\.ends) == [720, 1830])
        #expect(found.sessions.map(\.minutes) == [240, 630, 240, 630])
        #expect(found.sessions[1].day == found.start && found.sessions[1].ends == 1830)
        // A night on the last day ends beyond the horizon.
        #expect(found.sessions[3].dayIndex == 1 && found.sessions[3].ends == 2 * 1440 + 390)
    }

    @Test func anEndThatIsTheStartIsADayLater() throws {
        let text = """
              am: {starts: "08:00", ends: "08:00"}

            """
        let fixture = WeekFixture().replacing(
            "  am: {starts: 08:00, ends: \"12:00\"}\n  pm: {starts: 13:00, ends: 17:00, uplift: 0.1}\n",
            with: text,
            in: "week.yaml")
        let lines = try fixture.problems()
        #expect(
            lines.contains(
                "week.yaml:5:3: notice: session 'am' lasts 24 hours: it ends at 08:00 on the next day"))
    }

    /// On 29 March 2026 clocks in Britain go from 1:00 to 2:00: a night shift is paid, and counted, as on the wall.
    @Test func aNightOfTheClockChangeIsAsLongAsAnyOther() throws {
        let fixture = week("{starts: \"22:00\", ends: \"06:00\"}")
        let start = try #require(CalendarDay(iso: "2026-03-28"))
        let night = try #require(try fixture.read().week).parts[1]
        let week = Session.all(from: start, days: 2, parts: [night])
        #expect(week.map(\.minutes) == [480, 480] && week[1].starts - week[0].ends == 960)
    }

    @Test(arguments: [
        (
            "{starts: \"21:00\", ends: \"08:30\"}",
            "week.yaml:6:3: error: session 'pm' ends at 08:30 on the next day, when session 'am' has begun"
        ),
        (
            "{starts: \"11:00\", ends: \"06:00\"}",
            "week.yaml:6:3: error: session 'pm' begins before session 'am' ends"
        ),
        (
            "{starts: \"12:30\", ends: \"07:00\"}",
            "week.yaml:6:3: notice: session 'pm' lasts 18.5 hours: it ends at 07:00 on the next day"
        ),
    ]) func whatIsOddAboutANightIsSaid(night: String, problem: String) throws {
        #expect(try week(night).problems().contains(problem))
    }

    @Test func aNightThatEndsAsTheNextSessionBeginsOverlapsNothing() throws {
        #expect(try week("{starts: \"20:00\", ends: \"08:00\"}").read().week != nil)
    }

    private func cut(_ late: String, _ early: String) throws -> [String] {
        let fixture = WeekFixture()
            .replacing("am: {starts: 08:00, ends: \"12:00\"}", with: "am: \(early)", in: "week.yaml")
            .replacing("pm: {starts: 13:00, ends: 17:00, uplift: 0.1}", with: "pm: \(late)", in: "week.yaml")
            .replacing("ann,R,R,A,L", with: "ann,R,R,R,L", in: "rota.csv")
        let diagnostics = try fixture.read().diagnostics
        return diagnostics.filter { $0.message.contains("midnight") || $0.message.contains("rest") }
            .map { "\($0.severity): \($0.message) -> \($0.expected ?? "")" }
    }

    /// Ann worked on Sunday pm, and is rostered for Monday am and pm and Tuesday am.
    @Test func aNightCutInTwoIsToldOnceAndNoRestAskedForWithinIt() throws {
        let told = try cut("{starts: \"22:00\", ends: \"24:00\"}", "{starts: \"00:00\", ends: \"06:00\"}")
        #expect(
            told == [
                "warning: sessions 'pm' and 'am' touch at midnight, and a plan asks for minimum_rest_hours between "
                    + "them: a night is one session, which ends on the next day -> pm: {starts: \"22:00\", ends: "
                    + "\"06:00\"} in place of both, if they are one night"
            ])
    }

    @Test func shiftsAroundTheClockAreOnlyMentioned() throws {
        let told = try cut("{starts: \"14:00\", ends: \"24:00\"}", "{starts: \"00:00\", ends: \"08:00\"}")
        #expect(told.contains { $0.hasPrefix("notice: sessions 'pm' and 'am' touch at midnight") })
        #expect(told.contains { $0.contains("less rest than minimum_rest_hours") })
    }

    @Test func theLastSessionBeforeTheWeekMayBeANight() throws {
        let problems = try week("{starts: \"20:00\", ends: \"06:30\"}").problems()
        #expect(
            problems.contains(
                "rota.csv:2:5: warning: 'ann' is rostered with less rest than minimum_rest_hours before this session"
            ))
    }
}
