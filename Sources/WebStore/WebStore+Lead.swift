// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// What AHP leads record, each with its line in the trail and the file that says it, in one transaction.
extension WebStore {
    /// Records what a review found, and changes the week's table by it.
    ///
    /// - Parameters:
    ///   - version: The version of the week that the table is of.
    ///   - was: What the table said before.
    ///   - place: Puts the table there: where it throws, nothing is recorded.
    public func record(
        _ review: HandsReview, ofWeek id: Int64, from version: Int, by person: Person, was: String,
        place: () throws -> Void
    ) throws(StoreError) {
        try write { db in
            try count(db, id, from: version)
            try db.execute(
                sql: """
                    INSERT INTO review (week, line, care, suitable, holds_from, why, by_whom, at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, review.line, review.care, review.suitable, review.from, review.why, person.login,
                    now(),
                ])
            try note(
                db, by: person.login, Self.recordedReview,
                "week \(id), demand.csv, line \(review.line): \(review.care)", was: was,
                now: "\(review.suitable) suitable for one worker, from \(review.from)", why: review.why)
            try place()
        }
    }

    static let recordedReview = "recorded a review of care by two"

    /// Reviews of a week, of each line the latest, by line.
    public func reviews(ofWeek id: Int64) throws(StoreError) -> [String: KeptReview] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM review WHERE week = ? ORDER BY id", arguments: [id])
            return Dictionary(
                rows.map { row in
                    let review = HandsReview(
                        line: row["line"], care: row["care"], suitable: row["suitable"],
                        from: row["holds_from"], why: row["why"])
                    return (review.line, KeptReview(review: review, by: row["by_whom"], at: row["at"]))
                }
            ) { _, last in last }
        }
    }

    /// A change of what is said of a plan's flag.
    public struct FlagChange {
        /// What was said.
        let was: String
        /// What is said now.
        let now: String
        /// Puts the file there.
        let place: () throws -> Void

        /// A change.
        public init(was: String, now: String, place: @escaping () throws -> Void) {
            (self.was, self.now, self.place) = (was, now, place)
        }
    }

    /// Changes what is said of a plan's flag.
    ///
    /// - Parameters:
    ///   - id: The run that made the plan.
    ///   - what: What is done, for the trail.
    ///   - change: Looks what is said now, and says what is to be. Nobody else changes anything meanwhile; where it, or
    ///     placing the file, throws, nothing is changed.
    public func changeFlag(
        _ flag: String, ofPlan id: Int64, by person: Person, _ what: String, why: String,
        change: () throws -> FlagChange
    ) throws(StoreError) {
        try write { db in
            let change = try change()
            try note(
                db, by: person.login, what, "plan \(id), \(flag)", was: change.was, now: change.now,
                why: why)
            try change.place()
        }
    }
}
