// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a swap of sessions is.
public enum SwapState: String, Sendable, CaseIterable {
    /// Whoever may take it has not said anything.
    case open
    /// Two people agree; a planner has not said anything.
    case taken
    /// A planner agreed, and a plan with it was asked for.
    case agreed
    /// A planner refused it.
    case refused
    /// Whoever offered it does so no more.
    case withdrawn
    /// The plan was replaced, or the session began, before anybody could agree.
    case lapsed
}

/// What somebody offers of their sessions.
public struct SwapOffer: Sendable, Hashable {
    /// The plan.
    public var run: Int64
    /// The identifier by which they have the session.
    public var staff: String
    /// The session, `2026-11-24 am`.
    public var session: String
    /// When it begins, in seconds since 1970.
    public var begins: Int
    /// Whom it is offered to, by identifier; nil: anybody.
    public var toStaff: String?
    /// Sessions of which they would work one instead; none: they give theirs for nothing.
    public var inReturn: [String]
    /// What they say about it.
    public var note: String

    /// An offer.
    public init(
        run: Int64, staff: String, session: String, begins: Int, toStaff: String? = nil,
        inReturn: [String] = [], note: String = ""
    ) {
        (self.run, self.staff, self.session, self.begins) = (run, staff, session, begins)
        (self.toStaff, self.inReturn, self.note) = (toStaff, inReturn, note)
    }
}

/// Whoever takes a session that somebody offers.
public struct SwapTaker: Sendable, Hashable {
    /// Who, by identifier.
    public var staff: String
    /// The session that they give for it; nil: none.
    public var session: String?
    /// When that begins, in seconds since 1970.
    public var begins: Int?

    /// A taker.
    public init(staff: String, session: String? = nil, begins: Int? = nil) {
        (self.staff, self.session, self.begins) = (staff, session, begins)
    }
}

/// A swap that is kept.
public struct KeptSwap: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// The week.
    public let week: Int64
    /// Who offers, by the account's number.
    public let person: Int64
    /// What is offered.
    public let offer: SwapOffer
    /// When it was offered, in seconds since 1970.
    public let at: Int
    /// How far it is now. An offer whose session has begun has lapsed, and one whose plan came to nothing waits for a
    /// planner again.
    public let state: SwapState
    /// Who takes it, by the account's number.
    public let takerPerson: Int64?
    /// Who takes it, and for what.
    public let taker: SwapTaker?
    /// The run that makes a plan with it.
    public let madeRun: Int64?
    /// The planner who decided.
    public let decidedBy: String
    /// Why.
    public let why: String

    /// Whether it may still come to something.
    public var isAlive: Bool {
        switch state {
        case .open, .taken, .agreed: true
        case .refused, .withdrawn, .lapsed: false
        }
    }
}

extension KeptSwap {
    /// Whether a session of somebody's is part of it.
    public func touches(_ staff: String, _ session: String) -> Bool {
        let sessions = [offer.session, taker?.session].compactMap(\.self)
        let people = [offer.staff, taker?.staff].compactMap(\.self)
        return sessions.contains(session) && people.contains(staff)
    }
}

/// What was found out about somebody's taking a session, before they say yes.
public struct SwapTrial: Sendable, Hashable {
    /// Who would take it, by identifier.
    public let staff: String
    /// The session that they would give for it; nil: none.
    public let session: String?
    /// Whether every rule is kept.
    public let isPossible: Bool
    /// What was found, as it was given to be kept.
    public let answer: String
    /// When, in seconds since 1970.
    public let at: Int
}
