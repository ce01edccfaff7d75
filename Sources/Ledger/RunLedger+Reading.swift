// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import GRDB
import Workforce

/// What the ledger has of runs. Rows are decoded as records, which throw where a damaged file holds something else.
extension RunLedger {
    /// All runs, the newest first.
    public func runs() throws(LedgerError) -> [LedgerRun] {
        try read { connection in
            try Int.fetchAll(connection, sql: "SELECT id FROM run ORDER BY id DESC").compactMap {
                try Self.run($0, connection)
            }
        }
    }

    /// A run by its number.
    public func run(_ number: Int) throws(LedgerError) -> LedgerRun {
        let path = path.description
        return try read { connection in
            guard let run = try Self.run(number, connection) else {
                let runs = try Int.fetchOne(connection, sql: "SELECT count(*) FROM run") ?? 0
                throw LedgerError.noRun(number, path: path, runs: runs)
            }
            return run
        }
    }

    /// What came of a run, in the order in which it was written down.
    public func outcomes(of number: Int) throws(LedgerError) -> [RunOutcome] {
        try read { connection in
            let rows = try OutcomeRow.fetchAll(
                connection,
                sql: "SELECT * FROM outcome WHERE run = ? ORDER BY id",
                arguments: [number])
            return try rows.map { row in
                let figures = try FigureRow.fetchAll(
                    connection,
                    sql:
                        "SELECT name, title, kind, unit, value, low, high FROM figure WHERE outcome = ? ORDER BY position",
                    arguments: [row.id])
                let decoder = JSONDecoder()
                decoder.keyDecodingStrategy = .convertFromSnakeCase
                return RunOutcome(
                    base: row.base, scenario: row.scenario, price: row.price, bound: row.bound,
                    figures: figures.map(\.figure),
                    planned: try decoder.decode([PlannedSession].self, from: Data(row.planned.utf8)),
                    names: try decoder.decode(WeekNames.self, from: Data(row.names.utf8)))
            }
        }
    }

    /// The bytes of an input; nil where they are not kept.
    public func bytes(of input: LedgerInput) throws(LedgerError) -> [UInt8]? {
        try read { connection in
            try Data.fetchOne(
                connection, sql: "SELECT bytes FROM kept_file WHERE sha256 = ?", arguments: [input.sha256])
        }.map(Array.init)
    }

    static func run(_ number: Int, _ connection: GRDB.Database) throws -> LedgerRun? {
        guard
            let row = try RunRow.fetchOne(
                connection, sql: "SELECT * FROM run WHERE id = ?", arguments: [number])
        else { return nil }
        let inputs = try InputRow.fetchAll(
            connection, sql: "SELECT * FROM input WHERE run = ? ORDER BY rowid", arguments: [number])
        let outputs = try OutputRow.fetchAll(
            connection, sql: "SELECT path, sha256 FROM output_file WHERE run = ? ORDER BY rowid",
            arguments: [number])
        let parts = try Int.fetchOne(
            connection, sql: "SELECT count(*) FROM part WHERE run = ?", arguments: [number])
        return LedgerRun(
            number: row.id,
            claim: RunClaim(
                row.command, title: row.title, place: row.place, start: row.start, output: row.output,
                version: row.version, seed: try row.seedNumber, seconds: row.seconds, work: row.work,
                gap: row.gap,
                inputs: inputs.map {
                    LedgerInput(owner: $0.owner, path: $0.path, place: $0.place, sha256: $0.sha256)
                },
                againOf: row.again_of),
            isKept: !inputs.isEmpty && inputs.allSatisfy { $0.is_kept == 1 }, status: row.status,
            reason: row.reason,
            claimant: Claimant(
                by: row.claimed_by, host: row.host, process: row.process, at: row.claimed_at),
            finishedAt: row.finished_at, parts: parts ?? 0,
            outputs: outputs.map { InputDigest(path: $0.path, sha256: $0.sha256) })
    }

    /// How far a run is, for people: `claimed` says nothing of a process that is gone.
    public func words(of run: LedgerRun, on host: String) -> String {
        switch run.status {
        case .claimed where run.claimant.host == host: isThere(run) ? "under way" : "broken off"
        case .claimed: "claimed on \(run.claimant.host)"
        case .done, .stopped, .failed: run.status.rawValue
        }
    }

    private struct RunRow: Decodable, FetchableRecord {
        let id: Int
        let command: RunClaim.Command
        let title, place: String
        let start: String?
        let output, version, seed: String
        let seconds: Double?
        let work: Int?
        let gap: Double
        let status: LedgerRun.Status
        let reason: String?
        let claimed_at, claimed_by, host: String
        let process: Int
        let finished_at: String?
        let again_of: Int?

        var seedNumber: UInt64 {
            get throws {
                guard let number = UInt64(seed) else {
                    throw DecodingError.dataCorrupted(
                        .init(codingPath: [], debugDescription: "seed '\(seed)' is no number"))
                }
                return number
            }
        }
    }

    private struct InputRow: Decodable, FetchableRecord {
        let owner, path, place, sha256: String
        let is_kept: Int
    }

    private struct OutputRow: Decodable, FetchableRecord {
        let path, sha256: String
    }

    private struct OutcomeRow: Decodable, FetchableRecord {
        let id: Int
        let base, scenario: String
        let price: Double
        let bound: Double?
        let planned, names: String
    }

    private struct FigureRow: Decodable, FetchableRecord {
        let name, title: String
        let kind: CostAndCareFigure.Kind
        let unit: CostAndCareFigure.Unit
        let value, low, high: Double?

        var figure: LedgerFigure {
            let range = low.flatMap { low in high.flatMap { low <= $0 ? low...$0 : nil } }
            return LedgerFigure(
                CostAndCareFigure(name: name, title: title, kind: kind, unit: unit, value: value),
                range: range)
        }
    }
}
