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

    /// Takes a session that somebody offers. Of two who do so at once the second is told.
    ///
    /// It has to have been found that no rule is broken.
    public func take(_ id: Int64, as taker: SwapTaker, by person: Person) throws(StoreError) -> KeptSwap {
        try write { db in
            let swap = try swap(db, id)
            try refuseUnlessOpen(db, swap)
            guard try inForce(db, week: swap.week)?.id == swap.offer.run else { throw Self.replaced }
            guard try names(db, of: person.id).contains(taker.staff), swap.person != person.id else {
                throw StoreError.refused("You can take sessions for yourself alone, and none of your own.")
            }
            guard swap.offer.toStaff == nil || swap.offer.toStaff == taker.staff else {
                throw StoreError.refused("This session is offered to somebody else.")
            }
            guard taker.session.map({ swap.offer.inReturn.contains($0) }) ?? swap.offer.inReturn.isEmpty,
                (taker.begins ?? .max) > now()
            else {
                throw StoreError.refused("The session that you would give for it is none of those wanted.")
            }
            let found = try trials(db, of: id).first {
                $0.staff == taker.staff && $0.session == taker.session
            }
            guard let found, found.isPossible else {
                throw StoreError.refused("It has to be found out first that no rule is broken by it.")
            }
            let others = try swaps(db).filter {
                $0.id != id && $0.offer.run == swap.offer.run && ($0.state == .taken || $0.state == .agreed)
            }
            let own = [(taker.staff, swap.offer.session)] + (taker.session.map { [(taker.staff, $0)] } ?? [])
            guard !others.contains(where: { other in own.contains { other.touches($0.0, $0.1) } }) else {
                throw StoreError.refused("You have agreed to another swap of one of these sessions.")
            }
            try db.execute(
                sql: """
                    UPDATE swap SET state = ?, taker = ?, taker_staff = ?, taker_session = ?, taker_begins = ?,
                      taken_at = ? WHERE id = ?
                    """,
                arguments: [
                    SwapState.taken.rawValue, person.id, taker.staff, taker.session, taker.begins, now(), id,
                ])
            try note(
                db, by: person.login, "took a session", Self.subject(swap), was: SwapState.open.rawValue,
                now: "\(taker.staff)" + (taker.session.map { ", for \($0)" } ?? ", for nothing"))
            return try self.swap(db, id)
        }
    }

    private func refuseUnlessOpen(_ db: GRDB.Database, _ swap: KeptSwap) throws {
        switch swap.state {
        case .open: return
        case .taken, .agreed:
            let name = try swap.takerPerson.map { try person(db, $0).name } ?? "Somebody"
            throw StoreError.conflict("\(name) took this session before you.")
        case .refused: throw StoreError.conflict("A planner refused this swap.")
        case .withdrawn: throw StoreError.conflict("The offer was withdrawn.")
        case .lapsed: throw Self.replaced
        }
    }

    /// Takes an offer back, or a yes to one, before a planner has agreed.
    public func withdraw(_ id: Int64, by person: Person) throws(StoreError) -> KeptSwap {
        try write { db in
            let swap = try swap(db, id)
            guard swap.state == .open || swap.state == .taken else {
                throw StoreError.conflict("This swap is decided, or over: it stays as it is.")
            }
            if swap.person == person.id {
                try db.execute(
                    sql: "UPDATE swap SET state = ? WHERE id = ?",
                    arguments: [SwapState.withdrawn.rawValue, id])
                try note(
                    db, by: person.login, "withdrew an offer", Self.subject(swap), was: swap.state.rawValue,
                    now: SwapState.withdrawn.rawValue)
            } else if swap.takerPerson == person.id {
                try db.execute(
                    sql: """
                        UPDATE swap SET state = ?, taker = NULL, taker_staff = NULL, taker_session = NULL,
                          taker_begins = NULL, taken_at = NULL WHERE id = ?
                        """,
                    arguments: [SwapState.open.rawValue, id])
                try note(
                    db, by: person.login, "does not take a session after all", Self.subject(swap),
                    was: swap.state.rawValue, now: SwapState.open.rawValue)
            } else {
                throw StoreError.refused("Only the two whose swap it is can take it back.")
            }
            return try self.swap(db, id)
        }
    }

    /// Agrees to a swap that two people have agreed to.
    ///
    /// - Parameters:
    ///   - taker: Who takes it, as it was tried: by now it may be somebody else.
    ///   - run: The run that makes a plan with it.
    public func agree(
        to id: Int64, of taker: SwapTaker, making run: Int64, by person: Person, why: String
    ) throws(StoreError) {
        try decide(id, taker, .agreed, run, by: person, why: why)
    }

    /// Refuses a swap; also one that was agreed to, as long as no plan that people work by has it.
    ///
    /// - Parameter taker: Who takes it, as whoever refuses saw it.
    public func refuse(_ id: Int64, of taker: SwapTaker?, by person: Person, why: String) throws(StoreError) {
        guard !why.trimmingSpaces.isEmpty else {
            throw .fields([.init("why", "Enter why: both people are told")])
        }
        try decide(id, taker, .refused, nil, by: person, why: why)
    }

    private func decide(
        _ id: Int64, _ taker: SwapTaker?, _ state: SwapState, _ run: Int64?, by person: Person, why: String
    ) throws(StoreError) {
        try write { db in
            let swap = try swap(db, id)
            guard swap.person != person.id, swap.takerPerson != person.id else {
                throw StoreError.refused("This swap is your own: another planner decides on it.")
            }
            guard swap.state == .taken || (swap.state == .agreed && state == .refused) else {
                throw StoreError.conflict(
                    swap.state == .open
                        ? "Nobody has taken this session, or they take it no more."
                        : "This swap was decided before you, or is over.")
            }
            guard swap.taker?.staff == taker?.staff, swap.taker?.session == taker?.session else {
                throw StoreError.conflict(
                    "Somebody else takes this session by now, or for another one: look at it anew. Nothing was decided."
                )
            }
            if swap.state == .agreed { try refuseUnlessUndone(db, swap) }
            try db.execute(
                sql:
                    "UPDATE swap SET state = ?, made_run = ?, decided_by = ?, decided_at = ?, why = ? WHERE id = ?",
                arguments: [state.rawValue, run, person.login, now(), why.trimmingSpaces, id])
            try note(
                db, by: person.login, state == .agreed ? "agreed to a swap" : "refused a swap",
                Self.subject(swap), was: swap.state.rawValue,
                now: state.rawValue + (run.map { ", run \($0)" } ?? ""), why: why)
        }
    }

    /// Lets a swap be refused that was agreed to, unless people work by a plan with it or another swap's plan has it.
    private func refuseUnlessUndone(_ db: GRDB.Database, _ swap: KeptSwap) throws {
        guard let made = swap.madeRun else { return }
        if let plan = try inForce(db, week: swap.week), try chain(db, from: plan.id).contains(made) {
            throw StoreError.conflict(
                "Plan \(plan.id), which people work by, has this swap: publish another plan instead.")
        }
        for other in try swaps(db) where other.id != swap.id && other.state == .agreed {
            guard let run = other.madeRun, try chain(db, from: run).contains(made) else { continue }
            throw StoreError.conflict(
                "The plan of swap \(other.id) goes on from the one with this swap: refuse that one first.")
        }
    }

    /// Ends swaps of plans of a week that people do not work by any more.
    ///
    /// - Parameter run: The plan that they work by; nil: none.
    func endSwaps(_ db: GRDB.Database, ofWeek week: Int64, inForce run: Int64?) throws {
        let kept = try run.map { try chain(db, from: $0) } ?? []
        for swap in try swaps(db) where swap.week == week && swap.offer.begins > now() {
            switch swap.state {
            case .open, .taken: if swap.offer.run != run { try end(db, swap, "the plan was replaced") }
            case .agreed:
                if swap.offer.run != run, !kept.contains(swap.madeRun ?? 0) {
                    try end(db, swap, "another plan than the one with it was published")
                }
            case .refused, .withdrawn, .lapsed: break
            }
        }
    }

    /// Ends swaps of somebody who is somebody else on the roster by now, or nobody.
    func endSwaps(_ db: GRDB.Database, of person: Int64, besides names: [String], _ why: String) throws {
        for swap in try swaps(db) where swap.state == .open || swap.state == .taken {
            let isOffered = swap.person == person && !names.contains(swap.offer.staff)
            let isTaken = swap.takerPerson == person && !names.contains(swap.taker?.staff ?? "")
            if isOffered || isTaken { try end(db, swap, why) }
        }
    }

    private func end(_ db: GRDB.Database, _ swap: KeptSwap, _ why: String) throws {
        try db.execute(
            sql: "UPDATE swap SET state = ?, why = ? WHERE id = ?",
            arguments: [SwapState.lapsed.rawValue, why.capitalizedFirst + ".", swap.id])
        try note(
            db, by: "skillmix", "ended a swap", Self.subject(swap), was: swap.state.rawValue,
            now: SwapState.lapsed.rawValue, why: why)
    }

    /// A run, and those whose plans it goes on from.
    private func chain(_ db: GRDB.Database, from id: Int64) throws -> Set<Int64> {
        var found: Set<Int64> = []
        var next: Int64? = id
        while let one = next, found.insert(one).inserted { next = try run(db, one).wanted.from }
        return found
    }

    private static let replaced = StoreError.conflict(
        "The plan was replaced, or the session has begun: this offer holds no more. Look at your sessions as they are now."
    )

    private static func subject(_ swap: KeptSwap) -> String { "swap \(swap.id) of plan \(swap.offer.run)" }

    private func swap(_ db: GRDB.Database, _ id: Int64) throws -> KeptSwap {
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

    private func swaps(_ db: GRDB.Database, most: Int = .max) throws -> [KeptSwap] {
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

    private func trials(_ db: GRDB.Database, of id: Int64) throws -> [SwapTrial] {
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

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
