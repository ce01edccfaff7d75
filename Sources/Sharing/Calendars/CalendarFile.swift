// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A person's sessions as a calendar that other programs take in (iCalendar, RFC 5545).
///
/// Times are those of the clock on the wall in the United Kingdom. An event that is handed out again, changed, has
/// the same name and a higher `SEQUENCE`; one that does not take place any more stays in the file as cancelled, so
/// that calendars which have it take it away.
struct CalendarFile: Sendable, Equatable {
    /// Whose it is.
    var title: String
    /// The first day of the week, which stamps all events: a plan knows no clock, and `SEQUENCE` says what is newer.
    var stamp: CalendarDay
    /// The events, by when they begin.
    var events: [CalendarEvent]

    /// The calendar as text, lines ended as the format asks.
    var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//skillmix//skillmix//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(title), "X-WR-TIMEZONE:" + Self.zone,
        ]
        lines += Self.zoneLines
        let day = stamp.iso.filter { $0 != "-" }
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:\(day)T000000Z", "SEQUENCE:\(event.sequence)",
                "DTSTART;TZID=\(Self.zone):" + event.begins, "DTEND;TZID=\(Self.zone):" + event.ends,
                "SUMMARY:" + Self.escaped(event.summary), "LOCATION:" + Self.escaped(event.location),
                "DESCRIPTION:" + Self.escaped(event.description),
                "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT",
            ]
        }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    static let zone = "Europe/London"

    /// British time: clocks go forward on the last Sunday of March at 1, and back on the last of October at 2 (Summer
    /// Time Act 1972 as amended; the same dates in every year since 1996).
    private static let zoneLines = [
        "BEGIN:VTIMEZONE", "TZID:" + zone, "BEGIN:DAYLIGHT", "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST",
        "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT",
        "END:STANDARD", "END:VTIMEZONE",
    ]

    /// Text as a value: what means something is behind a backslash, other control characters are blanks.
    static func escaped(_ text: String) -> String {
        var value = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value += "\\" + String(Character(scalar))
            case "\n": value += "\\n"
            default:
                let kinds: [Unicode.GeneralCategory] = [.control, .lineSeparator, .paragraphSeparator]
                value.unicodeScalars.append(
                    kinds.contains(scalar.properties.generalCategory) ? " " : scalar)
            }
        }
        return value
    }

    /// A line cut into pieces of 75 bytes at most, no character torn; each but the first begins with a blank.
    static func folded(_ line: String) -> String {
        var text = ""
        var length = 0
        for character in line.unicodeScalars {
            let bytes = UTF8.width(character)
            if length + bytes > 75 {
                text += "\r\n "
                length = 1
            }
            text.unicodeScalars.append(character)
            length += bytes
        }
        return text
    }
}
