// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// How many workers are tried as the one more who is able to give care single-handed.
    static let workersTried = 5

    /// What more single-handed care would release: one more worker able to give it, for those who take part
    /// in most contacts that were suitable; and all suitable contacts by whoever may lead them.
    ///
    /// Empty where no suitable contact went double-handed.
    public func conversionFindings() -> [ConversionFinding] {
        let lines = avoidableLines
        guard !lines.isEmpty else { return [] }
        let all = Way(change: .all, of: .supposed(.singleHandedByLeads), people: [], lines: lines)
        let changes = [all] + workers(lines)
        let findings = inParallel(changes.count, inTurn: isLarge) { conversion(changes[$0]) }
        return findings.filter { $0.converted > 0 }
    }

    /// Lines of which suitable contacts went double-handed.
    var avoidableLines: [Int] { instance.lines.indices.filter { nearby.avoidable(ofLine: $0) > 0 } }

    private struct Way: Sendable {
        let change: ConversionFinding.Change
        /// The same as a change of the week.
        let of: Change
        let people: [Int]
        let lines: [Int]
    }

    /// The workers who take part in most suitable contacts that went double-handed and lack only what
    /// single-handed care asks for.
    private func workers(_ lines: [Int]) -> [Way] {
        var contacts = [Int](repeating: 0, count: week.staff.count)
        var theirs = [[Int]](repeating: [], count: week.staff.count)
        for i in lines {
            let avoidable = nearby.avoidable(ofLine: i)
            for part in nearby.parts(ofLine: i) where part.kind == .doubleHandedParts {
                let standing = instance.standing(person: part.person, session: part.session, line: i)
                guard standing.hasRoute, !standing.contains(.single) else { continue }
                contacts[part.person] += min(avoidable, part.count)
                if theirs[part.person].last != i { theirs[part.person].append(i) }
            }
        }
        let order = contacts.indices.filter { contacts[$0] > 0 }
            .sorted { (contacts[$1], $0) < (contacts[$0], $1) }
        return order.prefix(Self.workersTried).map { person in
            let needs = Set(theirs[person].flatMap { missingAlone(person, line: $0) })
                .sorted { ($0.competency, $0.level) < ($1.competency, $1.level) }
            let id = week.staff[person].id
            return Way(
                change: .worker(staff: id, competencies: unique(needs.map(\.competency))),
                of: .signOff(.holds(staff: id, needs: needs)), people: [person], lines: theirs[person])
        }
    }

    /// What a person who may lead contacts of a line lacks to give them alone, on whatever day of its window.
    private func missingAlone(_ person: Int, line i: Int) -> [Need] {
        instance.openWindow(ofLine: i).flatMap { t in
            instance.gaps(person: PersonIndex(person), session: SessionIndex(t), line: LineIndex(i))
                .filter { $0.part == .singleHanded }.flatMap(\.missing)
        }
    }

    private func conversion(_ change: Way) -> ConversionFinding {
        let trial = trying([change.of], near: change.people, lines: change.lines)
        var converted = 0
        var minutes = 0
        for (i, line) in instance.lines.enumerated() where line.hands == 2 {
            let more = trial.after.singleHanded(ofLine: i) - trial.before.singleHanded(ofLine: i)
            converted += more
            minutes += more * (2 * line.minutes - line.singleMinutes)
        }
        return ConversionFinding(
            change: change.change, converted: converted, releasedHours: Double(minutes) / 60,
            effect: trial.effect)
    }
}
