// SPDX-License-Identifier: GPL-3.0-or-later

/// A day that is not as others of its weekday: a bank holiday, a day on which teams are closed.
///
/// Sessions belong to the day they begin on, so a night that begins on the day before is none of it.
public struct SpecialDay: Sendable, Equatable {
    /// Which teams are closed for the whole day.
    public enum Closed: Sendable, Equatable {
        /// Those teams, by identifier.
        case teams([String])
        /// Every team.
        case all
    }

    /// The day.
    public var day: CalendarDay
    /// What people call it, such as `Christmas Day`.
    public var name: String
    /// The share by which bank and agency pay rises: 0.6 for 60 per cent. The largest of this, the weekday's and the
    /// session's counts.
    public var uplift: Double
    /// The share of plain rate that own staff get on top for their available sessions. The larger of this and the
    /// weekday's counts.
    public var ownUplift: Double
    /// The teams that are closed.
    public var closed: Closed

    /// A special day.
    public init(
        day: CalendarDay, name: String, uplift: Double = 0, ownUplift: Double = 0, closed: Closed = .teams([])
    ) {
        self.day = day
        self.name = name
        self.uplift = uplift
        self.ownUplift = ownUplift
        self.closed = closed
    }

    /// Whether a team is closed on the day.
    public func closes(_ team: String) -> Bool {
        switch closed {
        case .teams(let teams): teams.contains(team)
        case .all: true
        }
    }
}
