// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore
import Workforce

/// A planner's yes or no to a swap: what comes of it, the plan that is made with it, and the way back.
extension Site {
    func decidingForm(
        _ asked: Asked, _ hand: SwapAtHand, _ trials: [SwapTrial], _ problems: [StoreError.FieldProblem]
    ) throws(StoreError) -> [Markup] {
        let swap = hand.swap
        guard let answer = found(swap, trials) else { return [] }
        var content = [
            Tag.h2 { "What comes of it" },
            Tag.ul { for sentence in answer.sentences { Tag.li { sentence } } },
        ]
        if let made = swap.madeRun {
            let run = try store.run(made)
            content.append(
                Tag.p {
                    Tag.a(.href(run.hasPlan ? "/plans/\(made)" : "/runs/\(made)")) { "The plan with it" }
                })
            if run.hasPlan {
                content.append(
                    Tag.p {
                        answer.isKept(in: deployments(run))
                            ? "That plan has everybody where the swap has them."
                            : "That plan does not have everybody where the swap has them: do not publish it for this swap."
                    })
            } else if run.state.isOver {
                content.append(Tag.p { "That plan came to nothing: decide again." })
            }
        }
        // By another plan than the one of the offer people work with it, or it has lapsed.
        let inForce = try store.planInForce(ofWeek: swap.week)?.id
        let mayUndo = swap.state == .agreed && inForce == swap.offer.run
        guard swap.state == .taken || mayUndo else { return content }
        let me = try asked.person().id
        guard swap.person != me, swap.takerPerson != me else {
            return content + [Tag.p { "This swap is your own: another planner decides on it." }]
        }
        content.append(
            Tag.form(.action("/swaps/\(swap.id)/decision"), .post) {
                SitePage.token(asked.visit)
                Tag.input(.type("hidden"), .name("taker"), .filled(Self.taken(swap)))
                FormField(
                    name: "why", label: "Why", hint: "Both people are told. To refuse, a reason is needed",
                    value: asked.form["why"], problems: problems
                ).markup
                Tag.div(.class("actions")) {
                    if swap.state == .taken {
                        Tag.button(.name("decision"), .filled("agree")) { "Agree, and plan with it" }
                    }
                    Tag.button(.name("decision"), .filled("refuse"), .class("plain")) {
                        swap.state == .taken ? "Refuse" : "Refuse it after all"
                    }
                }
            })
        return content
    }

    /// Who takes a session and for what, as a form repeats it: whoever decides says what they saw.
    private static func taken(_ swap: KeptSwap) -> String {
        swap.taker.map(sent) ?? ""
    }

    /// A planner agrees to a swap, by asking for a plan with it, or refuses it.
    func swapDecided(_ asked: Asked) async throws(StoreError) -> Answer {
        let swap = try store.swap(try asked.number("swap"))
        let person = try asked.person()
        let why = asked.form["why"]
        guard asked.form["taker"] == Self.taken(swap) else {
            throw .conflict(
                "Who takes this session, and for what, is not what you saw. Look at the swap anew: nothing was decided."
            )
        }
        do throws(StoreError) {
            switch asked.form["decision"] {
            case "refuse":
                try store.refuse(swap.id, of: swap.taker, by: person, why: why)
                // Nobody needs the plan with it any more.
                if swap.state == .agreed, let made = swap.madeRun, try !store.run(made).state.isOver {
                    _ = try store.stop(made, by: person)
                    await queue.stop(made)
                }
            case "agree": try await agree(asked, to: swap, by: person, why: why)
            default: throw .refused("Say whether you agree to the swap, or refuse it.")  // foreign
            }
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try swapPage(asked, problems: problems)
        }
        return .see("/swaps/\(swap.id)")
    }

    private func agree(
        _ asked: Asked, to swap: KeptSwap, by person: Person, why: String
    ) async throws(StoreError) {
        guard swap.state == .taken, let taker = swap.taker else {
            throw .conflict("This swap was decided before you, or is over.")
        }
        guard swap.person != person.id, swap.takerPerson != person.id else {
            throw .refused("This swap is your own: another planner decides on it.")
        }
        let plan = try await planToGoOnFrom(swap)
        // Swaps that were agreed to since are in that plan: what was found for the plan in force may hold no more.
        let answer = try await tried(asked, swap, taker, in: plan)
        guard answer.isPossible else {
            throw .refused(
                "By now it breaks a rule, so it cannot be agreed to: "
                    + answer.people.map(\.sentence).joined(separator: " ") + " Refuse it, or wait.")
        }
        let hand = try atHand(swap)
        let title = "Swap \(swap.id): \(hand.line)"
        let first = try firstOpen(
            after: try ChangeHistory(of: plan, in: store), week: hand.week, moment: store.moment)
        let run = try store.ask(
            for: RunWanted(
                .replan, week: swap.week, seconds: plan.wanted.seconds, from: plan.id,
                changes: answer.changeFile(title), firstOpen: first), by: person,
            why: why.isEmpty ? title : why)
        do throws(StoreError) {
            try store.agree(to: swap.id, of: taker, making: run.id, by: person, why: why)
        } catch {
            _ = try store.stop(run.id, by: person)
            throw error
        }
        await queue.look()
    }

    /// The plan that a swap's plan goes on from: with the swaps of the same plan that were agreed to before.
    private func planToGoOnFrom(_ swap: KeptSwap) async throws(StoreError) -> KeptRun {
        let before = try store.swaps().filter {
            $0.state == .agreed && $0.offer.run == swap.offer.run && $0.id != swap.id
        }.compactMap(\.madeRun).max()
        guard let before else { return try store.run(swap.offer.run) }
        let run = try store.run(before)
        guard run.hasPlan else {
            throw .refused(
                "The plan of a swap that was agreed to before is still being made. Wait for run \(before).")
        }
        return run
    }
}
