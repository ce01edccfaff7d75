// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WebStore

/// Sessions offered, taken, agreed to and lapsed.
struct SwapTests {
    private let monday = "2026-11-23 pm"
    private let tuesday = "2026-11-24 pm"

    private func offer(
        _ world: Worked, to: String? = nil, for inReturn: [String] = [], session: String = "2026-11-23 pm"
    ) throws -> KeptSwap {
        try world.store.offer(
            SwapOffer(
                run: world.first, staff: "AP-01", session: session, begins: world.tomorrow, toStaff: to,
                inReturn: inReturn), by: world.elm)
    }

    private func tried(_ world: Worked, _ swap: KeptSwap, _ taker: SwapTaker, _ isPossible: Bool = true)
        throws
    {
        try world.store.keepTrial(of: swap.id, taker, isPossible: isPossible, answer: "{}")
    }

    @Test func aSessionIsTakenOnceAndTheSecondIsTold() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let rowan = try world.test.person("rowan", .staff, by: world.ash)
        try world.store.setRoster(of: rowan.id, to: ["HC-01"], by: world.ash)
        let swap = try offer(world, for: [tuesday])
        let one = SwapTaker(staff: "SS-01", session: tuesday, begins: world.tomorrow)
        let other = SwapTaker(staff: "HC-01", session: tuesday, begins: world.tomorrow)
        for taker in [one, other] { try tried(world, swap, taker) }
        let taken = try world.store.take(swap.id, as: one, by: world.hazel)
        #expect(taken.state == .taken && taken.taker == one && taken.takerPerson == world.hazel.id)
        let error = #expect(throws: StoreError.self) {
            try world.store.take(swap.id, as: other, by: rowan)
        }
        #expect(error == .conflict("hazel took this session before you."))
        // Who takes it back leaves it to others.
        #expect(try world.store.withdraw(swap.id, by: world.hazel).state == .open)
        #expect(try world.store.take(swap.id, as: other, by: rowan).takerPerson == rowan.id)
        #expect(throws: StoreError.self, "it is nobody else's to take back") {
            try world.store.withdraw(swap.id, by: world.hazel)
        }
    }

    @Test func whatBreaksARuleOrWasNotLookedAtIsNotTaken() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let swap = try offer(world)
        let taker = SwapTaker(staff: "SS-01")
        func refusal(_ taker: SwapTaker, _ person: Person) -> String {
            do {
                _ = try world.store.take(swap.id, as: taker, by: person)
                return "taken"
            } catch { return error.message }
        }
        #expect(refusal(taker, world.hazel).contains("It has to be found out first"))
        try tried(world, swap, taker, false)
        #expect(refusal(taker, world.hazel).contains("It has to be found out first"))
        try tried(world, swap, SwapTaker(staff: "SS-01", session: tuesday))
        #expect(
            refusal(SwapTaker(staff: "SS-01", session: tuesday), world.hazel).contains("none of those wanted")
        )
        #expect(refusal(SwapTaker(staff: "AP-01"), world.elm).contains("none of your own"))
        #expect(refusal(SwapTaker(staff: "HC-01"), world.hazel).contains("for yourself alone"))
        try tried(world, swap, taker)
        #expect(refusal(taker, world.hazel) == "taken")
    }

    @Test func onlyOnesOwnSessionsThatHaveNotBegunAreOfferedAndOnce() throws {
        let world = try Worked()
        defer { world.test.remove() }
        #expect(throws: StoreError.self, "a draft is nobody's") { try offer(world) }
        try world.publish(world.first)
        _ = try offer(world)
        #expect(throws: StoreError.self, "it is offered already") { try offer(world) }
        #expect(throws: StoreError.self) {
            try world.store.offer(
                SwapOffer(run: world.first, staff: "SS-01", session: monday, begins: world.tomorrow),
                by: world.elm)
        }
        #expect(throws: StoreError.self) {
            try world.store.offer(
                SwapOffer(run: world.first, staff: "AP-01", session: tuesday, begins: world.test.clock.now),
                by: world.elm)
        }
        let named = try offer(world, to: "SS-02", session: tuesday)
        try tried(world, named, SwapTaker(staff: "SS-01"))
        let error = #expect(throws: StoreError.self) {
            try world.store.take(named.id, as: SwapTaker(staff: "SS-01"), by: world.hazel)
        }
        #expect(error?.message == "This session is offered to somebody else.")
    }

    @Test func anOfferLapsesWhenItsSessionBeginsOrItsPlanIsReplaced() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let (early, late) = (try offer(world), try offer(world, session: tuesday))
        world.test.clock.goOn(86_399)
        #expect(try world.store.swap(early.id).state == .open)
        world.test.clock.goOn(1)
        #expect(try world.store.swap(early.id).state == .lapsed)
        #expect(try world.store.swap(late.id).state == .lapsed)
        #expect(throws: StoreError.self) { try world.store.withdraw(early.id, by: world.elm) }

        let next = try offer(world, session: "2026-11-26 am")
        try world.publish(world.second)
        #expect(try world.store.swap(next.id).state == .lapsed)
        let line = try #require(try world.lines("ended a swap").first)
        #expect(line.subject == "swap \(next.id) of plan \(world.first)")
        #expect(line.why == "the plan was replaced")
    }

    @Test func aPlannerDecidesOnceAndOnWhatTwoPeopleAgreeTo() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let taker = SwapTaker(staff: "SS-01")
        func taken(_ session: String) throws -> KeptSwap {
            let swap = try offer(world, session: session)
            try tried(world, swap, taker)
            return try world.store.take(swap.id, as: taker, by: world.hazel)
        }
        let open = try offer(world, session: "2026-11-27 am")
        #expect(throws: StoreError.self) {
            try world.store.refuse(open.id, of: nil, by: world.birch, why: "no")
        }
        let one = try taken(monday)
        #expect(throws: StoreError.self, "a refusal has a reason") {
            try world.store.refuse(one.id, of: taker, by: world.birch, why: " ")
        }
        #expect(throws: StoreError.self, "nobody decides on their own") {
            try world.store.refuse(one.id, of: taker, by: world.hazel, why: "no")
        }
        try world.store.refuse(one.id, of: taker, by: world.birch, why: "too few on the ward")
        #expect(try world.store.swap(one.id).state == .refused)
        #expect(try world.store.swap(one.id).why == "too few on the ward")
        #expect(throws: StoreError.self) {
            try world.store.agree(to: one.id, of: taker, making: world.second, by: world.birch, why: "")
        }

        let other = try taken(tuesday)
        let run = try world.store.ask(
            for: RunWanted(.replan, week: world.week, seconds: 3, from: world.first, changes: "change: x"),
            by: world.birch)
        try world.store.agree(to: other.id, of: taker, making: run.id, by: world.birch, why: "")
        #expect(try world.store.swap(other.id).state == .agreed)
        // A plan that comes to nothing leaves the decision to be made again.
        _ = try world.store.claim()
        try world.store.finish(run.id, attempt: 1, as: .failed, "")
        #expect(try world.store.swap(other.id).state == .taken)
        #expect(
            try world.store.trail(most: 200).map(\.what).filter {
                $0.contains("swap") || $0.contains("session")
            }
                == [
                    "agreed to a swap", "took a session", "offered a session", "refused a swap",
                    "took a session", "offered a session", "offered a session",
                ])
    }

    @Test func whatWasAgreedToHoldsByThePlanMadeWithItAndLapsesByAnother() throws {
        for isMadeWithIt in [true, false] {
            let world = try Worked()
            defer { world.test.remove() }
            try world.publish(world.first)
            let swap = try offer(world)
            try tried(world, swap, SwapTaker(staff: "SS-01"))
            _ = try world.store.take(swap.id, as: SwapTaker(staff: "SS-01"), by: world.hazel)
            let run = try world.store.ask(
                for: RunWanted(
                    .replan, week: world.week, seconds: 3, from: world.first, changes: "change: x"),
                by: world.birch)
            try world.store.agree(
                to: swap.id, of: SwapTaker(staff: "SS-01"), making: run.id, by: world.birch, why: "")
            _ = try world.store.claim()
            try world.store.finish(run.id, attempt: 1, as: .done, "")
            try world.publish(isMadeWithIt ? run.id : world.second)
            #expect(try world.store.swap(swap.id).state == (isMadeWithIt ? .agreed : .lapsed))
        }
    }

    @Test func whatIsDecidedIsWhatWasTried() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let rowan = try world.test.person("rowan", .staff, by: world.ash)
        try world.store.setRoster(of: rowan.id, to: ["HC-01"], by: world.ash)
        let swap = try offer(world)
        let (one, other) = (SwapTaker(staff: "SS-01"), SwapTaker(staff: "HC-01"))
        for taker in [one, other] { try tried(world, swap, taker) }
        _ = try world.store.take(swap.id, as: one, by: world.hazel)
        // While a planner tries it with one person, that one takes it back and another takes it.
        _ = try world.store.withdraw(swap.id, by: world.hazel)
        _ = try world.store.take(swap.id, as: other, by: rowan)
        let error = #expect(throws: StoreError.self) {
            try world.store.agree(to: swap.id, of: one, making: world.second, by: world.birch, why: "")
        }
        #expect(error?.message.contains("Somebody else takes this session by now") == true)
        #expect(throws: StoreError.self) {
            try world.store.refuse(swap.id, of: one, by: world.birch, why: "not them")
        }
        #expect(try world.store.swap(swap.id).state == .taken)
        try world.store.agree(to: swap.id, of: other, making: world.second, by: world.birch, why: "")
        #expect(try world.store.swap(swap.id).state == .agreed)
    }

    @Test func twoSwapsOfAPlanAreAgreedToInOnePlan() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let taker = SwapTaker(staff: "SS-01")
        let swaps = try [monday, tuesday].map { session in
            let swap = try offer(world, session: session)
            try tried(world, swap, taker)
            return try world.store.take(swap.id, as: taker, by: world.hazel).id
        }
        func plan(from run: Int64) throws -> Int64 {
            try world.store.ask(
                for: RunWanted(.replan, week: world.week, seconds: 3, from: run, changes: "change: x"),
                by: world.birch
            ).id
        }
        // Two planners agree at once, each to one of them, with a plan each of the one that people work by.
        let (one, other) = (try plan(from: world.first), try plan(from: world.first))
        try world.store.agree(to: swaps[0], of: taker, making: one, by: world.birch, why: "")
        let error = #expect(throws: StoreError.self) {
            try world.store.agree(to: swaps[1], of: taker, making: other, by: world.birch, why: "")
        }
        #expect(
            error
                == .conflict(
                    "Swap \(swaps[0]) of this plan was agreed to meanwhile: agree again, so that one plan has both."
                ))
        let kept = try world.store.swap(swaps[1])
        #expect(kept.state == .taken && kept.madeRun == nil && kept.decidedBy.isEmpty)
        #expect(try world.lines("agreed to a swap").count == 1)
        // A plan that goes on from the first one's has both.
        #expect(try world.store.claim()?.id == one)
        try world.store.finish(one, attempt: 1, as: .done, "")
        try world.store.agree(
            to: swaps[1], of: taker, making: try plan(from: one), by: world.birch, why: "")
        #expect(try world.store.swap(swaps[1]).state == .agreed)
    }

    @Test func whatWasAgreedToIsRefusedUntilPeopleWorkByIt() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let taker = SwapTaker(staff: "SS-01")
        func agreed(_ session: String, from plan: Int64) throws -> (swap: Int64, run: Int64) {
            let swap = try offer(world, session: session)
            try tried(world, swap, taker)
            _ = try world.store.take(swap.id, as: taker, by: world.hazel)
            let run = try world.store.ask(
                for: RunWanted(.replan, week: world.week, seconds: 3, from: plan, changes: "change: x"),
                by: world.birch)
            try world.store.agree(to: swap.id, of: taker, making: run.id, by: world.birch, why: "")
            _ = try world.store.claim()
            try world.store.finish(run.id, attempt: 1, as: .done, "")
            return (swap.id, run.id)
        }
        func refusal(_ swap: Int64) -> String {
            do {
                try world.store.refuse(swap, of: taker, by: world.birch, why: "it came out wrong")
                return ""
            } catch { return error.message }
        }
        let one = try agreed(monday, from: world.first)
        let other = try agreed(tuesday, from: one.run)
        #expect(refusal(one.swap).contains("The plan of swap \(other.swap) goes on from"))
        #expect(refusal(other.swap).isEmpty)
        #expect(try world.store.swap(other.swap).state == .refused)
        #expect(try world.lines("refused a swap").first?.was == "agreed")
        // A plan that goes on from the one with it has it.
        let next = try world.store.ask(
            for: RunWanted(.replan, week: world.week, seconds: 3, from: one.run, changes: "change: y"),
            by: world.birch)
        _ = try world.store.claim()
        try world.store.finish(next.id, attempt: 1, as: .done, "")
        try world.publish(next.id)
        #expect(refusal(one.swap).contains("Plan \(next.id), which people work by, has this swap"))
        #expect(try world.store.swap(one.swap).state == .agreed)
    }

    @Test func whoeverIsShutOutHasAgreedToNothing() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let (taken, open) = (try offer(world), try offer(world, session: tuesday))
        try tried(world, taken, SwapTaker(staff: "SS-01"))
        _ = try world.store.take(taken.id, as: SwapTaker(staff: "SS-01"), by: world.hazel)
        try world.store.change(world.hazel.id, to: .staff, isActive: false, by: world.ash, why: "left")
        #expect(try world.store.swap(taken.id).state == .lapsed)
        #expect(try world.store.swap(open.id).state == .open, "that is somebody else's")
        #expect(try world.lines("ended a swap").first?.why == "an account was shut out")
    }

    @Test func whoeverIsSomebodyElseByNowHasAgreedToNothing() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        let swap = try offer(world)
        try tried(world, swap, SwapTaker(staff: "SS-01"))
        _ = try world.store.take(swap.id, as: SwapTaker(staff: "SS-01"), by: world.hazel)
        try world.store.setRoster(of: world.hazel.id, to: ["SS-02"], by: world.birch)
        #expect(try world.store.swap(swap.id).state == .lapsed)
    }
}
