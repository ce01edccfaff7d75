// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A line of care by two workers of which no contact is stated as suitable for one, though its activity has a
/// single-handed way: a review found none, or was not done yet.
public struct NoSuitableFigure: Sendable, Equatable, Encodable {
    /// The demand line.
    public let line: String
    /// Its team.
    public let team: String
    /// Its activity.
    public let activity: String
    /// Contacts wanted.
    public let contacts: Int
    /// Contact hours of the second worker, were all of them given by two.
    public let secondWorkerHours: Double

    /// The lines, those that take most of second workers' time first, then in order of the file.
    static func all(_ index: WeekLookup) -> [NoSuitableFigure] {
        SingleHandedChoice.all(index).filter { !$0.isStated }.map { choice in
            NoSuitableFigure(
                line: choice.line.id, team: choice.line.team, activity: choice.line.activity,
                contacts: choice.line.contacts, secondWorkerHours: choice.secondWorkerHours)
        }
    }
}
