// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Trials
import Workforce

/// A single sign-off to be looked at: with it a person could take part in contacts of some lines.
struct TrainingCandidate: Sendable {
    /// Who.
    let person: Int
    /// The one thing they lack for a route.
    let need: Need
    /// The lines it opens to them in sessions they work, ascending.
    let lines: [Int]
    /// Pounds of price that the lines' contacts, unmet or dear, could save at most in the time the person
    /// has.
    let promise: Double
}

extension PlanAtHand {
    /// Every single sign-off that would open contacts to somebody where they work, the most promising first.
    ///
    /// Contacts count that go unmet, and those that registered people give though support workers may.
    func trainingCandidates() -> [TrainingCandidate] {
        trainingCandidates(of: Array(week.staff.indices), where: isAtWork)
    }

    /// The same of some people, in sessions of theirs that count.
    ///
    /// - Parameter all: Whether contacts count, too, that are met and dear to nobody: who takes them over frees somebody
    ///   for others.
    func trainingCandidates(
        of people: [Int], all: Bool = false, where counts: (Int, Int) -> Bool
    ) -> [TrainingCandidate] {
        var candidates: [TrainingCandidate] = []
        let worth = instance.lines.indices.map(worth)
        let open = instance.lines.indices.filter {
            worth[$0].contacts > 0 || (all && instance.lines[$0].contacts > 0)
        }
        for s in people {
            let sessions = week.sessions.indices.filter { counts(s, $0) }
            let minutes = sessions.reduce(0.0) { $0 + instance.capacity[instance.cell(s, $1)] }
            for opening in openings(person: s, lines: open, in: sessions) {
                let promise = promise(opening.lines.map { worth[$0] }, minutes: minutes)
                candidates.append(
                    TrainingCandidate(
                        person: s, need: opening.need, lines: opening.lines, promise: promise))
            }
        }
        return candidates.enumerated().sorted {
            ($1.element.promise, $0.offset) < ($0.element.promise, $1.offset)
        }.map(\.element)
    }

    /// What contacts of a line could save if one more person could give them.
    private struct Worth {
        let contacts: Int
        let pounds: Double
        let minutes: Int
    }

    private func worth(_ i: Int) -> Worth {
        let line = instance.lines[i]
        let unmet = nearby.unmet(ofLine: i)
        if unmet > 0 { return Worth(contacts: unmet, pounds: line.unmetPrice, minutes: line.minutes) }
        var dear = 0
        var pounds = 0.0
        for part in nearby.parts(ofLine: i) {
            let price = instance.contactPrice(person: part.person, line: i)
            if price > 0 { dear += part.count }
            pounds = max(pounds, price)
        }
        return Worth(contacts: dear, pounds: pounds, minutes: line.minutes)
    }

    /// The most that some minutes could save, contacts taken by what a minute of them saves.
    private func promise(_ worths: [Worth], minutes: Double) -> Double {
        var left = minutes
        var pounds = 0.0
        let order = worths.sorted {
            $0.pounds * Double(max(1, $1.minutes)) > $1.pounds * Double(max(1, $0.minutes))
        }
        for worth in order where left > 0 {
            let count = min(Double(worth.contacts), left / Double(max(1, worth.minutes)))
            pounds += count * worth.pounds
            left -= count * Double(worth.minutes)
        }
        return pounds
    }
}
