// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What of rule 10 a week reaches, and a best plan of it.
public enum FrozenReach: String, Sendable, CaseIterable {
    case deployment = "somebody was somewhere"
    case contacts = "contacts were given"
    case pair = "a pair gave contacts"
    case delegated = "delegated contacts were given"
    case supervision = "supervision was given"
    case booking = "somebody was booked"
    case absent = "somebody deployed is absent by now"
    case absentPartner = "one of a pair is absent by now"
    case moreThanWanted = "more was given than is wanted"
    case partlyMet = "a line is partly met before"
    case over = "a line goes unmet that is over"
    case sameDay = "a day is partly over for somebody"
    case overCap = "more is spent than the cap"
    case afterBooking = "somebody booked before is booked again"
    case shortBefore = "heads were short before"
    case twoPlaces = "one human was in two places"

    /// What a week and a best plan of it reach.
    public static func of(_ week: Week, _ plan: Plan) -> Set<FrozenReach> {
        let world = OracleWorld(week: week)
        let over = world.over
        var found: Set<FrozenReach> = []
        let index = WeekIndex(week)
        let before = plan.deployments.filter { $0.session < over }
        if !before.isEmpty { found.insert(.deployment) }
        for row in plan.contacts where row.session < over {
            found.insert(.contacts)
            if row.route == .doubleHanded { found.insert(.pair) }
            if row.route == .delegated { found.insert(.delegated) }
        }
        if plan.supervision.contains(where: { $0.session < over }) { found.insert(.supervision) }
        let isAbsent = { (id: String, session: Int) in
            index.person(id).map { ![.rostered, .available].contains(week.rota[$0][session].duty) } ?? false
        }
        for row in week.current ?? [] where row.session < over && isAbsent(row.staff, row.session) {
            found.insert(.absent)
        }
        for row in week.currentContacts ?? [] where row.session < over {
            guard let partner = row.partner else { continue }
            if isAbsent(row.staff, row.session) != isAbsent(partner, row.session) {
                found.insert(.absentPartner)
            }
        }
        for line in week.demand {
            let given = plan.contacts.filter { $0.line == line.id && $0.session < over }
                .map(\.contacts).reduce(0, +)
            if given > line.contacts { found.insert(.moreThanWanted) }
            if given > 0, given < line.contacts { found.insert(.partlyMet) }
        }
        if plan.unmet.contains(where: { $0.reason == .over }) { found.insert(.over) }
        var spent: [Employment: Double] = [:]
        for row in before {
            guard let person = index.person(row.staff), week.rota[person][row.session].duty == .available
            else { continue }
            found.insert(.booking)
            spent[week.staff[person].employment, default: 0] += world.fee(person, row.session)
            let later = plan.deployments.filter { $0.staff == row.staff && $0.session >= over }
            if later.contains(where: { week.rota[person][$0.session].duty == .available }) {
                found.insert(.afterBooking)
            }
        }
        for (employment, pounds) in spent {
            if let cap = week.policy.cap(on: employment), pounds > cap { found.insert(.overCap) }
        }
        for row in before {
            let day = week.sessions[row.session].dayIndex
            let isLater = plan.deployments.contains {
                $0.staff == row.staff && $0.session >= over && week.sessions[$0.session].dayIndex == day
            }
            if isLater { found.insert(.sameDay) }
        }
        let humans = index.humans
        let places = before.compactMap { row in
            index.person(row.staff).map { "\(humans.ofRow[$0]) \(row.session)" }
        }
        if Set(places).count < places.count { found.insert(.twoPlaces) }
        for session in 0..<over {
            let teams = week.staff.indices.map { world.pastTeam($0, session) }
            if UnsafeStaffingTerm.pounds(world, session: session, teams: teams) > 0 {
                found.insert(.shortBefore)
            }
        }
        return found
    }
}
