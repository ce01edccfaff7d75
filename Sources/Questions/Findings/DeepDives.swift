// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Workforce

/// Why some people are little in direct contact, and the smallest change that helps each most.
struct DeepDives {
    /// Sign-offs tried for each person.
    static let signOffsTried = 3

    private let hand: PlanAtHand
    private let low: [LowUtilisation]
    private let people: [Int]
    private let spare: SpareTime
    /// The sign-off that saves most for each person; nil where none saves anything.
    private let signOffs: [Tried?]

    /// A sign-off, and what becomes of a person's week with it.
    private struct Tried: Sendable {
        let need: Need
        let measured: SpareTime.Measured

        var pounds: Double { measured.effect.pounds }
    }

    /// Looks into people's low utilisation.
    init(_ hand: PlanAtHand, _ low: [LowUtilisation]) {
        self.hand = hand
        let known = low.filter { hand.person($0.staff) != nil }
        self.low = known
        people = known.compactMap { hand.person($0.staff) }
        spare = SpareTime(hand, people: people)
        signOffs = Self.trySignOffs(hand, people)
    }

    /// The findings, a person each.
    var dives: [DeepDive] { low.indices.map(dive) }

    /// What helps a person, and what it does beyond planning their week anew.
    struct Option {
        let remedy: Remedy
        let effect: Effect
    }

    private func dive(_ position: Int) -> DeepDive {
        let person = low[position]
        let time = person.time
        let used = [
            CauseMinutes(.nonContact, time.nonContact), CauseMinutes(.records, time.records),
            CauseMinutes(.travel, time.travel), CauseMinutes(.supervision, time.supervision),
        ]
        let best = best(position)
        return DeepDive(
            staff: person.staff, availableMinutes: person.availableMinutes,
            contactMinutes: person.contactMinutes, threshold: person.threshold,
            causes: used + spare.causes(ofPersonAt: position, spare: max(0, time.spare)),
            remedy: best?.remedy ?? takes(position), effect: best?.effect)
    }

    /// The change that saves most, of those that can be entered; of two that save alike, the smaller one. Nil
    /// where none helps.
    func best(_ position: Int) -> Option? {
        let nothing = spare.measured(.nothing)[position].effect
        let staff = hand.week.staff[people[position]].id
        var options: [Option] = []
        if let tried = signOffs[position] {
            options.append(
                Option(
                    remedy: .changes([.signOff(.holds(staff: staff, needs: [tried.need]))]),
                    effect: tried.measured.effect - nothing))
        }
        let setting = spare.measured(.setting)[position]
        let lifted = lifted(setting, position)
        if !lifted.isEmpty {
            options.append(Option(remedy: .changes(lifted), effect: setting.effect - nothing))
        }
        let best = options.enumerated().max { one, other in
            (one.element.effect.pounds, other.offset) < (other.element.effect.pounds, one.offset)
        }?.element
        if let best, best.effect.pounds >= PlanAtHand.leastGain, best.effect.contacts > 0 { return best }
        guard nothing.pounds >= PlanAtHand.leastGain, nothing.contacts > 0 else { return nil }
        return Option(remedy: .planningAnew, effect: nothing)
    }

    /// What a person's time waits for where it is nothing that can be entered: somebody else, who would have
    /// to be there. What that costs nobody knows before it is said who, so that no effect goes with it.
    private func takes(_ position: Int) -> Remedy? {
        let nothing = spare.measured(.nothing)[position].effect
        let (pair, supervision) = (spare.measured(.pair)[position], spare.measured(.supervision)[position])
        let lifts: [(measured: SpareTime.Measured, remedy: Remedy)] = [
            (pair, .partner(sessions: more(pair, position))),
            (supervision, .supervisor(sessions: more(supervision, position))),
        ]
        let helping = lifts.filter { lift in
            let effect = lift.measured.effect - nothing
            return effect.pounds >= PlanAtHand.leastGain && effect.contacts > 0
        }
        return helping.max { $0.measured.effect.pounds < $1.measured.effect.pounds }?.remedy
    }

    /// The sessions in which a person works more than in the plan.
    private func more(_ measured: SpareTime.Measured, _ position: Int) -> [Int] {
        let s = people[position]
        return hand.week.sessions.indices.filter { t in
            measured.work[t] > hand.nearby.workMinutes(ofPerson: s, session: t)
        }
    }

    /// What would have to be lifted for the work that a person does where they may not be sent; nothing where
    /// they do none.
    private func lifted(_ measured: SpareTime.Measured, _ position: Int) -> [Change] {
        let s = people[position]
        let week = hand.week
        var lifted: [Change] = []
        for t in more(measured, position) {
            guard let k = measured.team[t] else { continue }
            for barrier in hand.instance.barriers(
                person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
            {
                let change: Change? =
                    switch barrier {
                    case .organisation, .placement, .pin:
                        week.lifting(barrier, person: s, session: t, team: k)
                    case .travel: .supposed(.inReach(staff: week.staff[s].id, team: week.teams[k].id))
                    case .over, .absent, .otherRow, .closed, .nothingToDo, .workingTime: nil
                    }
                if let change, !lifted.contains(change) { lifted.append(change) }
            }
        }
        return lifted
    }

    /// Tries each person's sign-offs, the first of everybody's in one week, the second in the next: nobody
    /// else's work is planned anew, so that people do not get in each other's way. The best of each is then tried
    /// alone.
    private static func trySignOffs(_ hand: PlanAtHand, _ people: [Int]) -> [Tried?] {
        let candidates = people.map { hand.signOffCandidates(person: $0, most: signOffsTried) }
        let held = hand.holding(allBut: people)
        let rounds = inParallel(signOffsTried, inTurn: hand.isLarge) { round -> [SpareTime.Measured?] in
            let given = people.indices.filter { candidates[$0].count > round }
            guard !given.isEmpty else { return people.map { _ in nil } }
            let signOffs = given.map { position in
                Change.signOff(
                    .holds(
                        staff: hand.week.staff[people[position]].id, needs: [candidates[position][round]]))
            }
            let nearby = hand.takenOver(with: held + signOffs, leaving: people)
            return people.indices.map { position in
                candidates[position].count > round
                    ? SpareTime.measure(nearby, person: people[position]) : nil
            }
        }
        let together = people.indices.map { position in
            candidates[position].indices.compactMap { round in
                rounds[round][position].map { Tried(need: candidates[position][round], measured: $0) }
            }
        }
        return inParallel(people.count, inTurn: hand.isLarge) { position in
            confirmed(together[position]) { need in
                let signOff = Change.signOff(
                    .holds(staff: hand.week.staff[people[position]].id, needs: [need]))
                return SpareTime.measure(
                    hand.takenOver(with: held + [signOff], leaving: people), person: people[position])
            }
        }
    }

    /// The best of a person's sign-offs with what it does where nobody else is given one: somebody else's may let
    /// the person do more, as whom they are a pair with or who supervises them. None that may be better is passed
    /// over.
    private static func confirmed(
        _ tried: [Tried], alone: (Need) -> SpareTime.Measured
    ) -> Tried? {
        var best: Tried?
        // Of two that save alike, the one tried first comes first.
        let order = tried.indices.sorted { (tried[$1].pounds, $0) < (tried[$0].pounds, $1) }
        for index in order where tried[index].pounds > best?.pounds ?? 0 {
            let one = Tried(need: tried[index].need, measured: alone(tried[index].need))
            if one.pounds > best?.pounds ?? 0 { best = one }
        }
        return best
    }
}
