// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// All sessions of a plan as Microsoft Teams takes shifts in: values of the resource `shift` of Microsoft Graph
/// (learn.microsoft.com/graph/api/resources/shift).
///
/// People and groups stand there by the identifiers of the week; whoever sends the file puts those of the directory
/// in their place. `id` is the same each time the session is shared.
enum TeamsShifts {
    /// Its name.
    static let name = "teams-shifts.json"

    struct File: Encodable {
        let value: [Shift]
    }

    struct Shift: Encodable {
        let id: String
        let userId: String
        let schedulingGroupId: String
        let sharedShift: Item
    }

    struct Item: Encodable {
        let displayName: String
        let notes: String
        let startDateTime: String
        let endDateTime: String
        let theme: String
    }

    /// The colours that shifts have there, by team.
    private static let themes = [
        "blue", "green", "purple", "pink", "yellow", "gray", "darkBlue", "darkGreen",
    ]

    /// The shifts.
    static func text(of duties: Duties) throws -> String {
        let week = duties.week
        let shifts = duties.all.map { duty in
            let session = week.sessions[duty.session]
            let team = week.teams[duty.team]
            let staff = week.staff[duty.person]
            let notes = duty.care.map(Duties.words(of:)) + duty.oversight.map(Duties.words(of:))
            return Shift(
                id: "\(session.id) \(staff.id)", userId: staff.id, schedulingGroupId: team.id,
                sharedShift: Item(
                    displayName: "\(team.name) \(session.part.id)", notes: notes.joined(separator: "\n"),
                    startDateTime: BritishTime.stamp(session.starts, from: week.start),
                    endDateTime: BritishTime.stamp(session.ends, from: week.start),
                    theme: themes[duty.team % themes.count]))
        }
        return try JSONText.of(File(value: shifts), isNamedAlike: true) + "\n"
    }
}
