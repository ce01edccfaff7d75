// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a contact costs by who gives it, beyond pay.
extension Instance {
    /// Pounds for each contact of the line that the person takes part in, beyond pay.
    public func contactPrice(person: Int, line: Int) -> Double {
        registeredPrice(person: person, line: line) + continuityPrice(person: person, line: line)
    }

    /// Pounds of that for somebody who is not one of the line's usual people.
    func continuityPrice(person: Int, line: Int) -> Double {
        guard let usual = lines[line].usual, !usual.contains(person) else { return 0 }
        return week.policy.continuityContact
    }

    /// Pounds of that for a registered person on work that a support worker could do.
    func registeredPrice(person: Int, line: Int) -> Double {
        let activity = activities[lines[line].activity]
        guard isRegistered[person], activity.isDelegable else { return 0 }
        return week.policy.registeredOnDelegableMinute * Double(activity.minutes)
    }
}
