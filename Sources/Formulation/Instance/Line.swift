// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A demand line as numbers.
public struct Line: Sendable {
    /// Its team.
    public let team: Int
    /// Its activity.
    public let activity: Int
    /// Contacts still wanted: without those given in sessions that are over.
    public let contacts: Int
    /// Those of the line suitable for single-handed care that are not given yet, at most `contacts`; 0 where the
    /// activity has no single-handed way.
    public let singleHanded: Int
    /// Double-handed contacts that no review found avoidable and that are still to come; below 0 where more than those
    /// were given in sessions that are over, which is priced.
    public let doubleHandedNeeded: Int
    /// The sessions in which contacts may be given.
    public let window: ClosedRange<Int>
    /// Workers a contact takes.
    public let hands: Int
    /// Minutes a contact takes of each worker: contact, record, travel.
    public let minutes: Int
    /// Minutes a single-handed contact takes of its worker.
    public let singleMinutes: Int
    /// Whether its contacts are care that people wait for, and none held in reserve.
    public let isCare: Bool
    /// Pounds for each contact not met.
    public let unmetPrice: Double
    /// Pounds for each avoidable double-handed contact.
    public let avoidablePrice: Double
    /// The people who usually give its contacts, with all their rows of the roster; nil: nobody in particular.
    public let usual: Set<Int>?

    /// - Parameter past: What of the line was given in sessions that are over.
    init?(_ demand: DemandLine, week: Week, _ index: WeekIndex, past: [FrozenPast.Given]) {
        guard let team = index.team(demand.team), let activity = index.activity(demand.activity) else {
            return nil
        }
        self.team = team
        self.activity = activity
        let kind = week.framework.activities[activity]
        let given = { (route: ContactRoute) in
            past.reduce(0) { $1.route == route ? $0 + $1.contacts : $0 }
        }
        let suitable = kind.hands == 2 && kind.singleHanded != nil ? demand.singleHandedContacts : 0
        contacts = max(0, demand.contacts - past.reduce(0) { $0 + $1.contacts })
        singleHanded = max(0, min(contacts, suitable - given(.singleHanded)))
        doubleHandedNeeded = demand.contacts - suitable - given(.doubleHanded)
        window = demand.window
        hands = kind.hands
        usual = index.usual(of: demand)
        minutes = kind.workMinutes(in: week.teams[team])
        singleMinutes = kind.workMinutes(in: week.teams[team], by: .singleHanded)
        isCare = demand.priority.isCare
        unmetPrice = week.policy.unmetMinute(demand.priority) * Double(kind.minutes)
        avoidablePrice = hands == 2 ? week.policy.avoidableDoubleHandedMinute * Double(kind.minutes) : 0
    }

    /// Avoidable double-handed contacts that there can be at most.
    public var mostAvoidable: Int { max(0, contacts - doubleHandedNeeded) }
}
