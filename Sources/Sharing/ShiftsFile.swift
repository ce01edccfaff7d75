// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// All sessions of a plan as one table with names and times, for e-rostering and for spreadsheets.
enum ShiftsFile {
    /// Its name.
    static let name = "shifts.csv"

    private static let columns = [
        "date", "session", "start", "end_date", "end", "hours", "staff", "name", "role", "team", "team_name",
        "locality", "paid_as", "notes",
    ]

    /// The table as CSV with a byte-order mark, by which Excel knows the letters of names.
    static func text(of duties: Duties) -> String {
        let week = duties.week
        let rows = duties.all.map { duty -> [String] in
            let session = week.sessions[duty.session]
            let staff = week.staff[duty.person]
            let team = week.teams[duty.team]
            let notes = duty.care.map(Duties.words(of:)) + duty.oversight.map(Duties.words(of:))
            return [
                session.day.iso, session.part.id, BritishTime.text(session.starts),
                week.start.adding(days: session.ends / 1440).iso, BritishTime.text(session.ends),
                Decimals.text(
                    Double(week.paidMinutes(person: duty.person, session: duty.session)) / 60, atLeast: 0,
                    atMost: 4) ?? "", staff.id, CSVText.harmless(staff.name),
                CSVText.harmless(staff.roles.first.map(duties.names.role) ?? ""), team.id,
                CSVText.harmless(team.name), CSVText.harmless(team.locality), duty.booking.rawValue,
                CSVText.harmless(notes.joined(separator: "; ")),
            ]
        }
        return mark + ([columns] + rows).map(CSVText.record).joined()
    }

    /// The byte-order mark.
    static let mark = "\u{FEFF}"
}

/// A message a person: what the week brings, to be sent by e-mail or as a text.
enum MessagesFile {
    /// Its name.
    static let name = "messages.csv"

    /// The messages as CSV with a byte-order mark.
    static func text(of duties: Duties) -> String {
        let week = duties.week
        let rows = week.staff.indices.compactMap { person -> [String]? in
            let own = duties.duties(of: person)
            guard !own.isEmpty else { return nil }
            let sessions = own.map { duty -> String in
                let session = week.sessions[duty.session]
                return "\(Show.session(session)) \(Show.times(session)), \(week.teams[duty.team].name)"
            }
            let text =
                "\(week.staff[person].name): your sessions from \(Show.day(week.start)). "
                + sessions.joined(separator: "; ") + "."
            return [week.staff[person].id, CSVText.harmless(week.staff[person].name), CSVText.harmless(text)]
        }
        return ShiftsFile.mark + ([["staff", "name", "message"]] + rows).map(CSVText.record).joined()
    }
}
