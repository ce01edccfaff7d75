// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What of weeks that follow each other does not go together. A cause is told once for two weeks, with how many people it
/// is about.
enum WeekChecks {
    /// Everything that is found, in order of the weeks, which are in order of their days.
    static func remarks(_ weeks: [WeekAmongMany]) -> [String] {
        var remarks = zip(weeks, weeks.dropFirst()).flatMap { before, after in
            before.knownUntil == after.week.start
                ? followed(before, after)
                : [
                    "Between \(before.name) and \(after.name) no week was given for "
                        + "\(Show.counted(after.week.start.number - before.knownUntil.number, "day")): averages leave them out "
                        + "where \(after.name) has no hours of them."
                ]
        }
        remarks += renamed(weeks)
        let unplanned = weeks.filter { $0.plan == nil }.map(\.name)
        if let first = unplanned.first, unplanned.count < weeks.count {
            remarks.append(
                "\(first)\(others(unplanned.count)) without a plan: what is booked beside the rota and what goes unmet is "
                    + "not known there.")
        }
        for record in weeks where record.state == .breaksRules {
            remarks.append("The plan of \(record.name) breaks rules of its week: skillmix audit says which.")
        }
        return remarks
    }

    /// What the later week says of what was worked before it, beside what the earlier one says was.
    private static func followed(_ before: WeekAmongMany, _ after: WeekAmongMany) -> [String] {
        let earlier = before.week.staff.map(\.id).positions
        var (days, rest, hours) = (Told(), Told(), Told())
        for person in after.week.staff {
            guard let index = earlier[person.id] else { continue }
            let run = before.worked.daysInARow(person: index)
            if before.week.days.isMultiple(of: 7), run != person.workedDaysBefore {
                days.note("\(person.id) has \(person.workedDaysBefore), not \(run)")
            }
            if let last = before.worked.lastSession(person: index) {
                let session = before.week.sessions[last]
                let said = person.lastSessionBefore.map { "\($0.day) \($0.part)" }
                if said != session.id {
                    rest.note("\(person.id) has \(said ?? "none"), not \(session.id)")
                }
            }
            for week in before.worked.hours(person: index) where hoursMatter(person, after) {
                let said = person.hoursBefore.first { $0.week == week.week }?.hours
                guard said.map({ abs($0 - week.hours) > 0.005 }) ?? true else { continue }
                hours.note(
                    "\(person.id) has \(said.map(Show.hours) ?? "none") of the week of \(week.week), not "
                        + Show.hours(week.hours))
                break
            }
        }
        return [("worked_days_before", days), ("last_session_before", rest), ("hours_before.csv", hours)]
            .compactMap { what, told in told.words(what, before, after) }
    }

    /// Hours before matter where the average is kept, or where some of the person's are said.
    private static func hoursMatter(_ person: StaffMember, _ after: WeekAmongMany) -> Bool {
        after.week.policy.averageHours != nil || !person.hoursBefore.isEmpty
    }

    /// An identifier that stands for people of different names.
    private static func renamed(_ weeks: [WeekAmongMany]) -> [String] {
        var known: [String: (name: String, week: String)] = [:]
        var told: Set<String> = []
        var remarks: [String] = []
        for record in weeks {
            for person in record.week.staff where person.name != person.id {
                if let before = known[person.id], before.name != person.name, told.insert(person.id).inserted
                {
                    remarks.append(
                        "\(person.id) is \(before.name) in \(before.week) and \(person.name) in \(record.name): they are "
                            + "counted as one person here.")
                }
                known[person.id] = (person.name, record.name)
            }
        }
        return remarks
    }

    private static func others(_ count: Int) -> String {
        count == 1 ? " is" : " and \(Show.counted(count - 1, "other week")) are"
    }

    /// A cause, met so many times.
    private struct Told {
        private var first: String?
        private var count = 0

        mutating func note(_ words: String) {
            first = first ?? words
            count += 1
        }

        func words(_ what: String, _ before: WeekAmongMany, _ after: WeekAmongMany) -> String? {
            first.map {
                "\(what) of \(after.name) is for \(count == 1 ? "1 person" : "\(Show.count(count)) people") not what "
                    + "\(before.name) comes to: \($0)."
            }
        }
    }
}
