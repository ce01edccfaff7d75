// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Who there is of one role, grade, employer or setting, beside the work that the week asks of it.
public struct BaselineFigure: Sendable, Equatable, Encodable {
    /// What people are counted by.
    public enum Grouping: String, Sendable, CaseIterable, Encodable {
        case all, role, grade, employer, setting
    }

    /// What people are counted by.
    public let by: Grouping
    /// The role, grade, employer or setting; `none` of people without a home team or of teams without a setting.
    public let id: String
    /// The name people read.
    public let name: String
    /// People on the roster, each once: by the first role of the kind they count as, and by the home team's setting.
    public let heads: Int
    /// Their contract hours in weeks of full time.
    public let wte: Double
    /// Their contract hours a week.
    public let contractHours: Double
    /// Hours that they are on duty in the horizon.
    public let rosteredHours: Double
    /// Registered people among the heads.
    public let registered: Int
    /// Support workers among the heads; who is registered in another row is none.
    public let support: Int
    /// Whole-time equivalents of registered people for one of support workers; nil where there is none of the latter.
    public let registeredPerSupport: Double?
    /// Hours of work that the week asks for which such a role or grade may take part in, or in the teams that the
    /// employer runs or that are of the setting. Work that several may do counts in each; what is held in reserve does
    /// not.
    public let askedHours: Double

    enum CodingKeys: String, CodingKey {
        case by, id, name, heads, wte
        case contractHours = "contract_hours"
        case rosteredHours = "rostered_hours"
        case registered, support
        case registeredPerSupport = "registered_per_support"
        case askedHours = "asked_hours"
    }
}

/// Counts a week's people.
struct Baseline {
    private let week: Week
    private let index: WeekIndex
    /// The role each person counts by, which has the kind that they count as.
    private let mainRoles: [Role?]

    init(_ week: Week) {
        self.week = week
        let index = WeekIndex(week)
        self.index = index
        mainRoles = week.staff.map { person in
            let roles = person.roles.compactMap { index.role($0).map { week.framework.roles[$0] } }
            return roles.first { $0.kind == .registered } ?? roles.first { $0.kind == .support }
                ?? roles.first
        }
    }

    /// Every group that has people or work: all, then by role, grade, employer and setting.
    var figures: [BaselineFigure] {
        let roles = week.framework.roles
        let all = figure(.all, "all", "Everybody", week.staff.indices.map { $0 }) { _, _ in true }
        let byRole = roles.map { role in
            figure(.role, role.id, role.name, people { $0?.id == role.id }) { activity, _ in
                Self.mayTakePart(role, activity)
            }
        }
        var grades: [(kind: Role.Kind, grade: Int)] = []
        for kind in Role.Kind.allCases {
            let held = Set(roles.filter { $0.kind == kind }.map(\.grade))
            // Registered roles pass any grade, so they have none.
            grades += (kind == .registered ? [0] : held.sorted()).map { (kind, $0) }
        }
        let byGrade = grades.map { kind, grade in
            let isOne = { (role: Role) in role.kind == kind && (kind == .registered || role.grade == grade) }
            return figure(
                .grade, kind == .registered ? "registered" : "\(kind.rawValue)-\(grade)",
                kind == .registered ? "Registered" : "\(Words.kind(kind)), grade \(grade)",
                people { $0.map(isOne) ?? false }
            ) { activity, _ in roles.contains { isOne($0) && Self.mayTakePart($0, activity) } }
        }
        return [all]
            + (byRole + byGrade + byEmployer + bySetting).filter { $0.heads > 0 || $0.askedHours > 0 }
    }

    private var byEmployer: [BaselineFigure] {
        var employers: [String] = []
        for name in week.staff.map(\.employer) + week.teams.map(\.organisation)
        where !employers.contains(name) {
            employers.append(name)
        }
        return employers.map { employer in
            figure(
                .employer, employer, employer,
                week.staff.indices.filter { week.staff[$0].employer == employer }
            ) { $1.organisation == employer }
        }
    }

    private var bySetting: [BaselineFigure] {
        let settings = Team.Setting.allCases.map(Optional.some) + [nil]
        return settings.map { setting in
            let people = week.staff.indices.filter { person in
                let home = week.staff[person].homeTeam.flatMap { index.team($0) }
                return home.flatMap { week.teams[$0].setting } == setting
            }
            return figure(
                .setting, setting?.rawValue ?? "none",
                setting.map { Words.capitalised($0.rawValue) } ?? "None said",
                people
            ) { $1.setting == setting }
        }
    }

    private func people(_ isIn: (Role?) -> Bool) -> [Int] {
        week.staff.indices.filter { isIn(mainRoles[$0]) }
    }

    private func figure(
        _ by: BaselineFigure.Grouping, _ id: String, _ name: String, _ people: [Int],
        _ isAsked: (Activity, Team) -> Bool
    ) -> BaselineFigure {
        func wte(_ people: [Int]) -> Double {
            let full = week.policy.fullTimeHours
            return full > 0 ? people.reduce(0) { $0 + week.staff[$1].contractHours } / full : 0
        }
        let ofKind = { (kind: Role.Kind) in people.filter { mainRoles[$0]?.kind == kind } }
        let support = wte(ofKind(.support))
        let registeredHumans = humans(ofKind(.registered))
        var asked = 0
        for line in week.demand where line.priority.isCare {
            guard let a = index.activity(line.activity), let k = index.team(line.team) else { continue }
            let (activity, team) = (week.framework.activities[a], week.teams[k])
            guard isAsked(activity, team) else { continue }
            asked += line.contacts * activity.hands * activity.workMinutes(in: team)
        }
        let rostered = people.reduce(0) { sum, person in
            week.sessions.indices.reduce(sum) {
                $0
                    + (week.rota[person][$1].duty == .rostered
                        ? week.paidMinutes(person: person, session: $1) : 0)
            }
        }
        return BaselineFigure(
            by: by, id: id, name: name, heads: humans(people).count, wte: wte(people),
            contractHours: people.reduce(0) { $0 + week.staff[$1].contractHours },
            rosteredHours: Double(rostered) / 60, registered: registeredHumans.count,
            support: humans(ofKind(.support)).subtracting(registeredHumans).count,
            registeredPerSupport: support > 0 ? wte(ofKind(.registered)) / support : nil,
            askedHours: Double(asked) / 60)
    }

    /// The people of those rows of the roster, each once.
    private func humans(_ people: [Int]) -> Set<Int> { Set(people.map { index.humans.ofRow[$0] }) }

    /// Whether the standing of a role is enough for some part in an activity, whatever its holder has been signed off in.
    private static func mayTakePart(_ role: Role, _ activity: Activity) -> Bool {
        let delegated = activity.isDelegable ? activity.delegated : nil
        if role.kind == .registered {
            let isNamed =
                role.profession.map { activity.registered?.professions.contains($0) ?? false } ?? false
            let forms = [activity.support, activity.second].compactMap(\.self)
            return isNamed || forms.contains { $0.registeredMay || activity.registered != nil }
        }
        let forms =
            [activity.support, activity.second].compactMap(\.self).map { ($0.lowestGrade, $0.kinds) }
            + (delegated.map { [($0.lowestGrade, $0.kinds)] } ?? [])
        return forms.contains { lowest, kinds in
            role.grade >= lowest && (role.kind == .support || kinds.contains(role.kind))
        }
    }
}
