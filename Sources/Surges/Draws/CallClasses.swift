// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// People who are interchangeable, session by session, and how many of each kind the draws call.
///
/// Of such people the first on the roster is taken to be called first, the second where two are called, and so on: the
/// k-th is needed in the draws that call at least k.
struct CallClasses: Sendable {
    /// A place in a class: the k-th of it, and how often the draws call so many.
    struct Place: Sendable {
        let unit: CallUnit
        /// Its class.
        let kind: Int
        /// The share of draws that call at least so many, if calls on the day cost no more than now.
        let needed: Double
        /// The share that do so at their price.
        let neededLate: Double
    }

    /// The members of each class, in the order in which they are counted.
    private(set) var members: [[CallUnit]] = []
    /// The places that some draw calls for, class by class.
    private(set) var places: [Place] = []

    /// - Parameters:
    ///   - times: How often each of the plans was drawn.
    ///   - callable: Who may be called, and to which teams.
    init(_ drawn: [DrawnPlan], times: [Int], _ callable: [Shift: [Int]], in instance: Instance) {
        let called = drawn.map { CallUnit.units($0.called.keys, in: instance) }
        let late = drawn.map { CallUnit.units($0.calledLate, in: instance) }
        let people = Set(callable.keys.map(\.person)).sorted()
        let sessions = Set((called + late).flatMap { $0.map(\.sessions) })
            .sorted { $0.lexicographicallyPrecedes($1) }
        let number = Double(max(1, times.reduce(0, +)))
        for some in sessions {
            var kinds: [CallKind] = []
            var byKind: [CallKind: [CallUnit]] = [:]
            for unit in people.map({ CallUnit(person: $0, sessions: some) })
            where unit.shifts.allSatisfy({ callable[$0] != nil }) {
                let kind = CallKind(unit, callable, in: instance)
                if byKind[kind] == nil { kinds.append(kind) }
                byKind[kind, default: []].append(unit)
            }
            for kind in kinds {
                let units = byKind[kind] ?? []
                func counts(_ calls: [[CallUnit]]) -> [Int] {
                    calls.map { called in units.count { unit in called.contains(where: unit.isPart) } }
                }
                let (any, onTheDay) = (counts(called), counts(late))
                func share(_ counts: [Int], _ least: Int) -> Double {
                    Double(zip(counts, times).reduce(0) { $0 + ($1.0 >= least ? $1.1 : 0) }) / number
                }
                let most = max(any.max() ?? 0, onTheDay.max() ?? 0)
                places += units.prefix(most).enumerated().map { place, unit in
                    Place(
                        unit: unit, kind: members.count, needed: share(any, place + 1),
                        neededLate: share(onTheDay, place + 1))
                }
                members.append(units)
            }
        }
    }

    /// A plan in which, of interchangeable people, those who are counted first are the ones called.
    func inOrder(_ rows: PlanRows, called: Set<Shift>, in week: Week) -> PlanRows {
        var rows = rows
        for units in members where units.count > 1 {
            let isCalled = units.map { $0.shifts.allSatisfy(called.contains) }
            let number = isCalled.count { $0 }
            let idle = units.indices.filter { $0 < number && !isCalled[$0] }
            let later = units.indices.filter { $0 >= number && isCalled[$0] }
            for (one, other) in zip(idle, later) {
                rows = rows.exchanging(
                    week.staff[units[one].person].id, week.staff[units[other].person].id,
                    in: units[one].sessions)
            }
        }
        return rows
    }
}

extension CallUnit {
    /// Whether somebody's sessions are among those of a call to them.
    fileprivate func isPart(of call: CallUnit) -> Bool {
        person == call.person && sessions.allSatisfy(call.sessions.contains)
    }
}

extension PlanRows {
    /// The rows in which two people have changed places in some sessions.
    func exchanging(_ one: String, _ other: String, in sessions: [Int]) -> PlanRows {
        func name(_ id: String, _ session: Int) -> String {
            guard sessions.contains(session) else { return id }
            return id == one ? other : id == other ? one : id
        }
        return PlanRows(
            deployments: deployments.map { row in
                Deployment(
                    staff: name(row.staff, row.session), session: row.session, team: row.team,
                    booking: row.booking, minutes: row.minutes, contactMinutes: row.contactMinutes)
            },
            contacts: contacts.map { row in
                ContactRow(
                    line: row.line, activity: row.activity, team: row.team, session: row.session,
                    staff: name(row.staff, row.session), partner: row.partner.map { name($0, row.session) },
                    route: row.route, contacts: row.contacts, minutes: row.minutes,
                    supervisor: row.supervisor.map { name($0, row.session) })
            },
            supervision: supervision.map { row in
                SupervisionRow(
                    supervisor: name(row.supervisor, row.session), session: row.session, group: row.group,
                    activity: row.activity, minutes: row.minutes)
            })
    }
}
