// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import Foundation
import GRDB
import Reading
import Testing
import Workforce

@testable import Ledger

/// A run's way through the ledger, undisturbed and not.
@Suite struct RunLedgerTests {
    private let fixture: LedgerFixture
    private typealias Fixture = LedgerFixture

    init() throws { fixture = try LedgerFixture() }

    @Test func aRunIsClaimedWorkedAndFinished() throws {
        let ledger = try fixture.open()
        let number = try ledger.claim(Fixture.claim(), by: Fixture.first)
        #expect(number == 1)
        let claimed = try ledger.run(1)
        #expect(claimed.status == .claimed)
        #expect(claimed.isKept)
        #expect(claimed.claimant == Fixture.first)
        let withoutBytes = Fixture.claim { claim in
            claim.inputs = claim.inputs.map {
                LedgerInput(owner: $0.owner, path: $0.path, place: $0.place, sha256: $0.sha256)
            }
        }
        #expect(claimed.claim == withoutBytes)
        try ledger.note(
            1, by: Fixture.first, key: "k", base: "first-week", scenario: "base", replicate: 1,
            at: Fixture.end)
        try ledger.note(
            1, by: Fixture.first, key: "k", base: "first-week", scenario: "base", replicate: 1,
            at: Fixture.end)
        let outcomes = [Fixture.outcome(), Fixture.outcome("dearer", price: 120, bound: nil)]
        let outputs = [InputDigest(path: "results.csv", sha256: "cc")]
        try ledger.finish(1, by: Fixture.first, .done, outcomes, outputs: outputs, at: Fixture.end)
        let done = try fixture.open().run(1)
        #expect((done.status, done.parts, done.finishedAt) == (.done, 1, Fixture.end))
        #expect(done.outputs == outputs)
        #expect(try ledger.outcomes(of: 1) == outcomes)
        #expect(try ledger.bytes(of: done.claim.inputs[0]) == [1, 2])
        #expect(try ledger.bytes(of: done.claim.inputs[1]) == [])
        let other = LedgerInput(owner: "", path: "x", place: "/x", sha256: "dd")
        #expect(try ledger.bytes(of: other) == nil)
        #expect(throws: LedgerError.noRun(2, path: fixture.path.description, runs: 1)) { try ledger.run(2) }
    }

    @Test func whoGoesOnGoesOnWithTheRunThatCameToNoEnd() throws {
        let ledger = try fixture.open()
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.first) == 1)
        // It is being worked on.
        #expect(
            throws: LedgerError.isClaimed(
                "finance works on run 1 on here since 2026-11-23T09:00:00Z, as process 1")
        ) { try ledger.claim(Fixture.claim(), by: Fixture.second, resumes: true) }
        #expect(ledger.words(of: try ledger.run(1), on: "here") == "under way")
        #expect(ledger.words(of: try ledger.run(1), on: "there") == "claimed on here")
        // Its process was killed.
        fixture.processes.withLock { _ = $0.remove(1) }
        #expect(ledger.words(of: try ledger.run(1), on: "here") == "broken off")
        try ledger.note(
            1, by: Fixture.first, key: "k", base: "first-week", scenario: "base", replicate: 1,
            at: Fixture.end)
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.second, resumes: true) == 1)
        #expect(try ledger.run(1).parts == 1)
        // Who was taken for dead, and is not, writes over nothing.
        for attempt in [
            { try ledger.finish(1, by: Fixture.first, .done, [], outputs: [], at: Fixture.end) },
            { try ledger.fail(1, by: Fixture.first, "no", at: Fixture.end) },
            {
                try ledger.note(
                    1, by: Fixture.first, key: "l", base: "", scenario: "", replicate: 1, at: Fixture.end)
            },
        ] {
            #expect(throws: LedgerError.isTaken(1), performing: attempt)
        }
        try ledger.finish(1, by: Fixture.second, .stopped, [Fixture.outcome()], outputs: [], at: Fixture.end)
        #expect(try ledger.run(1).status == .stopped)
        // What was stopped is gone on with, and what came of it then goes.
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.elsewhere, resumes: true) == 1)
        try ledger.finish(
            1, by: Fixture.elsewhere, .done, [Fixture.outcome("dearer")], outputs: [], at: Fixture.end)
        #expect(try ledger.outcomes(of: 1).map(\.scenario) == ["dearer"])
        // What is done is done.
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.second, resumes: true) == 2)
    }

    private static let others: [@Sendable (inout RunClaim) -> Void] = [
        { claim in claim.seed = 2 },
        { claim in claim.work = 21 },
        { claim in claim.version = "0.2.0" },
        { claim in claim.command = .allocate },
        { claim in claim.gap = 0.01 },
        { claim in claim.inputs.removeLast() },
        { claim in
            claim.inputs[1] = LedgerInput(owner: "first-week", path: "staff.csv", place: "", sha256: "cc")
        },
    ]

    @Test(arguments: others)
    func whatIsMadeFromSomethingElseIsAnotherRun(
        _ change: @Sendable (inout RunClaim) -> Void
    ) throws {
        let ledger = try fixture.open()
        _ = try ledger.claim(Fixture.claim(), by: Fixture.elsewhere)
        #expect(try ledger.claim(Fixture.claim(change), by: Fixture.second, resumes: true) == 2)
        // Where files lie does not matter.
        let moved = Fixture.claim { claim in
            claim.place = "/elsewhere/finance.yaml"
            claim.inputs[1] = LedgerInput(
                owner: "first-week", path: "staff.csv", place: "/elsewhere/staff.csv", sha256: "bb")
        }
        #expect(try ledger.claim(moved, by: Fixture.elsewhere, resumes: true) == 1)
        // And a run that is not to go on is a new one.
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.second) == 3)
        #expect(try ledger.runs().map(\.number) == [3, 2, 1])
    }

    @Test func aRunThatFailedSaysWhy() throws {
        let ledger = try fixture.open()
        let number = try ledger.claim(Fixture.claim(), by: Fixture.first)
        try ledger.fail(number, by: Fixture.first, "There was no room.", at: Fixture.end)
        let run = try ledger.run(number)
        #expect((run.status, run.reason) == (.failed, "There was no room."))
        #expect(ledger.words(of: run, on: "here") == "failed")
        #expect(throws: LedgerError.isTaken(number)) {
            try ledger.fail(number, by: Fixture.first, "again", at: Fixture.end)
        }
    }

    @Test func filesThatAreTheSameAreKeptOnceAndLaterToo() throws {
        let ledger = try fixture.open()
        let bare = Fixture.claim { claim in
            claim.inputs = claim.inputs.map {
                LedgerInput(owner: $0.owner, path: $0.path, place: $0.place, sha256: $0.sha256)
            }
        }
        #expect(try ledger.claim(bare, by: Fixture.elsewhere) == 1)
        #expect(try !ledger.run(1).isKept)
        #expect(try ledger.claim(Fixture.claim(), by: Fixture.first, resumes: true) == 1)
        #expect(try ledger.run(1).isKept)
        #expect(try ledger.claim(Fixture.claim { $0.seed = 3 }, by: Fixture.first) == 2)
        let files = try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept_file") }
        #expect(files == 2)
    }

    @Test func aLedgerThatIsNotThereIsNotMadeToBeRead() throws {
        let error = #expect(throws: LedgerError.self) { try RunLedger(fixture.path, isMade: false) }
        #expect(
            error?.description == "'\(fixture.path)' is not there: name a ledger of runs that is")
    }

    @Test func rowsThatSomebodyTypedIntoAreDamageAndEndNoProcess() throws {
        let ledger = try fixture.open()
        _ = try ledger.claim(Fixture.claim(), by: Fixture.first)
        try ledger.finish(1, by: Fixture.first, .done, [Fixture.outcome()], outputs: [], at: Fixture.end)
        for change in [
            "UPDATE run SET seed = 'many'", "UPDATE run SET command = 'dance'", "UPDATE run SET status = ''",
        ] {
            try ledger.write { try $0.execute(sql: change) }
            #expect(throws: LedgerError.self, "\(change)") { try ledger.runs() }
            try ledger.write {
                try $0.execute(
                    sql: "UPDATE run SET seed = '1', command = 'scenarios', status = 'done'")
            }
        }
        for change in [
            "UPDATE outcome SET planned = '[{}]'", "UPDATE outcome SET names = ''",
            "UPDATE figure SET unit = 'miles'",
        ] {
            try ledger.write { try $0.execute(sql: change) }
            #expect(throws: LedgerError.self, "\(change)") { try ledger.outcomes(of: 1) }
            try ledger.write { connection in
                try connection.execute(sql: "UPDATE run SET status = 'claimed'")
            }
            try ledger.finish(1, by: Fixture.first, .done, [Fixture.outcome()], outputs: [], at: Fixture.end)
        }
    }

    @Test func processesOfThisMachineAreKnown() {
        #expect(RunLedger.isProcess(Int(ProcessInfo.processInfo.processIdentifier)))
        for number in [0, -1, Int.max, 2_147_483_000] { #expect(!RunLedger.isProcess(number)) }
    }
}
