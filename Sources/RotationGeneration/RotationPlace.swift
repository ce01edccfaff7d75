// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// The invented place in which people rotate: who employs them, where things are, and which words there are for it.
struct RotationPlace {
    static let trust = "larch-trust"
    static let provider = "linden-community"
    static let council = "rowan-council"
    static let localities = ["north", "south", "quay", "hill"]
    static let acute = "acute"
    static let community = "community"

    let framework: Framework
    let periods: Int
    let starts = CalendarDay(year: 2027, month: 1, day: 4) ?? CalendarDay(number: 0)

    /// The first day of a period, from 1.
    func first(_ period: Int) -> CalendarDay { starts.adding(months: period - 1) }

    /// Roles with their professions that rotate: therapists, or where the framework has none, its first two registered roles.
    var roles: [(id: String, profession: String)] {
        let registered = framework.roles.compactMap { role in
            role.kind == .registered ? role.profession.map { (id: role.id, profession: $0) } : nil
        }
        let therapists = registered.filter {
            ["physiotherapist", "occupational-therapist"].contains($0.id)
        }
        return therapists.isEmpty ? Array(registered.prefix(2)) : therapists
    }

    /// The need at a level, where the framework has it.
    func need(_ competency: String, _ level: Int) -> Need? {
        framework.competencies.contains { $0.id == competency } && level <= framework.levels
            ? Need(competency, level) : nil
    }

    /// Four months acute and eight community, entered anywhere; half and half in either order; a fixed year.
    var templates: [Template] {
        [
            Template(
                id: "four-eight",
                stages: [Template.Stage(Self.acute, 4), Template.Stage(Self.community, 8)], order: .cyclic),
            Template(
                id: "six-six", stages: [Template.Stage(Self.acute, 6), Template.Stage(Self.community, 6)],
                order: .any),
        ]
    }

    /// The trust's and the provider's people work for each other; the council's for the provider alone, and not for all
    /// of the programme.
    var agreements: [Agreement] {
        let roles = roles.map(\.id)
        return [
            Agreement(employer: Self.trust, organisation: Self.provider, roles: roles),
            Agreement(employer: Self.provider, organisation: Self.trust, roles: roles),
            Agreement(
                employer: Self.council, organisation: Self.provider, roles: roles,
                until: first(max(2, periods * 3 / 4 + 1)).adding(days: -1)),
            Agreement(
                employer: Self.council, organisation: Self.trust, roles: roles, from: first(periods / 3 + 1)),
        ]
    }

    /// Nobody gets from the quay to the hill within the limit.
    var travel: [TravelTime] {
        [
            TravelTime(from: "north", to: "south", minutes: 25),
            TravelTime(from: "north", to: "quay", minutes: 15),
            TravelTime(from: "north", to: "hill", minutes: 40),
            TravelTime(from: "south", to: "quay", minutes: 35),
            TravelTime(from: "south", to: "hill", minutes: 20),
            TravelTime(from: "quay", to: "hill", minutes: 75),
        ]
    }
}
