// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Somebody is on the roster or not, or on other terms.
public enum PersonChange: Sendable, Hashable, Codable {
    /// So many more people like one of the roster: of the same roles, employer, base, terms, sign-offs and
    /// rota, and well where that one is away. They are called by the prefix and a number.
    case like(staff: String, add: Int, prefix: String)
    /// Somebody goes, with all that is said of them.
    case remove(staff: String)
    /// Somebody's hours or pay are others; nil: as they were.
    case terms(
        staff: String, contractHours: Double? = nil, maximumHours: Double? = nil, hourlyCost: Double? = nil)
    /// Somebody new, who holds some competencies all week and may be asked in some sessions.
    case new(StaffMember, holds: [Need], available: SessionRange)
}

extension PersonChange: ChangeTopic {
    var about: String? {
        switch self {
        case .like(let staff, _, _), .remove(let staff), .terms(let staff, _, _, _): staff
        case .new: nil
        }
    }

    /// The most people added like one.
    private static let most = 10_000

    func apply(to week: inout ChangingWeek) {
        switch self {
        case .like(let staff, let count, let prefix): add(count, like: staff, prefix, &week)
        case .remove(let staff):
            if let s = week.person(staff) { week.removePerson(at: s) }
        case .terms(let staff, let contract, let most, let cost):
            let areRight = [
                week.isRight(contract, 0...168, "contract_hours of \(staff)"),
                week.isRight(most, 0...168, "max_hours of \(staff)"),
                week.isRight(cost, 0...1_000_000, "hourly_cost of \(staff)"),
            ]
            guard let s = week.person(staff), !areRight.contains(false) else { return }
            if let contract { week.parts.staff[s].contractHours = contract }
            if let most { week.parts.staff[s].maximumHours = most }
            if let cost { week.parts.staff[s].hourlyCost = cost }
        case .new(let person, let needs, let sessions): add(person, needs, sessions, &week)
        }
    }

    private func add(_ count: Int, like staff: String, _ prefix: String, _ week: inout ChangingWeek) {
        let isRight = week.isRight(Double(count), 0...Double(Self.most), "add of people like \(staff)")
        guard let s = week.person(staff), isRight else { return }
        let (model, rota) = (week.parts.staff[s], week.parts.rota[s])
        let rows = Set(week.parts.staff.filter { $0.human == model.human }.map(\.id))
        let signOffs = week.parts.signOffs.filter { rows.contains($0.staff) }
        var number = 0
        for _ in 0..<count {
            repeat { number += 1 } while week.hasPerson("\(prefix)-\(number)")
            var person = model
            person.id = "\(prefix)-\(number)"
            person.name = person.id
            person.workedDaysBefore = 0
            person.lastSessionBefore = nil
            person.person = nil
            week.add(
                person,
                rota: rota.map { mark in
                    switch mark.duty {
                    case .leave, .sick, .training: RotaMark(.rostered)
                    case .rostered, .available, .callable, .off: mark
                    }
                })
            week.parts.signOffs += signOffs.map { row in
                var row = row
                row.staff = person.id
                return row
            }
        }
    }

    private func add(
        _ person: StaffMember, _ needs: [Need], _ sessions: SessionRange, _ week: inout ChangingWeek
    ) {
        if week.hasPerson(person.id) { return week.refuse(.taken(.person, person.id)) }
        let isKnown = [
            week.knows(.role, person.roles, week.parts.framework.roles.map(\.id)),
            week.knows(.competency, needs.map(\.competency), week.parts.framework.competencies.map(\.id)),
            person.homeTeam.map { week.team($0) != nil } ?? true,
        ]
        guard let range = week.sessions(sessions), !isKnown.contains(false) else { return }
        week.add(
            person, rota: week.base.sessions.indices.map { RotaMark(range.contains($0) ? .available : .off) })
        week.parts.signOffs += needs.map {
            SignOff(
                staff: person.id, competency: $0.competency, level: $0.level, signedOffOn: week.base.start,
                expiresOn: week.lastDay)
        }
    }

    func words(_ names: Naming) -> String {
        switch self {
        case .like(let staff, let count, _):
            return "\(Show.count(count)) more like \(names.person(staff))"
        case .remove(let staff): return "\(names.person(staff)) leaving"
        case .terms(let staff, let contract, let most, let cost):
            let terms = [
                contract.map { "\(Show.hours($0)) contract hours" },
                most.map { "at most \(Show.hours($0)) hours" }, cost.map { "\(Show.pounds($0)) an hour" },
            ].compactMap(\.self)
            return "\(Naming.list(terms)) for \(names.person(staff))"
        case .new(let person, let needs, _):
            let role = Naming.list(person.roles.map(names.role)).lowercasedFirst
            let signedOff = needs.isEmpty ? "" : ", signed off in \(names.needs(needs))"
            let rate = person.hourlyCost > 0 ? ", at \(Show.pounds(person.hourlyCost)) an hour" : ""
            return "one more \(role) from the \(person.employment.rawValue)\(signedOff)\(rate)"
        }
    }
}
