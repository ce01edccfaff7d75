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
    let instance: Instance

    /// The option of each cell; −1: not deployed.
    private(set) var option: [Int32]
    /// Contacts of each contact column.
    private(set) var count: [Int32]
    /// Minutes left of each deployed cell.
    private(set) var left: [Double]
    /// Minutes of each supervision column.
    private(set) var supervision: [Double]
    /// Minutes of supervision each cell may still give under the policy's limit.
    private(set) var supervisionLeft: [Double]
    /// Minutes of supervision each key has beyond what its contacts need.
    private(set) var surplus: [Double]
    /// Contacts of each line not met, given single-handed, given double-handed.
    private(set) var unmet: [Int32]
    private(set) var single: [Int32]
    private(set) var double: [Int32]
    /// Pairs of each slot.
    private(set) var pairs: [[SlotPair]]
    /// Delegated contacts of each cell; people delegating, and span offered, by group and session.
    private(set) var delegated: [Int32]
    private(set) var delegating: [Int32]
    private(set) var span: [Double]
    /// Heads and registered heads by team and session.
    private(set) var heads: [Int32]
    private(set) var registeredHeads: [Int32]
    /// `A` minutes by person and week, `A` sessions by person and day, pounds of bank and agency.
    private(set) var booked: [Double]
    private(set) var bookedSessions: [Int32]
    private(set) var spentOnBank = 0.0
    private(set) var spentOnAgency = 0.0
    /// Pounds of the plan.
    private(set) var price: Double

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
        self.instance = instance
        let places = instance.teamCount * instance.sessionCount
        let groups = instance.groups.count * instance.sessionCount
        option = [Int32](repeating: -1, count: instance.eligibleTeams.count)
        count = [Int32](repeating: 0, count: tables.contacts.count)
        left = [Double](repeating: 0, count: option.count)
        supervision = [Double](repeating: 0, count: tables.supervisionKey.count)
        supervisionLeft = option.map { _ in instance.week.policy.supervisionMinutesPerSession }
        surplus = [Double](repeating: 0, count: tables.keyMinutes.count)
        unmet = instance.lines.map { Int32($0.contacts) }
        single = unmet.map { _ in 0 }
        double = unmet.map { _ in 0 }
        pairs = Array(repeating: [], count: tables.partsOfSlot.count)
        delegated = option.map { _ in 0 }
        delegating = [Int32](repeating: 0, count: groups)
        span = [Double](repeating: 0, count: groups)
        heads = [Int32](repeating: 0, count: places)
        registeredHeads = heads
        booked = [Double](repeating: 0, count: tables.pay.count)
        bookedSessions = [Int32](repeating: 0, count: instance.staffCount * instance.dayCount)
        var price = tables.model.program.cost[tables.model.layout.one]
        for line in instance.lines { price += line.unmetPrice * Double(line.contacts) }
        for (k, team) in instance.week.teams.enumerated() {
            for t in 0..<instance.sessionCount {
                let place = k * instance.sessionCount + t
                if tables.model.layout.shortStaff[place] != nil {
                    price += instance.week.policy.unsafeStaffing * Double(team.minimumStaff)
                }
                if tables.model.layout.shortRegistered[place] != nil {
                    price += instance.week.policy.unsafeStaffing * Double(team.minimumRegistered)
                }
            }
        }
        self.price = price
    }

    // MARK: Places

    func person(_ cell: Int) -> Int { cell / instance.sessionCount }
    func session(_ cell: Int) -> Int { cell % instance.sessionCount }
    func day(_ cell: Int) -> Int { instance.calendar.dayOfSession[session(cell)] }

    /// The group and session of an option.
    func groupPlace(_ option: Int) -> Int {
        instance.groupOfTeam[Int(tables.optionTeam[option])] * instance.sessionCount
            + session(Int(tables.optionCell[option]))
    }

    /// The team and session of an option.
    func teamPlace(_ option: Int) -> Int {
        Int(tables.optionTeam[option]) * instance.sessionCount + session(Int(tables.optionCell[option]))
    }

    func isRegistered(_ cell: Int) -> Bool { instance.isRegistered[person(cell)] }

    // MARK: Journal

    /// Forgets what could be taken back: the moves so far are kept.
    mutating func keep() { journal.removeAll(keepingCapacity: true) }

    /// Takes back every step since the last `keep`, latest first.
    mutating func takeBack() {
        while let step = journal.popLast() {
            switch step {
            case .deploy(let option): applyClear(Int(tables.optionCell[Int(option)]))
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
        let cell = Int(tables.optionCell[new])
        price += deploymentPrice(new)
        option[cell] = Int32(new)
        left[cell] = instance.capacity[cell]
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
        let s = person(cell)
        if instance.isHead[s] {
            heads[teamPlace(option)] += one
            if instance.isRegistered[s] { registeredHeads[teamPlace(option)] += one }
        }
        if instance.isRegistered[s] {
            let offered = instance.week.teams[Int(tables.optionTeam[option])].span ?? 0
            span[groupPlace(option)] += Double(one) * offered
        }
        guard instance.duty[cell] == .available else { return }
        let week = s * instance.calendar.daysOfWeek.count + instance.calendar.weekOfDay[day(cell)]
        booked[week] += Double(one) * Double(instance.calendar.sessions[session(cell)].minutes)
        bookedSessions[s * instance.dayCount + day(cell)] += one
        if instance.bookingPay[cell] != 0 {
            let pay = Double(one) * instance.bookingPay[cell]
            if instance.week.staff[s].employment == .bank { spentOnBank += pay } else { spentOnAgency += pay }
        }
    }

    private mutating func applyGive(_ contact: Int, _ number: Int32) {
        let column = tables.contacts[contact]
        let i = Int(column.line)
        let cell = Int(tables.contactCell[contact])
        count[contact] += number
        left[cell] -= Double(number) * Double(column.minutes)
        unmet[i] -= number
        price += Double(number) * (tables.contactPrice[contact] - instance.lines[i].unmetPrice)
        if column.kind == .singleHandedContacts { single[i] += number }
        guard column.kind == .delegatedContacts else { return }
        let before = delegated[cell]
        delegated[cell] += number
        if (before > 0) != (delegated[cell] > 0), option[cell] >= 0 {
            delegating[groupPlace(Int(option[cell]))] += number > 0 ? 1 : -1
        }
        let key = Int(tables.contactKey[contact])
        if key >= 0 { surplus[key] -= Double(number) * tables.keyMinutes[key] }
    }

    private mutating func applyPair(_ one: Int32, _ other: Int32, _ number: Int32) {
        let i = Int(tables.contacts[Int(one)].line)
        for part in [one, other] {
            let column = tables.contacts[Int(part)]
            count[Int(part)] += number
            left[Int(tables.contactCell[Int(part)])] -= Double(number) * Double(column.minutes)
            price += Double(number) * tables.contactPrice[Int(part)]
        }
        let line = instance.lines[i]
        price -= line.avoidablePrice * Double(max(0, Int(double[i]) - line.doubleHandedNeeded))
        unmet[i] -= number
        double[i] += number
        price += line.avoidablePrice * Double(max(0, Int(double[i]) - line.doubleHandedNeeded))
        price -= Double(number) * line.unmetPrice
        let slot = Int(tables.contactSlot[Int(one)])
        if let known = pairs[slot].firstIndex(where: { $0.one == one && $0.other == other }) {
            pairs[slot][known].count += number
            if pairs[slot][known].count == 0 { pairs[slot].remove(at: known) }
        } else {
            pairs[slot].append(SlotPair(one: one, other: other, count: number))
        }
    }

    private mutating func applySupervise(_ column: Int, _ minutes: Double) {
        let cell = Int(tables.supervisionCell[column])
        supervision[column] += minutes
        left[cell] -= minutes
        supervisionLeft[cell] -= minutes
        let key = Int(tables.supervisionKey[column])
        if key >= 0 { surplus[key] += minutes }
    }

    // MARK: Price of a deployment

    /// Pounds that deploying a cell (not deployed now) adds: pay, away, team change, disruption, fewer short heads.
    func deploymentPrice(_ new: Int) -> Double {
        let cell = Int(tables.optionCell[new])
        let s = person(cell)
        var pounds = tables.optionPrice[new]
        if instance.duty[cell] == .available {
            let week = s * instance.calendar.daysOfWeek.count + instance.calendar.weekOfDay[day(cell)]
            let pay = tables.pay[week]
            if pay.isPriced {
                let minutes = Double(instance.calendar.sessions[session(cell)].minutes)
                pounds += pay.cost(booked[week] + minutes) - pay.cost(booked[week])
            }
        }
        pounds += instance.week.policy.teamChange * Double(teamChanges(cell, adding: tables.optionTeam[new]))
        if instance.isHead[s] {
            let place = teamPlace(new)
            let team = instance.week.teams[Int(tables.optionTeam[new])]
            if Int(heads[place]) < team.minimumStaff { pounds -= instance.week.policy.unsafeStaffing }
            if instance.isRegistered[s], Int(registeredHeads[place]) < team.minimumRegistered {
                pounds -= instance.week.policy.unsafeStaffing
            }
        }
        return pounds
    }

    /// 1 where the team is new to a day on which the person is in another, else 0.
    private func teamChanges(_ cell: Int, adding team: Int32) -> Int {
        let first = person(cell) * instance.sessionCount
        var isElsewhere = false
        for t in instance.calendar.sessionsOfDay[day(cell)] where first + t != cell && option[first + t] >= 0
        {
            if tables.optionTeam[Int(option[first + t])] == team { return 0 }
            isElsewhere = true
        }
        return isElsewhere ? 1 : 0
    }
}
