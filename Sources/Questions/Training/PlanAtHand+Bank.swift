// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Trials
import Workforce

extension PlanAtHand {
    /// What people on the bank, students and volunteers could do for the plan, and what it would pay for one sign-off more
    /// of theirs: with each of the most promising it is planned anew, in the hours that they are booked for or offer. Those
    /// that open what is met are tried, too, after those that open what is unmet or dear: who takes over what is met frees
    /// whoever gives it for what is not.
    ///
    /// - Parameter tried: How many are tried at most, and not too many of one competency and level. Nothing is said of
    ///   the worth of the others.
    public func bank(tried: Int = signOffsTried) -> BankFigures {
        var figures = BankFigures(week: week, plan: plan)
        let people = figures.people.compactMap { person($0.staff) }
        let candidates = trainingCandidates(of: people, all: true) { s, t in
            isAtWork(person: s, session: t)
                || (!instance.past.isOver(t) && instance.duty[instance.cell(s, t)] == .available)
        }
        let looked = varied(candidates, tried)
        let effects = inParallel(looked.count) { effect(of: [looked[$0]]) }
        (figures.considered, figures.tried) = (candidates.count, looked.count)
        let worth = Dictionary(zip(looked.map(Item.init), effects)) { first, _ in first }
        let opening = Set(candidates.map(Item.init))
        for place in figures.people.indices where figures.people[place].hoursOffered > 0 {
            guard let s = person(figures.people[place].staff) else { continue }
            for row in figures.people[place].withOneMore.indices {
                let one = figures.people[place].withOneMore[row]
                let item = Item(person: s, need: Need(one.competency, one.level))
                figures.people[place].withOneMore[row].isInHours = opening.contains(item)
                guard let effect = worth[item] else { continue }
                figures.people[place].withOneMore[row].pounds =
                    effect.pounds >= Self.leastGain ? effect.pounds : 0
                figures.people[place].withOneMore[row].isExact = effect.isExact
            }
            figures.people[place].withOneMore = figures.people[place].withOneMore.sortedByWorth
        }
        return figures
    }

    /// A sign-off of somebody.
    private struct Item: Hashable {
        let person: Int
        let need: Need

        init(person: Int, need: Need) {
            self.person = person
            self.need = need
        }

        init(_ candidate: TrainingCandidate) { self.init(person: candidate.person, need: candidate.need) }
    }
}
