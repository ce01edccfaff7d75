// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// What somebody is to a swap.
    struct SwapPart {
        let names: [String]
        let isGiver: Bool
        let isTaker: Bool
        let mayTake: Bool
        let isPlanner: Bool

        var isNobody: Bool { !isGiver && !isTaker && !mayTake && !isPlanner }
    }

    func part(_ asked: Asked, _ swap: KeptSwap) throws(StoreError) -> SwapPart {
        let person = try asked.person()
        let names = try store.names(of: person)
        return SwapPart(
            names: names, isGiver: swap.person == person.id, isTaker: swap.takerPerson == person.id,
            mayTake: isOffered(swap, to: person, names), isPlanner: person.role == .planner)
    }

    /// A swap, as far as it is whoever asks' to see.
    func swap(_ asked: Asked) throws(StoreError) -> Answer { try swapPage(asked) }

    func swapPage(
        _ asked: Asked, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let swap = try store.swap(try asked.number("swap"))
        let part = try part(asked, swap)
        guard !part.isNobody else { throw .missing("This offer is not for you, or somebody has taken it.") }
        let hand = try atHand(swap)
        let trials = try store.trials(of: swap.id)
        let taking = part.mayTake ? try takingForm(asked, hand, part.names, trials) : []
        let deciding = part.isPlanner ? try decidingForm(asked, hand, trials, problems) : []
        return .page(
            SitePage("Swap \(swap.id)", asked.visit, problems: problems) {
                Tag.p { hand.line + "." }
                if swap.taker == nil, !swap.offer.inReturn.isEmpty {
                    Tag.p { "They would work one of these instead:" }
                    Tag.ul { for session in swap.offer.inReturn { Tag.li { hand.called(session) } } }
                }
                if let to = swap.offer.toStaff, swap.taker == nil { Tag.p { "Offered to \(hand.name(to))." } }
                if !swap.offer.note.isEmpty { Tag.p { "Their note: \(swap.offer.note)" } }
                Tag.p(.class("told")) { standing(swap, trials) }
                if !swap.why.isEmpty { Tag.p { "Why: \(swap.why)" } }
                taking
                deciding
                if (part.isGiver || part.isTaker) && (swap.state == .open || swap.state == .taken) {
                    Tag.form(.action("/swaps/\(swap.id)/withdraw"), .post) {
                        SitePage.token(asked.visit)
                        Tag.button(.class("plain")) {
                            part.isGiver ? "Withdraw the offer" : "I do not take it after all"
                        }
                    }
                }
                Tag.p { Tag.a(.href("/swaps")) { "All swaps" } }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// What was found out about whoever takes it.
    func found(_ swap: KeptSwap, _ trials: [SwapTrial]) -> SwapAnswer? {
        trials.first { $0.staff == swap.taker?.staff && $0.session == swap.taker?.session }
            .flatMap { SwapAnswer($0.answer) }
    }

    /// How far it is, and what holds until then.
    private func standing(_ swap: KeptSwap, _ trials: [SwapTrial]) -> String {
        switch swap.state {
        case .open: return "Nobody has taken it yet."
        case .taken:
            return "Both people agree. A planner has not said yes yet: until then sessions are as they are."
        case .agreed:
            // Another swap's plan may have been made from the plan with it, so that what counts is the plan in force.
            guard let inForce = try? store.planInForce(ofWeek: swap.week), inForce.id != swap.offer.run else {
                return
                    "\(swap.decidedBy) agreed. It holds once the plan with it is published: until then sessions are as they are."
            }
            guard let answer = found(swap, trials), answer.isKept(in: deployments(inForce)) else {
                return "Plan \(inForce.id) was published without it: what My sessions says is what holds."
            }
            return "It holds: plan \(inForce.id), which people work by, has it. Look at your sessions."
        case .refused: return "\(swap.decidedBy) refused it. Sessions are as they are."
        case .withdrawn: return "The offer was withdrawn."
        case .lapsed:
            // The plan with it may be published after the one by which it lapsed.
            if swap.madeRun != nil, let inForce = try? store.planInForce(ofWeek: swap.week),
                inForce.id != swap.offer.run, let answer = found(swap, trials), answer.isPossible,
                answer.isKept(in: deployments(inForce))
            {
                return
                    "It holds after all: plan \(inForce.id), which people work by, has it. Look at your sessions."
            }
            return
                "It holds no more: the plan was replaced, a session has begun, or an account is no longer who it was on the roster."
        }
    }
}
