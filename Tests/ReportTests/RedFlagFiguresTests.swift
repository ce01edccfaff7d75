// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// Each kind of red flag in a tiny week of its own, and what is near to it and raises none.
@Suite struct RedFlagFiguresTests {
    private var world: TinyWorld {
        var world = TinyWorld()
        world.days = 2
        world.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"], "P-3": ["A"]]
        return world
    }

    private func flags(_ week: Week, _ plan: Plan) -> RedFlagFigures {
        ReportFigures(week: week, plan: plan).flags
    }

    private func ids(_ week: Week, _ plan: Plan) -> [String] { flags(week, plan).items.map(\.subject.id) }

    @Test func `critical care not met is a flag, other care is none`() {
        var world = world
        world.demand("D-1", "care", contacts: 3, priority: .critical, window: 0...1)
        world.demand("D-2", "care", contacts: 3, priority: .urgent)
        var sketch = PlanSketch(world.week)
        sketch.leave("D-2", contacts: 3)
        #expect(ids(world.week, sketch.plan).isEmpty)
        sketch.leave("D-1", contacts: 2, reason: .nobodyCompetent)
        let found = flags(world.week, sketch.plan).items
        #expect(found.map(\.subject) == [.critical(line: "D-1")])
        #expect(
            found.first?.what
                == "2 of 3 critical contacts of Reablement call (D-1) are not met: nobody on the roster may "
                + "do it in the window: a gap in competencies.")
        #expect(found.first?.place == "A")
        #expect(found.first?.when == "2026-11-23 pm")
        #expect(found.first?.since == "2026-11-23 am")
    }

    @Test func `a team below its minimum is a flag for each session to come`() {
        var world = world
        world.teams = [TinyWorld.team("A", minimumStaff: 2, minimumRegistered: 1)]
        world.days = 1
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-1", 0)
        sketch.deploy("P-2", 0)
        sketch.deploy("P-2", 1)
        let found = flags(world.week, sketch.plan).items
        #expect(found.map(\.subject) == [.minimum(team: "A", session: "2026-11-23 pm")])
        #expect(found.first?.what == "Team A has 1 of 2 heads and 0 of 1 registered heads.")
        world.current = []
        world.currentContacts = []
        world.frozenBefore = 2
        #expect(ids(world.week, sketch.plan).isEmpty, "it is over")
        world.frozenBefore = 1
        #expect(
            ids(world.week, PlanSketch(world.week).plan) == ["minimum@A@2026-11-23 pm"], "the morning is over"
        )
    }

    /// What P-2 holds, with what ended days after the horizon's start.
    private func lapsed(_ competency: String, _ ended: Int, _ change: (inout TinyWorld) -> Void = { _ in })
        -> TinyWorld
    {
        var world = world
        world.competencies.append(Competency(id: "fire", name: "Fire safety"))
        let start = world.start
        world.signOffs = world.staff.flatMap { person in
            ["therapy", "care", "handling", "fire"].map {
                SignOff(
                    staff: person.id, competency: $0, level: 3, signedOffOn: start.adding(days: -30),
                    expiresOn: person.id == "P-2" && $0 == competency ? start.adding(days: ended) : nil)
            }
        }
        world.demand("D-1", "care", contacts: 1)
        change(&world)
        return world
    }

    private func onDuty(_ week: Week, _ sessions: [Int] = [0, 2]) -> PlanSketch {
        var sketch = PlanSketch(week)
        for session in sessions { sketch.deploy("P-2", session) }
        return sketch
    }

    @Test func `mandatory training that has ended is a flag from the first session without it`() {
        let week = lapsed("fire", 0).week
        let found = flags(week, onDuty(week).plan).items
        #expect(found.map(\.subject.id) == ["lapsed@P-2@fire@2026-11-23"])
        #expect(found.first?.when == "2026-11-24 am", "it holds on its last day")
        #expect(
            found.first?.what
                == "P-2 is on duty, and their sign-off in “Fire safety” ended on 23 November 2026; it is kept "
                + "for its own sake, as mandatory training is.")
        #expect(ids(week, onDuty(week, [0]).plan).isEmpty)
        let renewed = lapsed("fire", -9) {
            $0.signOffs?.append(
                SignOff(staff: "P-2", competency: "fire", level: 1, signedOffOn: $0.start))
        }
        #expect(ids(renewed.week, onDuty(renewed.week).plan).isEmpty)
    }

    @Test func `a sign-off that some work alone needs is a flag only where it is given without`() {
        let week = lapsed("care", -1).week
        var sketch = onDuty(week)
        #expect(ids(week, sketch.plan).isEmpty)
        sketch.give("D-1", "P-2", 0, .support)
        #expect(ids(week, sketch.plan) == ["lapsed@P-2@care@2026-11-22"])
    }

    @Test func `a sign-off that all work of a role needs is a flag on duty`() {
        let week = lapsed("care", -1) { $0.activities = [TinyWorld.rehabilitation, TinyWorld.care] }.week
        #expect(ids(week, onDuty(week).plan) == ["lapsed@P-2@care@2026-11-22"])
        var bank = onDuty(week, [])
        bank.deploy("P-3", 0)
        #expect(ids(week, bank.plan).isEmpty, "P-3 holds it")
    }

    @Test func `delegated work with one supervisor alone is a flag a day`() {
        var world = world
        world.staff.append(TinyWorld.person("P-4", "physiotherapist", .substantive))
        world.rota["P-4"] = ["R", "R", "R"]
        world.demand("D-1", "rehabilitation", contacts: 4)
        var sketch = PlanSketch(world.week)
        for session in [0, 1] {
            for person in ["P-1", "P-2"] { sketch.deploy(person, session) }
            sketch.give("D-1", "P-2", session, .delegated, supervisor: "P-1")
            sketch.supervise("P-1", session, "rehabilitation", minutes: 5)
        }
        let found = flags(world.week, sketch.plan).items
        #expect(found.map(\.subject.id) == ["delegation@A@2026-11-23"])
        #expect(
            found.first?.what
                == "2 delegated contacts (Rehabilitation, am and pm) rest on one supervisor alone in each "
                + "session: P-1.")
        for session in [0, 1] { sketch.deploy("P-4", session) }
        #expect(ids(world.week, sketch.plan).isEmpty)
    }

    @Test func `delegated work with nobody to supervise it is counted apart from that with one alone`() {
        var world = world
        world.demand("D-1", "rehabilitation", contacts: 9)
        var sketch = PlanSketch(world.week)
        sketch.deploy("P-2", 0)
        sketch.give("D-1", "P-2", 0, .delegated, contacts: 3)
        for person in ["P-1", "P-2"] { sketch.deploy(person, 1) }
        sketch.give("D-1", "P-2", 1, .delegated, contacts: 6, supervisor: "P-1")
        sketch.supervise("P-1", 1, "rehabilitation", minutes: 30)
        let found = flags(world.week, sketch.plan).items
        #expect(found.map(\.subject.id) == ["delegation@A@2026-11-23"])
        #expect(
            found.first?.what
                == "3 delegated contacts (Rehabilitation, am) have nobody there who may supervise them; 6 delegated "
                + "contacts (Rehabilitation, pm) rest on one supervisor alone in each session: P-1.")
        #expect(found.first?.size == 12, "those with nobody count twice")
    }

    @Test func `a closed flag is open again once it is worse than when it was closed`() {
        var world = world
        world.demand("D-1", "care", contacts: 6, priority: .critical)
        let closing = RedFlag.Closing(by: "Bo", on: world.start, why: "a neighbour goes")
        func next(_ unmet: Int, after flags: [RedFlag]) -> RedFlagFigures {
            var sketch = PlanSketch(world.week)
            sketch.leave("D-1", contacts: unmet)
            sketch.plan.flags = flags
            return self.flags(world.week, sketch.plan)
        }
        var first = next(2, after: []).items
        #expect(first.map(\.size) == [2])
        first[0].closing = closing
        // As it was, better, and as it was again: it stays closed.
        let second = next(1, after: first)
        let third = next(2, after: second.items)
        #expect(second.open.isEmpty && third.open.isEmpty && third.items.map(\.size) == [2])
        let worse = next(6, after: third.items)
        let told = "closed 2026-11-23 by Bo at 2: a neighbour goes"
        #expect(worse.reopened.map(\.size) == [6] && third.reopened.isEmpty)
        #expect(worse.open.map(\.size) == [6] && worse.open.map(\.closedBefore) == [told])
        // It says so as long as it is raised, and once, and may be closed anew.
        var last = next(5, after: worse.items).items
        #expect(last.map(\.closedBefore) == [told] && last[0].closing == nil)
        last[0].closing = closing
        #expect(next(5, after: last).open.isEmpty)
        #expect(
            next(6, after: last).open.map(\.closedBefore)
                == [told + "; closed 2026-11-23 by Bo at 5: a neighbour goes"])
        // Of a file without sizes nobody knows.
        first[0].size = nil
        #expect(next(6, after: first).open.isEmpty)
    }

    @Test func `a page says of a flag that is open again why it was closed`() throws {
        var world = world
        world.demand("D-1", "care", contacts: 6, priority: .critical)
        var sketch = PlanSketch(world.week)
        sketch.leave("D-1", contacts: 6)
        sketch.plan.flags = [
            RedFlag(
                .critical(line: "D-1"), what: "", place: "", when: "", size: 1,
                closing: RedFlag.Closing(by: "Bo", on: world.start, why: "a neighbour goes"))
        ]
        func cell(_ week: Week, _ plan: Plan) throws -> String? {
            let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
            return try #require(page.tables.first).rows.first?[5].shownText
        }
        #expect(
            try cell(world.week, sketch.plan)
                == "open again; it became worse after it was closed 2026-11-23 by Bo at 1: a neighbour goes")
        sketch.plan.flags = flags(world.week, sketch.plan).items
        // Better by now than when it was closed, it does not say that it is worse.
        var better = PlanSketch(world.week)
        better.leave("D-1", contacts: 1)
        better.plan.flags = sketch.plan.flags
        #expect(
            try cell(world.week, better.plan)
                == "open again; it became worse after it was closed 2026-11-23 by Bo at 1: a neighbour goes")
        let hidden = Pseudonyms(week: world.week, plan: sketch.plan)
        #expect(
            try cell(hidden.week, hidden.plan) == "open again; it became worse after it was (left out)")
    }

    @Test func `what people typed stays with its flag, and what is no longer raised is told`() {
        var world = world
        world.demand("D-1", "care", contacts: 3, priority: .critical)
        var sketch = PlanSketch(world.week)
        sketch.leave("D-1")
        let closing = RedFlag.Closing(by: "Bo", on: world.start, why: "a neighbour goes")
        let gone = RedFlag(.critical(line: "D-9"), what: "", place: "", when: "", owner: "Cy")
        sketch.plan.flags = [
            gone,
            RedFlag(
                .critical(line: "D-1"), what: "old", place: "", when: "", since: "then", owner: "Ann",
                closing: closing),
        ]
        let figures = flags(world.week, sketch.plan)
        #expect(figures.items.map(\.owner) == ["Ann"])
        #expect(figures.items.map(\.closing) == [closing])
        #expect(figures.items.map(\.since) == ["then"])
        #expect(figures.items.first?.what.hasPrefix("1 of 3 critical contacts") == true)
        #expect(figures.open.isEmpty)
        #expect(figures.gone == [gone])
    }

    @Test func `flags open the page, the open ones first, and a page without any has no such part`() throws {
        var world = world
        world.demand("D-1", "care", contacts: 3, priority: .critical)
        world.demand("D-2", "care", contacts: 3, priority: .critical)
        var sketch = PlanSketch(world.week)
        func page(_ plan: Plan) -> ReportPage {
            ReportPage(week: world.week, plan: plan, figures: ReportFigures(week: world.week, plan: plan))
        }
        #expect(!page(sketch.plan).sections.contains { $0.id == ReportPart.flags.rawValue })
        sketch.leave("D-1")
        sketch.leave("D-2")
        sketch.plan.flags = [
            RedFlag(
                .critical(line: "D-1"), what: "", place: "", when: "", owner: "Ann",
                closing: RedFlag.Closing(by: "Bo", on: world.start, why: "a neighbour goes"))
        ]
        let shown = page(sketch.plan)
        #expect(shown.sections.prefix(2).map(\.id) == ["first-things", "flags"])
        let rows = try #require(shown.tables.first).rows
        #expect(rows.map { $0[4].shownText } == ["nobody yet", "Ann"])
        #expect(rows.map { $0[5].shownText } == ["open", "Bo, 23 November 2026: a neighbour goes"])
        #expect(shown.html.contains("1 flag open, 1 closed."))
    }

    @Test func `without names nobody who owns or closed a flag is on the page, nor why`() throws {
        let week = lapsed("fire", -9).week
        var sketch = onDuty(week)
        sketch.plan.flags = [
            RedFlag(
                .lapsed(staff: "P-2", competency: "fire", ended: week.start.adding(days: -9)), what: "P-2",
                place: "A", when: "", owner: "Zebedee Quux",
                closing: RedFlag.Closing(by: "Quuxie", on: week.start, why: "Zebedee is away"))
        ]
        let hidden = Pseudonyms(week: week, plan: sketch.plan)
        let page = ReportPage(
            week: hidden.week, plan: hidden.plan,
            figures: ReportFigures(week: hidden.week, plan: hidden.plan))
        let csv = try #require(page.tables.first { $0.name == "red-flags" }).csv
        for name in ["Zebedee", "Quux", "P-2"] { #expect(!csv.contains(name), "\(name)") }
        #expect(csv.contains("(left out), 23 November 2026: (left out)"), "it is closed all the same")
    }
}
