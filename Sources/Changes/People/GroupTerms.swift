// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// How all people of some roles, employers or home teams work, in place of what it was: released from administration, say.
/// What is nil names everybody, or stays as it was.
public struct GroupTerms: Sendable, Hashable, Codable {
    /// One of the roles they hold.
    public var roles: [String]?
    /// Who employs them.
    public var employers: [String]?
    /// Their home team.
    public var teams: [String]?
    /// The share of a session's time in which work gets done.
    public var pace: Double?
    /// Minutes of each session that are not for contacts.
    public var nonContactMinutes: Double?

    /// Terms of a group.
    public init(
        roles: [String]? = nil, employers: [String]? = nil, teams: [String]? = nil, pace: Double? = nil,
        nonContactMinutes: Double? = nil
    ) {
        (self.roles, self.employers, self.teams) = (roles, employers, teams)
        (self.pace, self.nonContactMinutes) = (pace, nonContactMinutes)
    }

    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.knows(.role, roles, week.parts.framework.roles.map(\.id)),
            week.knows(.employer, employers, week.parts.staff.map(\.employer)),
            (teams ?? []).map { week.team($0) != nil }.allSatisfy(\.self),
            week.isRight(pace, PersonTerms.paces, "pace"),
            week.isRight(nonContactMinutes, PersonTerms.minutes, "non_contact_minutes"),
        ]
        guard !areRight.contains(false) else { return }
        for s in week.parts.staff.indices where isMeant(week.parts.staff[s]) {
            if let pace { week.parts.staff[s].pace = pace }
            if let nonContactMinutes { week.parts.staff[s].nonContactMinutes = nonContactMinutes }
        }
    }

    private func isMeant(_ person: StaffMember) -> Bool {
        person.isOne(of: roles, employers)
            && (teams.map { teams in person.homeTeam.map(teams.contains) ?? false } ?? true)
    }

    func words(_ names: Naming) -> String {
        let who = [
            roles.map { Naming.list($0.map(names.role)) }, employers.map { "of \(Naming.list($0))" },
            teams.map { "at home in \(Naming.list($0.map(names.team)))" },
        ].compactMap(\.self)
        let terms = [
            pace.map { "a pace of \(Show.decimal($0, places: 2))" },
            nonContactMinutes.map { "\(Show.minutes($0)) minutes of a session not for contacts" },
        ].compactMap(\.self)
        return "\(Naming.list(terms)) for " + (who.isEmpty ? "everybody" : who.joined(separator: " "))
    }
}
