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
    }

    /// The people who lack it, those to be taken first; each human once.
    func candidates(in week: Week) -> [String] {
        let human = week.staff.humansById
        let holders = Set(
            week.signOffs.filter { row in
                row.competency == competency && row.level >= level
                    && row.expiresOn.map { $0 >= week.start } ?? true
            }.map { human[$0.staff] ?? $0.staff })
        var seen = holders
        let lacking = week.staff.indices.filter { s in
            week.staff[s].roles.contains(role) && seen.insert(week.staff[s].human).inserted
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

    /// Their sign-offs, from the week's first day on.
    func changes(in week: Week) -> [Change] {
        candidates(in: week).prefix(people).map {
            .signOff(
                .add(staff: $0, competency: competency, level: level, signedOffOn: nil, expiresOn: nil))
        }
    }

    /// Tells where a week has no such role or competency, or too few people who lack it.
    func check(_ week: Week, at place: Place, _ diagnostics: Diagnostics) {
        func refuse(_ what: String, _ name: String, _ known: [String]) {
            let nearest = nearestName(to: name, in: known)
            diagnostics.add(
                .error, at: place, field: "training", found: name,
                expected: nearest ?? "a \(what) of the framework",
                message: "there is no \(what) '\(Diagnostic.shortened(name))' in the week's framework"
                    + didYouMean(nearest))
        }
        let (roles, competencies) = (
            week.framework.roles.map(\.id), week.framework.competencies.map(\.id)
        )
        guard roles.contains(role) else { return refuse("role", role, roles) }
        guard competencies.contains(competency) else {
            return refuse("competency", competency, competencies)
        }
        let number = candidates(in: week).count
        guard number < people else { return }
        diagnostics.add(
            .error, at: place, field: "people", found: String(people), expected: "at most \(number)",
            message:
                "training names \(people) people, and \(number) of the role '\(role)' lack '\(competency)' at "
                + "level \(level)")
    }

    /// What it says, in a sentence for people.
    var words: String {
        "\(people) of role \(role) signed off in \(competency) at level \(level)"
            + (choice == .best ? ", those with the most hours on duty" : ", in order of staff.csv")
    }
}
