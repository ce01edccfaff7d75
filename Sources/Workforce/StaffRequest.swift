// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody asks of a week for themselves: to work in a session or on a day, not to, or to be in a team.
public struct StaffRequest: Sendable, Equatable {
    /// When it is asked for, as an index in the week's sessions or days.
    public enum Time: Sendable, Hashable {
        /// One session.
        case session(Int)
        /// A day of the horizon, 0-based: all sessions that begin on it.
        case day(Int)
    }

    /// What is asked for.
    public enum Want: Sendable, Hashable {
        /// To be sent somewhere; on a day: in a session of it at least.
        case on
        /// Not to work; on a day: in none of its sessions.
        case off
        /// To work, and nowhere but in that team.
        case team(String)
    }

    /// Who asks.
    public var staff: String
    /// When.
    public var time: Time
    /// What.
    public var want: Want
    /// Pounds it costs a plan not to grant it.
    public var weight: Double

    /// A request; a weight that is not said is a pound.
    public init(staff: String, time: Time, want: Want, weight: Double = Self.usualWeight) {
        self.staff = staff
        self.time = time
        self.want = want
        self.weight = weight
    }

    /// Pounds of a request that says none.
    public static let usualWeight = 1.0
}

extension StaffRequest {
    /// Whether no plan could grant both of two requests of one human, because of what they ask of the same session or
    /// day. Whether one human asks for both is for the caller to say.
    ///
    /// Off on a day contradicts whatever is asked of a session of it; off in a session does not contradict a day.
    public func contradicts(_ other: StaffRequest, dayOfSession: [Int]) -> Bool {
        if time == other.time { return clashes(other) || other.clashes(self) }
        if time.holds(other.time, dayOfSession) { return clashes(other) }
        return other.time.holds(time, dayOfSession) && other.clashes(self)
    }

    /// Whether what is asked of a time rules out what the other asks of a part of it.
    private func clashes(_ other: StaffRequest) -> Bool {
        switch (want, other.want) {
        case (.off, .on), (.off, .team): true
        case (.team(let one), .team(let another)): one != another
        case (.on, _), (.off, .off), (.team, .on), (.team, .off): false
        }
    }
}

extension StaffRequest.Time {
    /// Whether it is the day of a session.
    fileprivate func holds(_ other: StaffRequest.Time, _ dayOfSession: [Int]) -> Bool {
        guard case .day(let day) = self, case .session(let session) = other else { return false }
        return dayOfSession[session] == day
    }
}

extension StaffRequest.Want {
    /// The word in the file for somebody who asks to work; a team of that name cannot be asked for.
    public static let onWord = "on"
    /// The word in the file for somebody who asks not to work.
    public static let offWord = "off"

    /// What stands in the file: `on`, `off` or a team.
    public var word: String {
        switch self {
        case .on: Self.onWord
        case .off: Self.offWord
        case .team(let team): team
        }
    }
}

extension Week {
    /// What stands in the file for a time: a session, `2026-11-23 am`, or a day, `2026-11-23`.
    public func name(of time: StaffRequest.Time) -> String {
        switch time {
        case .session(let session): sessions[session].id
        case .day(let day): start.adding(days: day).iso
        }
    }
}
