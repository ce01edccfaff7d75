// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a person may do of one activity on one day.
public struct Standing: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// A standing of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Able to do it by the registered route.
    public static let registered = Standing(rawValue: 1)
    /// Able to do it by the support route.
    public static let support = Standing(rawValue: 2)
    /// Able to do it by the delegated route, which is open that day.
    public static let delegated = Standing(rawValue: 4)
    /// Two-handed: able to be the second of a pair.
    public static let second = Standing(rawValue: 8)
    /// Two-handed: able to give a suitable contact single-handed.
    public static let single = Standing(rawValue: 16)
    /// Able to supervise others doing it by the delegated route.
    public static let supervises = Standing(rawValue: 32)

    /// Whether some route is open: for a two-handed activity, to lead it.
    public var hasRoute: Bool { !isDisjoint(with: [.registered, .support, .delegated]) }

    /// Whether the person can take any part in it.
    public var takesPart: Bool { hasRoute || contains(.second) }

    /// The best route, in the order registered, support, delegated.
    public var bestRoute: ContactRoute? {
        if contains(.registered) { return .registered }
        if contains(.support) { return .support }
        return contains(.delegated) ? .delegated : nil
    }

    /// Whether the best route is the delegated one.
    public var isDelegatedOnly: Bool { isDisjoint(with: [.registered, .support]) && contains(.delegated) }
}

/// A person's roles and sign-offs, ready to be asked what they allow on a day.
struct Person {
    let roles: [Role]
    let isRegistered: Bool
    let professions: Set<String>
    private let signOffs: [String: [Held]]

    /// A level held from a day to a day.
    private struct Held {
        let level: Int
        let from: CalendarDay
        let until: CalendarDay?
    }

    init(_ staff: StaffMember, roles: [String: Role], signOffs: [SignOff], competencies: [String: Competency])
    {
        self.roles = staff.roles.compactMap { roles[$0] }
        isRegistered = self.roles.contains { $0.kind == .registered }
        professions = Set(self.roles.filter { $0.kind == .registered }.compactMap(\.profession))
        var held: [String: [Held]] = [:]
        for signOff in signOffs {
            let validMonths = competencies[signOff.competency]?.validMonths
            let until = signOff.expiresOn ?? validMonths.map { signOff.signedOffOn.adding(months: $0) }
            held[signOff.competency, default: []]
                .append(Held(level: signOff.level, from: signOff.signedOffOn, until: until))
        }
        self.signOffs = held
    }

    func holds(_ needs: [Need], on day: CalendarDay) -> Bool {
        needs.allSatisfy { need in
            signOffs[need.competency, default: []].contains { held in
                held.level >= need.level && held.from <= day && (held.until.map { day <= $0 } ?? true)
            }
        }
    }

    /// What the person may do of the activity on the day.
    func standing(for activity: Activity, on day: CalendarDay) -> Standing {
        var standing: Standing = []
        if let route = activity.registered, !professions.isDisjoint(with: route.professions),
            holds(route.needs, on: day)
        {
            standing.insert(.registered)
            if let delegated = activity.delegated, !professions.isDisjoint(with: delegated.supervisors) {
                standing.insert(.supervises)
            }
        }
        if let route = activity.support, passes(route, of: activity, on: day) { standing.insert(.support) }
        if activity.hands == 1, !isRegistered, let route = activity.delegated, route.isOpen(on: day),
            fits(kinds: route.kinds, lowestGrade: route.lowestGrade), holds(route.needs, on: day)
        {
            standing.insert(.delegated)
        }
        guard activity.hands == 2 else { return standing }
        let leads = standing.hasRoute
        if leads || (activity.second.map { passes($0, of: activity, on: day) } ?? false) {
            standing.insert(.second)
        }
        if leads, let single = activity.singleHanded, holds(single.needs, on: day) {
            standing.insert(.single)
        }
        return standing
    }

    /// Whether one of the roles has the standing for a `support` or `second` block whose needs the person holds.
    private func passes(_ route: SupportRoute, of activity: Activity, on day: CalendarDay) -> Bool {
        let asRegistered = isRegistered && (route.registeredMay || activity.registered != nil)
        return (asRegistered || fits(kinds: route.kinds, lowestGrade: route.lowestGrade))
            && holds(route.needs, on: day)
    }

    private func fits(kinds: [Role.Kind], lowestGrade: Int) -> Bool {
        roles.contains { role in
            role.kind != .registered && (role.kind == .support || kinds.contains(role.kind))
                && role.grade >= lowestGrade
        }
    }
}
