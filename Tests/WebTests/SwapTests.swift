// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// Sessions offered and taken in the browser.
struct SwapTests {
    private let given = "2026-11-23 pm"
    private let inReturn = "2026-11-24 pm"
    /// What the form of a decision says of who takes it.
    private let taker = ("taker", "HC-02|2026-11-24 pm")
    /// What the form of whoever takes it says.
    private let take = ("take", "HC-02|2026-11-24 pm")

    private func offer(
        _ team: Team, _ plan: Int64, by guest: TestSite.Guest, staff: String, _ session: String,
        for wanted: [String] = [], to: String = ""
    ) async throws -> Int64 {
        let reply = try await team.test.send(
            "/me/offer",
            [
                ("run", "\(plan)"), ("staff", staff), ("session", session), ("to", to),
                ("note", "a <b>hospital</b> appointment"),
            ] + wanted.map { ("for \($0)", "yes") }, as: guest)
        #expect(reply.status == 303, "\(reply.text)")
        return try #require(reply.location.split(separator: "/").last.flatMap { Int64($0) })
    }

    @Test func twoPeopleSwapAPlannerAgreesAndThePlanHasIt() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let form = try await test.ask(
            .get, "/me/offer?run=\(plan)&staff=HC-01&session=2026-11-23+pm", as: team.rowan)
        #expect(form.text.contains("Which sessions would you work instead?") && form.text.contains("Sorrel"))
        let swap = try await offer(team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        let path = "/swaps/\(swap)"
        #expect(try await team.me(team.rowan).contains("href=\"\(path)\">Offered</a>"))
        #expect(try await team.me(team.sorrel).contains("1 session you could take"))
        let page = try await test.ask(.get, path, as: team.sorrel).text
        #expect(page.contains("Tue 24 Nov pm in Quay ward (rehabilitation beds)</option>"))
        #expect(page.contains("a &lt;b&gt;hospital"))
        #expect(!page.contains("Yes, I take it"), "nobody says yes before it is known what breaks")
        let early = try await test.send(path + "/take", [take], as: team.sorrel)
        #expect(early.status == 400 && early.text.contains("found out first"))

        #expect(try await test.send(path + "/try", [take], as: team.sorrel).location == path)
        let found = try await test.ask(.get, path, as: team.sorrel).text
        #expect(found.contains("It works: you give Tue 24 Nov pm in Quay ward"))
        #expect(
            found.contains("No rule is broken") && !found.contains("£"),
            "what people cost is not for colleagues")
        #expect(try await test.send(path + "/take", [take], as: team.sorrel).location == path)
        #expect(try await test.ask(.get, path, as: team.rowan).text.contains("Both people agree."))

        let deciding = try await test.ask(.get, path, as: team.planner).text
        #expect(deciding.contains("Every rule is kept") && deciding.contains("Agree, and plan with it"))
        #expect(try await test.ask(.get, "/", as: team.planner).text.contains("Say yes or no to 1 swap"))
        #expect(deciding.contains("HC-02|2026-11-24 pm"), "the form says whom it is decided of")
        let other = try await test.send(
            path + "/decision", [("taker", "HC-01|"), ("decision", "agree")], as: team.planner)
        #expect(other.status == 409 && other.text.contains("nothing was decided"))
        #expect(try test.store.swap(swap).state == .taken)
        let agreed = try await test.send(
            path + "/decision", [taker, ("decision", "agree")], as: team.planner)
        #expect(agreed.status == 303, "\(agreed.text)")
        let run = try #require(try test.store.swap(swap).madeRun)
        try await test.over(run)
        let made = try test.store.run(run)
        #expect(made.state == .done, "\(made.outcome)")
        let rows = Shelf.text(test.shelf.plan(of: made).appending("deployments.csv"))
        #expect(rows.contains("HC-02,\(given),quay-ward") && rows.contains("HC-01,\(inReturn),quay-ward"))
        #expect(!rows.contains("HC-01,\(given)") && !rows.contains("HC-02,\(inReturn)"))
        #expect(
            try await test.ask(.get, path, as: team.planner).text.contains(
                "That plan has everybody where the swap has them."))
        #expect(
            try await test.ask(.get, path, as: team.rowan).text.contains(
                "until then sessions are as they are"))
        #expect(
            try await test.ask(.get, path, as: team.planner).text.contains("Refuse it after all"),
            "what came out wrong can be undone until it is published")
        #expect(try await team.me(team.rowan).contains("Mon 23 Nov pm, "), "the draft is not worked by yet")
        try await test.publish(run, by: team.planner)
        let after = try await team.me(team.rowan)
        #expect(after.contains("Tue 24 Nov pm, ") && !after.contains("Mon 23 Nov pm, "))
        #expect(try await test.ask(.get, path, as: team.sorrel).text.contains("It holds: plan \(run)"))
        let late = try await test.send(
            path + "/decision", [taker, ("decision", "refuse"), ("why", "too late")], as: team.planner)
        #expect(late.status == 409 && late.text.contains("which people work by, has this swap"))
        let done = try test.store.trail(most: 100).map(\.what)
        for what in ["offered a session", "took a session", "agreed to a swap", "asked for a re-plan"] {
            #expect(done.contains(what), "\(what)")
        }
    }

    @Test func whatWasAgreedToIsRefusedAfterAllUntilItsPlanIsPublished() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let swap = try await offer(team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        let path = "/swaps/\(swap)"
        for step in ["/try", "/take"] {
            _ = try await test.send(path + step, [take], as: team.sorrel)
        }
        _ = try await test.send(path + "/decision", [taker, ("decision", "agree")], as: team.planner)
        try await test.over(try #require(try test.store.swap(swap).madeRun))
        let silent = try await test.send(
            path + "/decision", [taker, ("decision", "refuse")], as: team.planner)
        #expect(silent.status == 400 && silent.text.contains("Enter why"))
        let refused = try await test.send(
            path + "/decision", [taker, ("decision", "refuse"), ("why", "came out wrong")], as: team.planner)
        #expect(refused.status == 303, "\(refused.text)")
        #expect(try await test.ask(.get, path, as: team.rowan).text.contains("Why: came out wrong"))
        // The next plan with a swap goes on from the published one again.
        let next = try await offer(team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        for step in ["/try", "/take"] {
            _ = try await test.send("/swaps/\(next)\(step)", [take], as: team.sorrel)
        }
        _ = try await test.send(
            "/swaps/\(next)/decision", [taker, ("decision", "agree")], as: team.planner)
        let made = try test.store.run(try #require(try test.store.swap(next).madeRun))
        #expect(made.wanted.from == plan)
        // Another plan is published, and the one with the swap after it.
        try await test.over(made.id)
        let other = try await test.plan(ofWeek: team.week, by: team.planner)
        try await test.publish(other, by: team.planner)
        #expect(
            try await test.ask(.get, "/swaps/\(next)", as: team.rowan).text.contains("It holds no more"))
        try await test.publish(made.id, by: team.planner)
        let after = try await test.ask(.get, "/swaps/\(next)", as: team.rowan).text
        #expect(after.contains("It holds after all: plan \(made.id)"))
    }

    @Test func whatWasFoundOutIsNotTriedAnewAndOneQuestionIsAskedAtATime() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let swap = try await offer(team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        let path = "/swaps/\(swap)/try"
        // Somebody whose question is being answered waits for it.
        let gate = test.site.gate
        let person = team.sorrel.person.id
        let (inside, enters) = AsyncStream.makeStream(of: Void.self)
        let (signal, ends) = AsyncStream.makeStream(of: Void.self)
        let asking = Task {
            try await gate.pass(for: person) {
                enters.finish()
                for await _ in signal {}
            }
        }
        for await _ in inside {}
        let before = Shelf.files(in: test.shelf.arrivals)
        let early = try await test.send(path, [take], as: team.sorrel)
        #expect(early.status == 400 && early.text.contains("one at a time"))
        #expect(Shelf.files(in: test.shelf.arrivals) == before, "nothing is left behind")
        #expect(try test.store.trials(of: swap).isEmpty)
        // What is known of this swap, taker and plan is given as it is, without a process.
        let known = "{\n\"sentences\": [\"Known.\"], \"people\": [], \"changes\": []\n}\n"
        try test.store.keepTrial(
            of: swap, SwapTaker(staff: "HC-02", session: inReturn), isPossible: false, answer: known)
        #expect(try await test.send(path, [take], as: team.sorrel).status == 303)
        #expect(try test.store.trials(of: swap).map(\.answer) == [known])
        ends.finish()
        try await asking.value
    }

    @Test func whatIsGivenIsWhatWasChosenWhenASessionHasBegunMeanwhile() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let (begun, chosen) = ("2026-11-24 pm", "2026-11-26 pm")
        let swap = try await offer(
            team, plan, by: team.rowan, staff: "HC-01", "2026-11-26 am", for: [begun, chosen])
        for session in [begun, chosen] {
            try test.store.keepTrial(
                of: swap, SwapTaker(staff: "HC-02", session: session), isPossible: true, answer: "{}")
        }
        // Tuesday 24 November, 1pm: the first of the two has begun, and the other is first in the list now.
        test.clock.goOn(525_200)
        let sorrel = try test.again(team.sorrel)
        let path = "/swaps/\(swap)/take"
        let late = try await test.send(path, [("take", "HC-02|\(begun)")], as: sorrel)
        #expect(late.status == 400 && late.text.contains("Select what you give"))
        #expect(try test.store.swap(swap).state == .open)
        #expect(try await test.send(path, [("take", "HC-02|\(chosen)")], as: sorrel).status == 303)
        #expect(try test.store.swap(swap).taker?.session == chosen)
    }

    @Test func aSwapOnTheDayLeavesWhatHasBegun() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        // Monday 23 November, 9:05am: the morning has begun.
        test.clock.goOn(424_700)
        let (rowan, sorrel) = (try test.again(team.rowan), try test.again(team.sorrel))
        let swap = try await offer(team, plan, by: rowan, staff: "HC-01", given, for: [inReturn])
        for step in ["/try", "/take"] {
            _ = try await test.send("/swaps/\(swap)\(step)", [take], as: sorrel)
        }
        let agreed = try await test.send(
            "/swaps/\(swap)/decision", [taker, ("decision", "agree")], as: try test.again(team.planner))
        #expect(agreed.status == 303, "\(agreed.text)")
        let run = try #require(try test.store.swap(swap).madeRun)
        try await test.over(run)
        let made = try test.store.run(run)
        #expect(made.wanted.firstOpen == given)
        #expect(made.state == .done, "\(made.outcome)")
    }

    @Test func whatBreaksARuleCannotBeTakenAndSaysWhyOfOnesOwnSideAlone() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        // Birch is an occupational therapist, and Larch is sick that Wednesday.
        let birch = try test.guest(.staff, name: "Birch")
        let larch = try test.guest(.staff, name: "Larch")
        for (guest, staff) in [(birch, "OT-01"), (larch, "NU-01")] {
            _ = try await test.send("/roster/\(guest.person.id)", [("staff", staff)], as: team.planner)
        }
        let swap = try await offer(
            team, plan, by: birch, staff: "OT-01", "2026-11-25 am", for: ["2026-11-23 am"])
        let path = "/swaps/\(swap)"
        _ = try await test.send(path + "/try", [("take", "NU-01|2026-11-23 am")], as: larch)
        let found = try await test.ask(.get, path, as: larch).text
        #expect(
            found.contains("It does not work") && found.contains("Larch (NU-01) is sick on Wed 25 Nov am"))
        #expect(!found.contains("Yes, I take it"))
        let taken = try await test.send(path + "/take", [("take", "NU-01|2026-11-23 am")], as: larch)
        #expect(taken.status == 400 && taken.text.contains("found out first that no rule is broken"))
        // The other way round it is Larch's sickness that stands in the way, which is nobody's business.
        let other = try await offer(
            team, plan, by: larch, staff: "NU-01", "2026-11-23 am", for: ["2026-11-25 am"])
        _ = try await test.send("/swaps/\(other)/try", [("take", "OT-01|2026-11-25 am")], as: birch)
        let told = try await test.ask(.get, "/swaps/\(other)", as: birch).text
        #expect(told.contains("It does not go on the other person") && !told.contains("sick"), "\(told)")
    }

    @Test func offersAreForThoseTheyAreMadeToAndRefusedWithAReason() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let stranger = try test.guest(.viewer)
        let elm = try test.guest(.staff, name: "Elm")
        _ = try await test.send("/roster/\(elm.person.id)", [("staff", "AP-01")], as: team.planner)
        let swap = try await offer(
            team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn], to: "HC-02")
        let path = "/swaps/\(swap)"
        for guest in [stranger, elm] {
            #expect(try await test.ask(.get, path, as: guest).status == 404)
            #expect(try await test.send(path + "/try", [take], as: guest).status == 409)
            #expect(try await test.send(path + "/withdraw", [], as: guest).status == 400)
        }
        #expect(
            try await test.send(
                "/me/offer", [("run", "\(plan)"), ("staff", "HC-02"), ("session", inReturn)], as: team.rowan
            ).status == 404, "a colleague's session is not one's own to offer")
        for step in ["/try", "/take"] {
            _ = try await test.send(path + step, [take], as: team.sorrel)
        }
        #expect(try await test.send(path + "/take", [take], as: elm).status == 409)
        let silent = try await test.send(
            path + "/decision", [taker, ("decision", "refuse")], as: team.planner)
        #expect(silent.status == 400 && silent.text.contains("Enter why: both people are told"))
        _ = try await test.send(
            path + "/decision", [taker, ("decision", "refuse"), ("why", "training that day")],
            as: team.planner)
        for guest in [team.rowan, team.sorrel] {
            #expect(try await test.ask(.get, path, as: guest).text.contains("Why: training that day"))
        }
        let again = try await test.send(path + "/decision", [taker, ("decision", "agree")], as: team.planner)
        #expect(again.status == 409)
    }

    @Test func anOfferIsOverWhenItsPlanIsReplacedOrItsSessionBegins() async throws {
        let team = try await Team()
        let test = team.test
        defer { test.remove() }
        let plan = try await team.published()
        let swap = try await offer(team, plan, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        let next = try await test.plan(ofWeek: team.week, by: team.planner)
        try await test.publish(next, by: team.planner)
        #expect(try await test.send("/swaps/\(swap)/try", [take], as: team.sorrel).status == 409)
        #expect(
            try await test.ask(.get, "/swaps/\(swap)", as: team.rowan).text.contains("It holds no more"))
        let banner = try await test.ask(.get, "/plans/\(plan)", as: team.planner).text
        #expect(banner.contains("They work by plan \(next): the one published last counts."))
        let current = try await test.ask(.get, "/plans/\(next)", as: team.planner).text
        #expect(current.contains("They work by this one: the one published last counts."))
        let later = try await offer(team, next, by: team.rowan, staff: "HC-01", given, for: [inReturn])
        // The day after the session.
        test.clock.goOn(6 * 86_400)
        let (rowan, sorrel) = (try test.again(team.rowan), try test.again(team.sorrel))
        #expect(try await test.send("/swaps/\(later)/try", [take], as: sorrel).status == 409)
        let begun = try await test.send(
            "/me/offer", [("run", "\(next)"), ("staff", "HC-01"), ("session", given)], as: rowan)
        #expect(begun.status == 400 && begun.text.contains("has begun"))
    }
}
