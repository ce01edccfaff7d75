// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Workforce

/// A day, a team and three people, one of whom an agency calls `=1+1`.
enum Fixture {
    static let week = Week(
        start: CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0), days: 1,
        parts: [DayPart(id: "am", starts: 480, ends: 720), DayPart(id: "pm", starts: 780, ends: 1020)],
        framework: Framework(
            name: "Small", version: "1", levels: 4,
            roles: [Role(id: "sw", name: "Support worker", kind: .support)], competencies: [],
            activities: [Activity(id: "hoist", name: "Transfer", minutes: 30, hands: 2)]),
        teams: [Team(id: "kt", pathway: "P1", organisation: "trust", locality: "n", parts: ["am", "pm"])],
        staff: [
            person("ann", .substantive), person("=1+1", .agency), person("O\"Neil", .bank),
        ],
        signOffs: [],
        rota: [
            [RotaMark(.rostered), RotaMark(.off)], [RotaMark(.available), RotaMark(.off)],
            [RotaMark(.off), RotaMark(.available)],
        ],
        demand: [
            DemandLine(
                id: "H1", team: "kt", activity: "hoist", priority: .urgent, contacts: 5, window: 0...1)
        ])

    static let plan: Plan = {
        var terms = PriceTerms()
        terms[.bookings] = 133.333333
        terms[.unmet] = 90.5
        return Plan(
            rows: PlanRows(
                deployments: [
                    Deployment(
                        staff: "ann", session: 0, team: "kt", booking: .rostered, minutes: 240,
                        contactMinutes: 90
                    ),
                    Deployment(
                        staff: "=1+1", session: 0, team: "kt", booking: .agency, minutes: 240,
                        contactMinutes: 90),
                    Deployment(
                        staff: "O\"Neil", session: 1, team: "kt", booking: .bank, minutes: 240,
                        contactMinutes: 0),
                ],
                contacts: [
                    ContactRow(
                        line: "H1", activity: "hoist", team: "kt", session: 0, staff: "ann", partner: "=1+1",
                        route: .doubleHanded, contacts: 3, minutes: 105),
                    ContactRow(
                        line: "H1", activity: "hoist", team: "kt", session: 1, staff: "O\"Neil",
                        route: .singleHanded, contacts: 1, minutes: 45),
                    ContactRow(
                        line: "H1", activity: "hoist", team: "kt", session: 1, staff: "O\"Neil",
                        route: .delegated, contacts: 1, minutes: 30, supervisor: "=1+1"),
                ],
                supervision: [
                    SupervisionRow(
                        supervisor: "ann", session: 0, group: "kt", activity: "hoist", minutes: 7.333333)
                ]),
            unmet: [
                UnmetRow(
                    line: "H1", team: "kt", activity: "hoist", priority: .urgent, contacts: 1,
                    contactMinutes: 30, reason: .noPair)
            ],
            bookings: [
                BookingRow(
                    staff: "=1+1", session: 0, team: "kt", employment: .agency, hours: 4, cost: 133.333333,
                    covers: "=HYPERLINK(\"x\"), 3 transfers")
            ],
            summary: PlanSummary(
                objective: 223.833333, bound: 200.25, terms: terms, status: .timeLimit, seed: .max,
                seconds: 1.5, work: 12, version: "0.1.0 \"dev\"",
                inputs: [InputDigest(path: "week.yaml", sha256: "00ff")],
                decisions: [
                    DelegationDecision(
                        activity: "hoist", staff: "O\"Neil", .refuse, reason: "=cmd() \\ no", by: "A. Lead",
                        on: week.start),
                    DelegationDecision(
                        activity: "hoist", team: "kt", .allow, reason: "seen", by: "A. Lead",
                        on: week.start.adding(days: -400)),
                ]))
    }()

    /// A new folder for one test.
    static func scratch() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plan-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Every file below a folder with what it holds.
    static func snapshot(_ folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            files[path] = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
        }
        return files
    }

    private static func person(_ id: String, _ employment: Employment) -> StaffMember {
        StaffMember(id: id, roles: ["sw"], employer: "trust", baseLocality: "n", employment: employment)
    }
}
