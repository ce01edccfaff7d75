// SPDX-License-Identifier: GPL-3.0-or-later

import Database
import Foundation
import GRDB
import Reading
import Wording
import Workforce

/// The ledger of runs: one file in which every run is claimed, worked and finished, each in a transaction, so that whatever
/// ends a process loses what it had in hand and no more.
///
///     let ledger = try RunLedger(path)
///     let number = try ledger.claim(claim, by: claimant)
///     try ledger.finish(number, by: claimant, .done, outcomes, outputs: digests, at: now)
public struct RunLedger: Sendable {
    /// The file's name where nobody gives another.
    public static let usualName = "runs.sqlite"

    let file: DatabaseFile
    /// Whether a process of this machine is still there.
    private let isAlive: @Sendable (Int) -> Bool

    /// Opens a ledger, or makes one.
    ///
    /// - Parameters:
    ///   - isMade: Whether one is made where there is none.
    ///   - isAlive: Whether there is a process of a number on this machine; tests have their own.
    public init(
        _ path: FilePath, isMade: Bool = true,
        isAlive: @escaping @Sendable (Int) -> Bool = RunLedger.isProcess
    ) throws(LedgerError) {
        do throws(DatabaseFileError) {
            file = try DatabaseFile(path, schema: .ledger, isMade: isMade)
        } catch { throw .file(error.description) }
        self.isAlive = isAlive
    }

    /// Whether there is a process of that number.
    public static func isProcess(_ number: Int) -> Bool {
        guard let number = Int32(exactly: number), number > 0 else { return false }
        return kill(number, 0) == 0 || errno == EPERM
    }

    /// Where it is.
    public var path: FilePath { file.path }

    /// Whether the process that claimed a run on this machine is still there.
    func isThere(_ run: LedgerRun) -> Bool { isAlive(run.claimant.process) }

    /// Copies it as it is at one moment, to where nothing stands yet.
    public func copy(to target: FilePath) throws(LedgerError) {
        do throws(DatabaseFileError) { try file.copy(to: target) } catch { throw .file(error.description) }
    }

    // MARK: A run's way

    /// Claims a run: writes down who is about to work on what.
    ///
    /// - Parameter resumes: Whether the last run of the same inputs, version, limits and seed is gone on with where it
    ///   came to no end.
    /// - Returns: Its number.
    /// - Throws: `isClaimed` where the run to go on with is being worked on.
    public func claim(
        _ claim: RunClaim, by claimant: Claimant, resumes: Bool = false
    ) throws(LedgerError) -> Int {
        let isAlive = isAlive
        return try write { connection throws in
            if resumes, let number = try Self.unfinished(claim.key, connection) {
                let run = try Self.run(number, connection)
                if let run, run.status == .claimed, run.claimant.host == claimant.host,
                    run.claimant.process != claimant.process, isAlive(run.claimant.process)
                {
                    throw LedgerError.isClaimed(run.claimWords)
                }
                try connection.execute(
                    sql: """
                        UPDATE run SET status = 'claimed', reason = NULL, claimed_at = ?, claimed_by = ?, host = ?,
                        process = ?, finished_at = NULL, output = ? WHERE id = ?
                        """,
                    arguments: [
                        claimant.at, claimant.by, claimant.host, claimant.process, claim.output, number,
                    ])
                for input in claim.inputs { try Self.keep(input, of: number, connection) }
                return number
            }
            try connection.execute(
                sql: """
                    INSERT INTO run (command, title, place, start, output, key, version, seed, seconds, work, gap, status,
                    claimed_at, claimed_by, host, process, again_of)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    claim.command.rawValue, claim.title, claim.place, claim.start, claim.output, claim.key,
                    claim.version, String(claim.seed), claim.seconds, claim.work, claim.gap, claimant.at,
                    claimant.by, claimant.host, claimant.process, claim.againOf,
                ])
            let number = Int(connection.lastInsertedRowID)
            for input in claim.inputs {
                try connection.execute(
                    sql:
                        "INSERT INTO input (run, owner, path, place, sha256, is_kept) VALUES (?, ?, ?, ?, ?, 0)",
                    arguments: [number, input.owner, input.path, input.place, input.sha256])
                try Self.keep(input, of: number, connection)
            }
            return number
        }
    }

    /// Writes down that a search of a run is done.
    public func note(
        _ number: Int, by claimant: Claimant, key: String, base: String, scenario: String, replicate: Int,
        at moment: String
    ) throws(LedgerError) {
        try write { connection in
            try Self.check(number, claimant, connection)
            try connection.execute(
                sql: """
                    INSERT OR IGNORE INTO part (run, key, base, scenario, replicate, done_at) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [number, key, base, scenario, replicate, moment])
        }
    }

    /// Writes down what came of a run, all of it or nothing.
    ///
    /// - Parameters:
    ///   - status: `done`, or `stopped` where somebody wanted no more than there was.
    ///   - outputs: The digests of what it wrote.
    public func finish(
        _ number: Int, by claimant: Claimant, _ status: LedgerRun.Status, _ outcomes: [RunOutcome],
        outputs: [InputDigest], at moment: String
    ) throws(LedgerError) {
        try write { connection in
            try Self.check(number, claimant, connection)
            try connection.execute(
                sql: "UPDATE run SET status = ?, finished_at = ? WHERE id = ?",
                arguments: [status.rawValue, moment, number])
            // Where it is gone on with, what was there before goes.
            try connection.execute(
                sql: "DELETE FROM figure WHERE outcome IN (SELECT id FROM outcome WHERE run = ?)",
                arguments: [number])
            for table in ["outcome", "output_file"] {
                try connection.execute(sql: "DELETE FROM \(table) WHERE run = ?", arguments: [number])
            }
            for outcome in outcomes { try Self.insert(outcome, number, connection) }
            for output in outputs {
                try connection.execute(
                    sql: "INSERT INTO output_file (run, path, sha256) VALUES (?, ?, ?)",
                    arguments: [number, output.path, output.sha256])
            }
        }
    }

    /// Writes down that a run came to nothing.
    public func fail(
        _ number: Int, by claimant: Claimant, _ reason: String, at moment: String
    ) throws(LedgerError) {
        try write { connection in
            try Self.check(number, claimant, connection)
            try connection.execute(
                sql: "UPDATE run SET status = 'failed', reason = ?, finished_at = ? WHERE id = ?",
                arguments: [reason, moment, number])
        }
    }

    /// Whoever was taken for dead, and is not, must not write over what was taken over.
    private static func check(
        _ number: Int, _ claimant: Claimant, _ connection: GRDB.Database
    ) throws {
        let isOwn = try Int.fetchOne(
            connection,
            sql: "SELECT count(*) FROM run WHERE id = ? AND status = 'claimed' AND host = ? AND process = ?",
            arguments: [number, claimant.host, claimant.process])
        guard isOwn == 1 else { throw LedgerError.isTaken(number) }
    }

    /// Keeps the bytes of an input, where it has them: those of equal files once.
    private static func keep(_ input: LedgerInput, of number: Int, _ connection: GRDB.Database) throws {
        guard let bytes = input.bytes else { return }
        try connection.execute(
            sql: "INSERT OR IGNORE INTO kept_file (sha256, bytes) VALUES (?, ?)",
            arguments: [input.sha256, Data(bytes)])
        try connection.execute(
            sql: "UPDATE input SET is_kept = 1 WHERE run = ? AND owner = ? AND path = ?",
            arguments: [number, input.owner, input.path])
    }

    private static func unfinished(_ key: String, _ connection: GRDB.Database) throws -> Int? {
        try Int.fetchOne(
            connection,
            sql: """
                SELECT id FROM run WHERE key = ? AND again_of IS NULL AND status <> 'done' ORDER BY id DESC LIMIT 1
                """,
            arguments: [key])
    }

    private static func insert(
        _ outcome: RunOutcome, _ number: Int, _ connection: GRDB.Database
    ) throws {
        try connection.execute(
            sql: """
                INSERT INTO outcome (run, base, scenario, price, bound, planned, names) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, outcome.base, outcome.scenario, outcome.price, outcome.bound,
                try JSONText.of(outcome.planned), try JSONText.of(outcome.names),
            ])
        let id = connection.lastInsertedRowID
        let statement = try connection.makeStatement(
            sql: """
                INSERT INTO figure (outcome, position, name, title, kind, unit, value, low, high)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (position, one) in outcome.figures.enumerated() {
            let figure = one.figure
            try statement.execute(arguments: [
                id, position, figure.name, figure.title, figure.kind.rawValue, figure.unit.rawValue,
                figure.value, one.range?.lowerBound, one.range?.upperBound,
            ])
        }
    }

    // MARK: Transactions

    func write<Value>(_ body: (GRDB.Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try file.pool.write(body) } catch { throw refusal(error) }
    }

    func read<Value>(_ body: (GRDB.Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try file.pool.read(body) } catch { throw refusal(error) }
    }

    private func refusal(_ error: any Error) -> LedgerError {
        error as? LedgerError ?? .file(file.failure(of: error).description)
    }
}
