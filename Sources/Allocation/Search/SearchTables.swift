// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes while a search runs, in flat arrays: who may go where, who may do what there, at what price.
///
/// An *option* is a team that a cell may be deployed to; a *key* is a group, session and activity that supervision
/// is given for; a *slot* is a line in a session of its window.
final class SearchTables: Sendable {
    let model: WeeklyModel
    let cells: CellTables
    let lines: LineTables
    /// Pounds of the plan in which nobody is deployed and nothing is met.
    let priceOfNothing: Double
    /// The limits on working time.
    let work: WorkTables
    /// How the week may be divided between two threads.
    let decomposition: Decomposition

    // MARK: Options

    /// The options of a cell; `optionStart[cell]..<optionStart[cell + 1]`.
    let optionStart: [Int]
    let optionCell: [Int32]
    let optionTeam: [Int32]
    /// The team and session of each option (`team * sessionCount + session`), and its group and session likewise.
    let optionTeamPlace: [Int32]
    let optionGroupPlace: [Int32]
    /// People whose delegated work the option's team lets the person oversee; 0 where they supervise none of it.
    let optionSpan: [Double]
    /// The keys for which an option's person is a supervisor who is there;
    /// `optionKeys[optionKeyStart[option]..<optionKeyStart[option + 1]]`.
    let optionKeyStart: [Int32]
    let optionKeys: [Int32]
    /// The contacts of an option, as indices of the model's contact columns.
    let optionContacts: [Range<Int>]
    /// Pounds of an option whatever else is planned: booking pay of bank and agency, away, disruption.
    let optionPrice: [Double]

    // MARK: Teams

    let minimumStaff: [Int32]
    let minimumRegistered: [Int32]
    /// Whether rule 7 holds, by group and session.
    let hasSpan: [Bool]
    let unsafePrice: Double
    let teamChangePrice: Double
    let bankCap: Double
    let agencyCap: Double

    // MARK: Contacts

    let contacts: [ContactColumn]
    /// Minutes of each contact column in `unit`s.
    let contactUnits: [Int32]
    /// The group and session of each contact column.
    let contactGroupPlace: [Int32]
    /// The cell of each contact column.
    let contactCell: [Int32]
    /// Pounds a contact: a registered person on delegable work.
    let contactPrice: [Double]
    /// The slot of each contact column.
    let contactSlot: [Int32]
    /// The key of each delegated contact column; −1 for others, and where nobody of the week has to supervise.
    let contactKey: [Int32]
    /// Whether a column's contacts count for a span.
    let contactIsUnderSpan: [Bool]
    /// Whether the person of a double-handed part can lead.
    let contactLeads: [Bool]
    /// The double-handed parts of each slot.
    let partsOfSlot: [[Int32]]
    let slotStart: [Int]

    // MARK: Supervision

    /// Minutes of supervision a contact of each key; may be 0.
    let keyMinutes: [Double]
    let sessionOfKey: [Int32]
    /// The supervision columns of each key.
    let supervisorsOfKey: [[Int32]]
    /// The delegated contact columns of each key.
    let delegatedOfKey: [[Int32]]
    /// The key of each supervision column; −1 where nobody can do such work.
    let supervisionKey: [Int32]
    let supervisionCell: [Int32]
    /// The group and session of each supervision column; −1 where it is of the group of all teams.
    let supervisionGroupPlace: [Int32]
    /// Cells that may do delegated work in a group and session with a span.
    let delegatingCells: [[Int32]]
    /// Cells of people to be accompanied that may be deployed in a group and session.
    let accompaniedCells: [[Int32]]

    // MARK: Units

    /// The greatest whole number of minutes that every contact is a multiple of.
    let unit: Int
    /// Rostered sessions a day (`person * dayCount + day`).
    let dayRostered: [Int]
    let pay: [SubstantivePay]
    let dayCount: Int
    let weekCount: Int
    /// Sessions a bank or agency worker works on a day of a booking, at least.
    let bookingMinimum: Int

    init(_ model: WeeklyModel) {
        self.model = model
        let instance = model.instance
        let layout = model.layout
        priceOfNothing = model.program.objective(of: Completion(model: model).ofNothing)
        contacts = layout.contacts
        let sessions = instance.sessionCount

        var optionStart = [0]
        var optionCell: [Int32] = []
        var optionTeam: [Int32] = []
        var optionContacts: [Range<Int>] = []
        var optionPrice: [Double] = []
        for cell in instance.eligibleTeams.indices {
            var next = layout.contactsOfCell[cell].lowerBound
            for (position, k) in instance.eligibleTeams[cell].enumerated() {
                let first = next
                while next < layout.contactsOfCell[cell].upperBound, Int(layout.contacts[next].team) == k {
                    next += 1
                }
                optionCell.append(Int32(cell))
                optionTeam.append(Int32(k))
                optionContacts.append(first..<next)
                // Away, disruption and booking pay are what the model puts on the deployment column.
                optionPrice.append(model.program.cost[layout.firstDeployment[cell] + position])
            }
            optionStart.append(optionCell.count)
        }
        (self.optionStart, self.optionCell, self.optionTeam) = (optionStart, optionCell, optionTeam)
        (self.optionContacts, self.optionPrice) = (optionContacts, optionPrice)
        dayCount = instance.dayCount
        weekCount = instance.calendar.daysOfWeek.count
        bookingMinimum = instance.week.policy.bookingMinimumSessions
        cells = CellTables(instance)
        decomposition = Decomposition(instance)
        lines = LineTables(instance)
        work = WorkTables(instance)
        let policy = instance.week.policy
        let teams = instance.week.teams
        optionTeamPlace = optionTeam.indices.map {
            optionTeam[$0] * Int32(sessions) + optionCell[$0] % Int32(sessions)
        }
        optionGroupPlace = optionTeam.indices.map {
            Int32(instance.groupOfTeam[Int(optionTeam[$0])] * sessions + Int(optionCell[$0]) % sessions)
        }
        optionSpan = optionTeam.indices.map { option in
            let (k, cell) = (Int(optionTeam[option]), Int(optionCell[option]))
            let widens = instance.widensSpan(
                person: cell / sessions, group: instance.groupOfTeam[k], session: cell % sessions)
            return widens ? teams[k].span ?? 0 : 0
        }
        minimumStaff = teams.map { Int32($0.minimumStaff) }
        minimumRegistered = teams.map { Int32($0.minimumRegistered) }
        hasSpan = instance.groupHasSpan.flatMap { has in (0..<sessions).map { _ in has } }
        (unsafePrice, teamChangePrice) = (policy.unsafeStaffing, policy.teamChange)
        (bankCap, agencyCap) = (policy.bankCap ?? .infinity, policy.agencyCap ?? .infinity)
        contactGroupPlace = contacts.map {
            Int32(instance.groupOfTeam[Int($0.team)] * sessions + Int($0.session))
        }
        supervisionGroupPlace = layout.supervision.map {
            Int($0.group) == instance.everywhere ? -1 : Int32(Int($0.group) * sessions + Int($0.session))
        }
        contactIsUnderSpan = contacts.map {
            $0.kind == .delegatedContacts && instance.isUnderSpan(line: Int($0.line))
        }

        contactCell = contacts.map { Int32(Int($0.person) * sessions + Int($0.session)) }
        contactPrice = contacts.map { model.program.cost[Int($0.column)] }
        var slotStart = [0]
        for line in instance.lines { slotStart.append((slotStart.last ?? 0) + line.window.count) }
        self.slotStart = slotStart
        contactSlot = contacts.map { contact in
            let i = Int(contact.line)
            return Int32(slotStart[i] + Int(contact.session) - instance.lines[i].window.lowerBound)
        }
        var parts = [[Int32]](repeating: [], count: slotStart.last ?? 0)
        for (index, contact) in contacts.enumerated() where contact.kind == .doubleHandedParts {
            parts[Int(contactSlot[index])].append(Int32(index))
        }
        partsOfSlot = parts
        contactLeads = contacts.map { contact in
            contact.kind == .doubleHandedParts
                && instance.standing(
                    person: Int(contact.person), day: instance.calendar.dayOfSession[Int(contact.session)],
                    activity: instance.lines[Int(contact.line)].activity, team: Int(contact.team)
                ).hasRoute
        }

        let keys = SupervisionKeys(model)
        contactKey = keys.ofContact
        keyMinutes = keys.minutes
        sessionOfKey = keys.sessions
        supervisorsOfKey = keys.supervisors
        delegatedOfKey = keys.delegated
        supervisionKey = keys.ofSupervision
        (optionKeyStart, optionKeys) = keys.ofOptions(cells: optionCell, teams: optionTeam, instance)
        supervisionCell = layout.supervision.map { Int32(Int($0.person) * sessions + Int($0.session)) }
        var delegating = [[Int32]](repeating: [], count: instance.groups.count * sessions)
        for delegates in layout.delegates {
            delegating[Int(delegates.group) * sessions + Int(delegates.session)]
                .append(Int32(Int(delegates.person) * sessions + Int(delegates.session)))
        }
        delegatingCells = delegating
        var accompanied = [[Int32]](repeating: [], count: instance.groups.count * sessions)
        for (option, cell) in optionCell.enumerated() where instance.isAccompanied[Int(cell) / sessions] {
            let place = Int(optionGroupPlace[option])
            if accompanied[place].last != cell { accompanied[place].append(cell) }
        }
        accompaniedCells = accompanied

        let unit = max(1, contacts.reduce(0) { Self.commonDivisor($0, Int($1.minutes)) })
        self.unit = unit
        contactUnits = contacts.map { $0.minutes / Int32(unit) }
        let weeks = instance.calendar.daysOfWeek.indices
        dayRostered = (0..<instance.staffCount).flatMap { s in
            instance.calendar.sessionsOfDay.map { day in
                day.count { instance.duty[s * sessions + $0] == .rostered }
            }
        }
        pay = (0..<instance.staffCount).flatMap { s in
            weeks.map { SubstantivePay(instance, person: s, week: $0) }
        }
    }

    private static func commonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
