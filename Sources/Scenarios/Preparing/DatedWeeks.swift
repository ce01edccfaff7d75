// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The weeks of an experiment, for what happens before a day: in order of their dates, of one date in order of the file.
struct DatedWeeks: Sendable {
    /// In order of the file.
    let weeks: [Week]
    /// Their positions in order of their dates.
    let order: [Int]
    /// Sessions that are taken already.
    private var taken: Set<Take> = []

    init(_ weeks: [Week]) {
        self.weeks = weeks
        order = weeks.indices.sorted { (weeks[$0].start.number, $0) < (weeks[$1].start.number, $1) }
    }

    /// A session of somebody in one of the weeks.
    struct Take: Sendable, Hashable {
        let staff: String
        let week: Int
        let session: Int
        /// Paid minutes.
        let minutes: Int
    }

    /// People who are trained already, each with what in.
    private var trained: Set<[String]> = []

    /// Has nobody be trained twice in one thing.
    mutating func train(_ people: [String], in what: [String]) {
        trained.formUnion(people.map { [$0] + what })
    }

    /// Whether somebody is trained in something already.
    func isTrained(_ staff: String, in what: [String]) -> Bool { trained.contains([staff] + what) }

    /// Has no session be taken twice.
    mutating func take(_ sessions: [Take]) { taken.formUnion(sessions) }

    /// Sessions of somebody on duty before a day that are neither over nor taken, the last first.
    func duty(of staff: String, before day: CalendarDay) -> [Take] {
        var found: [(day: CalendarDay, take: Take)] = []
        for w in order where weeks[w].start < day {
            let week = weeks[w]
            guard let s = week.staff.firstIndex(where: { $0.id == staff }) else { continue }
            for t in week.openSessions
            where week.sessions[t].day < day && week.rota[s][t].duty == .rostered {
                let take = Take(
                    staff: staff, week: w, session: t, minutes: week.paidMinutes(person: s, session: t))
                if !taken.contains(take) { found.append((week.sessions[t].day, take)) }
            }
        }
        return found.reversed().enumerated().sorted {
            ($1.element.day.number, $0.offset) < ($0.element.day.number, $1.offset)
        }.map(\.element.take)
    }

    /// People of all weeks, each once: those of the earliest week first, in order of staff.csv.
    var people: [String] {
        var seen: Set<String> = []
        return order.flatMap { w in weeks[w].staff.map(\.id).filter { seen.insert($0).inserted } }
    }

    /// The first week that has days from a day on; the first of all where no day is given; nil: no week reaches it.
    func first(from day: CalendarDay?) -> Int? {
        guard let day else { return order.first }
        return order.first { day <= weeks[$0].lastDay }
    }

    /// The week that bears what is paid before a day: the last one that begins before it, else the first.
    func paying(before day: CalendarDay?) -> Int? {
        guard let day else { return order.first }
        return order.last { weeks[$0].start < day } ?? order.first
    }
}

extension Week {
    /// Its last day.
    var lastDay: CalendarDay { start.adding(days: days - 1) }
}
