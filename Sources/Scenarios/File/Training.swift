// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import Workforce

/// So many people of a role signed off for something: who they are is worked out of the week.
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
    /// The keys as they stand in the file.
    private let written: [Field]

    /// The keys of one.
    static let keys = ["competency", "level", "role", "people", "choose"]

    /// Reads `{competency: exercise-programmes, level: 2, role: support-worker, people: 12, choose: best}`.
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
        guard let competency, let role, let level, let people, entry.isSound else { return nil }
        (self.competency, self.level, self.role) = (competency, level, role)
        (self.people, self.choice) = (people, choice)
        written = ["competency", "level", "role", "people"].compactMap(entry.keyField)
    }

    /// The people who lack it on some day of the week, as sign-offs count in plans, those to be taken first; each human
    /// once.
    func candidates(in week: Week) -> [String] {
        let held = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        let days = (0..<week.days).map { week.start.adding(days: $0) }
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

    /// Their sign-offs, on every day of the week. Who holds a higher level for a part of it keeps that.
    func changes(in week: Week) -> [Change] {
        candidates(in: week).prefix(people).map {
            .signOff(.holds(staff: $0, needs: [Need(competency, level)]))
        }
    }

    /// Tells of everything for which it cannot be made in a week: roles, competencies and levels that the framework does not
    /// have, and more people than lack it.
    ///
    /// - Parameter place: Where the overlay begins.
    func check(_ week: Week, at place: Place, _ diagnostics: Diagnostics) {
        let own = Diagnostics()
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
        let number = own.hasErrors ? people : candidates(in: week).count
        if number < people {
            refuse(
                "people", String(people),
                expected: number == 0 ? "nobody to be trained" : "at most \(number)",
                "training names \(people) people, and \(number) of the role '\(role)' lack '\(competency)' at "
                    + "level \(level)")
        }
        own.tell(diagnostics)
    }

    /// What it says, in a sentence for people.
    var words: String {
        "\(people) of role \(role) signed off in \(competency) at level \(level)"
            + (choice == .best ? ", those with the most hours on duty" : ", in order of staff.csv")
    }
}
