// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB

/// What planners decide on swaps, and what ends them.
extension WebStore {
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
            if let run { try refuseUnlessTogether(db, swap, run) }
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

    /// Lets a swap be agreed to whose plan goes on from those of all other swaps of the same plan that were agreed to: of two
    /// plans with one swap each only one could be published.
    private func refuseUnlessTogether(_ db: GRDB.Database, _ swap: KeptSwap, _ run: Int64) throws {
        let before = try chain(db, from: run)
        for other in try swaps(db)
        where other.id != swap.id && other.state == .agreed && other.offer.run == swap.offer.run {
            guard let made = other.madeRun, !before.contains(made) else { continue }
            throw StoreError.conflict(
                "Swap \(other.id) of this plan was agreed to meanwhile: agree again, so that one plan has both."
            )
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
    func chain(_ db: GRDB.Database, from id: Int64) throws -> Set<Int64> {
        var found: Set<Int64> = []
        var next: Int64? = id
        while let one = next, found.insert(one).inserted { next = try run(db, one).wanted.from }
        return found
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
