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
    /// The largest pace of the roles.
    let pace: Double
    /// Sign-offs by competency, each with its last day, if it has one.
    private let held: [String: [(level: Int, from: CalendarDay, until: CalendarDay?)]]

    init(member: StaffMember, roles: [Role], signOffs: [SignOff], validity: [String: Int?]) {
        self.member = member
        self.roles = roles
        isRegistered = roles.contains { $0.kind == .registered }
        kind = Role.Kind.allCases.first { kind in roles.contains { $0.kind == kind } } ?? .volunteer
        pace = roles.map(\.pace).max() ?? 0
        var held: [String: [(level: Int, from: CalendarDay, until: CalendarDay?)]] = [:]
        for row in signOffs {
            let months = validity[row.competency] ?? nil
            let until = row.expiresOn ?? months.map { row.signedOffOn.adding(months: $0) }
            held[row.competency, default: []].append((row.level, row.signedOffOn, until))
        }
        self.held = held
    }

    /// Whether one sign-off for each need is of the level, begun and not expired on that day.
    func holds(_ needs: [Need], on day: CalendarDay) -> Bool {
        needs.allSatisfy { need in
            (held[need.competency] ?? []).contains { row in
                row.level >= need.level && row.from <= day && (row.until.map { day <= $0 } ?? true)
            }
        }
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
