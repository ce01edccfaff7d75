// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Wording
import Workforce

@Suite("Changes made in a week")
struct ApplyingTests {
    private let am = "2026-11-23 am"
    private let pm = "2026-11-23 pm"

    /// Three people in one team for a day.
    private func week(_ edit: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.rota = ["P-1": ["R", "R@A"], "P-2": ["R", "A"]]
        world.demand("D-1", "care", contacts: 5)
        world.demand("D-2", "transfer", contacts: 4, singleHanded: 1)
        edit(&world)
        return world.week
    }

    private func marks(_ week: Week, _ s: Int) -> [String] {
        week.rota[s].map { $0.cell }
    }

    @Test("Who is away is away from sessions on duty, with pins gone, and is not asked for others")
    func absence() throws {
        let changed = try week().applying([
            .absence(Absence(staff: "P-1", .sick)),
            .absence(Absence(staff: "P-2", .leave, in: SessionRange(pm))),
        ])
        #expect(marks(changed.week, 0) == ["S", "S"])
        #expect(marks(changed.week, 1) == ["R", ""])
        #expect(changed.touches.people == [0, 1] && changed.touches.sessions == [0, 1])
        #expect(changed.touches.lines.isEmpty && !changed.touches.isEverywhere)
    }

    @Test(
        "Absences by rate fall on sessions on duty alone, the same with the same seed, about as many as said")
    func drawn() throws {
        let base = week { world in
            world.days = 7
            world.staff = (1...60).map { TinyWorld.person("Q-\($0)", "physiotherapist", .substantive) }
            world.staff[0] = TinyWorld.person("Q-1", "support-worker", .substantive)
            world.rota = Dictionary(
                uniqueKeysWithValues: world.staff.map { ($0.id, Array(repeating: "R", count: 13) + ["A"]) })
        }
        func change(_ seed: UInt64) -> Change {
            .absence(Absence(.drawn(rate: 0.2, seed: seed, roles: ["physiotherapist"]), .sick))
        }
        let changed = try base.applying([change(3)])
        let sick = changed.week.rota.joined().count { $0.duty == .sick }
        #expect((100...210).contains(sick), "\(sick) of 767")
        #expect(changed.week.rota[0] == base.rota[0])
        #expect(changed.week.rota.allSatisfy { $0[13].duty == .available })
        #expect(try base.applying([change(3)]).week.content == changed.week.content)
        #expect(try base.applying([change(4)]).week.content != changed.week.content)
    }

    @Test("Parts apply in their own order, each kind in the order of the list")
    func order() throws {
        // The new person is there before anybody is signed off, and absences before availability.
        let changed = try week().applying([
            .signOff(.withdraw(staff: "N-1", competency: "care")),
            .availability(Availability(staff: "P-1", sessions: [am], .available)),
            .absence(Absence(staff: "P-1", .sick)), .person(.like(staff: "P-2", add: 1, prefix: "N")),
            .demand(.contacts(3, line: "D-1")), .demand(.factor(2, of: LineScope(lines: ["D-1"]))),
        ])
        #expect(marks(changed.week, 0) == ["A", "S"])
        #expect(changed.week.demand[0].contacts == 6)
        #expect(
            changed.week.signOffs.filter { $0.staff == "N-1" }.map(\.competency) == ["therapy", "handling"])
        #expect(changed.positionsStay && changed.touches.people == [0, 3])
    }

    @Test("People like another are well, take numbers that are free, and go with all that is said of them")
    func people() throws {
        var base = week { $0.rota["P-1"] = ["L", "R"] }
        base = try base.applying([
            .person(.like(staff: "P-1", add: 2, prefix: "P")),
            .placement(PlacementChange(staff: "P-1", team: "A")),
        ]).week
        #expect(base.staff.map(\.id) == ["P-1", "P-2", "P-3", "P-4", "P-5"])
        #expect(marks(base, 4) == ["R", "R"] && base.staff[3].hourlyCost == 30)
        let gone = try base.applying([.person(.remove(staff: "P-1"))])
        #expect(gone.people == [nil, 0, 1, 2, 3] && !gone.positionsStay)
        #expect(gone.week.placements.isEmpty && gone.week.signOffs.allSatisfy { $0.staff != "P-1" })
    }

    @Test(
        "A factor is rounded over all its lines, the largest remainders first, as the decimal it is written as",
        arguments: [
            ([5, 5, 5], 1.2, [6, 6, 6]), ([3, 3, 3], 1.1, [4, 3, 3]), ([1, 2, 3], 0.5, [1, 1, 1]),
            ([100], 1.15, [115]), ([1, 1, 1, 1], 0.3, [1, 0, 0, 0]), ([7, 11], 1.0, [7, 11]),
            ([1, 1], 0.25, [1, 0]),
        ])
    func factor(_ counts: [Int], _ factor: Double, _ expected: [Int]) throws {
        let base = week { world in
            world.lines = []
            for (place, count) in counts.enumerated() { world.demand("L\(place)", "care", contacts: count) }
        }
        let changed = try base.applying([.demand(.factor(factor, of: LineScope()))]).week
        #expect(changed.demand.map(\.contacts) == expected)
    }

    @Test(
        "Contacts given as another activity form lines at the end, and single-handed ones are no more than are left"
    )
    func conversion() throws {
        let changed = try week().applying([.conversion(Conversion(from: "transfer", to: "care", share: 0.9))])
            .week
        #expect(changed.demand.map(\.id) == ["D-1", "D-2", "D-2~care"])
        #expect(changed.demand.map(\.contacts) == [5, 0, 4])
        #expect(changed.demand.map(\.singleHandedContacts) == [0, 0, 0])
        let few = try week().applying([.conversion(Conversion(from: "transfer", to: "care", share: 0.1))])
            .week
        #expect(few.demand.count == 2)
    }

    @Test("A single-handed share is rounded down over all, and what a review found stays")
    func singleHanded() throws {
        let base = week { $0.demand("D-3", "transfer", contacts: 3) }
        let changed = try base.applying([.singleHanded(SingleHandedShare(share: 0.5))]).week
        // 3.5 in all: 2 and 1.5, which is 1.
        #expect(changed.demand.map(\.singleHandedContacts) == [0, 2, 1])
        let less = try base.applying([.singleHanded(SingleHandedShare(share: 0.1))]).week
        #expect(less.demand.map(\.singleHandedContacts) == [0, 1, 0])
    }

    @Test("Who is to hold a sign-off holds it, whichever of their rows was assessed later")
    func heldByHumans() throws {
        let base = week { world in
            world.days = 3
            world.staff = ["P-1", "P-2", "P-3"].map { TinyWorld.person($0, "support-worker", .bank) }
            world.staff[0].person = "one"
            world.staff[1].person = "one"
            world.rota = [:]
            let start = world.start
            world.signOffs = [
                SignOff(staff: "P-1", competency: "care", level: 2, signedOffOn: start.adding(days: -20)),
                SignOff(staff: "P-2", competency: "care", level: 1, signedOffOn: start.adding(days: 1)),
            ]
        }
        let changed = try base.applying([.signOff(.holds(staff: "P-1", needs: [Need("care", 2)]))]).week
        let held = Qualifications.of(changed.staff, signOffs: changed.signOffs, framework: changed.framework)
        for day in (0..<3).map({ base.start.adding(days: $0) }) {
            #expect(held.map { $0.holds([Need("care", 2)], on: day) } == [true, true, false], "\(day)")
        }
    }

    @Test("Who is to hold a sign-off on some days holds it on these, and what was held anyway on others")
    func heldOnDays() throws {
        let base = week { world in
            world.days = 5
            world.staff = ["P-1", "P-2"].map { TinyWorld.person($0, "support-worker", .bank) }
            world.rota = [:]
            let start = world.start
            world.signOffs = [
                SignOff(
                    staff: "P-2", competency: "care", level: 1, signedOffOn: start.adding(days: -9),
                    expiresOn: start.adding(days: 3))
            ]
        }
        let days = (0..<5).map { base.start.adding(days: $0) }
        let changed = try base.applying(
            ["P-1", "P-2"].map {
                .signOff(.holds(staff: $0, needs: [Need("care", 2)], from: days[1], until: days[2]))
            }
        ).week
        let held = Qualifications.of(changed.staff, signOffs: changed.signOffs, framework: changed.framework)
        func levels(_ person: Int) -> [Int] {
            days.map { day in (1...2).last { held[person].holds([Need("care", $0)], on: day) } ?? 0 }
        }
        #expect(levels(0) == [0, 2, 2, 0, 0])
        #expect(levels(1) == [1, 2, 2, 1, 0])
        let outside = SignOffChange.holds(
            staff: "P-1", needs: [Need("care", 2)], until: days[4].adding(days: 1))
        #expect(throws: ChangeError.self) { try base.applying([.signOff(outside)]) }
    }

    @Test("A placement gives way on the days that a change names, and holds before and after them")
    func placement() throws {
        let start = TinyWorld().start
        let base = week {
            $0.days = 7
            $0.placements = [Placement(staff: "P-1", team: "A")]
        }
        let changed = try base.applying([
            .placement(
                PlacementChange(staff: "P-1", from: start.adding(days: 2), until: start.adding(days: 3)))
        ]).week
        let held = (0..<7).map { day in changed.placements.contains { $0.holds(on: start.adding(days: day)) }
        }
        #expect(held == [true, true, false, false, true, true, true])
    }

    @Test("A team is closed in single sessions")
    func closed() throws {
        let changed = try week().applying([.team(TeamChange(team: "A", closed: [am], minimumStaff: 2))])
        #expect(changed.week.sessions.map(changed.week.teams[0].isOpen) == [false, true])
        #expect(changed.touches.teams == [0] && changed.touches.sessions == [0])
    }

    @Test("Figures of the policy go by their keys, within their ranges")
    func policy() throws {
        let changed = try week().applying([
            .policy(PolicyChange(key: "unmet_minute.critical", 9)), .policy(.agencyCap(50)),
            .policy(PolicyChange(key: "maximum_sessions_per_day", 3)),
        ])
        #expect(changed.week.policy.unmetCriticalMinute == 9 && changed.week.policy.agencyCap == 50)
        #expect(changed.week.policy.maximumSessionsPerDay == 3 && changed.touches.isEverywhere)
        for (key, value) in [
            ("unmet", 1.0), ("unmet_minute", 1), ("away_session", nil), ("overtime_factor", 0.5),
        ]
            as [(String, Double?)]
        {
            #expect(throws: ChangeError.self) {
                try week().applying([.policy(PolicyChange(key: key, value))])
            }
        }
        #expect(throws: ChangeError.self) {
            try week().applying([.policy(PolicyChange(key: "maximum_days_per_week", 2.5))])
        }
    }

    @Test("Everything that is wrong is told at once, in order of the changes")
    func errors() {
        let changes: [Change] = [
            .supposed(.delegated(activity: "care")), .signOff(.holds(staff: "P-9", needs: [Need("care", 1)])),
            .absence(Absence(staff: "P-1", .sick, in: SessionRange(from: pm, until: am))),
            .demand(.factor(0, of: LineScope(teams: ["B"]))),
            .person(.terms(PersonTerms(staff: "P-1", contractHours: 200))),
        ]
        let error = #expect(throws: ChangeError.self) { try week().applying(changes) }
        #expect(
            error?.description == """
                care has no delegated block in the framework; it would have to say who may be delegated to and who \
                supervises before it can be tried.
                There is nobody with the identifier P-9 in staff.csv.
                2026-11-23 am comes before 2026-11-23 pm; name the earlier one first.
                The factor of contacts is out of range; give a number above 0, up to 100.
                contract_hours of P-1 is out of range; give a number of 0 to 168.
                """)
        #expect(error?.problems.map(\.place) == [0, 1, 2, 3, 4])
    }

    @Test("Changes are called what somebody would have to do")
    func words() {
        let names = Naming(week: week { $0.policy.bankCap = 50 })
        let changes: [(Change, String)] = [
            (
                .availability(Availability(staff: "P-1", sessions: [pm], .rostered)),
                "lifting P-1's pin on Mon 23 Nov pm"
            ),
            (
                .availability(Availability(staff: "P-3", sessions: [am], .available)),
                "asking P-3 to be available on Mon 23 Nov am"
            ),
            (
                .availability(Availability(staff: "P-1", sessions: [am], .rostered, team: "A")),
                "having P-1 on duty in Team A on Mon 23 Nov am"
            ),
            (
                .absence(Absence(staff: "P-2", .sick, in: SessionRange(am))),
                "sickness of P-2 on Mon 23 Nov am"
            ),
            (.placement(PlacementChange(staff: "P-2")), "lifting P-2's placement"),
            (.policy(.bankCap(80)), "raising the cap on bank pay from £50.00 to £80.00"),
            (.demand(.add(1, line: "D-1")), "1 more contact of D-1 (Reablement call, Team A)"),
            (.demand(.add(-2, line: "D-1")), "2 fewer contacts of D-1 (Reablement call, Team A)"),
        ]
        for (change, expected) in changes { #expect(change.words(names) == expected) }
    }
}
