// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// Somebody who is not on the roster: a role by which an activity may be given, with what it asks for.
    struct AnotherPerson {
        let role: Role
        let needs: [Need]
        /// Pounds an hour: the dearest of that kind on the roster, so that nobody is promised too cheap.
        let hourlyCost: Double
    }

    /// Who could give a line's contacts if they were there: by the route that asks for least of a role. Nil where the
    /// framework has no role for any route.
    func anotherPerson(for line: DemandLine) -> AnotherPerson? {
        guard let activity = framework.activities.first(where: { $0.id == line.activity }) else { return nil }
        let support = activity.support.flatMap { route in
            framework.roles.filter { $0.kind == .support && $0.grade >= route.lowestGrade }
                .min { $0.grade < $1.grade }.map { ($0, route.needs) }
        }
        let registered = activity.registered.flatMap { route in
            framework.roles.first {
                $0.kind == .registered && $0.profession.map(route.professions.contains) == true
            }
            .map { ($0, route.needs) }
        }
        guard let (role, needs) = support ?? registered else { return nil }
        let kinds = Dictionary(framework.roles.map { ($0.id, $0.kind) }) { first, _ in first }
        let alike = staff.filter { $0.roles.contains { kinds[$0] == role.kind } }
        return AnotherPerson(
            role: role, needs: needs, hourlyCost: alike.map(\.hourlyCost).max() ?? 0)
    }

    /// This week with one more person on the bank, last on the roster: based where a line's team is, of its
    /// organisation, and available in every session of its window.
    func adding(_ person: AnotherPerson, for line: DemandLine, team: Team) -> Week {
        // No identifier begins with a semicolon, so that nobody else is called so.
        let id = ";another"
        return replacing { week in
            week.staff.append(
                StaffMember(
                    id: id, name: "one more \(person.role.name)", roles: [person.role.id],
                    employer: team.organisation, baseLocality: team.locality, employment: .bank,
                    hourlyCost: person.hourlyCost))
            week.signOffs += person.needs.map {
                SignOff(
                    staff: id, competency: $0.competency, level: $0.level, signedOffOn: start,
                    expiresOn: start.adding(days: days))
            }
            week.rota.append(
                sessions.indices.map { RotaMark(line.window.contains($0) ? .available : .off) })
        }
    }
}
