// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// Scenarios that go on where they were, in an attempt of its own.
extension WebStore {
    /// Puts a run back into the queue whose process somebody else has ended.
    ///
    /// - Parameters:
    ///   - attempt: Which time it was begun; of an earlier one nothing is done any more.
    ///   - why: What became of its process.
    public func goOn(_ id: Int64, attempt: Int, why: String) throws(StoreError) {
        try write { db in
            let run = try run(db, id)
            guard run.state == .running, run.attempt == attempt else { return }
            try db.execute(
                sql: "UPDATE run SET state = ? WHERE id = ?", arguments: [RunState.queued.rawValue, id])
            try note(
                db, by: "skillmix", "took a run up again", "run \(id)", was: run.state.rawValue,
                now: RunState.queued.rawValue, why: why)
        }
    }

    /// Puts scenarios back into the queue that were stopped or came to nothing, to go on with what is done.
    ///
    /// - Throws: A conflict where the week was changed since: what is done is of another week.
    public func goOn(_ id: Int64, by person: Person) throws(StoreError) {
        try write { db in
            let run = try run(db, id)
            guard run.wanted.kind == .scenarios, run.state == .stopped || run.state == .failed,
                run.attempt > 0
            else {
                throw StoreError.conflict("There is nothing to go on with: this run is under way, or whole.")
            }
            guard try week(db, run.wanted.week).version == run.weekVersion else {
                throw StoreError.conflict(
                    "The week was changed since: what is done is of another week. Try the scenarios anew.")
            }
            try db.execute(
                sql: "UPDATE run SET state = ?, to_stop = 0, ended = NULL, outcome = '' WHERE id = ?",
                arguments: [RunState.queued.rawValue, id])
            try note(
                db, by: person.login, "went on with scenarios", "run \(id)", was: run.state.rawValue,
                now: RunState.queued.rawValue)
        }
    }
}
