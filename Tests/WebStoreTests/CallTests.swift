// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import Testing

@testable import WebStore

/// Call lists: their turn, their answers and their successors.
struct CallTests {
    private struct Place {
        let test: TestStore
        let birch: Person
        let week: KeptWeek
        let plan: KeptRun

        init() throws {
            test = try TestStore()
            birch = try test.person("birch", .planner, by: try test.administrator())
            week = try test.store.addWeek("North", by: birch) { _ in }
            plan = try test.store.ask(for: RunWanted(.allocate, week: week.id, seconds: 30), by: birch)
            try work(plan, as: .done)
        }

        func list(after list: Int64? = nil) throws -> KeptRun {
            try test.store.ask(
                for: RunWanted(
                    .calls, week: week.id, seconds: 30, from: plan.id, changes: "change: x",
                    firstOpen: "2026-11-24 am", mostCalls: 4, list: list), by: birch)
        }

        func work(_ run: KeptRun, as state: RunState) throws {
            let claimed = try #require(try test.store.claim())
            #expect(claimed.id == run.id)
            try test.store.finish(run.id, attempt: claimed.attempt, as: state, "")
        }
    }

    @Test func aCallListComesBeforePlansAndIsNone() throws {
        let place = try Place()
        defer { place.test.remove() }
        let store = place.test.store
        let plan = try store.ask(for: RunWanted(.allocate, week: place.week.id, seconds: 30), by: place.birch)
        let list = try place.list()
        #expect(list.wanted.firstOpen == "2026-11-24 am" && list.wanted.mostCalls == 4)
        try place.work(list, as: .done)
        try place.work(plan, as: .done)
        #expect(try store.run(list.id).hasCalls)
        #expect(try !store.run(list.id).hasPlan)
        #expect(throws: StoreError.self) {
            try store.makePlan(list.id, .published, by: place.birch, why: "")
        }
        #expect(throws: StoreError.self, "no plan is made from a list as if it were one") {
            try store.ask(
                for: RunWanted(.replan, week: place.week.id, seconds: 30, from: list.id), by: place.birch)
        }
        #expect(throws: StoreError.self, "no list is gone on from that is a plan") {
            try place.list(after: place.plan.id)
        }
        let stopped = try place.list()
        try place.work(stopped, as: .stopped)
        #expect(try !store.run(stopped.id).hasCalls, "a list is whole or not there")
        #expect(
            try store.trail(most: 20).contains { $0.what == "asked for a call list" && $0.now == "change: x" }
        )
    }

    @Test func aListIsAnsweredUntilItIsRankedAnew() throws {
        let place = try Place()
        defer { place.test.remove() }
        let store = place.test.store
        let list = try place.list()
        try place.work(list, as: .done)
        func answer() throws {
            try store.answerCall(list.id, "SW-01", by: place.birch) { ("", "yes") }
        }
        try answer()
        #expect(try store.trail(most: 1).first?.now == "yes")
        let failed = try place.list(after: list.id)
        try answer()
        try place.work(failed, as: .failed)
        try answer()
        #expect(try store.successor(ofList: list.id) == nil, "what came to nothing follows nobody")
        let next = try place.list(after: list.id)
        #expect(try store.claim()?.id == next.id)
        let before = try store.trail(most: 100).count
        #expect(throws: StoreError.self, "what is typed now would be in no list") { try answer() }
        #expect(try store.trail(most: 100).count == before)
        try store.finish(next.id, attempt: 1, as: .done, "")
        #expect(try store.successor(ofList: list.id)?.id == next.id)
        #expect(try store.lists(ofPlan: place.plan.id).map(\.id) == [next.id])
        #expect(throws: StoreError.self, "an answer that cannot be placed is none") {
            try store.answerCall(next.id, "SW-01", by: place.birch) {
                throw StoreError.refused("the disk is full")
            }
        }
        #expect(try store.trail(most: 1).first?.what == "ended a run")
    }

    @Test func aListIsRankedAnewOnce() throws {
        let place = try Place()
        defer { place.test.remove() }
        let store = place.test.store
        let list = try place.list()
        try place.work(list, as: .done)
        let next = try place.list(after: list.id)
        func refusal() -> String? {
            do {
                _ = try place.list(after: list.id)
                return nil
            } catch {
                guard case .conflict(let words)? = error as? StoreError else { return nil }
                return words
            }
        }
        let waiting = "being ranked anew already, as run \(next.id)"
        #expect(refusal()?.contains(waiting) == true, "one waits")
        let claimed = try #require(try store.claim())
        #expect(claimed.id == next.id)
        #expect(refusal()?.contains(waiting) == true, "one is under way")
        try store.finish(next.id, attempt: claimed.attempt, as: .done, "")
        #expect(refusal()?.contains("go on with call list \(next.id)") == true)
        #expect(throws: StoreError.self, "its answers are planned from the newer one") {
            try store.ask(
                for: RunWanted(
                    .replan, week: place.week.id, seconds: 30, from: place.plan.id, changes: "change: x",
                    list: list.id), by: place.birch)
        }
        let third = try place.list(after: next.id)
        try place.work(third, as: .failed)
        _ = try place.list(after: next.id)
    }

    @Test func aDatabaseFromBeforeCallListsIsGoneOnWith() throws {
        let test = try TestStore()
        defer { test.remove() }
        let path = test.folder.appending("older.sqlite")
        let first = DatabaseSchema(
            "a server's database", applicationID: 0x534B_4D58,
            migrations: Array(WebStore.schema.migrations.prefix(1)))
        do {
            let older = try DatabaseFile(path, schema: first)
            try older.pool.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO person (name, login, role, password) VALUES ('Ash', 'ash', 'planner', '');
                        INSERT INTO week (name, by_whom, at) VALUES ('North', 'ash', 1);
                        INSERT INTO run (week, kind, seconds, by_whom, person, asked, state)
                        VALUES (1, 'allocate', 30, 'ash', 1, 1, 'done');
                        """)
            }
        }
        let store = try WebStore(path, now: { 1 }, passwordCost: TestStore.cheap)
        let run = try store.run(1)
        #expect(run.hasPlan && run.wanted.firstOpen == nil && run.wanted.list == nil)
    }
}
