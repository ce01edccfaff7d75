// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// Says of care that no plan can give how much that is, and what stands in the way.
struct ShortfallReasons {
    /// What the lines of a shortfall have in common.
    enum Kind {
        case teamActivity, team, activity, several
    }

    private let cells: CareCells
    private let times: PeopleTimes
    private let candidates: Candidates

    init(_ cells: CareCells, _ times: PeopleTimes) {
        self.cells = cells
        self.times = times
        candidates = Candidates(cells.instance)
    }

    private var instance: Instance { cells.instance }
    private var week: Week { instance.week }

    /// The first reason that holds, and a sentence.
    func explain(_ lines: [Int], wanted: Int, unmet: Unmet, _ kind: Kind) -> (UnmetReason, String) {
        let opening = opening(lines, wanted: wanted, unmet: unmet, kind)
        guard kind == .teamActivity, let first = lines.first else {
            return (.capacity, opening + ": " + together(lines) + ".")
        }
        let care = Candidates.Care(
            line: instance.lines[first],
            sessions: Set(lines.flatMap { instance.openWindow(ofLine: $0) }).sorted())
        let (reason, words) = cause(care, lines)
        return (reason, opening + ": " + words + ".")
    }

    // MARK: How much

    private func opening(_ lines: [Int], wanted: Int, unmet: Unmet, _ kind: Kind) -> String {
        let days = days(lines)
        if kind == .teamActivity, let first = lines.first {
            let line = instance.lines[first]
            let most = wanted - unmet.contacts
            return "\(instance.activities[line.activity].name) in \(week.teams[line.team].name) \(days): "
                + "\(Show.counted(wanted, "contact")) wanted, "
                + (most == 0 ? "none can be given" : "at most \(Show.count(most)) can be given")
        }
        let hours = NeededTime.of(lines, instance).contactMinutes / 60
        let amount =
            "\(Show.hours(hours)) hours of contact wanted, \(Self.short(unmet.minutes)) of them cannot be given"
        switch kind {
        case .team:
            return "\(lines.first.map { week.teams[instance.lines[$0].team].name } ?? "") "
                + "as a whole, \(days): \(amount)"
        case .activity:
            return "\(lines.first.map { instance.activities[instance.lines[$0].activity].name } ?? "") "
                + "in all teams, \(days): \(amount)"
        case .several, .teamActivity: return "All care that has to be given \(days): \(amount)"
        }
    }

    /// `45 minutes`, `at least 2.5 hours`: to the tenth below, so that no more is claimed than is proved.
    private static func short(_ minutes: Int) -> String {
        if minutes < 60 { return "\(Show.count(minutes)) minutes" }
        return (minutes.isMultiple(of: 6) ? "" : "at least ") + Show.hours(Double(minutes / 6) / 10)
            + " hours"
    }

    private func days(_ lines: [Int]) -> String {
        let days = instance.calendar.dayOfSession
        let first = lines.map { days[instance.lines[$0].window.lowerBound] }.min() ?? 0
        let last = lines.map { days[instance.lines[$0].window.upperBound] }.max() ?? 0
        let from = Show.shortDay(week.start.adding(days: first))
        return first == last
            ? "on \(from)" : "from \(from) to \(Show.shortDay(week.start.adding(days: last)))"
    }

    private func together(_ lines: [Int]) -> String {
        let time = times.time(for: lines)
        let needed = NeededTime.of(lines, instance).workerMinutes
        return "part by part it could be given, but the same people would be needed for all of it: "
            + "\(People.counted(time.people)) who may do some of it "
            + "\(time.people == 1 ? "has" : "have") \(hours(time)), and it takes "
            + "\(Show.hours(needed / 60)) hours of their work"
    }

    // MARK: Why

    private func cause(_ care: Candidates.Care, _ lines: [Int]) -> (UnmetReason, String) {
        guard !care.sessions.isEmpty else { return (.over, "its whole window is over") }
        let able = candidates.able(care)
        guard !able.isEmpty else { return (.nobodyCompetent, candidates.nobodyAble(care)) }
        let sendable = candidates.sendable(care)
        guard !sendable.isEmpty else {
            return (.nobodyAvailable, candidates.nobodySendable(care, able))
        }
        if let first = lines.first, candidates.isUnsupervisable(care, line: first) {
            return (
                .nobodySupervises,
                "it could only be delegated to support workers, and nobody who may supervise it can be sent there then"
            )
        }
        let workable = candidates.workable(care)
        guard !workable.isEmpty else {
            let names = People.named(sendable.map { week.staff[$0].name })
            let them = sendable.count == 1 ? "that person" : "any of them"
            let able = "\(names) may do it and be sent there, but "
            if candidates.isStopped(care, by: .cap) {
                return (.cap, able + "a booking would cost more than the cap")
            }
            if candidates.isStopped(care, by: .minimum) {
                return (.workingTime, able + "no day has as many sessions as a booking has to have")
            }
            return (
                .workingTime, able + "working time, beside what is rostered, does not let \(them) work then"
            )
        }
        if care.line.hands == 2, !candidates.hasPair(care) {
            let names = People.named(workable.map { week.staff[$0].name })
            return (
                .noPair,
                "it takes two workers, and besides \(names) nobody who may help can be sent there in the same "
                    + "session"
            )
        }
        if care.line.hands == 1, !candidates.isSupervised(care) {
            return (
                .noSupervision,
                "it is delegated to support workers there, and nobody who may supervise it can be sent there then"
            )
        }
        if !candidates.hasCompany(care) {
            return (
                .noSupervision,
                "those who may give it have to be accompanied, and nobody registered can be sent there then"
            )
        }
        return (.capacity, full(care, lines, able: able, workable: workable))
    }

    private func full(
        _ care: Candidates.Care, _ lines: [Int], able: [Int], workable: [Int]
    ) -> String {
        let time = times.time(for: lines)
        if time.people == 0 { return tooLong(care, workable) }
        let needed = NeededTime.of(lines, instance).workerMinutes
        let names = workable.count <= 3 ? " (\(People.named(workable.map { week.staff[$0].name })))" : ""
        let who = time.people == workable.count ? "" : ", with those who may help,"
        var words =
            "\(People.counted(workable.count)) who may do it and be sent there\(names)\(who) "
            + "\(time.people == 1 ? "has" : "have") \(hours(time)), and in whole contacts it takes more than that "
            + "gives: \(Show.hours(needed / 60)) hours of work"
        let others = able.filter { !workable.contains($0) }
        if !others.isEmpty {
            words +=
                "; \(Show.count(others.count)) more may do it, but cannot be sent there: "
                + candidates.obstacles(care, others)
        }
        return words
    }

    /// Of a contact that no session has room for: a slip in the minutes of an activity or of travel, as a rule.
    private func tooLong(_ care: Candidates.Care, _ workable: [Int]) -> String {
        let room = instance.mostRoom(of: workable, in: care.sessions)
        let names = People.named(workable.map { week.staff[$0].name })
        return "a contact takes \(Show.count(care.line.minutes)) minutes of work there, and no session of "
            + "\(names) leaves more than \(Show.minutes(room ?? 0)) for it"
    }

    private func hours(_ time: PeopleTime) -> String {
        let rostered = "\(Show.hours(time.rostered / 60)) hours on duty"
        guard time.available > 0 else { return rostered }
        let bookable = "\(Show.hours(time.available / 60)) hours for which they could be booked"
        return time.rostered > 0 ? "\(rostered) and \(bookable)" : bookable
    }
}

/// People in sentences.
enum People {
    /// `1 person`, `2 people`.
    static func counted(_ count: Int) -> String { count == 1 ? "1 person" : "\(Show.count(count)) people" }

    /// `Ann, Ben and Cy`; of more than four, three and how many others.
    static func named(_ names: [String]) -> String {
        if names.count > 4 {
            return names.prefix(3).joined(separator: ", ") + " and \(Show.count(names.count - 3)) others"
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "nobody" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
