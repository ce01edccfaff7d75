// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// How an activity is given: streamlined, or by more professions. What is nil is as it was.
public struct ActivityChange: Sendable, Hashable, Codable {
    /// Which.
    public var activity: String
    /// Minutes with the person supported, per contact.
    public var minutes: Int?
    /// Minutes of notes and liaison, per contact.
    public var recordMinutes: Int?
    /// Professions that may give it, besides those that may.
    public var addProfessions: [String]?

    /// A change of an activity.
    public init(
        activity: String, minutes: Int? = nil, recordMinutes: Int? = nil, addProfessions: [String]? = nil
    ) {
        self.activity = activity
        self.minutes = minutes
        self.recordMinutes = recordMinutes
        self.addProfessions = addProfessions
    }
}

extension ActivityChange: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.isRight(minutes.map(Double.init), 1...1440, "minutes of \(activity)"),
            week.isRight(recordMinutes.map(Double.init), 0...1440, "record_minutes of \(activity)"),
            week.knows(
                .profession, addProfessions, week.parts.framework.roles.compactMap(\.profession)),
        ]
        guard let a = week.activity(activity), !areRight.contains(false) else { return }
        if let minutes { week.parts.framework.activities[a].minutes = minutes }
        if let recordMinutes { week.parts.framework.activities[a].recordMinutes = recordMinutes }
        guard let addProfessions, !addProfessions.isEmpty else { return }
        guard var route = week.parts.framework.activities[a].registered else {
            return week.refuse(.noRoute(.registered, activity: activity))
        }
        for profession in addProfessions where !route.professions.contains(profession) {
            route.professions.append(profession)
        }
        week.parts.framework.activities[a].registered = route
    }

    func words(_ names: Naming) -> String {
        let parts = [
            minutes.map { "in \(Show.count($0)) minutes" },
            recordMinutes.map { "with \(Show.count($0)) minutes of notes" },
            addProfessions.map { "by \(Naming.list($0)) as well" },
        ].compactMap(\.self)
        return "\(names.activity(activity)) \(Naming.list(parts))"
    }
}
