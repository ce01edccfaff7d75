// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Calendars that were handed out, as whoever serves them needs them.
public enum SharedCalendars {
    /// The paths of everybody's calendar and sheet, `calendars/P-01.ics` and `sheets/P-01.html`, by identifier.
    public static func paths(of week: Week) -> [String: (calendar: String, sheet: String)] {
        let ids = week.staff.map(\.id)
        let paths = zip(ids, FileStem.all(ids)).map { id, stem in
            (
                id,
                (calendar: SharedFiles.calendars + stem + ".ics", sheet: SharedFiles.sheets + stem + ".html")
            )
        }
        return Dictionary(paths, uniquingKeysWith: { first, _ in first })
    }

    /// The paths of teams' sheets, by identifier.
    public static func teamSheets(of week: Week) -> [String: String] {
        let ids = week.teams.map(\.id)
        let paths = zip(ids, FileStem.all(ids)).map { ($0, SharedFiles.sheets + "team-" + $1 + ".html") }
        return Dictionary(paths, uniquingKeysWith: { first, _ in first })
    }

    /// Several calendars as one: those of somebody in two posts, or of nobody yet.
    ///
    /// - Parameters:
    ///   - texts: Calendars as they were handed out.
    ///   - title: What the one is called.
    ///   - day: What stamps its events: `SEQUENCE` says which are newer.
    /// - Throws: The first line that no calendar of skillmix has.
    public static func joined(
        _ texts: [String], title: String, on day: CalendarDay
    ) throws(CalendarError) -> String {
        var events: [CalendarEvent] = []
        for text in texts { events += try CalendarFile.events(in: text) }
        return CalendarFile(
            title: title, stamp: day, events: events.sorted { ($0.begins, $0.uid) < ($1.begins, $1.uid) }
        ).text
    }
}
