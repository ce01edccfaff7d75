// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Keeps what somebody said when they were rung.
    ///
    /// - Parameters:
    ///   - list: The call list's run.
    ///   - call: Whom and for what, in words.
    ///   - place: Puts the answer into the list, within the transaction: where it throws, nothing is changed. Gives what
    ///     stood there and what stands there now, for the trail.
    /// - Throws: A conflict where the list is ranked anew by now: what is typed into it then is in no other.
    public func answerCall(
        _ list: Int64, _ call: String, by person: Person, place: () throws -> (was: String, now: String)
    ) throws(StoreError) {
        try write { db in
            guard try run(db, list).hasCalls else {
                throw StoreError.missing("There is no call list of that number.")
            }
            if let newer = try successor(db, of: list) {
                throw StoreError.conflict(
                    newer.hasCalls
                        ? "This list was ranked anew: go on with call list \(newer.id). What you typed is not kept yet."
                        : "This list is being ranked anew. What you typed is not kept yet: type it into call list "
                            + "\(newer.id) as soon as it is there.")
            }
            let (was, now) = try place()
            try note(db, by: person.login, "answered a call", "calls \(list), \(call)", was: was, now: now)
        }
    }

    /// The list that a list was ranked anew as; nil: it is the newest of its kind.
    public func successor(ofList list: Int64) throws(StoreError) -> KeptRun? {
        try read { db in try successor(db, of: list) }
    }

    /// A list that waits for its turn takes over what is typed until then, and one that came to nothing takes over
    /// nothing.
    private func successor(_ db: GRDB.Database, of list: Int64) throws -> KeptRun? {
        let id = try Int64.fetchOne(
            db,
            sql:
                "SELECT id FROM run WHERE list_run = ? AND kind = ? AND state IN (?, ?) ORDER BY id DESC LIMIT 1",
            arguments: [
                list, RunKind.calls.rawValue, RunState.running.rawValue, RunState.done.rawValue,
            ])
        return try id.map { try run(db, $0) }
    }

    /// A list is ranked anew once: of two lists after one, each would lack what is typed into the other.
    ///
    /// - Throws: A conflict where what goes on from a list comes too late, with the number of the one to go on with.
    func checkSuccessor(_ db: GRDB.Database, of wanted: RunWanted) throws {
        guard let list = wanted.list else { return }
        switch wanted.kind {
        case .allocate, .scenarios: return
        case .replan:
            guard let next = try successor(db, of: list) else { return }
            throw StoreError.conflict(
                "Call list \(list) is ranked anew: plan with call list \(next.id), which has its answers.")
        case .calls:
            let id = try Int64.fetchOne(
                db,
                sql:
                    "SELECT id FROM run WHERE list_run = ? AND kind = ? AND state IN (?, ?, ?) ORDER BY id DESC LIMIT 1",
                arguments: [
                    list, RunKind.calls.rawValue, RunState.queued.rawValue, RunState.running.rawValue,
                    RunState.done.rawValue,
                ])
            guard let id else { return }
            throw StoreError.conflict(
                try run(db, id).hasCalls
                    ? "Call list \(list) is ranked anew already: go on with call list \(id)."
                    : "Call list \(list) is being ranked anew already, as run \(id): go on with call list \(id) as soon "
                        + "as it is there.")
        }
    }

    /// Runs that plan the answers of a list, the latest first.
    public func plans(ofList list: Int64) throws(StoreError) -> [KeptRun] {
        try read { db in
            try Int64.fetchAll(
                db, sql: "SELECT id FROM run WHERE list_run = ? AND kind = ? ORDER BY id DESC",
                arguments: [list, RunKind.replan.rawValue]
            ).map { try run(db, $0) }
        }
    }

    /// Call lists that were made for a plan, the latest first; lists that were ranked anew are left out.
    public func lists(ofPlan plan: Int64) throws(StoreError) -> [KeptRun] {
        try read { db in
            try Int64.fetchAll(
                db, sql: "SELECT id FROM run WHERE from_run = ? AND kind = ? AND state = ? ORDER BY id DESC",
                arguments: [plan, RunKind.calls.rawValue, RunState.done.rawValue]
            ).compactMap { try successor(db, of: $0) == nil ? try run(db, $0) : nil }
        }
    }
}
