// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Contacts of one line that one person, or a pair, gives in a session.
struct OracleContact {
    let line: Int
    let staff: Int
    let partner: Int?
    let route: ContactRoute
    var count = 0
}

/// All the ways, by what they achieve, in which people at given teams can spend one session.
///
/// What is achieved is packed into a number, two fields of four bits a line: contacts by one pair of hands
/// (one-handed or single-handed), and double-handed ones. Of the ways that achieve the same, the cheapest stays.
struct SessionChoices {
    /// The cheapest price and contacts of every achievement.
    private(set) var ways: [UInt64: (price: Double, contacts: [OracleContact])] = [:]
    /// The most contacts of each line that any way gives.
    private(set) var most: [Int]

    private let world: OracleWorld
    private let session: Int
    private let teams: [Int?]
    private var slots: [OracleContact] = []
    /// Pounds of each contact of a slot.
    private var pounds: [Double] = []
    private var left: [Double]
    private var open: [Int]
    private var alone: [Int]

    init(_ world: OracleWorld, session: Int, teams: [Int?]) {
        self.world = world
        self.session = session
        self.teams = teams
        left = teams.indices.map { teams[$0] == nil ? 0 : world.capacity($0, session) }
        open = world.week.demand.map(\.contacts)
        alone = world.week.demand.map { world.suitable($0) }
        most = open.map { _ in 0 }
        guard session >= world.over else {
            spendAsBefore()
            return
        }
        for (index, line) in world.week.demand.enumerated() where line.window.contains(session) {
            slots += Self.slots(world, session, teams, index, line)
        }
        pounds = slots.map { slot in PriceTerms.Term.total { $0.pounds(world, each: slot) } }
        fill(0)
    }

    /// Adds what was achieved before; both keep to the contacts wanted as the sum is checked by the caller.
    static func count(_ achieved: UInt64, line: Int, doubleHanded: Bool) -> Int {
        Int((achieved >> UInt64(8 * line + (doubleHanded ? 4 : 0))) & 15)
    }

    private static func slots(
        _ world: OracleWorld, _ session: Int, _ teams: [Int?], _ index: Int, _ line: DemandLine
    ) -> [OracleContact] {
        let week = world.week
        let (activity, day) = (world.activity(line), week.sessions[session].day)
        let group = week.teams[world.team(line)].supervisionGroup
        let hasCompany =
            world.lifted.contains(.company)
            || teams.indices.contains { one in
                world.isRegistered(week.staff[one])
                    && teams[one].map { week.teams[$0].supervisionGroup == group } == true
            }
        let there = teams.indices.filter {
            teams[$0] == world.team(line) && (hasCompany || !world.isAccompanied(week.staff[$0]))
        }
        var slots: [OracleContact] = []
        for one in there {
            let person = week.staff[one]
            guard activity.hands == 2 else {
                if let route = world.route(person, activity, day, in: world.team(line)) {
                    slots.append(OracleContact(line: index, staff: one, partner: nil, route: route))
                }
                continue
            }
            if world.canDoAlone(person, activity, day, in: world.team(line)) {
                slots.append(OracleContact(line: index, staff: one, partner: nil, route: .singleHanded))
            }
            for other in there where one < other {
                let pair = [one, other].filter {
                    world.canLead(week.staff[$0], activity, day, in: world.team(line))
                }
                guard let lead = pair.first,
                    world.lifted.contains(.pairsInCompany)
                        || ![one, other].allSatisfy({ world.isAccompanied(week.staff[$0]) })
                else { continue }
                let second = lead == one ? other : one
                if world.canSecond(week.staff[second], activity, day, in: world.team(line)) {
                    slots.append(
                        OracleContact(line: index, staff: lead, partner: second, route: .doubleHanded))
                }
            }
        }
        return slots
    }

    /// The one way in which a session that is over was spent.
    private mutating func spendAsBefore() {
        slots = world.pastContacts(session)
        pounds = slots.map { slot in PriceTerms.Term.total { $0.pounds(world, each: slot) } }
        var (achieved, price) = (UInt64(0), 0.0)
        for (slot, contact) in slots.enumerated() {
            let shift = 8 * contact.line + (contact.route == .doubleHanded ? 4 : 0)
            achieved += UInt64(contact.count) << UInt64(shift)
            price += pounds[slot] * Double(contact.count)
            most[contact.line] += contact.count
        }
        if world.week.currentContacts != nil {
            let given = slots
            price += PriceTerms.Term.total { $0.pounds(world, session: session, given: given) }
        }
        ways = [achieved: (price, slots)]
    }

    private mutating func fill(_ position: Int) {
        guard position < slots.count else { return keep() }
        let slot = slots[position]
        let line = world.week.demand[slot.line]
        let minutes = world.minutes(line, alone: slot.route == .singleHanded)
        let workers = [slot.staff] + (slot.partner.map { [$0] } ?? [])
        let before = (left, open, alone)
        var count = 0
        while true {
            slots[position].count = count
            fill(position + 1)
            count += 1
            open[slot.line] -= 1
            if slot.route == .singleHanded { alone[slot.line] -= 1 }
            for worker in workers { left[worker] -= minutes }
            guard open[slot.line] >= 0, alone[slot.line] >= 0, workers.allSatisfy({ left[$0] >= -1e-9 })
            else { break }
        }
        (left, open, alone) = before
        slots[position].count = 0
    }

    private mutating func keep() {
        let given = slots.filter { $0.count > 0 }
        var achieved: UInt64 = 0
        var price = 0.0
        for (slot, contact) in slots.enumerated() where contact.count > 0 {
            let shift = 8 * contact.line + (contact.route == .doubleHanded ? 4 : 0)
            achieved += UInt64(contact.count) << UInt64(shift)
            price += pounds[slot] * Double(contact.count)
        }
        if world.week.currentContacts != nil {
            price += PriceTerms.Term.total { $0.pounds(world, session: session, given: given) }
        }
        if let known = ways[achieved], known.price <= price + 1e-12 { return }
        guard isOverseen(given) else { return }
        ways[achieved] = (price, given)
        for line in most.indices {
            let count =
                Self.count(achieved, line: line, doubleHanded: false)
                + Self.count(achieved, line: line, doubleHanded: true)
            most[line] = max(most[line], count)
        }
    }

    /// Rules 6 and 7.
    private func isOverseen(_ given: [OracleContact]) -> Bool {
        let delegated = given.filter { $0.route == .delegated }
        if delegated.isEmpty { return true }
        return Supervising(world, session: session, teams: teams, given: given).isPossible
    }
}
