// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// People whose roles or employment do not go together: learners and volunteers who hold a worker's role as well, or
/// who work in one without pay.
///
/// The best role decides what they may do and at what pace; the employment alone decides pay and whether they count
/// as a head.
enum MixedRoles {
    /// Warns once a combination of roles and employment, at the first person.
    static func tell(of placed: PlacedWeek, _ diagnostics: Diagnostics) {
        var groups: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for (index, person) in placed.week.staff.enumerated()
        where isOdd(person, placed.qualifications[index].roles) {
            let key = person.roles + [person.employment.rawValue]
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        for key in order {
            guard let people = groups[key], let first = people.first else { continue }
            let person = placed.week.staff[first]
            let pace = person.pace ?? placed.qualifications[first].roles.pace
            let pay =
                person.employment.countsAsHead
                ? "paid and counted as a head as \(person.employment.rawValue)"
                : "not paid and no head, as \(person.employment.rawValue)"
            let field = placed.staff.field("role", first)
            field.warning(
                "role \(field.shown) with employment \(person.employment.rawValue): '\(person.id)' works at pace "
                    + "\(Findings.plain(pace)) by the best of the roles, and is \(pay)"
                    + Findings.others(people.dropFirst().map(placed.staff.line)),
                expected: "one role, of the kind that the employment is for", diagnostics)
        }
    }

    private static func isOdd(_ person: StaffMember, _ roles: [Role]) -> Bool {
        let isLearner = { (role: Role) in role.kind == .student || role.kind == .volunteer }
        guard let first = roles.first else { return false }
        if roles.contains(where: { isLearner($0) != isLearner(first) }) { return true }
        return !person.employment.countsAsHead && !isLearner(first)
    }
}
