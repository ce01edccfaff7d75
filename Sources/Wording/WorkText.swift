// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension SessionWork {
    /// `3 × Reablement call; supervision, 10 minutes`, or that somebody is there.
    ///
    /// - Parameter name: The name of an activity.
    public func inWords(_ name: (String) -> String) -> String {
        var words = contacts.map { "\($0.contacts) × \(name($0.activity))" }
        // Minutes are exact to a millionth; what adding them up leaves above a whole one is no minute more.
        if supervisionMinutes > 0, let minutes = Int(exactly: (supervisionMinutes - 1e-6).rounded(.up)) {
            words.append("supervision, \(max(1, minutes)) minutes")
        }
        return words.isEmpty ? "presence in the team" : words.joined(separator: "; ")
    }
}
