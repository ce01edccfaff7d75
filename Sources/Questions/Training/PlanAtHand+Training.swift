// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Report
import Workforce

extension PlanAtHand {
    /// How many single sign-offs are tried by planning anew, unless the caller asks for more.
    public static let signOffsTried = 40

    /// What sign-offs would be worth to the plan: single ones ranked, and the best few together.
    ///
    /// - Parameters:
    ///   - most: How many may be chosen together.
    ///   - tried: How many single sign-offs are tried by planning anew, the most promising first.
    public func training(most: Int, tried: Int = signOffsTried) -> TrainingValue {
        let candidates = trainingCandidates()
        let looked = varied(candidates, tried)
        let effects = inParallel(looked.count) { effect([looked[$0]]) }
        let order = looked.indices.filter { effects[$0].pounds >= Self.leastGain }
            .sorted { (effects[$1].pounds, $0) < (effects[$0].pounds, $1) }
        let ranked = order.map { position in
            SignOffValue(
                staff: week.staff[looked[position].person].id, competency: looked[position].need.competency,
                level: looked[position].need.level, effect: effects[position])
        }
        return TrainingValue(
            ranked: ranked, considered: candidates.count, tried: looked.count,
            best: best(of: order.map { looked[$0] }, most: most))
    }

    /// The most promising sign-offs, of each competency and level only so many that others have a place as well: the
    /// tenth person with the same sign-off is worth little beside the first.
    private func varied(_ candidates: [TrainingCandidate], _ most: Int) -> [TrainingCandidate] {
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

    /// The best set: what the integer programme chooses, or the first of the ranked list where that does more once
    /// both are planned anew.
    private func best(of ranked: [TrainingCandidate], most: Int) -> SignOffSet? {
        guard most > 0, !ranked.isEmpty else { return nil }
        var sets = [Array(ranked.prefix(most))]
        if let chosen = SignOffProgram(self, ranked).chosen(.cheapest(most: most)) {
            sets.insert(chosen.signOffs.map { ranked[$0] }, at: 0)
        }
        let tried = sets.filter { !$0.isEmpty }
        let effects = inParallel(tried.count) { effect(tried[$0]) }
        let best = tried.indices.max { (effects[$0].pounds, $1) < (effects[$1].pounds, $0) }
        return best.map { SignOffSet(signOffs: items(tried[$0]), effect: effects[$0]) }
    }

    /// The fewest sign-offs with which a line can be met in full, with everybody in the team the plan has them in.
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
        guard let chosen = SignOffProgram(self, candidates).chosen(.fewest(line: i)) else {
            return FewestSignOffs(
                line: id, unmet: unmet, signOffs: nil, isFewest: false, effect: nil)
        }
        let signOffs = chosen.signOffs.map { candidates[$0] }
        // The plan of the choice in the week with these sign-offs alone: nothing else is needed for it.
        let week = week.signingOff(signOffs.map { (self.week.staff[$0.person].id, [$0.need]) })
        let after = NearbyPlanner(WeeklyModel(Instance(week))).takingOver(chosen.plan.rows)
        return FewestSignOffs(
            line: id, unmet: unmet, signOffs: items(signOffs), isFewest: chosen.isProved,
            effect: Effect(from: nearby, to: after))
    }

    private func items(_ candidates: [TrainingCandidate]) -> [SignOffSet.Item] {
        candidates.sorted {
            ($0.person, $0.need.competency, $0.need.level) < ($1.person, $1.need.competency, $1.need.level)
        }.map {
            SignOffSet.Item(
                staff: week.staff[$0.person].id, competency: $0.need.competency, level: $0.need.level)
        }
    }

    private func effect(_ candidates: [TrainingCandidate]) -> Effect { trial(candidates).effect }

    private func trial(_ candidates: [TrainingCandidate]) -> Trial {
        let changed = week.signingOff(candidates.map { (week.staff[$0.person].id, [$0.need]) })
        let near = Set(candidates.flatMap(\.lines)).sorted()
        return trying(changed, near: Set(candidates.map(\.person)).sorted(), lines: near)
    }
}
