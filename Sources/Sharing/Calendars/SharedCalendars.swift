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
                (calendar: SharedFiles.calendar(stem), sheet: SharedFiles.sheet(stem))
            )
        }
        return Dictionary(paths, uniquingKeysWith: { first, _ in first })
    }

    /// Where the calendar of somebody may lie, whoever else is on the roster: at one of these paths.
    public static func calendars(of staff: String) -> [String] {
        FileStem.either(staff).map(SharedFiles.calendar)
    }

    /// The paths of teams' sheets, by identifier.
    public static func teamSheets(of week: Week) -> [String: String] {
        let ids = week.teams.map(\.id)
        let paths = zip(ids, FileStem.all(ids)).map { ($0, SharedFiles.teamSheet($1)) }
        return Dictionary(paths, uniquingKeysWith: { first, _ in first })
    }

    /// Several calendars as one: those of somebody in two posts, of several weeks, or of nobody yet.
    ///
    /// A session that two weeks of the same days have is one event: where it takes place by either it does, and where it
    /// does by both it says so of both. It counts a change whenever it changes in any of them.
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
        var places: [String: Int] = [:]
        for text in texts {
            for event in try CalendarFile.events(in: text) {
                if let place = places[event.uid] {
                    events[place] = events[place].joined(with: event)
                } else {
                    places[event.uid] = events.count
                    events.append(event)
                }
            }
        }
        return CalendarFile(
            title: title, stamp: day, events: events.sorted { ($0.begins, $0.uid) < ($1.begins, $1.uid) }
        ).text
    }
}

extension CalendarEvent {
    /// It and the same session by another week of the same days. Changes of either are changes of both, and so is that
    /// there is another one: the count never goes back.
    fileprivate func joined(with other: CalendarEvent) -> CalendarEvent {
        var one = isCancelled ? other : self
        one.sequence = sequence + other.sequence + 1
        guard !isCancelled, !other.isCancelled else { return one }
        func both(_ text: String, _ more: String, _ between: String) -> String {
            text == more ? text : text + between + more
        }
        one.begins = min(begins, other.begins)
        one.ends = max(ends, other.ends)
        one.summary = both(summary, other.summary, " / ")
        one.location = both(location, other.location, " / ")
        one.description = both(description, other.description, "\n")
        return one
    }
}
