// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// That somebody has seen their own sessions.
public struct Seen: Sendable, Hashable {
    /// Who.
    public let person: Int64
    /// Of which plan.
    public let run: Int64
    /// What they saw, as a digest of it: a plan in which it is another one asks anew.
    public let fingerprint: String
    /// When, in seconds since 1970.
    public let at: Int
}

extension WebStore {
    /// Notes that somebody has seen their sessions in the plan that people work by.
    ///
    /// - Parameter fingerprint: What they saw.
    public func see(_ run: Int64, _ fingerprint: String, by person: Person) throws(StoreError) {
        try write { db in
            let plan = try self.run(db, run)
            guard try inForce(db, week: plan.wanted.week)?.id == run else {
                throw StoreError.conflict(
                    "The plan was replaced while you read it. Read the sessions as they are now, and say so again."
                )
            }
            try db.execute(
                sql: "INSERT INTO seen (person, week, run, fingerprint, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [person.id, plan.wanted.week, run, fingerprint, now()])
            try note(db, by: person.login, "has seen their sessions", "plan \(run)")
        }
    }

    /// What each person saw last of a week, by the account's number.
    public func seen(ofWeek week: Int64) throws(StoreError) -> [Int64: Seen] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql:
                    "SELECT * FROM seen WHERE id IN (SELECT MAX(id) FROM seen WHERE week = ? GROUP BY person)",
                arguments: [week])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["person"], Self.seen($0)) })
        }
    }

    private static func seen(_ row: Row) -> Seen {
        Seen(person: row["person"], run: row["run"], fingerprint: row["fingerprint"], at: row["at"])
    }
}
