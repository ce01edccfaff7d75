// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A demand line as numbers.
public struct Line: Sendable {
    /// Its team.
    public let team: Int
    /// Its activity.
    public let activity: Int
    /// Contacts wanted.
    public let contacts: Int
    /// Those suitable for single-handed care; 0 where the activity has no single-handed way.
    public let singleHanded: Int
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

    init?(_ demand: DemandLine, week: Week, _ index: WeekIndex) {
        guard let team = index.team(demand.team), let activity = index.activity(demand.activity) else {
            return nil
        }
        self.team = team
        self.activity = activity
        let kind = week.framework.activities[activity]
        contacts = demand.contacts
        singleHanded = kind.hands == 2 && kind.singleHanded != nil ? demand.singleHandedContacts : 0
        window = demand.window
        hands = kind.hands
        usual = index.usual(of: demand)
        minutes = kind.workMinutes(in: week.teams[team])
        singleMinutes = kind.workMinutes(in: week.teams[team], by: .singleHanded)
        isCare = demand.priority.isCare
        unmetPrice = week.policy.unmetMinute(demand.priority) * Double(kind.minutes)
        avoidablePrice = hands == 2 ? week.policy.avoidableDoubleHandedMinute * Double(kind.minutes) : 0
    }

    /// Double-handed contacts that no review found avoidable.
    public var doubleHandedNeeded: Int { contacts - singleHanded }
}
