// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import Wording
import Workforce

/// So many people of a role signed off for something, from a day on, and what that takes before it: who they are is worked
/// out of the weeks.
public struct Training: Sendable, Equatable {
    /// Whom to take of those who lack it.
    enum Choice: String, CaseIterable, Sendable {
        /// Those with the most hours on duty in the week: with them most comes of it.
        case best
        /// Those who stand first in staff.csv.
        case first
    }

    let competency: String
    let level: Int
    let role: String
    let people: Int
    let choice: Choice
    /// The first day on which they hold it, and the last; nil: from the first day of every week on, and without an end.
    let from, expires: CalendarDay?
    /// Sessions on duty before the first day that each of them is off.
    let sessionsOff: Int
    /// What an educator gives besides; nil: nobody does.
    let educator: PreparedHours?
    /// Pounds a person.
    let cost: Double
    /// The keys as they stand in the file.
    private let written: [Field]

    /// The keys of one.
    static let keys =
        ["competency", "level", "role", "people", "choose", "from", "expires", "sessions_off", "cost"]
        + ["educator_hours"] + PreparedHours.giverKeys(educatorKeys)
    private static let educatorKeys = "educator_"

    /// Reads `{competency: exercise-programmes, level: 2, role: support-worker, people: 12, choose: best}`, with `from`,
    /// `sessions_off`, `educator_hours`, `cost` and `expires` where it costs something.
    init?(_ entry: EntryReader) {
        let competency = entry.required("competency", a: "a competency of the framework")
        let role = entry.required("role", a: "a role of the framework")
        if !entry.has("level") {
            entry.refuse("\(entry.name) has no 'level'", expected: "the level signed off")
        }
        if !entry.has("people") { entry.refuse("\(entry.name) has no 'people'", expected: "how many") }
        let level = entry.whole("level", 1...9, "level")
        let people = entry.whole("people", 1...10_000, "people")
        let choice = entry.word("choose", Choice.self) ?? .best
        let (from, expires) = (entry.day("from"), entry.day("expires"))
        let sessionsOff = entry.whole("sessions_off", 0...100, "sessions that each is off") ?? 0
        let hours = entry.decimal("educator_hours", 0.25...1_000, "hours in all")
        let giver = PreparedHours.giver(entry, Self.educatorKeys, level: level)
        let cost = entry.decimal("cost", 0...100_000, "pounds a person") ?? 0
        if let from, let expires, expires < from {
            entry.refuse(
                "expires is \(expires.iso), before the first day, which is \(from.iso)",
                expected: "\(from.iso) or later",
                at: entry.keyField("expires"))
        }
        if hours != nil, giver == nil, !PreparedHours.giverKeys(Self.educatorKeys).contains(where: entry.has)
        {
            entry.refuse(
                "\(entry.name) does not say whose the educator's hours are",
                expected: "educator_role, educator_competency or educator_cost, pounds an hour",
                at: entry.keyField("educator_hours"))
        }
        if hours == nil, let key = PreparedHours.giverKeys(Self.educatorKeys).first(where: entry.has) {
            entry.refuse(
                "\(entry.name) has '\(key)' and no 'educator_hours'", expected: "how many hours in all",
                at: entry.keyField(key))
        }
        if from == nil,
            let key = ["sessions_off", "educator_role", "educator_competency", "expires"].first(
                where: entry.has)
        {
            entry.refuse(
                "\(entry.name) has '\(key)' and no 'from'",
                expected: "the first day on which the sign-off holds: sessions are taken before it",
                at: entry.keyField(key))
        }
        guard let competency, let role, let level, let people, entry.isSound else { return nil }
        (self.competency, self.level, self.role) = (competency, level, role)
        (self.people, self.choice) = (people, choice)
        (self.from, self.expires, self.sessionsOff, self.cost) = (from, expires, sessionsOff, cost)
        educator = hours.flatMap { hours in giver.map { PreparedHours(hours: hours, giver: $0) } }
        written = Self.keys.compactMap(entry.keyField)
    }

    /// The people who lack it on some day of the week from `from` on, as sign-offs count in plans, those to be taken first;
    /// each human once.
    func candidates(in week: Week) -> [String] {
        let held = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        let days = (0..<week.days).map { week.start.adding(days: $0) }.filter { from ?? week.start <= $0 }
        var seen: Set<String> = []
        let lacking = week.staff.indices.filter { s in
            week.staff[s].roles.contains(role)
                && !days.allSatisfy { held[s].holds([Need(competency, level)], on: $0) }
                && seen.insert(week.staff[s].human).inserted
        }
        func minutes(_ s: Int) -> Int {
            week.sessions.indices.reduce(0) {
                $0 + (week.rota[s][$1].duty == .rostered ? week.paidMinutes(person: s, session: $1) : 0)
            }
        }
        switch choice {
        case .first: return lacking.map { week.staff[$0].id }
        case .best:
            return lacking.map { (s: $0, minutes: minutes($0)) }
                .sorted { ($1.minutes, $0.s) < ($0.minutes, $1.s) }.map { week.staff[$0.s].id }
        }
    }

    /// Tells of everything for which it cannot be made in one of some weeks: roles, competencies and levels that the framework
    /// does not have, more people than lack it, and fewer sessions on duty than it takes.
    ///
    /// - Parameter place: Where the overlay begins.
    func check(_ base: Int, of dated: DatedWeeks, at place: Place, _ diagnostics: Diagnostics) {
        let own = Diagnostics()
        let week = dated.weeks[base]
        func refuse(_ key: String, _ found: String, expected: String, _ message: String) {
            own.add(
                .error, at: written.first { $0.text == key }?.place ?? place, field: key, found: found,
                expected: expected, message: message)
        }
        func find(_ key: String, _ name: String, _ known: [String]) {
            guard !known.contains(name) else { return }
            let nearest = nearestName(to: name, in: known)
            refuse(
                key, name, expected: nearest ?? "a \(key) of the framework",
                "there is no \(key) '\(Diagnostic.shortened(name))' in the week's framework"
                    + didYouMean(nearest)
            )
        }
        find("role", role, week.framework.roles.map(\.id))
        find("competency", competency, week.framework.competencies.map(\.id))
        let levels = week.framework.levels
        if level > levels {
            refuse(
                "level", String(level), expected: "a level of 1 to \(levels)",
                "level \(level) is above the framework's highest, which is \(levels)")
        }
        if let educator {
            switch educator.giver {
            case .role(let role): find("educator_role", role, week.framework.roles.map(\.id))
            case .competency(let need):
                find("educator_competency", need.competency, week.framework.competencies.map(\.id))
            case .paid: break
            }
        }
        // With a first day it is about all weeks, and told with the first in which it holds.
        if let from, dated.first(from: from) == nil {
            refuse(
                "from", from.iso, expected: "a day of one of the weeks, or before them",
                "no week reaches \(from.iso), from which the sign-offs hold")
        }
        guard !own.hasErrors, from == nil || dated.first(from: from) == base else {
            return own.tell(diagnostics)
        }
        let number = candidates(in: week, of: dated).count
        if number < people {
            refuse(
                "people", String(people),
                expected: number == 0 ? "nobody to be trained" : "at most \(number)",
                "training names \(people) people, and \(number) of the role '\(role)' lack '\(competency)' at "
                    + "level \(level)")
        } else {
            checkSessions(dated) { refuse($0, $1, expected: $2, $3) }
        }
        own.tell(diagnostics)
    }

    /// Tells of sessions that it takes and that nobody is on duty in.
    private func checkSessions(
        _ dated: DatedWeeks, _ refuse: (String, String, _ expected: String, String) -> Void
    ) {
        guard let from else { return }
        let trained = trainees(of: dated)
        for id in trained {
            let number = dated.duty(of: id, before: from).count
            guard number < sessionsOff else { continue }
            refuse(
                "sessions_off", String(sessionsOff),
                "at most \(number), or a week before \(from.iso) besides",
                "training takes \(Show.counted(sessionsOff, "session")) off, and '\(id)' has \(number) on duty before "
                    + from.iso)
            return
        }
        let missing = educator?.sessions(before: from, besides: Set(trained), in: dated).missing ?? 0
        if let educator, missing > 0 {
            let hours = educator.hours - Double(missing) / 60
            refuse(
                "educator_hours", Show.hours(educator.hours),
                "at most \(Show.hours(hours)), or a week before \(from.iso) besides",
                "an educator gives \(Show.hours(educator.hours)) hours, and people \(educator.giverWords) have "
                    + "\(Show.hours(hours)) on duty before \(from.iso)")
        }
    }

    /// Whether it takes sessions or costs something.
    var isPriced: Bool { sessionsOff > 0 || educator != nil || cost > 0 }

    /// What it says, in a sentence for people.
    var words: String {
        "\(people) of role \(role) signed off in \(competency) at level \(level)"
            + (choice == .best ? ", those with the most hours on duty" : ", in order of staff.csv")
            + (from.map { ", from \(Show.day($0))" } ?? "") + (expires.map { " to \(Show.day($0))" } ?? "")
            + (sessionsOff > 0 ? ", each off for \(Show.counted(sessionsOff, "session")) before" : "")
            + (educator.map { ", with \(Show.hours($0.hours)) hours \($0.words)" } ?? "")
            + (cost > 0 ? ", at \(Show.pounds(cost)) a person" : "")
    }
}
