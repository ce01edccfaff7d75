// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Formulation
import Workforce

/// Why some people are little in direct contact, and the smallest change that helps each most.
struct DeepDives {
    /// Sign-offs tried for each person.
    static let signOffsTried = 3

    private let hand: PlanAtHand
    private let low: [LowUtilisation]
    private let people: [Int]
    private let spare: SpareTime
    /// The sign-offs tried, a list a person, with what each does for them alone.
    private let signOffs: [[(need: Need, measured: SpareTime.Measured)]]

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

    /// A change that helps a person, and what it does beyond planning their week anew.
    struct Option {
        let sentence: String
        let effect: Effect
        let needs: [Need]
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
            change: best?.sentence ?? takes(position), effect: best?.effect)
    }

    /// The change that saves most, of those that can be entered; of two that save alike, the smaller one. Nil where
    /// none helps.
    func best(_ position: Int) -> Option? {
        let nothing = spare.measured(.nothing)[position].effect
        let names = Naming(week: hand.week)
        let who = names.person(people[position])
        var options = signOffs[position].map { need, measured in
            option("If \(who) were signed off in \(names.need(need))", measured.effect - nothing, [need])
        }
        let setting = spare.measured(.setting)[position]
        if let lifted = lifted(setting, position, names) {
            options.append(option("If \(lifted)", setting.effect - nothing))
        }
        let best = options.enumerated().max { one, other in
            (one.element.effect.pounds, other.offset) < (other.element.effect.pounds, one.offset)
        }?.element
        if let best, best.effect.pounds >= PlanAtHand.leastGain, best.effect.contacts > 0 { return best }
        guard nothing.pounds >= PlanAtHand.leastGain, nothing.contacts > 0 else { return nil }
        return option(
            "If \(who)'s own week were planned anew (skillmix allocate, with --start and this plan)", nothing)
    }

    /// What a person's time waits for where it is nothing that can be entered: somebody else, who would have to be
    /// there. What that costs nobody knows before it is said who, so that no effect goes with it.
    private func takes(_ position: Int) -> String? {
        let nothing = spare.measured(.nothing)[position].effect
        let names = Naming(week: hand.week)
        let who = names.person(people[position])
        let lifts: [(measured: SpareTime.Measured, words: String)] = [
            (spare.measured(.pair)[position], "It takes somebody to make up a pair with \(who)"),
            (
                spare.measured(.supervision)[position],
                "It takes somebody to supervise \(who)'s delegated work"
            ),
        ]
        let helping = lifts.filter { lift in
            let effect = lift.measured.effect - nothing
            return effect.pounds >= PlanAtHand.leastGain && effect.contacts > 0
        }
        return helping.max { $0.measured.effect.pounds < $1.measured.effect.pounds }.map { lift in
            lift.words + when(lift.measured, position, names) + "."
        }
    }

    private func option(_ condition: String, _ effect: Effect, _ needs: [Need] = []) -> Option {
        Option(sentence: "\(condition), \(Naming.effect(effect)).", effect: effect, needs: needs)
    }

    /// The sessions in which a person works more than in the plan.
    private func more(_ measured: SpareTime.Measured, _ position: Int) -> [Int] {
        let s = people[position]
        return hand.week.sessions.indices.filter { t in
            measured.work[t] > hand.nearby.workMinutes(ofPerson: s, session: t)
        }
    }

    private func when(_ measured: SpareTime.Measured, _ position: Int, _ names: Naming) -> String {
        let sessions = more(measured, position)
        return sessions.isEmpty ? "" : " on \(names.sessions(sessions))"
    }

    /// What would have to be lifted for the work that a person does where they may not be sent; nil where they do none.
    private func lifted(_ measured: SpareTime.Measured, _ position: Int, _ names: Naming) -> String? {
        let s = people[position]
        var lifted: [String] = []
        for t in more(measured, position) {
            guard let k = measured.team[t] else { continue }
            for barrier in hand.instance.barriers(
                person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(k))
            {
                switch barrier {
                case .organisation:
                    lifted.append(
                        "\(hand.week.staff[s].employer)'s people might work for "
                            + "\(hand.week.teams[k].organisation) (agreements.csv)")
                case .travel: lifted.append("\(names.person(s)) could get to \(names.team(k)) (travel.csv)")
                case .placement: lifted.append("\(names.person(s))'s placement were lifted (placements.csv)")
                case .pin:
                    lifted.append("\(names.person(s)) were not pinned on \(names.session(t)) (rota.csv)")
                case .absent, .closed, .nothingToDo, .workingTime: break
                }
            }
        }
        return lifted.isEmpty ? nil : Naming.list(Week.unique(lifted))
    }

    /// Tries each person's sign-offs, the first of everybody's in one week, the second in the next: nobody else's work
    /// is planned anew, so that people do not get in each other's way.
    private static func trySignOffs(
        _ hand: PlanAtHand, _ people: [Int]
    ) -> [[(need: Need, measured: SpareTime.Measured)]] {
        let candidates = people.map { hand.signOffCandidates(person: $0, most: signOffsTried) }
        let held = hand.holding(allBut: people)
        let rounds = inParallel(signOffsTried, inTurn: hand.isLarge) { round -> [SpareTime.Measured?] in
            let given = people.indices.filter { candidates[$0].count > round }
            guard !given.isEmpty else { return people.map { _ in nil } }
            let week = held.signingOff(
                given.map { (hand.week.staff[people[$0]].id, [candidates[$0][round]]) })
            let nearby = hand.takenOver(into: week, leaving: people)
            return people.indices.map { position in
                candidates[position].count > round
                    ? SpareTime.measure(nearby, person: people[position]) : nil
            }
        }
        return people.indices.map { position in
            candidates[position].indices.compactMap { round in
                rounds[round][position].map { (candidates[position][round], $0) }
            }
        }
    }
}
