// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WebStore

/// A week with two plans, and people who work in it.
struct Worked {
    let test: TestStore
    let ash: Person
    let birch: Person
    let elm: Person
    let hazel: Person
    let week: Int64
    let first: Int64
    let second: Int64
    var store: WebStore { test.store }
    /// When sessions begin.
    var tomorrow: Int { test.clock.now + 86_400 }

    init() throws {
        let test = try TestStore()
        self.test = test
        ash = try test.administrator()
        birch = try test.person("birch", .planner, by: ash)
        elm = try test.person("elm", .staff, by: ash)
        hazel = try test.person("hazel", .staff, by: ash)
        let (planner, week) = (birch, try test.store.addWeek("North", by: birch) { _ in }.id)
        self.week = week
        func plan() throws -> Int64 {
            let run = try test.store.ask(for: RunWanted(.allocate, week: week, seconds: 3), by: planner)
            _ = try test.store.claim()
            try test.store.finish(run.id, attempt: 1, as: .done, "")
            return run.id
        }
        first = try plan()
        second = try plan()
        try store.setRoster(of: elm.id, to: ["AP-01"], by: birch)
        try store.setRoster(of: hazel.id, to: ["SS-01", "SS-02"], by: ash)
    }

    func publish(_ run: Int64, _ state: PlanState = .published) throws {
        _ = try store.makePlan(run, state, by: birch, why: "for the test")
    }

    func lines(_ what: String) throws -> [TrailEntry] {
        try store.trail(most: 200).filter { $0.what == what }
    }
}

/// Who is who on the roster, what people work by, have seen and carry with them.
struct OwnSessionsTests {
    @Test func anIdentifierIsOneAccountsAndNobodyElses() throws {
        let world = try Worked()
        defer { world.test.remove() }
        #expect(try world.store.names(of: world.hazel) == ["SS-01", "SS-02"])
        let error = #expect(throws: StoreError.self) {
            try world.store.setRoster(of: world.elm.id, to: ["AP-01", "SS-02"], by: world.birch)
        }
        #expect(error?.message == "SS-02 is hazel already: take it from there first")
        #expect(try world.store.names(of: world.elm) == ["AP-01"], "nothing of it is kept")
        try world.store.setRoster(of: world.hazel.id, to: [" SS-01 ", ""], by: world.ash)
        try world.store.setRoster(of: world.elm.id, to: ["AP-01", "SS-02"], by: world.birch)
        #expect(try world.store.roster().map(\.staff) == ["AP-01", "SS-01", "SS-02"])
        #expect(try world.lines("said who somebody is on the roster").first?.was == "AP-01")
        try world.store.change(
            world.elm.id, to: .staff, isActive: false, by: world.ash, why: "left")
        #expect(try world.store.roster().map(\.staff) == ["SS-01"], "whoever is shut out is nobody")
        // Whoever is shut out yields what they were.
        try world.store.setRoster(of: world.hazel.id, to: ["SS-01", "SS-02"], by: world.birch)
        #expect(try world.store.names(of: world.hazel) == ["SS-01", "SS-02"])
        #expect(try world.store.names(of: world.elm) == ["AP-01"])
        let line = try #require(
            try world.lines("said who somebody is on the roster").first { $0.subject == world.elm.login })
        #expect(line.was == "AP-01, SS-02" && line.now == "AP-01" && line.who == world.birch.login)
    }

    @Test func peopleWorkByThePlanThatWasPublishedLast() throws {
        let world = try Worked()
        defer { world.test.remove() }
        func inForce() throws -> Int64? { try world.store.planInForce(ofWeek: world.week)?.id }
        #expect(try inForce() == nil)
        try world.publish(world.second)
        try world.publish(world.first)
        #expect(try inForce() == world.first, "the last one, whatever its number")
        try world.publish(world.second, .frozen)
        #expect(try inForce() == world.first, "freezing publishes nothing")
        try world.publish(world.first, .draft)
        #expect(try inForce() == world.second, "the one of before is in force again")
        #expect(try world.store.plansInForce().map(\.id) == [world.second])
    }

    @Test func whatIsPublishedOrTakenBackWaitsToBeHandedOutUntilItIs() throws {
        let world = try Worked()
        defer { world.test.remove() }
        #expect(try world.store.handoutState(of: world.first) == .none)
        try world.publish(world.first)
        try world.publish(world.second)
        #expect(try world.store.handoutState(of: world.first) == .underWay)
        let waiting = try world.store.handouts()
        #expect(waiting.map(\.run.id) == [world.first, world.second])
        #expect(waiting.map(\.inForce?.id) == [world.second, world.second])
        for one in waiting {
            try world.store.handedOut(one.id, problem: one.run.id == world.first ? "no" : "")
        }
        #expect(try world.store.handouts().isEmpty)
        #expect(try world.store.handoutState(of: world.first) == .failed("no"))
        #expect(try world.store.handoutState(of: world.second) == .done)
        #expect(throws: StoreError.self) { try world.store.handOutAgain(world.first, by: world.birch) }
        try world.store.handOutAgain(world.second, by: world.birch)
        #expect(try world.store.handoutState(of: world.second) == .underWay)
        try world.publish(world.second, .draft)
        try world.publish(world.first, .draft)
        #expect(try world.store.handouts().last?.inForce == nil)
    }

    @Test func whoHasSeenAPlanIsKeptAndAPlanThatWasReplacedIsNotSeen() throws {
        let world = try Worked()
        defer { world.test.remove() }
        try world.publish(world.first)
        try world.store.see(world.first, "one", by: world.elm)
        try world.publish(world.second)
        let error = #expect(throws: StoreError.self) {
            try world.store.see(world.first, "one", by: world.elm)
        }
        #expect(error?.message.contains("The plan was replaced while you read it") == true)
        world.test.clock.goOn(60)
        try world.store.see(world.second, "two", by: world.elm)
        let seen = try world.store.seen(ofWeek: world.week)
        #expect(seen.keys.sorted() == [world.elm.id])
        #expect(seen[world.elm.id]?.fingerprint == "two" && seen[world.elm.id]?.run == world.second)
        #expect(try world.lines("has seen their sessions").count == 2)
    }

    @Test func aCalendarsAddressIsOnePersonsUntilItIsRevoked() throws {
        let world = try Worked()
        defer { world.test.remove() }
        let one = try world.store.makeCalendar(of: world.elm)
        #expect(try world.store.person(byCalendar: one) == world.elm)
        #expect(try world.store.person(byCalendar: Token()) == nil)
        let other = try world.store.makeCalendar(of: world.elm)
        #expect(try world.store.person(byCalendar: one) == nil, "the one of before leads nowhere")
        #expect(try world.store.calendarMade(of: world.elm) == world.test.clock.now)
        try world.store.change(world.elm.id, to: .staff, isActive: false, by: world.ash, why: "left")
        #expect(try world.store.person(byCalendar: other) == nil)
        try world.store.change(world.elm.id, to: .staff, isActive: true, by: world.ash, why: "back")
        try world.store.revokeCalendar(of: world.elm)
        #expect(try world.store.person(byCalendar: other) == nil)
        #expect(try world.store.calendarMade(of: world.elm) == nil)
        let kept = String(
            decoding: try world.test.folder.appending("skillmix.sqlite").read(atMost: 1 << 24), as: UTF8.self)
        #expect(!kept.contains(other.text), "the digest alone is kept")
    }
}
