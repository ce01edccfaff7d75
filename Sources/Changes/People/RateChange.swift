// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// An hour of some people costs so many times what it did. What is nil names everybody.
public struct RateChange: Sendable, Hashable, Codable {
    /// By how much, 1.05 for 5 per cent more.
    public var factor: Double
    /// How they are engaged.
    public var employment: Employment?
    /// One of the roles they hold.
    public var roles: [String]?
    /// Who employs them.
    public var employers: [String]?

    /// A change of rates.
    public init(
        factor: Double, employment: Employment? = nil, roles: [String]? = nil, employers: [String]? = nil
    ) {
        self.factor = factor
        self.employment = employment
        self.roles = roles
        self.employers = employers
    }
}

extension RateChange: ChangeTopic {
    func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.isRight(factor, ChangingWeek.factors, "The factor of a rate"),
            week.knows(.role, roles, week.parts.framework.roles.map(\.id)),
            week.knows(.employer, employers, week.parts.staff.map(\.employer)),
        ]
        guard !areRight.contains(false) else { return }
        for s in week.parts.staff.indices where isMeant(week.parts.staff[s]) {
            let cost = exact(week.parts.staff[s].hourlyCost * factor)
            let what = "hourly_cost of \(week.parts.staff[s].id), times the factor,"
            guard week.isRight(cost, 0...PersonTerms.mostHourlyCost, what) else { return }
            week.parts.staff[s].hourlyCost = cost
        }
    }

    private func isMeant(_ person: StaffMember) -> Bool {
        (employment.map { $0 == person.employment } ?? true) && person.isOne(of: roles, employers)
    }

    func words(_ names: Naming) -> String {
        let who = [
            employment?.rawValue, roles.map { Naming.list($0.map(names.role)) },
            employers.map { "of \(Naming.list($0))" },
        ].compactMap(\.self)
        return "\(Show.decimal(factor, places: 2)) times the hourly cost of "
            + (who.isEmpty ? "everybody" : who.joined(separator: ", "))
    }
}
