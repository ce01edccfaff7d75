// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore
import Workforce

/// Taking a session that somebody offers: what whoever may take it could give, whether it works, and yes.
extension Site {
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

    func takingForm(
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
                    for taker in takers {
                        Self.option(
                            Self.sent(taker), Self.words(taker, hand, takers), isChosen: taker == takers.first
                        )
                    }
                }
                Tag.button { "Find out whether it works" }
            },
        ] + tried.flatMap { taker, trial in found(asked, hand, taker, trial, takers, names) }
    }

    /// Who takes a session and for what, as a form repeats it.
    static func sent(_ taker: SwapTaker) -> String { "\(taker.staff)|\(taker.session ?? "")" }

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
                    Tag.input(.type("hidden"), .name("take"), .filled(Self.sent(taker)))
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
        // By what it is and not by its place: a session that has begun meanwhile is in the list no more.
        guard let taker = takers.first(where: { Self.sent($0) == asked.form["take"] }) else {
            throw .refused("Select what you give for the session.")
        }
        return (hand, taker)
    }

    /// Finds out whether somebody could take a session, by a process that tries it near to the plan.
    func swapTried(_ asked: Asked) async throws(StoreError) -> Answer {
        let (hand, taker) = try takerSent(asked)
        _ = try await tried(asked, hand.swap, taker, in: try store.run(hand.swap.offer.run))
        return .see("/swaps/\(hand.swap.id)")
    }

    /// What comes of a swap in a plan. What was found out of the plan that the offer is of is kept: such a plan stays as it
    /// is, so that nobody has to wait for it twice.
    func tried(
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
}
