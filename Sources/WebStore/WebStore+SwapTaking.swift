// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// Yes to a session that somebody offers, and back.
extension WebStore {
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
}
