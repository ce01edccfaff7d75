// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A session of somebody's as an event of a calendar (iCalendar, RFC 5545).
struct CalendarEvent: Sendable, Equatable {
    /// The name by which calendars know the event again, whatever becomes of it.
    var uid: String
    /// When it begins and ends, by the clock on the wall: `20261123T083000`.
    var begins: String
    /// When it ends.
    var ends: String
    /// What it is, in a few words.
    var summary: String
    /// Where.
    var location: String
    /// What is to be done.
    var description: String
    /// How often it was changed since it was first handed out.
    var sequence = 0
    /// Whether it does not take place.
    var isCancelled = false

    /// Whether a person has to be told nothing: all but the count of changes is the same.
    func says(theSameAs other: CalendarEvent) -> Bool {
        var other = other
        other.sequence = sequence
        return self == other
    }
}

extension CalendarEvent {
    /// The event of a duty.
    init(_ duty: Duty, of duties: Duties) {
        let week = duties.week
        let session = week.sessions[duty.session]
        let team = week.teams[duty.team]
        let staff = week.staff[duty.person]
        uid = FileStem.of(session.id + " " + staff.id) + "@skillmix"
        begins = Self.time(session.starts, from: week.start)
        ends = Self.time(session.ends, from: week.start)
        let paid = duty.booking == .rostered ? "" : " (\(Words.tier(duty.booking).lowercased()))"
        summary = "\(team.name), \(session.part.id)\(paid)"
        location = team.locality
        let lines = duty.care.map(Duties.words(of:)) + duty.oversight.map(Duties.words(of:))
        description = (lines.isEmpty ? ["No contacts are planned."] : lines).joined(separator: "\n")
    }

    private static func time(_ minutes: Int, from start: CalendarDay) -> String {
        let day = start.adding(days: minutes / 1440).iso.filter { $0 != "-" }
        return "\(day)T\(BritishTime.text(minutes).filter { $0 != ":" })00"
    }
}
