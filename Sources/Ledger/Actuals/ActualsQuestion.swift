// SPDX-License-Identifier: GPL-3.0-or-later

/// What people are counted by, where a plan is held beside what was worked.
public struct ActualsQuestion: Sendable, Equatable {
    /// The activities of which each contact is a person whose care begins.
    public var startsBy: Set<String>
    /// People whose care begins in the plan's days, as somebody counts them.
    public var starts: PathwayNumbers
    /// People on the caseload, on average.
    public var people: PathwayNumbers
    /// The names of the plan's week.
    public var names: WeekNames

    /// A question; people are counted by nothing that is not given.
    public init(
        startsBy: Set<String> = [], starts: PathwayNumbers = PathwayNumbers(),
        people: PathwayNumbers = PathwayNumbers(),
        names: WeekNames = WeekNames(sessions: [], staff: [], teams: [])
    ) {
        (self.startsBy, self.starts, self.people, self.names) = (startsBy, starts, people, names)
    }

    /// Whether anybody asks for people at all.
    var isAsked: Bool { !startsBy.isEmpty || !starts.isEmpty || !people.isEmpty }

    /// People whose care begins in a planned session.
    func starts(in row: PlannedSession) -> Int {
        (row.activities ?? []).reduce(0) { startsBy.contains($1.activity) ? $0 + $1.contacts : $0 }
    }
}

/// Numbers of pathways, and one of all of them.
public struct PathwayNumbers: Sendable, Equatable {
    /// By pathway.
    public var byPathway: [String: Double]
    /// Of all; nil: what the pathways add up to.
    public var all: Double?

    /// Numbers.
    public init(_ byPathway: [String: Double] = [:], all: Double? = nil) {
        (self.byPathway, self.all) = (byPathway, all)
    }

    /// Whether there is none.
    public var isEmpty: Bool { byPathway.isEmpty && all == nil }
}
