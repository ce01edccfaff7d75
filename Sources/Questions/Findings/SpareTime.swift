// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Workforce

/// What would use people's spare time, found by lifting one thing that stops them after the other.
///
/// For each cause the week is changed so that it stops nobody of the group, the plan is taken over, and each
/// person's week alone is planned anew with everybody else's work left as it is. The minutes of work that the
/// person then has beyond those they have without the change are what the cause takes.
struct SpareTime {
    /// What lifting something did for one person.
    struct Measured: Sendable {
        /// Minutes of work more than in the plan, in sessions on duty or booked.
        let minutes: Int
        /// What became of the plan.
        let effect: Effect
        /// Minutes of the person's work in each session of the plan planned anew.
        let work: [Int]
        /// Where the person is in each session of it; nil: nowhere.
        let team: [Int?]
    }

    /// What can be lifted.
    enum Lift: CaseIterable {
        case nothing, competency, supervision, pair, setting, everything

        /// What lifts it for some people.
        func changes(_ staff: [String], _ framework: Framework) -> [Change] {
            switch self {
            case .nothing: return []
            case .competency:
                let all = framework.competencies.map { Need($0.id, framework.levels) }
                return staff.map { .signOff(.holds(staff: $0, needs: all)) }
            case .supervision: return [.supposed(.supervisedByOthers)]
            case .pair: return [.supposed(.partnersAlwaysThere)]
            case .setting: return [.supposed(.anyTeam(staff: staff))]
            case .everything:
                return [Lift.competency, .supervision, .pair, .setting].flatMap {
                    $0.changes(staff, framework)
                }
            }
        }
    }

    private let measured: [[Measured]]
    /// Minutes each person could have used in other teams.
    private let elsewhere: [Double]

    /// Measures some people's spare time.
    init(_ hand: PlanAtHand, people: [Int]) {
        let lifts = Lift.allCases
        let held = hand.holding(allBut: people)
        let ids = people.map { hand.week.staff[$0].id }
        measured = inParallel(lifts.count, inTurn: hand.isLarge) { index in
            let lifted = held + lifts[index].changes(ids, hand.week.framework)
            let nearby = hand.takenOver(with: lifted, leaving: people)
            return people.map { Self.measure(nearby, person: $0) }
        }
        elsewhere = inParallel(people.count) { hand.wantedElsewhere(person: people[$0]) }
    }

    /// What lifting something did for each person, in their order.
    func measured(_ lift: Lift) -> [Measured] {
        Lift.allCases.firstIndex(of: lift).map { measured[$0] } ?? []
    }

    /// How the spare minutes of one of the people divide up by cause. Their sum is `spare`.
    ///
    /// What one cause alone explains is its own; what only several together explain is theirs; where causes
    /// overlap, because lifting either would do, each has its share.
    func causes(ofPersonAt position: Int, spare: Double) -> [CauseMinutes] {
        func used(_ lift: Lift) -> Double { max(0, Double(measured(lift)[position].minutes)) }
        let choice = min(spare, used(.nothing))
        let rest = spare - choice
        let all = min(rest, max(0, used(.everything) - choice))
        let singles: [(CauseMinutes.Cause, Lift)] = [
            (.competency, .competency), (.supervisionMissing, .supervision), (.pairMissing, .pair),
            (.setting, .setting),
        ]
        let gains = singles.map { min(all, max(0, used($0.1) - choice)) }
        let sum = gains.reduce(0, +)
        let scale = sum > all ? all / sum : 1
        // Care that is wanted elsewhere counts where nothing that was lifted would use the time.
        let without = min(rest - all, elsewhere[position])
        var causes = [CauseMinutes(.choice, choice + without)]
        for (single, gain) in zip(singles, gains) { causes.append(CauseMinutes(single.0, gain * scale)) }
        causes.append(CauseMinutes(.several, max(0, all - sum * scale)))
        causes.append(CauseMinutes(.noDemand, rest - all - without))
        return causes
    }

    static func measure(_ nearby: NearbyPlan, person: Int) -> Measured {
        var after = nearby
        after.refit(person: person)
        let sessions = nearby.instance.calendar.sessions.indices
        return Measured(
            minutes: after.workMinutes(ofPerson: person) - nearby.workMinutes(ofPerson: person),
            effect: Effect(from: nearby, to: after),
            work: sessions.map { after.workMinutes(ofPerson: person, session: $0) },
            team: sessions.map { after.team(ofPerson: person, session: $0) })
    }
}
