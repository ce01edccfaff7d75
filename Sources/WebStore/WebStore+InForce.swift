// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// A plan that is to be handed out, or taken back where people have it.
public struct Handout: Sendable, Hashable {
    /// Its number: later ones are larger.
    public let id: Int64
    /// The plan that was published or taken back.
    public let run: KeptRun
    /// The plan that people work by now; nil: none of its week.
    public let inForce: KeptRun?
}

/// How far the calendars and sheets of a plan are.
public enum HandoutState: Sendable, Hashable {
    /// The plan was never published.
    case none
    /// They are being made.
    case underWay
    /// They are there.
    case done
    /// They could not be made, and why.
    case failed(String)
}

extension WebStore {
    /// Weeks, from the latest on, whose plans are looked at for somebody's own page.
    static let weeksInForce = 8

    /// The plans that people work by: of each of the latest weeks the one that was published last, the latest week first.
    public func plansInForce() throws(StoreError) -> [KeptRun] {
        try read { db in
            let weeks = try Int64.fetchAll(
                db, sql: "SELECT DISTINCT week FROM handout ORDER BY week DESC LIMIT ?",
                arguments: [Self.weeksInForce])
            return try weeks.compactMap { try inForce(db, week: $0) }
        }
    }

    /// The plan of a week that people work by; nil where none is published.
    public func planInForce(ofWeek week: Int64) throws(StoreError) -> KeptRun? {
        try read { db in try inForce(db, week: week) }
    }

    /// The plan of each of the latest weeks that was handed out last, also where it was taken back since; the latest week
    /// first.
    public func plansEverHandedOut() throws(StoreError) -> [KeptRun] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT run.* FROM handout JOIN run ON run.id = handout.run
                    WHERE handout.id IN (SELECT MAX(id) FROM handout GROUP BY week) ORDER BY run.week DESC LIMIT ?
                    """, arguments: [Self.weeksInForce]
            ).map(Self.run)
        }
    }

    func inForce(_ db: GRDB.Database, week: Int64) throws -> KeptRun? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT run.* FROM handout JOIN run ON run.id = handout.run
                WHERE handout.week = ? AND handout.is_back = 0 AND run.plan <> ?
                ORDER BY handout.id DESC LIMIT 1
                """,
            arguments: [week, PlanState.draft.rawValue]
        ).map(Self.run)
    }

    /// Notes that a plan is to be handed out or taken back, within what publishes it, and ends swaps of plans that
    /// nobody works by any more.
    func handOut(_ db: GRDB.Database, _ run: KeptRun, from before: PlanState, to state: PlanState) throws {
        guard (before == .draft) != (state == .draft) else { return }
        try db.execute(
            sql: "INSERT INTO handout (week, run, is_back, at) VALUES (?, ?, ?, ?)",
            arguments: [run.wanted.week, run.id, state == .draft, now()])
        try endSwaps(db, ofWeek: run.wanted.week, inForce: try inForce(db, week: run.wanted.week)?.id)
    }

    /// What waits to be handed out, the earliest first.
    public func handouts() throws(StoreError) -> [Handout] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT id AS number, run AS plan_run FROM handout WHERE is_done = 0 ORDER BY id"
            ).map { row in
                let run = try run(db, row["plan_run"])
                return Handout(id: row["number"], run: run, inForce: try inForce(db, week: run.wanted.week))
            }
        }
    }

    /// Notes that something was handed out.
    ///
    /// - Parameter problem: Why it could not be; blank where it was.
    public func handedOut(_ id: Int64, problem: String) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE handout SET is_done = 1, problem = ? WHERE id = ?", arguments: [problem, id])
            let run = try Int64.fetchOne(db, sql: "SELECT run FROM handout WHERE id = ?", arguments: [id])
            try note(
                db, by: "skillmix",
                problem.isEmpty ? "made calendars and sheets" : "could not make calendars and sheets",
                "plan \(run ?? 0)", now: problem)
        }
    }

    /// Wants a plan handed out once more, after it could not be.
    public func handOutAgain(_ id: Int64, by person: Person) throws(StoreError) {
        try write { db in
            let run = try run(db, id)
            guard run.plan != .draft else {
                throw StoreError.refused("Plan \(id) is a draft: publish it, and it is handed out.")
            }
            guard try inForce(db, week: run.wanted.week)?.id == id else {
                throw StoreError.refused("Another plan of the week was published since: hand that one out.")
            }
            try db.execute(
                sql: "INSERT INTO handout (week, run, is_back, at) VALUES (?, ?, 0, ?)",
                arguments: [run.wanted.week, id, now()])
            try note(db, by: person.login, "asked for calendars and sheets anew", "plan \(id)")
        }
    }

    /// How far the calendars and sheets of a plan are.
    public func handoutState(of run: Int64) throws(StoreError) -> HandoutState {
        try read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT * FROM handout WHERE run = ? ORDER BY id DESC LIMIT 1", arguments: [run])
            else { return .none }
            guard row["is_done"] else { return .underWay }
            let problem: String = row["problem"]
            return problem.isEmpty ? .done : .failed(problem)
        }
    }
}
