// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Somebody who rotates.
public struct RotatingPerson: Sendable, Equatable {
    /// The identifier.
    public var id: String
    /// The name people read.
    public var name: String
    /// The roles held, one or more, by identifier of the framework.
    public var roles: [String]
    /// Who employs the person, wherever they are placed.
    public var employer: String
    /// Where the person sets out from.
    public var baseLocality: String
    /// Whole-time equivalent; 0 for somebody supernumerary, who counts for span alone.
    public var wte: Double
    /// The pay band, such as `5`; nil: none is known, so that only posts without bands fit.
    public var band: String?
    /// The first day of the person's time here; nil: before the programme.
    public var joins: CalendarDay?
    /// The last day of it; nil: after the programme.
    public var leaves: CalendarDay?
    /// The template whose pattern the person follows; nil: none.
    public var template: String?
    /// Whether the person supervises others, and needs no supervision.
    public var isSenior: Bool
    /// The post the person is in as the programme begins; nil: none.
    public var startPost: String?
    /// The periods spent in it by then.
    public var startPeriods: Int
    /// Posts the person has been in before.
    public var done: [String]
    /// Posts the person cannot be in.
    public var cannot: [String]
    /// Posts the person would like, the dearest first; none: all are alike.
    public var prefers: [String]

    /// A person.
    public init(
        id: String, name: String? = nil, roles: [String], employer: String, baseLocality: String,
        wte: Double = 1, band: String? = nil, joins: CalendarDay? = nil, leaves: CalendarDay? = nil,
        template: String? = nil, isSenior: Bool = false, startPost: String? = nil, startPeriods: Int = 0,
        done: [String] = [], cannot: [String] = [], prefers: [String] = []
    ) {
        self.id = id
        self.name = name ?? id
        self.roles = roles
        self.employer = employer
        self.baseLocality = baseLocality
        self.wte = wte
        self.band = band
        self.joins = joins
        self.leaves = leaves
        self.template = template
        self.isSenior = isSenior
        self.startPost = startPost
        self.startPeriods = startPeriods
        self.done = done
        self.cannot = cannot
        self.prefers = prefers
    }

    /// The person as the weekly roster has them, for what is asked of agreements and sign-offs.
    public var asStaffMember: StaffMember {
        StaffMember(
            id: id, name: name, roles: roles, employer: employer, baseLocality: baseLocality,
            employment: .substantive)
    }
}
