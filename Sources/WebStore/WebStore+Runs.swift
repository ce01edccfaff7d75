// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Seconds that a search may be given.
    public static let secondsOfRuns = 1...3_600
    /// Letters of a run's file that the trail repeats; the run has all of it.
    static let mostLettersOfTrail = 2_000
    /// Runs that one person may have waiting.
    static let mostWaiting = 10

    /// Puts a run into the queue.
    public func ask(for run: RunWanted, by person: Person, why: String = "") throws(StoreError) -> KeptRun {
        guard Self.secondsOfRuns.contains(run.seconds) else {
            throw .fields([
                .init(
                    "seconds",
                    "Enter a whole number of seconds from \(Self.secondsOfRuns.lowerBound) to \(Self.secondsOfRuns.upperBound)"
                )
            ])
        }
        return try write { db in
            guard
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM week WHERE id = ?", arguments: [run.week])
                    == 1
            else { throw StoreError.missing("There is no week of that number.") }
            if let from = run.from {
                let before = try self.run(db, from)
                guard before.hasPlan else {
                    throw StoreError.refused("Run \(from) has no plan to begin with.")
                }
            }
            if let list = run.list, try !self.run(db, list).hasCalls {
                throw StoreError.refused("Run \(list) is no call list to go on from.")
            }
            try checkSuccessor(db, of: run)
            let waiting = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM run WHERE person = ? AND state = ?",
                arguments: [person.id, RunState.queued.rawValue])
            guard (waiting ?? 0) < Self.mostWaiting else {
                throw StoreError.refused(
                    "You have \(Self.mostWaiting) runs waiting. Stop one of them, or wait for one to end.")
            }
            try db.execute(
                sql: """
                    INSERT INTO run (
                      week, kind, seconds, from_run, changes, first_open, most_calls, list_run, not_rung,
                      break_glass, standby, draws, risk, by_whom, person, asked, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.week, run.kind.rawValue, run.seconds, run.from, run.changes, run.firstOpen,
                    run.mostCalls, run.list, run.notRung, run.besides.breakGlass, run.besides.standby,
                    run.besides.draws, run.besides.risk, person.login, person.id, now(),
                    RunState.queued.rawValue,
                ])
            let id = db.lastInsertedRowID
            try note(
                db, by: person.login, run.kind.asked, "run \(id) of week \(run.week)",
                now: String((run.changes ?? "").prefix(Self.mostLettersOfTrail)), why: why)
            if let reason = run.besides.breakGlass {
                try note(
                    db, by: person.login, "let agency be called beyond the cap",
                    "run \(id) of week \(run.week)", why: reason)
            }
            return try self.run(db, id)
        }
    }

    /// Takes the next run out of the queue: a call list before plans, since somebody is at the telephone and it takes
    /// seconds, unless it draws the week; else of those who have the fewest under way the one who was served longest ago,
    /// and of theirs the oldest. Nil where none waits.
    ///
    /// - Parameters:
    ///   - kind: Of which kind it is to be; nil: of any. A call list that is taken by its kind draws no weeks, which takes
    ///     minutes.
    ///   - mostScenarios: Runs of scenarios that may be under way at a time, since they take hours.
    public func claim(only kind: RunKind? = nil, mostScenarios: Int = .max) throws(StoreError) -> KeptRun? {
        try write { db in
            let next = try Int64.fetchOne(
                db,
                sql: """
                    SELECT id FROM run AS one WHERE state = ? AND (? IS NULL OR (kind = ? AND draws IS NULL))
                      AND (kind <> ? OR (SELECT COUNT(*) FROM run WHERE kind = ? AND state = ?) < ?)
                    ORDER BY (kind = ? AND draws IS NULL) DESC,
                      (SELECT COUNT(*) FROM run WHERE person = one.person AND state = ?),
                      (SELECT COALESCE(MAX(started), 0) FROM run WHERE person = one.person), id
                    LIMIT 1
                    """,
                arguments: [
                    RunState.queued.rawValue, kind?.rawValue, kind?.rawValue,
                    RunKind.scenarios.rawValue, RunKind.scenarios.rawValue, RunState.running.rawValue,
                    mostScenarios, RunKind.calls.rawValue, RunState.running.rawValue,
                ])
            guard let next else { return nil }
            try db.execute(
                sql: """
                    UPDATE run SET state = ?, started = ?, attempt = attempt + 1,
                      week_version = (SELECT version FROM week WHERE week.id = run.week)
                    WHERE id = ?
                    """,
                arguments: [RunState.running.rawValue, now(), next])
            return try run(db, next)
        }
    }

    /// Says what became of a run.
    ///
    /// - Parameter attempt: Which time it was begun; of an earlier one nothing is said any more.
    public func finish(
        _ id: Int64, attempt: Int, as state: RunState, _ outcome: String
    ) throws(StoreError) {
        try write { db in
            let run = try run(db, id)
            guard run.state == .running, run.attempt == attempt else { return }
            try db.execute(
                sql: "UPDATE run SET state = ?, ended = ?, outcome = ? WHERE id = ?",
                arguments: [state.rawValue, now(), outcome, id])
            try note(
                db, by: "skillmix", "ended a run", "run \(id)", was: run.state.rawValue, now: state.rawValue)
        }
    }

    /// Puts runs back into the queue that were under way when the server ended; those that somebody wanted stopped are
    /// over.
    public func resume() throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET state = ?, ended = ?, outcome = ? WHERE state = ? AND to_stop = 1",
                arguments: [
                    RunState.failed.rawValue, now(), "It was stopped, and the server ended before it had.",
                    RunState.running.rawValue,
                ])
            try db.execute(
                sql: "UPDATE run SET state = ? WHERE state = ?",
                arguments: [RunState.queued.rawValue, RunState.running.rawValue])
        }
    }

    /// Wants a run stopped. One that waits is over at once.
    public func stop(_ id: Int64, by person: Person) throws(StoreError) -> KeptRun {
        try write { db in
            let run = try run(db, id)
            switch run.state {
            case .done, .stopped, .failed: return run
            case .queued:
                try db.execute(
                    sql: "UPDATE run SET state = ?, to_stop = 1, ended = ?, outcome = ? WHERE id = ?",
                    arguments: [RunState.failed.rawValue, now(), "It was stopped before it began.", id])
            case .running:
                try db.execute(sql: "UPDATE run SET to_stop = 1 WHERE id = ?", arguments: [id])
            }
            try note(db, by: person.login, "stopped a run", "run \(id)", was: run.state.rawValue)
            return try self.run(db, id)
        }
    }

    /// Makes a plan something else to people. A frozen one stays frozen.
    public func makePlan(
        _ id: Int64, _ state: PlanState, by person: Person, why: String
    ) throws(StoreError) -> KeptRun {
        try write { db in
            let run = try run(db, id)
            guard run.hasPlan else { throw StoreError.refused("Run \(id) has no plan.") }
            guard run.plan != .frozen else {
                throw StoreError.refused(
                    "Plan \(id) is frozen: it stays as it is. Plan the week anew instead.")
            }
            try db.execute(sql: "UPDATE run SET plan = ? WHERE id = ?", arguments: [state.rawValue, id])
            try note(
                db, by: person.login, "made a plan \(state.rawValue)", "plan \(id)", was: run.plan.rawValue,
                now: state.rawValue, why: why)
            try handOut(db, run, from: run.plan, to: state)
            return try self.run(db, id)
        }
    }

    /// A run.
    public func run(_ id: Int64) throws(StoreError) -> KeptRun {
        try read { db in try run(db, id) }
    }

    /// Runs, the latest first.
    ///
    /// - Parameter week: Of which week; nil: of all.
    public func runs(ofWeek week: Int64? = nil, most: Int = 200) throws(StoreError) -> [KeptRun] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM run WHERE ? IS NULL OR week = ? ORDER BY id DESC LIMIT ?",
                arguments: [week, week, most]
            ).map(Self.run)
        }
    }

    func run(_ db: GRDB.Database, _ id: Int64) throws -> KeptRun {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM run WHERE id = ?", arguments: [id]) else {
            throw StoreError.missing("There is no run of that number.")
        }
        return try Self.run(row)
    }

    static func run(_ row: Row) throws -> KeptRun {
        guard let kind = RunKind(rawValue: row["kind"]), let state = RunState(rawValue: row["state"]),
            let plan = PlanState(rawValue: row["plan"])
        else {
            throw StoreError.database(
                "Run \(row["id"] as Int64) is of a kind that this version does not know.")
        }
        return KeptRun(
            id: row["id"],
            wanted: RunWanted(
                kind, week: row["week"], seconds: row["seconds"], from: row["from_run"],
                changes: row["changes"], firstOpen: row["first_open"], mostCalls: row["most_calls"],
                list: row["list_run"], notRung: row["not_rung"],
                besides: CallsBesides(
                    breakGlass: row["break_glass"], standby: row["standby"], draws: row["draws"],
                    risk: row["risk"])),
            by: row["by_whom"], askedAt: row["asked"], startedAt: row["started"], endedAt: row["ended"],
            state: state, attempt: row["attempt"], isToStop: row["to_stop"], weekVersion: row["week_version"],
            outcome: row["outcome"],
            plan: plan)
    }
}
