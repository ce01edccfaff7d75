// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import WebStore

/// What AHP leads record.
struct ReviewTests {
    private let found = HandsReview(
        line: "Q01", care: "Ward, transfer, 8 contacts", suitable: 3, from: "2026-11-20", why: "seen")

    @Test func theLatestReviewOfALineCounts() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let lead = try test.person("hazel", .lead, by: ash)
        let week = try test.store.addWeek("North", by: ash) { _ in }
        let other = try test.store.addWeek("South", by: ash) { _ in }
        try test.store.record(found, ofWeek: week.id, from: 1, by: lead, was: "0") {}
        var later = found
        later.suitable = 0
        test.clock.goOn(60)
        try test.store.record(later, ofWeek: week.id, from: 2, by: lead, was: "3") {}
        let kept = try test.store.reviews(ofWeek: week.id)
        #expect(kept["Q01"] == KeptReview(review: later, by: "hazel", at: test.clock.now))
        #expect(kept.count == 1)
        #expect(try test.store.reviews(ofWeek: other.id).isEmpty)
        #expect(try test.store.week(week.id).version == 3)
        #expect(try test.store.trail(most: 1).first?.now == "0 suitable for one worker, from 2026-11-20")
    }

    @Test func aReviewIsASavingOfItsTableAndOfNoOther() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let week = try test.store.addWeek("North", by: ash) { _ in }
        let other = try test.store.addWeek("South", by: ash) { _ in }
        _ = try test.store.changeWeek(week.id, from: 1, by: ash, "demand.csv", was: "", now: "a") {}
        try test.store.record(found, ofWeek: week.id, from: 2, by: ash, was: "0") {}
        _ = try test.store.changeWeek(week.id, from: 3, by: ash, "staff.csv", was: "", now: "b") {}
        _ = try test.store.changeWeek(other.id, from: 1, by: ash, "demand.csv", was: "", now: "c") {}
        let savings = try test.store.changes(ofWeek: week.id, "demand.csv")
        #expect(savings.map(\.now) == ["3 suitable for one worker, from 2026-11-20", "a"])
        #expect(try test.store.changes(ofWeek: week.id, "staff.csv").map(\.now) == ["b"])
        #expect(try test.store.changes(ofWeek: week.id, "demand").isEmpty)
    }

    @Test func aReviewWhoseTableCannotBePlacedIsNone() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let week = try test.store.addWeek("North", by: ash) { _ in }
        let before = try test.store.trail(most: 100).count
        #expect(throws: StoreError.refused("full")) {
            try test.store.record(found, ofWeek: week.id, from: 1, by: ash, was: "0") {
                throw StoreError.refused("full")
            }
        }
        #expect(throws: StoreError.self) {
            try test.store.record(found, ofWeek: week.id, from: 7, by: ash, was: "0") {}
        }
        #expect(try test.store.reviews(ofWeek: week.id).isEmpty)
        #expect(try test.store.week(week.id).version == 1)
        #expect(try test.store.trail(most: 100).count == before)
    }

    @Test func aFlagsFileThatCannotBePlacedLeavesNoTrail() throws {
        let test = try TestStore()
        defer { test.remove() }
        let ash = try test.administrator()
        let before = try test.store.trail(most: 100).count
        #expect(throws: StoreError.refused("full")) {
            try test.store.changeFlag("critical@N10", ofPlan: 1, by: ash, "closed a flag", why: "known") {
                WebStore.FlagChange(was: "open", now: "closed") { throw StoreError.refused("full") }
            }
        }
        #expect(try test.store.trail(most: 100).count == before)
        try test.store.changeFlag("critical@N10", ofPlan: 1, by: ash, "closed a flag", why: "known") {
            WebStore.FlagChange(was: "open", now: "closed") {}
        }
        #expect(try test.store.trail(most: 1).first?.why == "known")
    }
}
