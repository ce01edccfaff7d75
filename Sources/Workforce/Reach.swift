// SPDX-License-Identifier: GPL-3.0-or-later

/// Minutes between localities: none within one, else those of the way there, else of the way back.
public struct TravelTimes: Sendable {
    private struct Way: Hashable {
        let from: String
        let to: String
    }

    private let minutes: [Way: Int]

    /// Those times; of two of one way the first counts.
    public init(_ times: [TravelTime]) {
        minutes = Dictionary(times.map { (Way(from: $0.from, to: $0.to), $0.minutes) }) { first, _ in first }
    }

    /// Minutes from one locality to another; nil where no way is known.
    public func minutes(from: String, to: String) -> Int? {
        from == to ? 0 : minutes[Way(from: from, to: to)] ?? minutes[Way(from: to, to: from)]
    }
}

/// Whom people may work for, how far they travel, and where a rotation places them.
///
/// This is the one place that knows, for weeks being read and for weeks that were.
public struct Reach: Sendable {
    /// What keeps a person from a team in a session, whatever the rota says of them and whatever there is to do.
    public enum Barrier: Sendable, Equatable {
        /// The team is closed.
        case closed
        /// The person's employer is not the team's organisation, and no agreement lets them work there that day.
        case organisation
        /// The team is too far from the person's base; minutes are nil where no way is known.
        case travel(minutes: Int?)
        /// A rotation places the person in another team that day.
        case placement(team: String)
    }

    private let agreements: [Agreement]?
    /// Minutes between localities; nil where travel has no limit.
    public let travel: TravelTimes?
    private let travelLimit: Double
    private let placements: [String: [Placement]]

    /// The reach of a week's people.
    public init(_ week: Week) {
        self.init(
            agreements: week.agreements, travel: week.travel, travelLimit: week.policy.travelLimitMinutes,
            placements: week.placements)
    }

    /// The reach of people under agreements, placements and a limit of travel minutes.
    ///
    /// - Parameters:
    ///   - agreements: nil: everybody may work for everybody, as where the file could not be read.
    ///   - travel: nil: travel has no limit.
    public init(
        agreements: [Agreement]?, travel: [TravelTime]?, travelLimit: Double, placements: [Placement]
    ) {
        self.agreements = agreements
        self.travel = travel.map(TravelTimes.init)
        self.travelLimit = travelLimit
        self.placements = Dictionary(grouping: placements, by: \.staff)
    }

    /// Whether a person may work for an organisation on a day: their employer's own, or by an agreement.
    public func worksFor(_ organisation: String, _ staff: StaffMember, on date: CalendarDay) -> Bool {
        staff.employer == organisation
            || agreements?.contains {
                $0.covers(
                    employer: staff.employer, roles: staff.roles, workingFor: organisation, on: date)
            } ?? true
    }

    /// Minutes from a person's base to a team; nil where no way is known.
    public func travelMinutes(_ staff: StaffMember, to team: Team) -> Int? {
        guard staff.baseLocality != team.locality else { return 0 }
        return travel?.minutes(from: staff.baseLocality, to: team.locality)
    }

    /// Whether a team is within the travel limit of a person's base; always, where travel has no limit.
    public func isWithinTravel(_ staff: StaffMember, to team: Team) -> Bool {
        isWithinTravel(from: staff.baseLocality, to: team.locality)
    }

    /// Whether two localities are within the travel limit of each other; always, where travel has no limit.
    public func isWithinTravel(from: String, to: String) -> Bool {
        guard let travel else { return true }
        return travel.minutes(from: from, to: to).map { Double($0) <= travelLimit } ?? false
    }

    /// The team a rotation places a person in on a day; nil: none.
    public func placement(_ staff: StaffMember, on date: CalendarDay) -> String? {
        placements[staff.id]?.first { $0.holds(on: date) }?.team
    }

    /// The team that counts as a person's own on a day, elsewhere being away: a placement's, else the home team.
    public func homeTeam(_ staff: StaffMember, on date: CalendarDay) -> String? {
        placement(staff, on: date) ?? staff.homeTeam
    }

    /// Everything that keeps a person from a team in a session; empty where nothing does.
    public func barriers(_ staff: StaffMember, in session: Session, to team: Team) -> [Barrier] {
        var barriers: [Barrier] = []
        if !team.isOpen(in: session) { barriers.append(.closed) }
        if !worksFor(team.organisation, staff, on: session.day) { barriers.append(.organisation) }
        if !isWithinTravel(staff, to: team) {
            barriers.append(.travel(minutes: travelMinutes(staff, to: team)))
        }
        if let placed = placement(staff, on: session.day), placed != team.id {
            barriers.append(.placement(team: placed))
        }
        return barriers
    }
}
