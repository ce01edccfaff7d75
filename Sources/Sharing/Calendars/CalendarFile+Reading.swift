// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Why a calendar that was handed out cannot be gone on from.
public struct CalendarError: Error, Equatable, CustomStringConvertible {
    /// The line, from 1, as an editor counts them.
    public let line: Int
    /// What stands there.
    public let found: String

    /// The reason in a sentence.
    public var description: String {
        "line \(line) is '\(found)', which no calendar of skillmix has: put the file back as it was written, or move it "
            + "away, and people have to take the old one out of their calendars"
    }
}

extension CalendarFile {
    /// The events of a calendar that was written before, as they were.
    ///
    /// - Throws: The first line that such a calendar does not have: what was handed out would get lost.
    static func events(in text: String) throws(CalendarError) -> [CalendarEvent] {
        var events: [CalendarEvent] = []
        var event: CalendarEvent?
        for (number, line) in unfolded(text) {
            let (name, value) = parts(of: line)
            switch (name, event) {
            case ("BEGIN", nil) where value == "VEVENT":
                event = CalendarEvent(
                    uid: "", begins: "", ends: "", summary: "", location: "", description: "")
            case ("BEGIN", nil), ("END", nil): break
            case ("END", .some(let done)):
                guard value == "VEVENT", !done.uid.isEmpty else {
                    throw CalendarError(line: number, found: line)
                }
                events.append(done)
                event = nil
            case (_, nil): break
            case (_, .some(var open)):
                guard open.take(name, value) else { throw CalendarError(line: number, found: line) }
                event = open
            }
        }
        if event != nil { throw CalendarError(line: unfolded(text).count, found: "the end of the file") }
        return events
    }

    /// The lines, each with the number of its first piece. Scalars are what was folded: a piece may begin with what
    /// belongs to the letter before.
    private static func unfolded(_ text: String) -> [(number: Int, text: String)] {
        var lines: [(number: Int, text: String)] = []
        for (index, piece) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let piece = piece.last == "\r" ? piece.dropLast() : piece
            if piece.first == " ", !lines.isEmpty {
                lines[lines.count - 1].text.unicodeScalars.append(contentsOf: piece.dropFirst())
            } else if !piece.isEmpty {
                lines.append((index + 1, String(piece)))
            }
        }
        return lines
    }

    /// A line's name, without parameters, and its value.
    private static func parts(of line: String) -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: ":") else { return (line, "") }
        let name = line[..<colon].prefix { $0 != ";" }
        return (String(name), String(line[line.index(after: colon)...]))
    }

    /// The text that `escaped` was given.
    static func plain(_ value: String) -> String {
        var text = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                text.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension CalendarEvent {
    /// Takes a line of the event; false where such an event has no such line.
    fileprivate mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "UID": uid = value
        case "DTSTART": begins = value
        case "DTEND": ends = value
        case "SUMMARY": summary = CalendarFile.plain(value)
        case "LOCATION": location = CalendarFile.plain(value)
        case "DESCRIPTION": description = CalendarFile.plain(value)
        case "SEQUENCE":
            guard let count = Int(value), (0..<1_000_000_000).contains(count) else { return false }
            sequence = count
        case "STATUS":
            guard value == "CANCELLED" || value == "CONFIRMED" else { return false }
            isCancelled = value == "CANCELLED"
        case "DTSTAMP": break
        default: return false
        }
        return true
    }
}
