// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Who is cared for, who will begin, how long they stay and what they get: everything demand is worked out from.
public struct CaseloadBook: Sendable {
    /// Who is there, or is known to come.
    public var cases: [CareCase]
    /// How many begin, whoever they are.
    public var starts: [CareStarts]
    /// What people get.
    public var profiles: [CareProfile]

    /// A caseload. The profiles that cases and starts name are among those given.
    public init(cases: [CareCase], starts: [CareStarts], profiles: [CareProfile]) {
        (self.cases, self.starts, self.profiles) = (cases, starts, profiles)
    }
}

/// Somebody who is cared for by a team, under a name that says nothing.
public struct CareCase: Sendable, Equatable {
    /// The name.
    public var id: String
    /// The pathway.
    public var pathway: String
    /// The team.
    public var team: String
    /// The first day.
    public var started: CalendarDay
    /// How long the stay is, from its first day.
    public var stay: StayLength
    /// The profile.
    public var profile: String
    /// Which way they came; nil: it is not said.
    public var source: CareSource?

    /// A case.
    public init(
        id: String, pathway: String, team: String, started: CalendarDay, stay: StayLength, profile: String,
        source: CareSource? = nil
    ) {
        self.id = id
        self.pathway = pathway
        self.team = team
        self.started = started
        self.stay = stay
        self.profile = profile
        self.source = source
    }
}

/// How many people begin with a team.
public struct CareStarts: Sendable, Equatable {
    /// The pathway.
    public var pathway: String
    /// The team.
    public var team: String
    /// How many begin in a week.
    public var aWeek: Double
    /// On which days.
    public var weekdays: WeekdayShares
    /// How long they stay.
    public var stay: StayLength
    /// The profile.
    public var profile: String
    /// Which way they come; nil: it is not said.
    public var source: CareSource?
    /// The most who are there at once; others wait until somebody leaves. Nil: no limit.
    public var capacity: Int?
    /// Whether it has been going on for long, so that those who are there already are reckoned from it, too. False:
    /// those are named as cases.
    public var isSteady: Bool

    /// Starts.
    public init(
        pathway: String, team: String, aWeek: Double, weekdays: WeekdayShares = .even, stay: StayLength,
        profile: String, source: CareSource? = nil, capacity: Int? = nil, isSteady: Bool = true
    ) {
        self.pathway = pathway
        self.team = team
        self.aWeek = aWeek
        self.weekdays = weekdays
        self.stay = stay
        self.profile = profile
        self.source = source
        self.capacity = capacity
        self.isSteady = isSteady
    }

    /// How many begin on a day, on average.
    func expected(on day: CalendarDay) -> Double { aWeek * weekdays.part(of: day.weekday) }

    /// Days before a week whose starts may still be there in it.
    var past: Int { isSteady ? capacity == nil ? stay.longest - 1 : StayLength.most : 0 }
}
