// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A world of three people for tests of one rule or one price at a time.
///
///     var world = TinyWorld()
///     world.rota["P-1"] = ["R"]
///     world.demand("D-1", "assessment", contacts: 1)
///     let week = world.week
///
/// `P-1` is a physiotherapist (£30 an hour), `P-2` a support worker (£15), both own staff of 37.5 hours whose
/// home is team `A`; `P-3` is a bank support worker (£18). Everybody holds every competency at level 3. Days
/// have an `am` from 8 to 12 and a `pm` from 13 to 17, of which 210 minutes are for contacts. Travel takes no
/// time, nothing is short of heads, and everything else is as a policy has it by default.
public struct TinyWorld: Sendable {
    /// A Monday: 23 November 2026.
    public var start = CalendarDay(number: 9457)
    /// Days in the horizon.
    public var days = 1
    /// The parts of a day.
    public var parts = [
        DayPart(id: "am", starts: 480, ends: 720), DayPart(id: "pm", starts: 780, ends: 1020),
    ]
    /// The default policy.
    public var policy = Policy()
    /// Physiotherapist, support worker (grade 2) and student (grade 1, half pace).
    public var roles = [
        Role(id: "physiotherapist", name: "Physiotherapist", kind: .registered, profession: "physiotherapy"),
        Role(id: "support-worker", name: "Support worker", kind: .support, grade: 2),
        Role(id: "student", name: "Student", kind: .student, grade: 1, pace: 0.5),
    ]
    /// Therapy, care and handling, all without an end.
    public var competencies = ["therapy", "care", "handling"].map { Competency(id: $0, name: $0) }
    /// Assessment, rehabilitation, care and transfer.
    public var activities = [
        TinyWorld.assessment, TinyWorld.rehabilitation, TinyWorld.care, TinyWorld.transfer,
    ]
    /// Team A.
    public var teams = [TinyWorld.team("A")]
    /// The three people.
    public var staff = [
        TinyWorld.person("P-1", "physiotherapist", .substantive, hourlyCost: 30),
        TinyWorld.person("P-2", "support-worker", .substantive, hourlyCost: 15),
        TinyWorld.person("P-3", "support-worker", .bank, hourlyCost: 18),
    ]
    /// Sign-offs; nil: everybody holds everything at level 3.
    public var signOffs: [SignOff]?
    /// Marks of the first sessions, as in the file: `R`, `A@B`, `R/120@A;B`; the rest is blank.
    public var rota: [String: [String]] = [:]
    /// Demand lines.
    public var lines: [DemandLine] = []
    /// Decisions about delegation.
    public var decisions: [DelegationDecision] = []
    /// Agreements.
    public var agreements: [Agreement] = []
    /// Travel times.
    public var travel: [TravelTime]?
    /// Placements.
    public var placements: [Placement] = []
    /// Who else must be there.
    public var minimums: [TeamMinimum] = []
    /// Days that are not as others of their weekday.
    public var specialDays: [SpecialDay] = []
    /// The plan in force.
    public var current: [CurrentDeployment]?
    /// Its contacts.
    public var currentContacts: [CurrentContact]?
    /// Its supervision.
    public var currentSupervision: [SupervisionRow]?
    /// The first session that is not over.
    public var frozenBefore: Int?
    /// What people ask for.
    public var requests: [StaffRequest] = []

    /// The world as described.
    public init() {}

    /// 60 minutes and 20 of record, by a registered physiotherapist.
    public static let assessment = Activity(
        id: "assessment", name: "Assessment", minutes: 60, recordMinutes: 20,
        registered: RegisteredRoute(professions: ["physiotherapy"], needs: [Need("therapy", 2)]))
    /// 40 minutes and 5 of record, by a registered physiotherapist or delegated with 5 minutes of supervision.
    public static let rehabilitation = Activity(
        id: "rehabilitation", name: "Rehabilitation", minutes: 40, recordMinutes: 5,
        registered: RegisteredRoute(professions: ["physiotherapy"], needs: [Need("therapy", 2)]),
        delegated: DelegatedRoute(
            lowestGrade: 1, needs: [Need("care", 2)], supervisors: ["physiotherapy"], supervisionMinutes: 5,
            status: .approved))
    /// 30 minutes, by support workers or registered people.
    public static let care = Activity(
        id: "care", name: "Reablement call", minutes: 30,
        support: SupportRoute(lowestGrade: 1, needs: [Need("care", 1)], registeredMay: true))
    /// 30 minutes of two workers, led from handling 2, seconded from 1; alone from 3 with 10 minutes more.
    public static let transfer = Activity(
        id: "transfer", name: "Assisted transfer", minutes: 30, hands: 2,
        support: SupportRoute(lowestGrade: 1, needs: [Need("handling", 2)], registeredMay: true),
        second: SupportRoute(lowestGrade: 1, needs: [Need("handling", 1)], registeredMay: true),
        singleHanded: SingleHanded(needs: [Need("handling", 3)], extraMinutes: 10))

    /// A team of that identifier, open every day in both sessions.
    public static func team(
        _ id: String, group: String? = nil, travelMinutes: Int = 0, span: Double? = nil,
        minimumStaff: Int = 0,
        minimumRegistered: Int = 0
    ) -> Team {
        Team(
            id: id, name: "Team \(id)", pathway: "P1", organisation: "trust", locality: "town",
            parts: ["am", "pm"], supervisionGroup: group, travelMinutes: travelMinutes, span: span,
            minimumStaff: minimumStaff, minimumRegistered: minimumRegistered)
    }

    /// A person of one role, 37.5 hours, at home in team A.
    public static func person(
        _ id: String, _ role: String, _ employment: Employment, contractHours: Double = 37.5,
        maximumHours: Double? = nil, hourlyCost: Double = 0, homeTeam: String? = "A",
        workedDaysBefore: Int = 0, lastSessionBefore: PastSession? = nil
    ) -> StaffMember {
        StaffMember(
            id: id, roles: [role], employer: "trust", baseLocality: "town", employment: employment,
            contractHours: contractHours, maximumHours: maximumHours, hourlyCost: hourlyCost,
            homeTeam: homeTeam, workedDaysBefore: workedDaysBefore, lastSessionBefore: lastSessionBefore)
    }

    /// Adds a line, of team A and the whole horizon where nothing else is said.
    public mutating func demand(
        _ id: String, _ activity: String, contacts: Int, team: String = "A", singleHanded: Int = 0,
        priority: Priority = .routine, window: ClosedRange<Int>? = nil, usual: [String] = []
    ) {
        lines.append(
            DemandLine(
                id: id, team: team, activity: activity, priority: priority, contacts: contacts,
                singleHandedContacts: singleHanded, window: window ?? 0...(days * parts.count - 1),
                usual: usual))
    }

    /// The week of this world.
    public var week: Week {
        let everything = staff.flatMap { person in
            competencies.map {
                SignOff(
                    staff: person.id, competency: $0.id, level: 3, signedOffOn: start.adding(days: -30))
            }
        }
        let marks = staff.map { person in
            (0..<days * parts.count).map { session -> RotaMark in
                let marks = rota[person.id] ?? []
                return session < marks.count ? Self.mark(marks[session]) : RotaMark(.off)
            }
        }
        return Week(
            start: start, days: days, parts: parts, policy: policy,
            framework: Framework(
                name: "Tiny", version: "1", levels: 4, roles: roles, competencies: competencies,
                activities: activities),
            teams: teams, staff: staff, signOffs: signOffs ?? everything, rota: marks, demand: lines,
            decisions: decisions, agreements: agreements, travel: travel, placements: placements,
            current: current, minimums: minimums, currentContacts: currentContacts,
            specialDays: specialDays, requests: requests, currentSupervision: currentSupervision,
            frozenBefore: frozenBefore)
    }

    private static func mark(_ text: String) -> RotaMark {
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let head = (parts.first ?? "").split(separator: "/").map(String.init)
        return RotaMark(
            head.first.flatMap(RotaMark.Duty.init(rawValue:)) ?? .off,
            pins: parts.count > 1 ? parts[1].split(separator: ";").map(String.init) : [],
            minutes: head.count > 1 ? Int(head[1]) : nil)
    }
}
