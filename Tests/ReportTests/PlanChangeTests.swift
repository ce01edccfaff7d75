// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Report
import TestSupport
import Testing
import Wording
import Workforce

/// What changed against the plan in force, on a week with one of each kind.
@Suite struct PlanChangeTests {
    private static func world() -> TinyWorld {
        var world = TinyWorld()
        world.teams = [TinyWorld.team("A"), TinyWorld.team("B")]
        world.staff += ["P-4", "P-6", "P-7"].map {
            TinyWorld.person($0, "support-worker", $0 == "P-6" ? .bank : .substantive)
        }
        world.rota = [
            "P-1": ["R", "R"], "P-2": ["S"], "P-3": ["A"], "P-4": ["R"], "P-6": ["", "A"], "P-7": ["R"],
        ]
        world.demand("D-1", "care", contacts: 3, window: 0...0)
        world.demand("D-2", "care", contacts: 3, team: "B", window: 0...0)
        world.demand("D-3", "care", contacts: 0, window: 1...1)
        world.current = [
            ("P-1", 0, "A"), ("P-1", 1, "A"), ("P-2", 0, "A"), ("P-4", 0, "B"), ("P-7", 0, "B"),
            ("P-6", 1, "A"),
        ].map { CurrentDeployment(staff: $0.0, session: $0.1, team: $0.2) }
        world.currentContacts = [
            ("D-1", "P-2", 0, 3), ("D-2", "P-4", 0, 2), ("D-2", "P-7", 0, 1), ("D-3", "P-6", 1, 1),
        ].map {
            CurrentContact(line: $0.0, session: $0.2, staff: $0.1, contacts: $0.3, route: .support)
        }
        return world
    }

    /// P-2 is sick: P-3 is called in, P-4 moved; P-7 takes over of P-4; P-6 is needed no more.
    private static func plan(_ week: Week) -> Plan {
        var sketch = PlanSketch(week)
        for (staff, session, team) in [
            ("P-1", 0, "A"), ("P-1", 1, "A"), ("P-3", 0, "A"), ("P-4", 0, "A"), ("P-7", 0, "B"),
        ] { sketch.deploy(staff, session, team) }
        sketch.give("D-1", "P-3", 0, .support, contacts: 2)
        sketch.give("D-1", "P-4", 0, .support)
        sketch.give("D-2", "P-7", 0, .support, contacts: 2)
        return sketch.plan
    }

    private func changes(_ world: TinyWorld, _ plan: (Week) -> Plan = Self.plan) throws -> (
        week: Week, plan: Plan, changes: PlanChangeFigures
    ) {
        let week = world.week
        let plan = plan(week)
        return (week, plan, try #require(PlanChangeFigures(week: week, rows: plan.rows)))
    }

    @Test func `every kind of change is told with what was taken over from whom`() throws {
        let (week, plan, changes) = try changes(Self.world())
        let names = Naming(week: week)
        let told = changes.changes.map {
            "\($0.seat.staff) \($0.seat.session) \($0.kind.rawValue) \($0.from ?? "-") \($0.to ?? "-")"
        }
        #expect(
            told == [
                "P-2 0 absent A -", "P-3 0 called-in - A", "P-4 0 moved B A", "P-6 1 stood-down A -",
                "P-7 0 same-team-new-work B B",
            ])
        let reasons = changes.changes.map { changes.reason(of: $0, names) }
        #expect(
            reasons == [
                "Sick; 2 of D-1 (Reablement call, Team A) go to P-3; 1 of D-1 (Reablement call, Team A) goes to P-4",
                "Takes over 2 of D-1 (Reablement call, Team A) from P-2, who is sick",
                "Takes over 1 of D-1 (Reablement call, Team A) from P-2, who is sick",
                "1 of D-3 (Reablement call, Team A) is not given any more",
                "Takes over 1 of D-2 (Reablement call, Team B) from P-4, who is in Team A",
            ])
        #expect(
            PlanChangeTables.headline(changes)
                == "5 people in 5 sessions: 1 called in, 1 stood down, 1 absent, 1 moved, 1 same team, other contacts"
        )
        let files = PlanChangeTables(changes, week: week, plan: plan).files
        #expect(files.map(\.name) == ["changes.csv", "messages.csv"])
        #expect(
            files[0].text.contains("P-3,2026-11-23 am,,A,called-in,\"Takes over 2 of D-1 (Reablement call"))
    }

    @Test
    func `messages say to each what becomes of their sessions and of nobody what is the matter with them`()
        throws
    {
        var world = Self.world()
        world.rota["P-3"] = ["A", "A"]
        let (week, plan, changes) = try changes(world) { week in
            var plan = Self.plan(week)
            var sketch = PlanSketch(week)
            sketch.deploy("P-3", 1, "B")
            plan.deployments.insert(sketch.plan.deployments[0], at: 3)
            return plan
        }
        let messages = changes.messages(plan.rows, Naming(week: week))
        // Who has two changes comes last.
        #expect(messages.map(\.staff) == ["P-2", "P-4", "P-6", "P-7", "P-3"])
        #expect(
            messages.map(\.text) == [
                "Hello P-2, your week has changed. Mon 23 Nov am: you are not expected in Team A.",
                "Hello P-4, your week has changed. Mon 23 Nov am: Team A instead of Team B (1 × Reablement call, D-1).",
                "Hello P-6, your week has changed. Mon 23 Nov pm: you are not needed in Team A.",
                "Hello P-7, your week has changed. Mon 23 Nov am: Team B as before, with another list (2 × Reablement call, "
                    + "D-2).",
                "Hello P-3, your week has changed. Mon 23 Nov am: please come to Team A (2 × Reablement call, D-1). "
                    + "Mon 23 Nov pm: please come to Team B (to be there; no contacts are planned).",
            ])
    }

    @Test func `of sessions that are over only absence is told`() throws {
        var world = Self.world()
        world.frozenBefore = 1
        let (_, _, changes) = try changes(world)
        #expect(changes.changes.map(\.seat.staff) == ["P-2", "P-6"])
        #expect(changes.changes.map(\.kind) == [.absent, .stoodDown])
    }

    @Test func `who has neither R nor A by now is absent, and why is said`() throws {
        for (mark, words) in [
            ("L", "On leave"), ("T", "In training"), ("", "Not available"), ("C", "Not available"),
        ] {
            var world = Self.world()
            world.rota["P-2"] = [mark]
            let (week, _, changes) = try changes(world)
            #expect(changes.changes[0].kind == .absent)
            #expect(changes.reason(of: changes.changes[0], Naming(week: week)).hasPrefix(words), "\(mark)")
        }
        var world = Self.world()
        world.rota["P-2"] = ["R"]
        #expect(try changes(world).changes.changes[0].kind == .stoodDown)
    }

    @Test func `where contacts in force are not known nobody has other ones`() throws {
        var world = Self.world()
        world.currentContacts = nil
        let (week, _, changes) = try changes(world)
        #expect(changes.changes.map(\.kind) == [.absent, .calledIn, .moved, .stoodDown])
        #expect(
            changes.reason(of: changes.changes[1], Naming(week: week)) == "The plan as a whole costs less so")
    }

    @Test func `who is on duty and was added since is new to the week`() throws {
        var world = Self.world()
        world.staff += ["P-8", "P-9"].map { TinyWorld.person($0, "support-worker", .substantive) }
        world.rota["P-8"] = ["R"]
        world.rota["P-9"] = ["R", "R"]
        // P-9 was there in the afternoon already.
        world.current?.append(CurrentDeployment(staff: "P-9", session: 1, team: "A"))
        let (week, _, changes) = try changes(world) { week in
            var plan = Self.plan(week)
            var sketch = PlanSketch(week)
            for (staff, session) in [("P-8", 0), ("P-9", 0), ("P-9", 1)] {
                sketch.deploy(staff, session, "A")
            }
            plan.deployments += sketch.plan.deployments
            return plan
        }
        let new = changes.changes.suffix(2)
        #expect(new.map(\.seat.staff) == ["P-8", "P-9"] && new.allSatisfy { $0.kind == .calledIn })
        #expect(
            new.map { changes.reason(of: $0, Naming(week: week)) } == [
                "On duty there now, and in no session of the plan in force",
                "The plan as a whole costs less so",
            ])
    }

    @Test func `heads that a minimum needs are told, and contacts that nobody gave before`() throws {
        var world = Self.world()
        world.teams[0].minimumStaff = 3
        world.lines[0].contacts = 5
        let (week, _, changes) = try changes(world) { week in
            var plan = Self.plan(week)
            var sketch = PlanSketch(week)
            sketch.give("D-1", "P-3", 0, .support, contacts: 2)
            plan.contacts.append(contentsOf: sketch.plan.contacts)
            return plan
        }
        #expect(
            changes.reason(of: changes.changes[1], Naming(week: week))
                == "Takes over 3 of D-1 (Reablement call, Team A) from P-2, who is sick; gives 1 more of D-1 "
                + "(Reablement call, Team A); keeps the team at its minimum of heads")
    }

    @Test func `contacts are taken over from whoever gave them in that session first`() throws {
        var world = Self.world()
        world.rota = ["P-2": ["", "S"], "P-3": ["R"], "P-4": ["", "R"]]
        world.current = [("P-2", 1), ("P-3", 0), ("P-4", 1)].map {
            CurrentDeployment(staff: $0.0, session: $0.1, team: "A")
        }
        world.currentContacts = [CurrentContact(line: "D-1", session: 1, staff: "P-2", contacts: 1)]
        let (week, _, changes) = try changes(world) { week in
            var sketch = PlanSketch(week)
            sketch.deploy("P-3", 0)
            sketch.deploy("P-4", 1)
            sketch.give("D-1", "P-3", 0, .support)
            sketch.give("D-1", "P-4", 1, .support)
            return sketch.plan
        }
        #expect(
            changes.changes.map { changes.reason(of: $0, Naming(week: week)) } == [
                "Sick; 1 of D-1 (Reablement call, Team A) goes to P-4",
                "Gives 1 more of D-1 (Reablement call, Team A)",
                "Takes over 1 of D-1 (Reablement call, Team A) from P-2, who is sick",
            ])
    }

    @Test func `contacts that move to another session or become another activity stay their giver's`() throws
    {
        var world = Self.world()
        world.rota = ["P-4": ["R", "R"]]
        world.lines[0].id = "D-1~care"
        world.current = [("P-4", 0, "A"), ("P-4", 1, "A")].map {
            CurrentDeployment(staff: $0.0, session: $0.1, team: $0.2)
        }
        world.currentContacts = [("D-1", 0, 3), ("D-3", 1, 2)].map {
            CurrentContact(line: $0.0, session: $0.1, staff: "P-4", contacts: $0.2)
        }
        let (week, _, changes) = try changes(world) { week in
            var sketch = PlanSketch(week)
            sketch.deploy("P-4", 0)
            sketch.deploy("P-4", 1)
            sketch.give("D-1~care", "P-4", 0, .support, contacts: 3)
            sketch.give("D-3", "P-4", 0, .support, contacts: 2)
            return sketch.plan
        }
        #expect(changes.changes.map(\.kind) == [.newWork, .newWork])
        let reasons = changes.changes.map { changes.reason(of: $0, Naming(week: week)) }
        #expect(
            reasons == [
                "Gives 3 of D-1~care (Reablement call, Team A) in place of what they come from; gives 2 of D-3 "
                    + "(Reablement call, Team A) that were theirs on Mon 23 Nov pm",
                "2 of D-3 (Reablement call, Team A) go to their own session on Mon 23 Nov am",
            ])
    }

    @Test func `the page has a line a person where a plan is in force, and no such part where none is`()
        throws
    {
        let (week, plan, _) = try changes(Self.world())
        let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
        let table = try #require(page.tables.first { $0.name == "what-changed" })
        #expect(table.rows.count == 5)
        #expect(table.csv.contains("Mon 23 Nov am: Team B → Team A"))
        #expect(page.sections.contains { $0.id == "changed" })
        let none = week.replacing { ($0.current, $0.currentContacts) = (nil, nil) }
        let other = ReportPage(week: none, plan: plan, figures: ReportFigures(week: none, plan: plan))
        #expect(!other.sections.contains { $0.id == "changed" })
        #expect(!other.tables.contains { $0.name == "what-changed" })
    }

    @Test func `with other names the page says the same of nobody`() throws {
        var world = Self.world()
        for row in world.staff.indices { world.staff[row].name = "Name\(row) Surname\(row)" }
        let (week, plan, changes) = try changes(world)
        let hidden = Pseudonyms(week: week, plan: plan)
        let shown = try #require(PlanChangeFigures(week: hidden.week, rows: hidden.plan.rows))
        let names = Naming(week: hidden.week)
        #expect(shown.changes.count == changes.changes.count)
        let text = shown.changes.map { shown.reason(of: $0, names) }.joined(separator: "\n")
        #expect(text.contains("Person 00") && text.contains("D-1") && !text.contains("left out"))
        #expect(!text.contains("Surname") && !text.contains("P-2"))
    }
}
