// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Somebody is on the roster or not, or on other terms.
public enum PersonChange: Sendable, Hashable, Codable {
    /// So many more people like one of the roster: of the same roles, employer, base, terms, sign-offs and
    /// rota, and well where that one is away. They are called by the prefix and a number.
    case like(staff: String, add: Int, prefix: String)
    /// Somebody goes, with all that is said of them; where sessions are over, from then on, and what they worked stays.
    case remove(staff: String)
    /// Somebody's hours, pay, roles or pace are others.
    case terms(PersonTerms)
    /// The pace, or the time not for contacts, of many is another.
    case termsOf(GroupTerms)
    /// Somebody new, who holds some competencies all week and may be asked in some sessions.
    case new(StaffMember, holds: [Need], available: SessionRange)
}

/// What somebody works by, in place of what it was; nil: as it was.
public struct PersonTerms: Sendable, Hashable, Codable {
    /// Who.
    public var staff: String
    /// The roles held.
    public var roles: [String]?
    /// Contracted hours a week.
    public var contractHours: Double?
    /// The most hours worked in a calendar week.
    public var maximumHours: Double?
    /// Pounds an hour.
    public var hourlyCost: Double?
    /// The share of a session's time in which work gets done.
    public var pace: Double?
    /// Minutes of each session that are not for contacts.
    public var nonContactMinutes: Double?

    /// Terms.
    public init(
        staff: String, roles: [String]? = nil, contractHours: Double? = nil, maximumHours: Double? = nil,
        hourlyCost: Double? = nil, pace: Double? = nil, nonContactMinutes: Double? = nil
    ) {
        self.staff = staff
        self.roles = roles
        self.contractHours = contractHours
        self.maximumHours = maximumHours
        self.hourlyCost = hourlyCost
        self.pace = pace
        self.nonContactMinutes = nonContactMinutes
    }
}

extension PersonChange: ChangeTopic {
    var about: String? {
        switch self {
        case .like(let staff, _, _), .remove(let staff): staff
        case .terms(let terms): terms.staff
        case .new, .termsOf: nil
        }
    }

    /// The most people added like one.
    private static let most = 10_000

    func apply(to week: inout ChangingWeek) {
        switch self {
        case .like(let staff, let count, let prefix): add(count, like: staff, prefix, &week)
        case .remove(let staff):
            if let s = week.person(staff) { week.removePerson(at: s) }
        case .terms(let terms): terms.apply(to: &week)
        case .termsOf(let terms): terms.apply(to: &week)
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
            repeat { number += 1 } while week.isTaken(person: "\(prefix)-\(number)")
            var person = model
            person.id = "\(prefix)-\(number)"
            person.name = person.id
            person.workedDaysBefore = 0
            person.lastSessionBefore = nil
            person.person = nil
            // What the other one worked before the week, here and elsewhere, is that one's.
            (person.hoursBefore, person.otherHours) = ([], [])
            week.add(
                person,
                rota: rota.map { mark in
                    switch mark.duty {
                    case .leave, .sick, .training: RotaMark(.rostered, minutes: mark.minutes)
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
        case .terms(let terms): return terms.words(names)
        case .termsOf(let terms): return terms.words(names)
        case .new(let person, let needs, _):
            let role = Naming.list(person.roles.map(names.role)).lowercasedFirst
            let signedOff = needs.isEmpty ? "" : ", signed off in \(names.needs(needs))"
            let rate = person.hourlyCost > 0 ? ", at \(Show.pounds(person.hourlyCost)) an hour" : ""
            return "one more \(role) from the \(person.employment.rawValue)\(signedOff)\(rate)"
        }
    }
}

extension PersonTerms {
    /// The most pounds an hour that staff.csv takes.
    static let mostHourlyCost = 1_000_000.0
    /// Paces, and minutes of a session, that staff.csv takes.
    static let paces = 0.0...10
    static let minutes = 0.0...1440

    fileprivate func apply(to week: inout ChangingWeek) {
        let areRight = [
            week.knows(.role, roles, week.parts.framework.roles.map(\.id)),
            week.isRight(contractHours, 0...168, "contract_hours of \(staff)"),
            week.isRight(maximumHours, 0...168, "max_hours of \(staff)"),
            week.isRight(hourlyCost, 0...Self.mostHourlyCost, "hourly_cost of \(staff)"),
            week.isRight(pace, Self.paces, "pace of \(staff)"),
            week.isRight(nonContactMinutes, Self.minutes, "non_contact_minutes of \(staff)"),
        ]
        guard let s = week.person(staff), !areRight.contains(false) else { return }
        if let roles, !roles.isEmpty { week.parts.staff[s].roles = roles }
        if let contractHours { week.parts.staff[s].contractHours = contractHours }
        if let maximumHours { week.parts.staff[s].maximumHours = maximumHours }
        if let hourlyCost { week.parts.staff[s].hourlyCost = hourlyCost }
        if let pace { week.parts.staff[s].pace = pace }
        if let nonContactMinutes { week.parts.staff[s].nonContactMinutes = nonContactMinutes }
    }

    fileprivate func words(_ names: Naming) -> String {
        let terms = [
            roles.map { "the role \(Naming.list($0.map(names.role)))" },
            contractHours.map { "\(Show.hours($0)) contract hours" },
            maximumHours.map { "at most \(Show.hours($0)) hours" },
            hourlyCost.map { "\(Show.pounds($0)) an hour" },
            pace.map { "a pace of \(Show.decimal($0, places: 2))" },
            nonContactMinutes.map { "\(Show.minutes($0)) minutes of a session not for contacts" },
        ].compactMap(\.self)
        return "\(Naming.list(terms)) for \(names.person(staff))"
    }
}
