// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A plan under search: who is where and does what, with all that is left, and the price kept up step by step.
///
/// Every change is one of four steps that can be taken back: a cell deployed or cleared, contacts by one worker,
/// contacts by a pair, minutes of supervision. Between moves the state is feasible in every rule; the journal takes
/// a move back that is not wanted.
struct SearchState: Sendable {
    let tables: SearchTables
    var instance: Instance { tables.model.instance }

    // Only the steps below and the exchange between sides change these.

    /// The option of each cell; −1: not deployed.
    var option: [Int32]
    /// Contacts of each contact column.
    var count: [Int32]
    /// Minutes left of each deployed cell.
    var left: [Double]
    /// Minutes of each supervision column.
    var supervision: [Double]
    /// Minutes of supervision each cell may still give under the policy's limit.
    var supervisionLeft: [Double]
    /// Minutes of supervision each key has beyond what its contacts need, its delegated contacts, and how many who may
    /// supervise them are there.
    var surplus: [Double]
    var given: [Int32]
    var supervisorsThere: [Int32]
    /// Contacts of each line not met, those that may still be given single-handed, those given double-handed.
    var unmet: [Int32]
    var singleLeft: [Int32]
    var double: [Int32]
    /// Pairs of each slot.
    var pairs: [[SlotPair]]
    /// Delegated contacts of each cell that count for a span; people who give some, and span offered, by group and
    /// session.
    var delegated: [Int32]
    var delegating: [Int32]
    var span: [Double]
    /// Registered people by group and session; heads who count towards each minimum.
    var registeredThere: [Int32]
    var heads: [Int32]
    /// Contacts given that count for each of the contacts in force.
    var kept: [Int32]
    /// `A` minutes by person and week, those over among them; `A` sessions by person and day, pounds of bank and agency
    /// in sessions still to come.
    var booked: [Double]
    var bookedSessions: [Int32]
    /// `A` sessions by human and day, where some people are one human.
    var humanSessions: [Int32]
    /// Pounds of requests not granted, by human who asks for something.
    var refusedPounds: [Double]
    var spentOnBank = 0.0
    var spentOnAgency = 0.0
    /// Pounds of bank and agency that may be spent: the caps, or a side's share of what is left of them.
    var bankLimit: Double
    var agencyLimit: Double
    /// Pounds of the plan.
    var price: Double

    private var journal: [Step] = []

    /// A pair of contact columns of a slot, and how many contacts they give together.
    struct SlotPair: Sendable {
        let one: Int32
        let other: Int32
        var count: Int32
    }

    /// What changed, so that it can be taken back.
    private enum Step: Sendable {
        case deploy(Int32)
        case clear(Int32, option: Int32)
        case give(Int32, Int32)
        case pair(Int32, Int32, Int32)
        case supervise(Int32, Double)
    }

    /// The empty plan: nobody deployed, everything unmet. Not feasible while people on duty are told nowhere to go.
    init(_ tables: SearchTables) {
        self.tables = tables
        let instance = tables.model.instance
        let groups = instance.groups.count * instance.sessionCount
        option = [Int32](repeating: -1, count: instance.eligibleTeams.count)
        count = [Int32](repeating: 0, count: tables.contacts.column.count)
        left = [Double](repeating: 0, count: option.count)
        supervision = [Double](repeating: 0, count: tables.keys.ofSupervision.count)
        supervisionLeft = option.map { _ in instance.week.policy.supervisionMinutesPerSession }
        surplus = [Double](repeating: 0, count: tables.keys.minutes.count)
        given = surplus.map { _ in 0 }
        supervisorsThere = given
        unmet = instance.lines.map { Int32($0.contacts) }
        singleLeft = tables.lines.singleHanded
        double = unmet.map { _ in 0 }
        pairs = Array(repeating: [], count: tables.contacts.partsOfSlot.count)
        delegated = option.map { _ in 0 }
        delegating = [Int32](repeating: 0, count: groups)
        span = [Double](repeating: 0, count: groups)
        registeredThere = delegating
        heads = tables.heads.past
        kept = tables.inForce.past
        booked = tables.pastMinutes
        bookedSessions = [Int32](repeating: 0, count: instance.staffCount * instance.dayCount)
        humanSessions = tables.areShared ? bookedSessions : []
        refusedPounds = tables.requests.entriesOfPerson.map { _ in 0 }
        price = tables.priceOfNothing
        (bankLimit, agencyLimit) = (tables.bankCap, tables.agencyCap)
        countRequests()
    }

    // MARK: Places

    func person(_ cell: Int) -> Int { Int(tables.cells.person[cell]) }
    func session(_ cell: Int) -> Int { Int(tables.cells.session[cell]) }
    func isRegistered(_ cell: Int) -> Bool { tables.cells.isRegistered[cell] }

    /// The group and session of an option.
    func groupPlace(_ option: Int) -> Int { Int(tables.options.groupPlace[option]) }

    /// The team and session of an option.
    func teamPlace(_ option: Int) -> Int { Int(tables.options.teamPlace[option]) }

    /// Leaves to another state what is left of a line.
    mutating func leave(line i: Int) {
        unmet[i] = 0
        singleLeft[i] = 0
    }

    // MARK: Journal

    /// Forgets what could be taken back: the moves so far are kept.
    mutating func keep() { journal.removeAll(keepingCapacity: true) }

    /// Whether there is anything to take back.
    var hasChanged: Bool { !journal.isEmpty }

    /// Takes back every step since the last `keep`, latest first.
    mutating func takeBack() {
        while let step = journal.popLast() {
            switch step {
            case .deploy(let option): applyClear(Int(tables.options.cell[Int(option)]))
            case .clear(_, let option): applyDeploy(Int(option))
            case .give(let contact, let number): applyGive(Int(contact), -number)
            case .pair(let one, let other, let number): applyPair(one, other, -number)
            case .supervise(let column, let minutes): applySupervise(Int(column), -minutes)
            }
        }
    }

    /// Deploys a cell; it must not be deployed.
    mutating func deploy(_ option: Int) {
        journal.append(.deploy(Int32(option)))
        applyDeploy(option)
    }

    /// Takes a cell off its team; it must have no contacts and no supervision left.
    mutating func clear(_ cell: Int) {
        journal.append(.clear(Int32(cell), option: option[cell]))
        applyClear(cell)
    }

    /// Gives contacts by one worker (takes them away where negative).
    mutating func give(_ contact: Int, _ number: Int32) {
        journal.append(.give(Int32(contact), number))
        applyGive(contact, number)
    }

    /// Gives contacts by two workers, whose parts these are.
    mutating func pair(_ one: Int32, _ other: Int32, _ number: Int32) {
        journal.append(.pair(one, other, number))
        applyPair(one, other, number)
    }

    /// Gives minutes of supervision.
    mutating func supervise(_ column: Int, _ minutes: Double) {
        journal.append(.supervise(Int32(column), minutes))
        applySupervise(column, minutes)
    }

    // MARK: Steps

    private mutating func applyDeploy(_ new: Int) {
        let cell = Int(tables.options.cell[new])
        price += deploymentPrice(new)
        option[cell] = Int32(new)
        left[cell] = tables.cells.capacity[cell]
        changeDeployment(cell, new, by: 1)
    }

    private mutating func applyClear(_ cell: Int) {
        let old = Int(option[cell])
        option[cell] = -1
        left[cell] = 0
        changeDeployment(cell, old, by: -1)
        price -= deploymentPrice(old)
    }

    private mutating func changeDeployment(_ cell: Int, _ option: Int, by one: Int32) {
        countRequests(cell)
        for index in Int(tables.heads.start[option])..<Int(tables.heads.start[option + 1]) {
            heads[Int(tables.heads.minimums[index])] += one
        }
        if tables.cells.isRegistered[cell] {
            let place = groupPlace(option)
            span[place] += Double(one) * tables.options.span[option]
            registeredThere[place] += one
            for index in Int(tables.options.keyStart[option])..<Int(tables.options.keyStart[option + 1]) {
                supervisorsThere[Int(tables.options.keys[index])] += one
            }
        }
        guard tables.cells.isAvailable[cell] else { return }
        booked[Int(tables.cells.personWeek[cell])] += Double(one) * tables.cells.minutes[cell]
        bookedSessions[Int(tables.cells.personDay[cell])] += one
        if tables.areShared { humanSessions[Int(tables.cells.humanDay[cell])] += one }
        let pay = tables.cells.bookingPay[cell]
        if pay != 0 {
            switch tables.cells.employment[cell] {
            case .bank: spentOnBank += Double(one) * pay
            case .agency: spentOnAgency += Double(one) * pay
            case .substantive, .student, .volunteer: break
            }
        }
    }

    private mutating func applyGive(_ contact: Int, _ number: Int32) {
        let column = tables.contacts.column[contact]
        let i = Int(column.line)
        let cell = Int(tables.contacts.cell[contact])
        count[contact] += number
        left[cell] -= Double(number) * Double(column.minutes)
        unmet[i] -= number
        price += Double(number) * (tables.contacts.price[contact] - tables.lines.unmetPrice[i])
        if tables.inForce.isAny { price += keepContacts(contact, number) }
        if column.kind == .singleHandedContacts { singleLeft[i] -= number }
        guard column.kind == .delegatedContacts else { return }
        let key = Int(tables.keys.ofContact[contact])
        guard key >= 0 else { return }
        given[key] += number
        surplus[key] -= Double(number) * tables.keys.minutes[key]
        guard tables.contacts.isUnderSpan[contact] else { return }
        let before = delegated[cell]
        delegated[cell] += number
        if (before > 0) != (delegated[cell] > 0), option[cell] >= 0 {
            delegating[groupPlace(Int(option[cell]))] += number > 0 ? 1 : -1
        }
    }

    private mutating func applyPair(_ one: Int32, _ other: Int32, _ number: Int32) {
        let i = Int(tables.contacts.column[Int(one)].line)
        applyPart(Int(one), number)
        applyPart(Int(other), number)
        let needed = tables.lines.doubleHandedNeeded[i]
        let avoided = max(0, double[i] - needed)
        unmet[i] -= number
        double[i] += number
        price += tables.lines.avoidablePrice[i] * Double(max(0, double[i] - needed) - avoided)
        price -= Double(number) * tables.lines.unmetPrice[i]
        let slot = Int(tables.contacts.slot[Int(one)])
        if let known = pairs[slot].firstIndex(where: { $0.one == one && $0.other == other }) {
            pairs[slot][known].count += number
            if pairs[slot][known].count == 0 { pairs[slot].remove(at: known) }
        } else {
            pairs[slot].append(SlotPair(one: one, other: other, count: number))
        }
    }

    private mutating func applyPart(_ part: Int, _ number: Int32) {
        count[part] += number
        left[Int(tables.contacts.cell[part])] -= Double(number) * Double(tables.contacts.column[part].minutes)
        price += Double(number) * tables.contacts.price[part]
        if tables.inForce.isAny { price += keepContacts(part, number) }
    }

    private mutating func applySupervise(_ column: Int, _ minutes: Double) {
        let cell = Int(tables.supervision.cell[column])
        supervision[column] += minutes
        left[cell] -= minutes
        supervisionLeft[cell] -= minutes
        let key = Int(tables.keys.ofSupervision[column])
        if key >= 0 { surplus[key] += minutes }
    }
}
