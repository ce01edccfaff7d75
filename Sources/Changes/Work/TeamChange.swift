// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// A team's hours, heads or ways are others; what is nil is as it was.
public struct TeamChange: Sendable, Hashable, Codable {
    /// Which.
    public var team: String
    /// Sessions in which it is closed, besides those in which it is.
    public var closed: [String]?
    /// Heads wanted in each open session.
    public var minimumStaff: Int?
    /// Registered heads wanted in each open session.
    public var minimumRegistered: Int?
    /// Travel minutes per contact and worker.
    public var travelMinutes: Int?
    /// Support workers doing delegated work that one registered person may oversee.
    public var span: Double?
    /// The parts of the day on which it is open.
    public var parts: [String]?
    /// The days of the week on which it is open, `Mon` … `Sun`.
    public var days: [String]?

    /// A change of a team.
    public init(
        team: String, closed: [String]? = nil, minimumStaff: Int? = nil, minimumRegistered: Int? = nil,
        travelMinutes: Int? = nil, span: Double? = nil, parts: [String]? = nil, days: [Weekday]? = nil
    ) {
        self.team = team
        self.closed = closed
        self.minimumStaff = minimumStaff
        self.minimumRegistered = minimumRegistered
        self.travelMinutes = travelMinutes
        self.span = span
        self.parts = parts
        self.days = days?.map(\.short)
    }
}

extension TeamChange: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.isRight(minimumStaff.map(Double.init), 0...10_000, "min_staff of \(team)"),
            week.isRight(minimumRegistered.map(Double.init), 0...10_000, "min_registered of \(team)"),
            week.isRight(travelMinutes.map(Double.init), 0...1440, "travel_minutes of \(team)"),
            week.isRight(span, 0...1_000, "span of \(team)"),
            week.knows(.part, parts, week.base.parts.map(\.id)),
            week.knows(.weekday, days, Weekday.allCases.map(\.short)),
        ]
        let sessions = week.sessions(closed ?? [])
        guard let k = week.team(team), !areRight.contains(false) else { return }
        for t in sessions {
            let session = week.base.sessions[t]
            week.parts.teams[k].closedSessions.insert(ClosedSession(day: session.day, part: session.part.id))
        }
        if let minimumStaff { week.parts.teams[k].minimumStaff = minimumStaff }
        if let minimumRegistered { week.parts.teams[k].minimumRegistered = minimumRegistered }
        if let travelMinutes { week.parts.teams[k].travelMinutes = travelMinutes }
        if let span { week.parts.teams[k].span = span }
        if let parts { week.parts.teams[k].parts = parts }
        if let days {
            week.parts.teams[k].weekdays = Set(Weekday.allCases.filter { days.contains($0.short) })
        }
    }

    func words(_ names: Naming) -> String {
        let parts = [
            closed.map { "closed on \(names.sessions(named: $0))" },
            minimumStaff.map { "with at least \(Show.count($0)) heads" },
            minimumRegistered.map { "with at least \(Show.count($0)) registered heads" },
            travelMinutes.map { "with \(Show.count($0)) travel minutes a contact" },
            span.map { "with a span of \(Show.decimal($0, places: 1))" },
            self.parts.map { "open on \(Naming.list($0))" }, days.map { "open on \(Naming.list($0))" },
        ].compactMap(\.self)
        return "\(names.team(team)) \(Naming.list(parts))"
    }
}
