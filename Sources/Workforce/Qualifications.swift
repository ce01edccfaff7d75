// SPDX-License-Identifier: GPL-3.0-or-later

/// A person's roles and sign-offs, ready to be asked what they allow on a day.
///
/// This is where the standing of the model is worked out: what a person may do of an activity, by which route.
public struct Qualifications: Sendable {
    /// The roles held that the framework knows, in the order of the roster.
    public let roles: [Role]
    /// Whether one of the roles is registered.
    public let isRegistered: Bool
    /// The kind of the role the person works by: of several the highest of registered, support, student, volunteer.
    public let kind: Role.Kind
    /// The professions of the registered roles.
    public let professions: Set<String>
    /// Sign-offs by competency, the earliest first, of one day the last row alone: the one that counts on a day is
    /// the last that is not dated later.
    private let signOffs: [String: [HeldSignOff]]

    /// What that person holds; sign-offs of other people must not be among `signOffs`.
    public init(
        _ staff: StaffMember, roles: [String: Role], signOffs: [SignOff], competencies: [String: Competency]
    ) {
        self.roles = staff.roles.compactMap { roles[$0] }
        let kinds = Set(self.roles.map(\.kind))
        isRegistered = kinds.contains(.registered)
        kind = [.registered, .support, .student].first { kinds.contains($0) } ?? .volunteer
        professions = Set(self.roles.filter { $0.kind == .registered }.compactMap(\.profession))
        var held: [String: [HeldSignOff]] = [:]
        for signOff in signOffs {
            let validMonths = competencies[signOff.competency]?.validMonths
            held[signOff.competency, default: []].append(HeldSignOff(signOff, validMonths: validMonths))
        }
        self.signOffs = held.mapValues(Self.ordered)
    }

    /// What each of those people holds, in their order: the sign-offs of all rows of a human count together.
    public static func of(
        _ staff: [StaffMember], signOffs: [SignOff], framework: Framework
    ) -> [Qualifications] {
        let roles = Dictionary(framework.roles.map { ($0.id, $0) }) { first, _ in first }
        let competencies = Dictionary(framework.competencies.map { ($0.id, $0) }) { first, _ in first }
        let humans = staff.humansById
        let byHuman = Dictionary(grouping: signOffs) { humans[$0.staff] ?? $0.staff }
        return staff.map {
            Qualifications(
                $0, roles: roles, signOffs: byHuman[$0.human, default: []], competencies: competencies)
        }
    }

    /// Whether all the needs are held on that day.
    public func holds(_ needs: [Need], on day: CalendarDay) -> Bool {
        needs.allSatisfy { holds($0, from: day, to: day) }
    }

    /// Whether the need is held on some day from the first to the last.
    public func holds(_ need: Need, from first: CalendarDay, to last: CalendarDay) -> Bool {
        guard let rows = signOffs[need.competency] else { return false }
        return rows.indices.contains { place in
            let row = rows[place]
            // It counts from its day until the next one is dated.
            let isBegun = row.from <= last
            let isReplaced = place + 1 < rows.count && rows[place + 1].from <= max(first, row.from)
            return row.level >= need.level && isBegun && !isReplaced && row.holds(on: max(first, row.from))
        }
    }

    /// The sign-off of a competency that counts on a day: of those not dated later, the last, though it reaches a
    /// lower level than one before it or has ended; nil where there is none.
    public func signOff(in competency: String, on day: CalendarDay) -> HeldSignOff? {
        signOffs[competency]?.last { $0.from <= day }
    }

    /// The sign-off by which the need is held on that day; nil where it is not held.
    public func evidence(of need: Need, on day: CalendarDay) -> HeldSignOff? {
        signOff(in: need.competency, on: day).flatMap { row in
            row.level >= need.level && row.holds(on: day) ? row : nil
        }
    }

    private static func ordered(_ rows: [HeldSignOff]) -> [HeldSignOff] {
        guard rows.count > 1 else { return rows }
        let order = rows.indices.sorted { (rows[$0].from, $0) < (rows[$1].from, $1) }
        return order.enumerated().compactMap { place, index in
            let isReplaced = place + 1 < order.count && rows[order[place + 1]].from == rows[index].from
            return isReplaced ? nil : rows[index]
        }
    }

    /// What the person may do of the activity on the day.
    ///
    /// - Parameter routes: Which of its routes are open to the person on that day in the team asked about: see
    ///   `DelegationDecisions`. With all of them, the standing says what they would be fit for.
    public func standing(for activity: Activity, on day: CalendarDay, open routes: OpenRoutes) -> Standing {
        var standing: Standing = []
        if let route = activity.registered, !professions.isDisjoint(with: route.professions),
            holds(route.needs, on: day)
        {
            standing.insert(.registered)
            if let delegated = activity.delegated, !professions.isDisjoint(with: delegated.supervisors),
                holds(delegated.supervisorNeeds, on: day)
            {
                standing.insert(.supervises)
            }
        }
        if let route = activity.support, passes(route, of: activity, on: day) { standing.insert(.support) }
        if activity.hands == 1, let route = activity.delegated,
            isOfDelegate(route), holds(route.needs, on: day)
        {
            standing.insert(.delegated)
        }
        guard activity.hands == 2 else { return standing.keeping(routes) }
        let leads = standing.hasRoute
        if leads || (activity.second.map { passes($0, of: activity, on: day) } ?? false) {
            standing.insert(.second)
        }
        if leads, let single = activity.singleHanded, holds(single.needs, on: day) {
            standing.insert(.single)
        }
        return standing.keeping(routes)
    }

    /// Whether one of the roles is one that work may be delegated to by that route; sign-offs and the approval
    /// are not looked at.
    public func isOfDelegate(_ route: DelegatedRoute) -> Bool {
        !isRegistered && fits(kinds: route.kinds, lowestGrade: route.lowestGrade)
    }

    /// Whether one of the roles has the standing for a `support` or `second` block whose needs the person holds.
    private func passes(_ route: SupportRoute, of activity: Activity, on day: CalendarDay) -> Bool {
        isOfWorker(route, of: activity) && holds(route.needs, on: day)
    }

    /// Whether one of the roles has the standing for a `support` or `second` block; sign-offs are not looked at.
    public func isOfWorker(_ route: SupportRoute, of activity: Activity) -> Bool {
        let asRegistered = isRegistered && (route.registeredMay || activity.registered != nil)
        return asRegistered || fits(kinds: route.kinds, lowestGrade: route.lowestGrade)
    }

    private func fits(kinds: [Role.Kind], lowestGrade: Int) -> Bool {
        roles.contains { role in
            role.kind != .registered && (role.kind == .support || kinds.contains(role.kind))
                && role.grade >= lowestGrade
        }
    }
}

/// A level of a competency, held from a day to a day.
public struct HeldSignOff: Sendable, Equatable {
    /// The competency's identifier.
    public let competency: String
    /// The level reached.
    public let level: Int
    /// The first day on which it holds.
    public let from: CalendarDay
    /// The last day on which it holds: as the sign-off says, else by the competency's validity; nil: no end.
    public let until: CalendarDay?

    /// What a sign-off holds, of a competency that stays valid for so many calendar months; nil: for ever.
    public init(_ signOff: SignOff, validMonths: Int?) {
        competency = signOff.competency
        level = signOff.level
        from = signOff.signedOffOn
        until = signOff.expiresOn ?? validMonths.map { signOff.signedOffOn.adding(months: $0) }
    }

    /// Whether it holds on that day.
    public func holds(on day: CalendarDay) -> Bool { from <= day && (until.map { day <= $0 } ?? true) }
}
