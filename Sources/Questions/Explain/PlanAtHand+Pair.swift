// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Wording
import Workforce

extension PlanAtHand {
    /// Why two people give contacts together, and whether one of them could give them alone; or why they do
    /// not.
    public func explain(pair one: String, _ other: String) throws(QuestionError) -> Answer {
        let (first, second) = (try known(one), try known(other))
        guard first != second else { throw QuestionError("A pair is two people; \(one) was named twice.") }
        let names = Naming(week: week)
        let both = "\(names.person(first)) and \(names.person(second))"
        let rows = plan.contacts.filter { row in
            row.route == .doubleHanded && Set([row.staff, row.partner ?? ""]) == Set([one, other])
                && week.sessions.indices.contains(row.session)
        }
        guard !rows.isEmpty else {
            return Answer(
                question: "Why do \(both) not work as a pair?", sentences: apart(first, second, names))
        }
        return Answer(
            question: "Why do \(both) work as a pair?",
            sentences: rows.flatMap { together($0, first, second, names) })
    }

    private func together(_ row: ContactRow, _ first: Int, _ second: Int, _ names: Naming) -> [String] {
        guard let i = line(row.line) else { return [] }
        let line = instance.lines[i]
        var sentences = [
            "\(names.session(row.session)), \(names.team(row.team)): \(Show.counted(row.contacts, "contact")) of "
                + "\(names.line(i)); \(names.person(person(row.staff) ?? first)) leads."
        ]
        if instance.past.isOver(row.session) { return sentences + ["The session is over."] }
        let demand = week.demand[i]
        let isSingle = instance.activities[line.activity].singleHanded != nil
        let suitable = isSingle ? demand.singleHandedContacts : 0
        let avoidable = nearby.avoidable(ofLine: i)
        guard suitable > 0 else {
            return sentences + [
                "No review found contacts of this line suitable for one worker, so it takes two."
            ]
        }
        sentences.append(
            "\(suitable) of the line's \(demand.contacts) contacts \(suitable == 1 ? "is" : "are") suitable for one "
                + "worker; \(before(ofLine: i))"
                + (avoidable == 0
                    ? "all of those are given so, or go unmet, and these are not among them."
                    : "\(avoidable) of them \(avoidable == 1 ? "is" : "are") given by two."))
        // Of what sessions that are over leave, nothing more may be given alone.
        guard avoidable > 0, line.singleHanded > 0 else { return sentences }
        for s in [first, second] {
            let gaps = instance.gaps(
                person: PersonIndex(s), session: SessionIndex(row.session), line: LineIndex(i))
            guard let single = gaps.first(where: { $0.part == .singleHanded }) else {
                sentences.append("\(names.person(s)) has no role that may lead it.")
                continue
            }
            sentences.append(
                single.missing.isEmpty
                    ? alone(s, row.session, line, names)
                    : "\(names.person(s)) could give it alone if signed off in \(names.needs(single.missing))."
            )
        }
        return sentences
    }

    /// What of a line one worker, and two, gave in sessions that are over; empty: nothing.
    private func before(ofLine i: Int) -> String {
        let given = { (route: ContactRoute) in
            self.instance.past.contacts.reduce(0) {
                $1.line == i && $1.route == route ? $0 + $1.contacts : $0
            }
        }
        let ways = [(given(.singleHanded), "by one"), (given(.doubleHanded), "by two")].filter { $0.0 > 0 }
        guard !ways.isEmpty else { return "" }
        return
            "in sessions that are over \(Naming.list(ways.map { "\($0) \($0 == 1 ? "was" : "were") given \($1)" })); "
    }

    private func alone(_ s: Int, _ t: Int, _ line: Line, _ names: Naming) -> String {
        let extra = line.singleMinutes - line.minutes
        let left = nearby.minutesLeft(ofPerson: s, session: t)
        return "\(names.person(s)) is signed off to give it alone; that takes \(line.singleMinutes) minutes, "
            + "\(extra) more than as one of two, and \(Show.minutes(left.rounded(.down))) are left in the session."
    }

    private func apart(_ first: Int, _ second: Int, _ names: Naming) -> [String] {
        let shared = week.sessions.indices.filter { t in
            let k = nearby.team(ofPerson: first, session: t)
            return k != nil && k == nearby.team(ofPerson: second, session: t)
        }
        guard !shared.isEmpty else {
            return [
                "They give no contacts together: the plan never has them in the same team in the same session."
            ]
        }
        var sentences = [
            "They are in the same team on \(names.sessions(shared)), and give no contacts together."
        ]
        for t in shared {
            guard let k = nearby.team(ofPerson: first, session: t) else { continue }
            let lines = instance.linesOfTeam[k].filter {
                instance.lines[$0].hands == 2 && instance.lines[$0].window.contains(t)
            }
            sentences.append("\(names.session(t)): " + reasonApart(first, second, t, lines, names))
        }
        return sentences
    }

    private func reasonApart(_ first: Int, _ second: Int, _ t: Int, _ lines: [Int], _ names: Naming) -> String
    {
        guard !lines.isEmpty else { return "the team wants no two-handed care then." }
        let possible = lines.filter { i in
            let standings = [first, second].map {
                instance.standing(person: $0, session: t, line: i)
            }
            return standings.allSatisfy { $0.takesPart } && standings.contains { $0.hasRoute }
        }
        guard !possible.isEmpty else {
            return "neither may lead what two-handed care is wanted then, or one may take no part in it."
        }
        let unmet = possible.filter { nearby.unmet(ofLine: $0) > 0 }
        guard !unmet.isEmpty else { return "the two-handed care they could give is given by others." }
        let left = [first, second].map { s in
            "\(names.person(s)) has \(Show.minutes(nearby.minutesLeft(ofPerson: s, session: t).rounded(.down)))"
        }
        return "\(Naming.list(unmet.map { names.line($0) })) is not met in full; of the minutes it takes, "
            + "\(Naming.list(left)) left."
    }
}
