// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@Suite struct RedFlagTests {
    private static let day = CalendarDay(number: 9457)

    private func flag(
        since: String = "", owner: String = "", by: String? = nil, line: String = "D-1"
    ) -> RedFlag {
        RedFlag(
            .critical(line: line), what: "", place: "A", when: "", since: since, owner: owner,
            closing: by.map { RedFlag.Closing(by: $0, on: Self.day, why: "seen") })
    }

    @Test(arguments: [
        (RedFlag.Subject.critical(line: "D-1"), "critical@D-1"),
        (.minimum(team: "A", session: "2026-11-23 am"), "minimum@A@2026-11-23 am"),
        (
            .lapsed(staff: "P 1", competency: "care", ended: RedFlagTests.day),
            "lapsed@P 1@care@2026-11-23"
        ),
        (.delegation(group: "north", day: RedFlagTests.day), "delegation@north@2026-11-23"),
    ]) func `an identifier is of one thing, and back`(_ subject: RedFlag.Subject, _ id: String) {
        #expect(subject.id == id)
        #expect(RedFlag.Subject(id: id) == subject)
    }

    @Test(arguments: [
        "", "critical", "critical@", "critical@a@b", "minimum@A", "lapsed@P@care@yesterday", "delegation@n@x",
        "Critical@D-1", "other@D-1",
    ]) func `what is no identifier is none`(_ id: String) {
        #expect(RedFlag.Subject(id: id) == nil)
    }

    @Test func `what was typed into the plan that is replaced counts, then what was typed into the start`() {
        let joined = RedFlag.joined(
            replaced: [flag(since: "late", owner: "Ann"), flag(since: "late", line: "D-2")],
            start: [flag(since: "early", owner: "Bo", by: "Cy"), flag(owner: "Dee", line: "D-3")])
        #expect(
            joined == [
                flag(since: "early", owner: "Ann", by: "Cy"), flag(since: "late", line: "D-2"),
                flag(owner: "Dee", line: "D-3"),
            ])
    }

    @Test func `of the start a closing is taken over with the size that was closed`() {
        var (start, replaced) = (flag(by: "Cy"), flag())
        (start.size, replaced.size) = (1, 6)
        let joined = RedFlag.joined(replaced: [replaced], start: [start])
        #expect(joined == [start])
        var now = flag()
        now.size = 6
        #expect(now.carrying(joined[0]).closing == nil)
        now.size = 1
        #expect(now.carrying(joined[0]).closing == start.closing)
    }

    @Test func `a plan is told by its first session to come and by what it was made from`() {
        var world = TinyWorld()
        var plan = PlanSketch(world.week).plan
        #expect(plan.raisingMark(in: world.week) == "2026-11-23 am")
        plan.summary.inputs = [
            InputDigest(path: "a", sha256: "00000000000fabc"),
            InputDigest(path: "b", sha256: "000000000001def"),
        ]
        #expect(plan.raisingMark(in: world.week) == "2026-11-23 am 000000000010")
        world.current = []
        world.currentContacts = []
        world.frozenBefore = 1
        #expect(plan.raisingMark(in: world.week) == "2026-11-23 pm 000000000010")
    }
}
