// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// The kinds of posts that could be filled, as the first week's roster has them.
///
/// Posts are kinds of today's substantive people. Of a role that only bank has, the bank's employer is taken. Agency,
/// students and volunteers are no posts.
struct PostKinds {
    let kinds: [PostKind]
    /// Roles of kinds that the pay table has no row for, in order of the roster.
    let unpaid: [String]
    /// Roles of kinds of whose people somebody's hour has no price, without a pay table, in order of the roster.
    let unpriced: [String]

    private struct Key: Hashable {
        let roles: [String]
        let employer: String
    }

    init(_ weeks: [Week], pay: PayTable?) {
        guard let first = weeks.first else {
            (kinds, unpaid, unpriced) = ([], [], [])
            return
        }
        let reaches = weeks.map { Reach($0) }
        let people = Qualifications.of(first.staff, signOffs: first.signOffs, framework: first.framework)
        var order: [Key] = []
        var members: [Key: [Int]] = [:]
        func add(_ employment: Employment, where isWanted: ([String]) -> Bool) {
            for (s, staff) in first.staff.enumerated()
            where staff.employment == employment && isWanted(staff.roles)
                && (people[s].kind == .registered || people[s].kind == .support)
            {
                let key = Key(roles: staff.roles, employer: staff.employer)
                if members[key] == nil { order.append(key) }
                members[key, default: []].append(s)
            }
        }
        add(.substantive) { _ in true }
        let known = Set(order.map(\.roles))
        add(.bank) { !known.contains($0) }

        var kinds: [PostKind] = []
        var unpaid: [String] = []
        var unpriced: [String] = []
        for key in order {
            let rows = members[key] ?? []
            if pay == nil, rows.contains(where: { first.staff[$0].hourlyCost <= 0 }) {
                for role in key.roles where !unpriced.contains(role) { unpriced.append(role) }
            }
            let usual = Self.usual(rows.map { people[$0] }, first)
            let alike = first.staff.indices.filter { first.staff[$0].roles == key.roles }
            let possible = first.framework.competencies.map(\.id).filter { competency in
                alike.contains { people[$0].holds([Need(competency, 1)], on: first.start) }
            }
            let cost = Cost(key.roles, rows.map { first.staff[$0] }, pay, first.policy)
            if let cost {
                let places = Self.places(rows.map { first.staff[$0] }, weeks, reaches)
                for localities in places {
                    let here = rows.filter { localities.contains(first.staff[$0].baseLocality) }
                    kinds.append(
                        Self.kind(
                            key, localities, here.map { (first.staff[$0], people[$0]) }, first, cost,
                            usual, possible, isEverywhere: places.count == 1))
                }
            } else {
                for role in key.roles where !unpaid.contains(role) { unpaid.append(role) }
            }
        }
        (self.kinds, self.unpaid, self.unpriced) = (kinds, unpaid, unpriced)
    }

    private static func kind(
        _ key: Key, _ localities: [String], _ here: [(staff: StaffMember, holds: Qualifications)],
        _ week: Week, _ cost: Cost, _ usual: [Need], _ possible: [String], isEverywhere: Bool
    ) -> PostKind {
        let own = here.filter { $0.staff.employment == .substantive }
        let names = key.roles.map { role in week.framework.roles.first { $0.id == role }?.name ?? role }
        let full = week.policy.fullTimeHours
        func wte(_ people: [(staff: StaffMember, holds: Qualifications)]) -> Double {
            full > 0 ? people.reduce(0) { $0 + $1.staff.contractHours } / full : 0
        }
        let holders = possible.flatMap { competency in
            (1...max(1, week.framework.levels)).compactMap { level -> PostKind.Holders? in
                let need = Need(competency, level)
                let these = own.filter { $0.holds.holds([need], on: week.start) }
                return these.isEmpty
                    ? nil : PostKind.Holders(need: need, people: these.count, wte: wte(these))
            }
        }
        return PostKind(
            id: key.roles.joined(separator: ";") + " " + key.employer
                + (isEverywhere ? "" : " " + localities.joined(separator: ";")),
            role: names.joined(separator: ", "), roles: key.roles, employer: key.employer,
            localities: localities, band: cost.band, yearly: cost.yearly, yearlyCharged: cost.charged,
            hourly: cost.hourly, enhancementFactor: cost.more,
            today: wte(own), people: own.count, usual: usual, possible: possible, holders: holders)
    }

    /// Localities from which the same teams may be worked for in every week, together; in order of the roster.
    private static func places(_ people: [StaffMember], _ weeks: [Week], _ reaches: [Reach]) -> [[String]] {
        var groups: [(reached: [[Bool]], localities: [String])] = []
        for staff in people where !groups.contains(where: { $0.localities.contains(staff.baseLocality) }) {
            let reached = zip(weeks, reaches).map { week, reach in
                week.teams.map { team in
                    reach.isWithinTravel(staff, to: team)
                        && (0..<week.days).contains {
                            reach.worksFor(team.organisation, staff, on: week.start.adding(days: $0))
                        }
                }
            }
            if let place = groups.firstIndex(where: { $0.reached == reached }) {
                groups[place].localities.append(staff.baseLocality)
            } else {
                groups.append((reached, [staff.baseLocality]))
            }
        }
        return groups.map(\.localities)
    }

    /// What at least half of the people hold on the week's first day, each at the highest such level.
    private static func usual(_ people: [Qualifications], _ week: Week) -> [Need] {
        week.framework.competencies.compactMap { competency in
            (1...max(1, week.framework.levels)).reversed().lazy.map { Need(competency.id, $0) }.first {
                need in 2 * people.count { $0.holds([need], on: week.start) } >= people.count
            }
        }
    }

    /// What a full-time post costs.
    private struct Cost {
        let band: String?
        let yearly: Double
        let charged: Double
        let hourly: Double
        let more: Double

        /// Nil where the pay table has no row for it.
        init?(_ roles: [String], _ people: [StaffMember], _ pay: PayTable?, _ policy: Policy) {
            guard let pay else {
                // What the roster says of an hour has on-costs in it already.
                let hours = people.reduce(0) { $0 + max(0.01, $1.contractHours) }
                let pounds = people.reduce(0) { $0 + $1.hourlyCost * max(0.01, $1.contractHours) }
                (band, hourly, more) = (nil, hours > 0 ? pounds / hours : 0, 1)
                yearly = hourly * policy.fullTimeHours * PayTable.weeksAYear
                charged = yearly
                return
            }
            guard let point = pay.point(ofRoles: roles) else { return nil }
            band = "\(point.band) \(point.point)"
            (yearly, charged) = (point.yearly(.full), point.yearly(.charged))
            hourly = point.hourly(fullTimeHours: policy.fullTimeHours)
            more = point.more(.full)
        }
    }
}
