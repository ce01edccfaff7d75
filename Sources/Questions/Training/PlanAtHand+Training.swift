// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Workforce

extension PlanAtHand {
    /// How many single sign-offs are tried by planning anew, unless the caller asks for more.
    public static let signOffsTried = 40
    /// Moves with which each part of the week that a sign-off touches is planned: the same for all that are
    /// ranked, so that none looks better for having been looked into longer.
    static let rankingMoves = 6_000

    /// What sign-offs would be worth to the plan: single ones ranked, and the best few together.
    ///
    /// - Parameters:
    ///   - most: How many may be chosen together.
    ///   - tried: How many single sign-offs are tried by planning anew: the most promising, but not too many of one
    ///     competency and level.
    public func training(most: Int, tried: Int = signOffsTried) -> TrainingValue {
        let candidates = trainingCandidates()
        let looked = varied(candidates, tried)
        let effects = inParallel(looked.count) { effect(of: [looked[$0]]) }
        let order = looked.indices.filter { effects[$0].pounds >= Self.leastGain }
            .sorted { (effects[$1].pounds, $0) < (effects[$0].pounds, $1) }
        let ranked = order.map { position in
            SignOffValue(
                staff: week.staff[looked[position].person].id, competency: looked[position].need.competency,
                level: looked[position].need.level, effect: effects[position])
        }
        return TrainingValue(
            ranked: ranked, considered: candidates.count, tried: looked.count,
            best: best(of: looked, ranked: order.map { looked[$0] }, most: most),
            bettered: looked.isEmpty ? [] : bettered)
    }

    /// The most promising sign-offs, of each competency and level only so many that others have a place as
    /// well: the tenth person with the same sign-off is worth little beside the first.
    func varied(_ candidates: [TrainingCandidate], _ most: Int) -> [TrainingCandidate] {
        var ofNeed: [Need: Int] = [:]
        let share = max(1, most / 8)
        let first = candidates.indices.filter { position in
            ofNeed[candidates[position].need, default: 0] += 1
            return ofNeed[candidates[position].need, default: 0] <= share
        }
        let isFirst = Set(first)
        let rest = candidates.indices.filter { !isFirst.contains($0) }
        return (first + rest).prefix(most).sorted().map { candidates[$0] }
    }

    /// The best set of three, once each is planned anew: what the integer programme chooses, the first of the
    /// ranked list, and what is built up from it step by step. The programme may choose sign-offs that are
    /// worth nothing alone, since a pair takes two, but has everybody stay where the plan has them; the list
    /// may name five people for the work of one.
    private func best(
        of looked: [TrainingCandidate], ranked: [TrainingCandidate], most: Int
    ) -> SignOffSet? {
        guard most > 0, !looked.isEmpty else { return nil }
        var sets: [[TrainingCandidate]] = []
        if let chosen = SignOffProgram(self, looked).chosen(.cheapest(most: most)) {
            sets.append(chosen.signOffs.map { looked[$0] })
        }
        sets.append(Array(ranked.prefix(most)))
        sets.append(builtUp(from: ranked, most: most))
        let tried = sets.filter { !$0.isEmpty }
        let effects = inParallel(tried.count) { effect(of: tried[$0]) }
        let best = tried.indices.max { (effects[$0].pounds, $1) < (effects[$1].pounds, $0) }
        guard let best, effects[best].pounds >= Self.leastGain else { return nil }
        return SignOffSet(signOffs: items(tried[best]), effect: effects[best])
    }

    /// How many of the ranked list are tried for each further place of a set.
    private static let triedForPlace = 6

    /// A set to which what saves most beside the others is added until nothing more does.
    private func builtUp(from ranked: [TrainingCandidate], most: Int) -> [TrainingCandidate] {
        var (chosen, rest) = (Array(ranked.prefix(1)), Array(ranked.dropFirst()))
        var pounds = chosen.isEmpty ? 0 : effect(of: chosen, proves: false).pounds
        while chosen.count < most, !rest.isEmpty {
            let (set, tried) = (chosen, Array(rest.prefix(Self.triedForPlace)))
            let effects = inParallel(tried.count) { effect(of: set + [tried[$0]], proves: false).pounds }
            let next = tried.indices.max { (effects[$0], $1) < (effects[$1], $0) }
            guard let next, effects[next] > pounds + Self.leastGain else { break }
            pounds = effects[next]
            chosen.append(rest.remove(at: next))
        }
        return chosen
    }

    /// The fewest sign-offs with which a line can be met in full, with everybody in the team the plan has
    /// them in.
    public func fewestSignOffs(meeting id: String) throws(QuestionError) -> FewestSignOffs {
        guard let i = line(id) else {
            throw QuestionError("There is no demand line \(id) in demand.csv.")
        }
        let unmet = nearby.unmet(ofLine: i)
        guard unmet > 0 else {
            return FewestSignOffs(
                line: id, unmet: 0, signOffs: [], isFewest: true, effect: nil)
        }
        let candidates = trainingCandidates().filter { $0.lines.contains(i) }
        let program = SignOffProgram(self, candidates)
        var refused: [[Int]] = []
        var least = 0
        while refused.count <= Self.mostRefused,
            let chosen = program.chosen(.fewest(line: i), refused: refused)
        {
            if refused.isEmpty, chosen.isProved { least = chosen.signOffs.count }
            let signOffs = chosen.signOffs.map { candidates[$0] }
            // The plan of the choice in the week with these sign-offs alone: nothing else is needed for it.
            let after = planner(with: signingOff(signOffs)).takingOver(program.plan(of: chosen).rows)
            if after.unmet(ofLine: i) == 0 {
                return FewestSignOffs(
                    line: id, unmet: unmet, signOffs: items(signOffs),
                    isFewest: chosen.isProved && (refused.isEmpty || signOffs.count == least),
                    effect: effect(meeting: i, signOffs, after))
            }
            refused.append(chosen.signOffs)
        }
        return FewestSignOffs(line: id, unmet: unmet, signOffs: nil, isFewest: false, effect: nil)
    }

    /// What comes of a line met in full with some sign-offs, by the plan of the programme's choice; where the
    /// week can be proved, by the cheapest plan that meets it. The plan as it is was planned anew near to the
    /// same people.
    private func effect(meeting i: Int, _ signOffs: [TrainingCandidate], _ after: NearbyPlan) -> Effect {
        var before = nearby
        before.improve(
            near: Set(signOffs.map(\.person)).sorted(), lines: Set(signOffs.flatMap(\.lines) + [i]).sorted())
        let model = planner(with: signingOff(signOffs)).model.requiring(line: i)
        return proving(before, after, by: NearbyPlanner(model)).effect
    }

    /// Choices of the programme that may turn out not to do before the search for the fewest ends.
    private static let mostRefused = 8

    /// The sign-offs as changes of the week.
    func signingOff(_ candidates: [TrainingCandidate]) -> [Change] {
        candidates.map { .signOff(.holds(staff: week.staff[$0.person].id, needs: [$0.need])) }
    }

    private func items(_ candidates: [TrainingCandidate]) -> [SignOffSet.Item] {
        candidates.sorted {
            ($0.person, $0.need.competency, $0.need.level) < ($1.person, $1.need.competency, $1.need.level)
        }.map {
            SignOffSet.Item(
                staff: week.staff[$0.person].id, competency: $0.need.competency, level: $0.need.level)
        }
    }

    /// What sign-offs do to the plan, with the time of whoever holds them and all contacts that they open
    /// planned anew: for each sign-off by itself, and for several then all together.
    ///
    /// - Parameter proves: Whether it is proved, where the week is small enough; not where it only says what to try.
    func effect(of candidates: [TrainingCandidate], proves: Bool = true) -> Effect {
        var hand = self
        hand.proves = self.proves && proves
        return hand.tried(candidates).effect
    }

    private func tried(_ candidates: [TrainingCandidate]) -> Trial {
        var parts = candidates.map { Part(people: [$0.person], lines: $0.lines) }
        if candidates.count > 1 {
            parts.append(
                Part(
                    people: Set(candidates.map(\.person)).sorted(),
                    lines: Set(candidates.flatMap(\.lines)).sorted()))
        }
        return trying(signingOff(candidates), near: parts, moves: Self.rankingMoves)
    }
}
