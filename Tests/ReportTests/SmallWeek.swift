// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Two days, two teams, five people and ten contacts: small enough for every figure to be worked out by hand.
enum SmallWeek {
    static func week(names: (team: String, person: String) = ("Kestrel team", "Ann")) -> Week {
        Week(
            start: CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0), days: 2,
            parts: [
                DayPart(id: "am", starts: 480, ends: 720), DayPart(id: "pm", starts: 780, ends: 1020),
            ],
            framework: framework,
            teams: [
                Team(
                    id: "kt", name: names.team, pathway: "P1", organisation: "trust", locality: "n",
                    parts: ["am", "pm"], span: 3, minimumStaff: 1, minimumRegistered: 1),
                Team(
                    id: "quay-ward", name: "Quay ward", pathway: "P2", organisation: "trust", locality: "n",
                    parts: ["am", "pm"], minimumStaff: 1),
            ],
            staff: [
                person("ann", names.person, "pt", hours: 14, cost: 30, home: "kt"),
                person("bo", "Bo", "sw", hours: 21, cost: 15, home: "kt"),
                person("cy", "Cy", "sw", .agency, cost: 25),
                person("dee", "Dee", "st", .student, home: "quay-ward"),
                person("eve", "Eve", "sw", hours: 7, cost: 16, home: "quay-ward"),
            ],
            signOffs: [],
            rota: [marks("RRL "), marks("RARS"), marks("  A "), marks("R   "), marks("  RT")],
            demand: [
                DemandLine(
                    id: "A1", team: "kt", activity: "assess", priority: .critical, contacts: 3, window: 0...1),
                DemandLine(
                    id: "R1", team: "kt", activity: "rehab", priority: .routine, contacts: 4, window: 0...2),
                DemandLine(
                    id: "H1", team: "quay-ward", activity: "hoist", priority: .urgent, contacts: 5,
                    singleHandedContacts: 3, window: 2...3),
            ])
    }

    static let framework = Framework(
        name: "Small", version: "1", levels: 4,
        roles: [
            Role(id: "pt", name: "Physiotherapist", kind: .registered, profession: "physiotherapy"),
            Role(id: "sw", name: "Support worker", kind: .support, grade: 1),
            Role(id: "st", name: "Student", kind: .student, pace: 0.5),
        ], competencies: [],
        activities: [
            Activity(
                id: "assess", name: "Initial assessment", minutes: 60, recordMinutes: 15,
                registered: RegisteredRoute(professions: ["physiotherapy"])),
            Activity(
                id: "rehab", name: "Rehabilitation session", minutes: 45, recordMinutes: 10,
                registered: RegisteredRoute(professions: ["physiotherapy"]),
                delegated: DelegatedRoute(
                    supervisors: ["physiotherapy"], supervisionMinutes: 5, status: .approved)),
            Activity(
                id: "hoist", name: "Transfer with a hoist", minutes: 30, recordMinutes: 5, hands: 2,
                support: SupportRoute(), singleHanded: SingleHanded(extraMinutes: 10)),
        ])

    static func plan() -> Plan {
        var terms = PriceTerms()
        terms[.unmet] = 450
        terms[.bookings] = 145.5
        terms[.registeredOnDelegable] = 9
        terms[.away] = 3
        return Plan(
            rows: PlanRows(
                deployments: [
                    deployment("ann", 0, "kt", .rostered, 60), deployment("ann", 1, "kt", .rostered, 105),
                    deployment("bo", 0, "kt", .rostered, 90), deployment("bo", 1, "kt", .extra, 45),
                    deployment("bo", 2, "quay-ward", .rostered, 90),
                    deployment("cy", 2, "quay-ward", .agency, 30),
                    deployment("dee", 0, "quay-ward", .rostered, 0),
                    deployment("eve", 2, "quay-ward", .rostered, 90),
                ],
                contacts: [
                    contact("A1", "assess", "kt", 0, "ann", .registered, 1, 75),
                    contact("A1", "assess", "kt", 1, "ann", .registered, 1, 75),
                    contact("R1", "rehab", "kt", 0, "bo", .delegated, 2, 110),
                    contact("R1", "rehab", "kt", 1, "ann", .registered, 1, 55),
                    contact("R1", "rehab", "kt", 1, "bo", .delegated, 1, 55),
                    contact("H1", "hoist", "quay-ward", 2, "cy", .singleHanded, 1, 45),
                    contact("H1", "hoist", "quay-ward", 2, "eve", .doubleHanded, 3, 105, with: "bo"),
                ],
                supervision: [
                    SupervisionRow(
                        supervisor: "ann", session: 0, group: "kt", activity: "rehab", minutes: 10),
                    SupervisionRow(supervisor: "ann", session: 1, group: "kt", activity: "rehab", minutes: 5),
                ]),
            unmet: [
                UnmetRow(
                    line: "A1", team: "kt", activity: "assess", priority: .critical, contacts: 1,
                    contactMinutes: 60, reason: .capacity),
                UnmetRow(
                    line: "H1", team: "quay-ward", activity: "hoist", priority: .urgent, contacts: 1,
                    contactMinutes: 30, reason: .noPair),
            ],
            bookings: [
                BookingRow(
                    staff: "bo", session: 1, team: "kt", employment: .substantive, hours: 4, cost: 45.5,
                    covers: "1 rehabilitation session"),
                BookingRow(
                    staff: "cy", session: 2, team: "quay-ward", employment: .agency, hours: 4, cost: 100,
                    covers: "1 transfer with a hoist"),
            ],
            summary: PlanSummary(
                objective: 607.5, bound: 600, terms: terms, status: .timeLimit, seed: 7, seconds: 0, work: 12,
                version: "0.1.0", inputs: [InputDigest(path: "week.yaml", sha256: "00ff")]))
    }

    private static func person(
        _ id: String, _ name: String, _ role: String, _ employment: Employment = .substantive,
        hours: Double = 0, cost: Double = 0, home: String? = nil
    ) -> StaffMember {
        StaffMember(
            id: id, name: name, roles: [role], employer: "trust", baseLocality: "n", employment: employment,
            contractHours: hours, hourlyCost: cost, homeTeam: home)
    }

    private static func marks(_ text: String) -> [RotaMark] {
        text.map { RotaMark(RotaMark.Duty(rawValue: String($0)) ?? .off) }
    }

    private static func deployment(
        _ staff: String, _ session: Int, _ team: String, _ booking: Booking, _ contactMinutes: Int
    ) -> Deployment {
        Deployment(
            staff: staff, session: session, team: team, booking: booking, minutes: 240,
            contactMinutes: contactMinutes)
    }

    private static func contact(
        _ line: String, _ activity: String, _ team: String, _ session: Int, _ staff: String,
        _ route: ContactRoute, _ contacts: Int, _ minutes: Int, with partner: String? = nil
    ) -> ContactRow {
        ContactRow(
            line: line, activity: activity, team: team, session: session, staff: staff, partner: partner,
            route: route, contacts: contacts, minutes: minutes)
    }
}
