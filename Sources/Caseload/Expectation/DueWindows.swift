// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// In which sessions a team may give contacts, by the day on which they are due.
///
/// On a day on which the team is closed nothing is due: it is due on the next day on which it is open. What is due after
/// the last of them stands for what the days before the week have left for the first one, so that nothing is lost.
struct DueWindows {
    /// The windows in order, each once.
    let windows: [ClosedRange<Int>]
    /// The window of what is due on each day; empty where the team is never open then.
    let ofDay: [Int]

    init(_ contacts: CareProfile.Contacts, team: Team, week: Week) {
        let open = week.sessions.indices.filter { place in
            let session = week.sessions[place]
            return team.isOpen(in: session) && contacts.parts?.contains(session.part.id) ?? true
        }
        let days = open.map { week.sessions[$0].dayIndex }
        guard let firstDay = days.first else {
            (windows, ofDay) = ([], [])
            return
        }
        var windows: [ClosedRange<Int>] = []
        var places: [ClosedRange<Int>: Int] = [:]
        var ofDay = [Int](repeating: 0, count: week.days)
        for day in Set(days).sorted() {
            let window = Self.window(on: day, contacts.reach, open, week)
            let place = places[window] ?? windows.count
            if place == windows.count { windows.append(window) }
            places[window] = place
            ofDay[day] = place
        }
        for day in ofDay.indices where !days.contains(day) {
            ofDay[day] = ofDay[days.first { $0 > day } ?? firstDay]
        }
        (self.windows, self.ofDay) = (windows, ofDay)
    }

    private static func window(
        on day: Int, _ reach: CareProfile.Contacts.Reach, _ open: [Int], _ week: Week
    ) -> ClosedRange<Int> {
        var range = day...day
        if case .block(let most) = reach {
            // Blocks as even as may be: of a week in blocks of three days 2, 2 and 3 days.
            let count = (week.days + most - 1) / most
            let block = (0..<count).last { $0 * week.days / count <= day } ?? 0
            range = block * week.days / count...((block + 1) * week.days / count - 1)
        }
        let inside = open.filter { range.contains(week.sessions[$0].dayIndex) }
        let (first, last) = (inside.first ?? 0, inside.last ?? 0)
        guard case .hours(let hours) = reach else { return first...last }
        let limit = week.sessions[first].starts + 60 * hours
        return first...(open.last { $0 >= first && week.sessions[$0].starts <= limit } ?? first)
    }
}
