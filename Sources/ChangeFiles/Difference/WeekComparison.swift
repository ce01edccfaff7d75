// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Wording
import Workforce

/// Two weeks side by side.
struct WeekComparison {
    let one: Week
    let other: Week
    let before: Naming
    let after: Naming
    private(set) var found: [WeekDifference] = []

    init(_ one: Week, _ other: Week) {
        (self.one, self.other) = (one, other)
        (before, after) = (Naming(week: one), Naming(week: other))
    }

    mutating func compare() {
        calendar()
        for (old, new) in zip(WeekRows(one).tables, WeekRows(other).tables) {
            table(old.schema, old.rows, new.rows)
        }
        marks()
        framework()
        policy()
        if one.travel != other.travel { add(.other, nil, "The ways in travel.csv are others") }
        if one.current != other.current || one.currentContacts != other.currentContacts
            || one.currentSupervision != other.currentSupervision
        {
            add(.other, nil, "The plan in force (current/) is another")
        }
        if one.overrides != other.overrides { add(.other, nil, "The decisions in overrides.csv are others") }
    }

    mutating func add(_ part: WeekDifference.Part, _ subject: String?, _ sentence: String) {
        found.append(WeekDifference(part: part, subject: subject, sentence: sentence + "."))
    }

    /// The session before which all are over; nil: none is.
    private static func over(_ week: Week) -> String? {
        week.frozenBefore.flatMap { week.sessions.indices.contains($0) ? week.sessions[$0].id : nil }
    }

    private mutating func calendar() {
        if one.start != other.start || one.days != other.days {
            add(
                .calendar, nil,
                "\(Show.counted(other.days, "day")) from \(Show.day(other.start)) instead of "
                    + "\(Show.counted(one.days, "day")) from \(Show.day(one.start))")
        }
        let over = (Self.over(one), Self.over(other))
        if over.0 != over.1 {
            add(
                .calendar, nil,
                "Over are the sessions before \(over.1 ?? "none") instead of before \(over.0 ?? "none")")
        }
        if one.parts != other.parts { add(.calendar, nil, "The parts of the day are others") }
        if one.specialDays != other.specialDays { add(.calendar, nil, "The special days are others") }
    }

    /// Cells of people who are in both weeks, in runs of sessions with the same two marks.
    mutating func marks() {
        let (rows, sessions) = (one.staff.map(\.id).positions, one.sessions.map(\.id).positions)
        for (s, person) in other.staff.enumerated() {
            guard let old = rows[person.id] else { continue }
            var run: (first: Int, last: Int, was: String, now: String)?
            for t in other.sessions.indices {
                let now = other.rota[s][t].cell
                let was = sessions[other.sessions[t].id].map { one.rota[old][$0].cell } ?? now
                if let open = run, was != now, open.last == t - 1, open.was == was, open.now == now {
                    run = (open.first, t, was, now)
                } else {
                    tell(run, s)
                    run = was == now ? nil : (t, t, was, now)
                }
            }
            tell(run, s)
        }
    }

    private mutating func tell(_ run: (first: Int, last: Int, was: String, now: String)?, _ s: Int) {
        guard let run else { return }
        let when =
            run.first == run.last
            ? "on \(after.session(run.first))" : "from \(after.window(run.first...run.last))"
        add(
            .marks, other.staff[s].id,
            "\(after.person(s)): \(Self.shown(run.now)) instead of \(Self.shown(run.was)) \(when)")
    }
}
