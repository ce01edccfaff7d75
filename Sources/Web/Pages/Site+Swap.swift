// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Sharing
import WebStore
import Wording
import Workforce

extension Site {
    /// What somebody is to a swap.
    private struct Part {
        let names: [String]
        let isGiver: Bool
        let isTaker: Bool
        let mayTake: Bool
        let isPlanner: Bool

        var isNobody: Bool { !isGiver && !isTaker && !mayTake && !isPlanner }
    }

    private func part(_ asked: Asked, _ swap: KeptSwap) throws(StoreError) -> Part {
        let person = try asked.person()
        let names = try store.names(of: person)
        return Part(
            names: names, isGiver: swap.person == person.id, isTaker: swap.takerPerson == person.id,
            mayTake: try offered(to: asked).contains { $0.id == swap.id }, isPlanner: person.role == .planner)
    }

    /// A swap, as far as it is whoever asks' to see.
    func swap(_ asked: Asked) throws(StoreError) -> Answer { try swapPage(asked) }

    private func swapPage(
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
    private func found(_ swap: KeptSwap, _ trials: [SwapTrial]) -> SwapAnswer? {
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

    // MARK: Taking it

    /// What whoever may take a session could give for it; one without a session where nothing is wanted.
    private func takers(_ hand: SwapAtHand, _ names: [String]) -> [SwapTaker] {
        let offer = hand.swap.offer
        return hand.week.staff.map(\.id).filter { names.contains($0) }.filter {
            offer.toStaff == nil || offer.toStaff == $0
        }.flatMap { staff -> [SwapTaker] in
            guard !offer.inReturn.isEmpty else { return [SwapTaker(staff: staff)] }
            return hand.duties.duties(ofStaff: staff).compactMap { duty in
                let session = hand.week.sessions[duty.session]
                let begins = Moment.seconds(session.starts, from: hand.week.start)
                guard offer.inReturn.contains(session.id), begins > store.moment else { return nil }
                return SwapTaker(staff: staff, session: session.id, begins: begins)
            }
        }
    }

    private func takingForm(
        _ asked: Asked, _ hand: SwapAtHand, _ names: [String], _ trials: [SwapTrial]
    ) throws(StoreError) -> [Markup] {
        let takers = takers(hand, names)
        let id = hand.swap.id
        guard !takers.isEmpty else {
            return [Tag.p { "You have none of the sessions that they would work instead." }]
        }
        let tried = takers.compactMap { taker in
            trials.first { $0.staff == taker.staff && $0.session == taker.session }.map { (taker, $0) }
        }
        return [
            Tag.h2 { "Could you take it?" },
            Tag.form(.action("/swaps/\(id)/try"), .post, .class("actions")) {
                SitePage.token(asked.visit)
                Tag.label(.of("take")) { "You give" }
                Tag.select(.id("take"), .name("take")) {
                    for (index, taker) in takers.enumerated() {
                        Self.option("\(index)", Self.words(taker, hand, takers), isChosen: index == 0)
                    }
                }
                Tag.button { "Find out whether it works" }
            },
        ] + tried.flatMap { taker, trial in found(asked, hand, taker, trial, takers, names) }
    }

    private static func words(_ taker: SwapTaker, _ hand: SwapAtHand, _ all: [SwapTaker]) -> String {
        let who = Set(all.map(\.staff)).count > 1 ? ", as \(taker.staff)" : ""
        return (taker.session.map { hand.place(taker.staff, $0) } ?? "Nothing") + who
    }

    private func found(
        _ asked: Asked, _ hand: SwapAtHand, _ taker: SwapTaker, _ trial: SwapTrial, _ all: [SwapTaker],
        _ names: [String]
    ) -> [Markup] {
        let answer = SwapAnswer(trial.answer)
        let what = Self.words(taker, hand, all)
        return [
            Tag.h2 {
                trial.isPossible
                    ? "It works: you give \(taker.session == nil ? "nothing" : what)"
                    : "It does not work: \(what)"
            },
            Tag.ul { for sentence in answer?.words(for: names) ?? [] { Tag.li { sentence } } },
            trial.isPossible
                ? Tag.form(.action("/swaps/\(hand.swap.id)/take"), .post) {
                    SitePage.token(asked.visit)
                    Tag.input(
                        .type("hidden"), .name("take"), .filled("\(all.firstIndex(of: taker) ?? 0)"))
                    Tag.button { "Yes, I take it" }
                } : Tag.p { "So it cannot be taken in this way." },
        ]
    }

    /// The taker of a form, of those who ask.
    private func takerSent(_ asked: Asked) throws(StoreError) -> (SwapAtHand, SwapTaker) {
        let swap = try store.swap(try asked.number("swap"))
        let person = try asked.person()
        if swap.takerPerson != nil, swap.takerPerson != person.id, swap.person != person.id {
            throw .conflict("\(try atHand(swap).name(swap.taker?.staff ?? "")) took this session before you.")
        }
        guard try part(asked, swap).mayTake else {
            throw .conflict(
                "This session cannot be taken: it is yours, offered to others, or offered no more.")
        }
        let hand = try atHand(swap)
        let takers = takers(hand, try store.names(of: person))
        guard let index = Int(asked.form["take"]), takers.indices.contains(index) else {
            throw .refused("Select what you give for the session.")
        }
        return (hand, takers[index])
    }

    /// Finds out whether somebody could take a session, by a process that tries it near to the plan.
    func swapTried(_ asked: Asked) async throws(StoreError) -> Answer {
        let (hand, taker) = try takerSent(asked)
        _ = try await tried(asked, hand.swap, taker, in: try store.run(hand.swap.offer.run))
        return .see("/swaps/\(hand.swap.id)")
    }

    /// What comes of a swap in a plan. What was found out of the plan that the offer is of is kept: such a plan stays as it
    /// is, so that nobody has to wait for it twice.
    private func tried(
        _ asked: Asked, _ swap: KeptSwap, _ taker: SwapTaker, in plan: KeptRun
    ) async throws(StoreError) -> SwapAnswer {
        let isOfOffer = plan.id == swap.offer.run
        if isOfOffer,
            let kept = try store.trials(of: swap.id).first(where: {
                $0.staff == taker.staff && $0.session == taker.session
            }), let parsed = SwapAnswer(kept.answer)
        {
            return parsed
        }
        var question = ["--give", swap.offer.staff, "--session", swap.offer.session, "--to", taker.staff]
        if let session = taker.session { question += ["--for", session] }
        let text = try await explained(asked, plan, question + ["--format", "json"])
        guard let parsed = SwapAnswer(text) else {
            throw .refused("It cannot be found out just now whether it works.")
        }
        if isOfOffer {
            try store.keepTrial(of: swap.id, taker, isPossible: parsed.isPossible, answer: text)
        }
        return parsed
    }

    /// Says yes to a session that is offered.
    func swapTaken(_ asked: Asked) throws(StoreError) -> Answer {
        let (hand, taker) = try takerSent(asked)
        _ = try store.take(hand.swap.id, as: taker, by: try asked.person())
        return .see("/swaps/\(hand.swap.id)")
    }

    /// Takes back an offer, or a yes.
    func swapWithdrawn(_ asked: Asked) throws(StoreError) -> Answer {
        _ = try store.withdraw(try asked.number("swap"), by: try asked.person())
        return .see("/swaps")
    }

    // MARK: Deciding

    private func decidingForm(
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
        swap.taker.map { "\($0.staff)|\($0.session ?? "")" } ?? ""
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
