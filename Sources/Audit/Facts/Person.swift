// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A person of the roster with roles and sign-offs at hand.
struct Person {
    let member: StaffMember
    let roles: [Role]
    /// Registered if any role is.
    let isRegistered: Bool
    /// Registered if any role is, else support, student or volunteer, whichever of them comes first.
    let kind: Role.Kind
    /// The person's own pace, else the largest of the roles.
    let pace: Double
    /// Sign-offs by competency in order of the file, each with its last day, if it has one.
    private let held: [String: [Assessment]]

    /// A sign-off as far as it decides what is held.
    struct Assessment {
        let level: Int
        let from: CalendarDay
        let until: CalendarDay?

        func reaches(_ level: Int, on day: CalendarDay) -> Bool {
            self.level >= level && from <= day && (until.map { day <= $0 } ?? true)
        }
    }

    init(member: StaffMember, roles: [Role], signOffs: [SignOff], validity: [String: Int?]) {
        self.member = member
        self.roles = roles
        isRegistered = roles.contains { $0.kind == .registered }
        kind = Role.Kind.allCases.first { kind in roles.contains { $0.kind == kind } } ?? .volunteer
        pace = member.pace ?? roles.map(\.pace).max() ?? 0
        var held: [String: [Assessment]] = [:]
        for row in signOffs {
            let months = validity[row.competency] ?? nil
            let until = row.expiresOn ?? months.map { row.signedOffOn.adding(months: $0) }
            held[row.competency, default: []]
                .append(Assessment(level: row.level, from: row.signedOffOn, until: until))
        }
        self.held = held
    }

    /// Minutes of a session that are not for contacts: the person's own, else the fewest that one of the roles has.
    ///
    /// - Parameter usual: Those of a role that has none of its own.
    func aside(_ usual: Double) -> Double {
        if let own = member.nonContactMinutes { return own }
        var least: Double?
        for role in roles { least = min(least ?? .infinity, role.nonContactMinutes ?? usual) }
        return least ?? usual
    }

    /// Whether the assessment that counts for each need is of the level and has not expired on that day.
    func holds(_ needs: [Need], on day: CalendarDay) -> Bool {
        needs.allSatisfy { counting($0.competency, on: day)?.reaches($0.level, on: day) ?? false }
    }

    /// Of the assessments of a competency up to a day the newest, of one day the one furthest down in the file.
    func counting(_ competency: String, on day: CalendarDay) -> Assessment? {
        var newest: Assessment?
        for row in held[competency] ?? [] where row.from <= day {
            if let known = newest, row.from < known.from { continue }
            newest = row
        }
        return newest
    }

    /// The first need that only an assessment which a newer one has replaced would meet, with that newer one.
    func superseded(_ needs: [Need], on day: CalendarDay) -> (need: Need, counting: Assessment)? {
        for need in needs {
            guard let counting = counting(need.competency, on: day), !counting.reaches(need.level, on: day),
                (held[need.competency] ?? []).contains(where: { $0.reaches(need.level, on: day) })
            else { continue }
            return (need, counting)
        }
        return nil
    }

    /// Whether a registered role is of one of those professions.
    func isRegistered(inOneOf professions: [String]) -> Bool {
        roles.contains { role in
            role.kind == .registered && (role.profession.map { professions.contains($0) } ?? false)
        }
    }

    /// Whether some role other than a registered one is of an allowed kind and grade; support always may.
    func hasRole(of kinds: [Role.Kind], lowestGrade: Int) -> Bool {
        roles.contains { role in
            role.kind != .registered && (role.kind == .support || kinds.contains(role.kind))
                && role.grade >= lowestGrade
        }
    }
}
