// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

extension WebStore {
    /// Letters of a note.
    static let mostLettersOfNote = 300
    /// Offers that one person may have open.
    static let mostOffers = 20

    /// Offers a session of somebody's own.
    public func offer(_ offer: SwapOffer, by person: Person) throws(StoreError) -> KeptSwap {
        let note = offer.note.trimmingSpaces
        guard note.count <= Self.mostLettersOfNote else {
            throw .fields([.init("note", "Enter a note of not more than \(Self.mostLettersOfNote) letters")])
        }
        return try write { db in
            let run = try run(db, offer.run)
            guard try inForce(db, week: run.wanted.week)?.id == offer.run else { throw Self.replaced }
            guard try names(db, of: person.id).contains(offer.staff) else {
                throw StoreError.refused("Only your own sessions are yours to offer.")
            }
            guard offer.begins > now() else {
                throw StoreError.refused("The session has begun: it cannot be offered any more.")
            }
            let alive = try swaps(db).filter { $0.isAlive && $0.offer.run == offer.run }
            guard !alive.contains(where: { $0.touches(offer.staff, offer.session) }) else {
                throw StoreError.refused("This session is offered already, or part of another swap.")
            }
            guard alive.count(where: { $0.person == person.id }) < Self.mostOffers else {
                throw StoreError.refused(
                    "You have \(Self.mostOffers) offers open. Withdraw one of them first.")
            }
            try db.execute(
                sql: """
                    INSERT INTO swap (week, run, person, staff, session, begins, to_staff, in_return, note, at, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.wanted.week, offer.run, person.id, offer.staff, offer.session, offer.begins,
                    offer.toStaff, offer.inReturn.joined(separator: "\n"), note, now(),
                    SwapState.open.rawValue,
                ])
            let id = db.lastInsertedRowID
            try self.note(
                db, by: person.login, "offered a session", "swap \(id) of plan \(offer.run)",
                now: "\(offer.staff), \(offer.session)"
                    + (offer.toStaff.map { ", to \($0)" } ?? ", to anybody")
                    + (offer.inReturn.isEmpty
                        ? ", for nothing" : ", for one of " + offer.inReturn.joined(separator: "; ")),
                why: note)
            return try swap(db, id)
        }
    }

    /// A swap.
    public func swap(_ id: Int64) throws(StoreError) -> KeptSwap {
        try read { db in try swap(db, id) }
    }

    /// Swaps, the latest first.
    public func swaps(most: Int = 500) throws(StoreError) -> [KeptSwap] {
        try read { db in try swaps(db, most: most) }
    }

    /// Keeps what was found out about somebody's taking a session.
    ///
    /// - Parameter taker: Who would take it, and for what.
    public func keepTrial(
        of id: Int64, _ taker: SwapTaker, isPossible: Bool, answer: String
    ) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO swap_trial (swap, staff, session, is_possible, answer, at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, taker.staff, taker.session ?? "", isPossible, answer, now()])
        }
    }

    /// What was found out about takers of a session.
    public func trials(of id: Int64) throws(StoreError) -> [SwapTrial] {
        try read { db in try trials(db, of: id) }
    }

    static let replaced = StoreError.conflict(
        "The plan was replaced, or the session has begun: this offer holds no more. Look at your sessions as they are now."
    )

    static func subject(_ swap: KeptSwap) -> String { "swap \(swap.id) of plan \(swap.offer.run)" }

    func swap(_ db: GRDB.Database, _ id: Int64) throws -> KeptSwap {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT swap.*, made.state AS made_state FROM swap
                    LEFT JOIN run AS made ON made.id = swap.made_run WHERE swap.id = ?
                    """,
                arguments: [id])
        else { throw StoreError.missing("There is no swap of that number.") }
        return try swap(row)
    }

    func swaps(_ db: GRDB.Database, most: Int = .max) throws -> [KeptSwap] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT swap.*, made.state AS made_state FROM swap
                LEFT JOIN run AS made ON made.id = swap.made_run ORDER BY swap.id DESC LIMIT ?
                """,
            arguments: [most]
        ).map(swap)
    }

    private func swap(_ row: Row) throws -> KeptSwap {
        guard var state = SwapState(rawValue: row["state"]) else {
            throw StoreError.database(
                "Swap \(row["id"] as Int64) is in a state that this version does not know.")
        }
        let made: String? = row["made_state"]
        // A plan that came to nothing leaves the decision to be made again.
        if state == .agreed, made == RunState.failed.rawValue { state = .taken }
        let begins: Int = row["begins"]
        let other: Int? = row["taker_begins"]
        if state == .open || state == .taken, min(begins, other ?? .max) <= now() { state = .lapsed }
        let inReturn: String = row["in_return"]
        let staff: String? = row["taker_staff"]
        return KeptSwap(
            id: row["id"], week: row["week"], person: row["person"],
            offer: SwapOffer(
                run: row["run"], staff: row["staff"], session: row["session"], begins: begins,
                toStaff: row["to_staff"], inReturn: inReturn.split(separator: "\n").map { String($0) },
                note: row["note"]),
            at: row["at"], state: state, takerPerson: row["taker"],
            taker: staff.map { SwapTaker(staff: $0, session: row["taker_session"], begins: other) },
            madeRun: row["made_run"], decidedBy: row["decided_by"] ?? "", why: row["why"])
    }

    func trials(_ db: GRDB.Database, of id: Int64) throws -> [SwapTrial] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM swap_trial WHERE swap = ? ORDER BY staff, session", arguments: [id]
        ).map { row in
            let session: String = row["session"]
            return SwapTrial(
                staff: row["staff"], session: session.isEmpty ? nil : session,
                isPossible: row["is_possible"], answer: row["answer"], at: row["at"])
        }
    }
}
