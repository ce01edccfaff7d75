// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

extension Week {
    /// Somebody who is not on the roster: a role by which an activity may be given, with what it asks for.
    struct AnotherPerson {
        let role: Role
        let needs: [Need]
        /// Pounds an hour of that role on the bank, the dearest on the roster, so that nobody is promised too
        /// cheap; nil where nobody of that role is on the bank: then nothing is known of what they cost.
        let hourlyCost: Double?
    }

    /// Who could give a line's contacts if they were there: a support worker, or where none may, a registered
    /// person. Of several roles one that the bank has; of those the one that asks for least. Nil where the
    /// framework has no role for either route.
    func anotherPerson(for line: DemandLine) -> AnotherPerson? {
        guard let activity = framework.activities.first(where: { $0.id == line.activity }) else { return nil }
        let support = activity.support.map { route in
            another(
                framework.roles.filter { $0.kind == .support && $0.grade >= route.lowestGrade }
                    .sorted { $0.grade < $1.grade }, route.needs)
        }
        let registered = activity.registered.map { route in
            another(
                framework.roles.filter {
                    $0.kind == .registered && $0.profession.map(route.professions.contains) == true
                }, route.needs)
        }
        return (support ?? nil) ?? (registered ?? nil)
    }

    private func another(_ roles: [Role], _ needs: [Need]) -> AnotherPerson? {
        let people = roles.map { AnotherPerson(role: $0, needs: needs, hourlyCost: bankRate(of: $0)) }
        return people.first { $0.hourlyCost != nil } ?? people.first
    }

    /// The dearest hour of a role on the bank; nil where nobody of that role is on it, or costs anything
    /// there.
    private func bankRate(of role: Role) -> Double? {
        staff.filter { $0.employment == .bank && $0.roles.contains(role.id) && $0.hourlyCost > 0 }
            .map(\.hourlyCost).max()
    }

    /// One more person on the bank: based where a line's team is, of its organisation, and available in every
    /// session of its window. Without a rate they cost nothing, and no price of a week with them may be told.
    func adding(_ person: AnotherPerson, for line: DemandLine, team: Team) -> Change {
        // No identifier begins with a semicolon, so that nobody else is called so.
        let member = StaffMember(
            id: ";another", name: "one more \(person.role.name)", roles: [person.role.id],
            employer: team.organisation, baseLocality: team.locality, employment: .bank,
            hourlyCost: person.hourlyCost ?? 0)
        let window = line.windowLeft(from: openSessions.lowerBound)
        return .person(
            .new(
                member, holds: person.needs,
                available: SessionRange(
                    from: sessions[window.lowerBound].id, until: sessions[window.upperBound].id)))
    }
}
