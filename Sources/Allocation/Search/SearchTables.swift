// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes while a search runs, in flat arrays: who may go where, who may do what there, at what price.
///
/// An *option* is a team that a cell may be deployed to; a *key* is a group, session and activity that supervision
/// is given for; a *slot* is a line in a session of its window. Each topic has tables of its own.
final class SearchTables: Sendable {
    let model: WeeklyModel
    let cells: CellTables
    let options: OptionTables
    let contacts: ContactTables
    let keys: SupervisionKeys
    let supervision: SupervisionTables
    let lines: LineTables
    let requests: RequestTables
    /// Pounds of the plan in which nobody is deployed and nothing is met.
    let priceOfNothing: Double
    /// The limits on working time.
    let work: WorkTables
    /// How the week may be divided between two threads.
    let decomposition: Decomposition

    // MARK: Teams

    /// The minimums of heads.
    let heads: HeadTables
    /// The contacts in force.
    let inForce: ContactsInForceTables
    /// Whether rule 7 holds, by group and session.
    let hasSpan: [Bool]
    let unsafePrice: Double
    let teamChangePrice: Double
    /// What may still be spent on bank and agency.
    let bankCap: Double
    let agencyCap: Double

    // MARK: People

    /// Rostered sessions a day (`person * dayCount + day`).
    let dayRostered: [Int]
    /// Whether some people are one human.
    let areShared: Bool
    let pay: [SubstantivePay]
    /// `A` minutes worked in sessions that are over, by person and week.
    let pastMinutes: [Double]
    let dayCount: Int
    let weekCount: Int
    /// Sessions a bank or agency worker works on a day of a booking, at least.
    let bookingMinimum: Int

    init(_ model: WeeklyModel) {
        self.model = model
        let instance = model.instance
        priceOfNothing = model.program.objective(of: Completion(model: model).ofNothing)
        let sessions = instance.sessionCount
        dayCount = instance.dayCount
        weekCount = instance.calendar.daysOfWeek.count
        bookingMinimum = instance.week.policy.bookingMinimumSessions
        cells = CellTables(instance)
        decomposition = Decomposition(instance)
        keys = SupervisionKeys(model)
        options = OptionTables(model, keys)
        contacts = ContactTables(model)
        supervision = SupervisionTables(model, options)
        lines = LineTables(instance)
        requests = RequestTables(instance, pastTeam: cells.pastTeam)
        work = WorkTables(instance)
        let policy = instance.week.policy
        heads = HeadTables(instance, options)
        inForce = ContactsInForceTables(model)
        hasSpan = instance.groupHasSpan.flatMap { has in (0..<sessions).map { _ in has } }
        (unsafePrice, teamChangePrice) = (policy.unsafeStaffing, policy.teamChange)
        bankCap = instance.capLeft(on: .bank) ?? .infinity
        agencyCap = instance.capLeft(on: .agency) ?? .infinity
        let weeks = instance.calendar.daysOfWeek.indices
        areShared = instance.index.humans.areShared
        dayRostered = (0..<instance.staffCount).flatMap { s in
            instance.calendar.sessionsOfDay.map { day in
                day.count { instance.duty[s * sessions + $0] == .rostered }
            }
        }
        pay = (0..<instance.staffCount).flatMap { s in
            weeks.map { SubstantivePay(instance, person: s, week: $0) }
        }
        pastMinutes = (0..<instance.staffCount).flatMap { s in
            weeks.map { Double(instance.pastMinutes(person: s, week: $0)) }
        }
    }
}
