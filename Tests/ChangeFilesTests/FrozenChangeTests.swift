// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import TestSupport
import Testing
import Workforce

/// Weeks of which a part is over: changes are about what is still to come.
@Suite("What a change file does where sessions are over")
struct FrozenChangeTests {
    /// Two days, of which the first is over. Of D-1 4 contacts were given, of D-3 2 by one worker and 1 by a pair; the
    /// windows of D-2 and D-4 are over.
    private func week(_ edit: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.days = 2
        world.rota = ["P-1": ["R", "R", "R", "R"], "P-2": ["R", "R", "R", "A"], "P-3": ["", "", "", "A"]]
        world.demand("D-1", "care", contacts: 10)
        world.demand("D-2", "care", contacts: 5, window: 0...1)
        world.demand("D-3", "transfer", contacts: 8, singleHanded: 1)
        world.demand("D-4", "transfer", contacts: 4, singleHanded: 1, window: 0...1)
        world.frozenBefore = 2
        world.current = ["P-1", "P-2"].flatMap { person in
            (0...1).map { CurrentDeployment(staff: person, session: $0, team: "A") }
        }
        world.currentContacts = [
            CurrentContact(line: "D-1", session: 0, staff: "P-2", contacts: 4, route: .support),
            CurrentContact(
                line: "D-3", session: 0, staff: "P-1", partner: "P-2", contacts: 1, route: .doubleHanded),
            CurrentContact(line: "D-3", session: 1, staff: "P-2", contacts: 2, route: .singleHanded),
        ]
        edit(&world)
        return world.week
    }

    private func contacts(_ text: String, _ week: Week) throws -> [String] {
        try RoundTripTests.applied([text], to: week).demand.map {
            "\($0.id) \($0.contacts)/\($0.singleHandedContacts)"
        }
    }

    @Test("Contacts that were given are not converted, nor those of a line that is over")
    func conversion() throws {
        let text = "convert: [{from: care, to: rehabilitation, share: 0.5}]"
        // 10 − 4 = 6 are left, so 3.
        #expect(
            try contacts(text, week()) == [
                "D-1 7/0", "D-2 5/0", "D-3 8/1", "D-4 4/1", "D-1~rehabilitation 3/0",
            ])
        // Who is absent by now gave none: 10 are left, so 5.
        let absent = week { $0.rota["P-2"] = ["S", "R", "R", "A"] }
        #expect(try contacts(text, absent).last == "D-1~rehabilitation 5/0")
        // More were given than are wanted by now: none is left.
        let fewer = week { $0.lines[0].contacts = 3 }
        #expect(try contacts(text, fewer) == ["D-1 3/0", "D-2 5/0", "D-3 8/1", "D-4 4/1"])
    }

    @Test("Reserve is a share of contacts that are still to come")
    func contingency() throws {
        // 6 of D-1 and 8 − 3 = 5 of D-3 are left: 11 × 0.5 = 5.5, so 6, and the larger remainder is that of 2.5.
        #expect(
            try contacts("contingency: {P1: 0.5}", week()) == [
                "D-1 10/0", "D-2 5/0", "D-3 8/1", "D-4 4/1", "D-1~reserve 3/0", "D-3~reserve 3/0",
            ])
    }

    @Test("A single-handed share is of contacts to come, besides those that one worker gave")
    func singleHanded() throws {
        // 5 × 0.5 = 2.5, so 2, besides the 2 that were given.
        let text = "single_handed: {share: 0.5}"
        #expect(try contacts(text, week()) == ["D-1 10/0", "D-2 5/0", "D-3 8/4", "D-4 4/1"])
        // What a review found stays where it is more.
        let more = week { $0.lines[2].singleHandedContacts = 6 }
        #expect(try contacts(text, more)[2] == "D-3 8/6")
        // 3 of 2 were given, 2 of them by one worker: no more are suitable than are wanted.
        let fewer = week { $0.lines[2].contacts = 1 }
        #expect(try contacts(text, fewer)[2] == "D-3 1/1")
    }

    @Test("A factor is about all that is wanted, whatever was given of it")
    func factor() throws {
        #expect(
            try contacts("demand: [{factor: 2}]", week()) == ["D-1 20/0", "D-2 10/0", "D-3 16/1", "D-4 8/1"])
    }

    @Test("Who goes has no marks from then on, and what they worked stays")
    func removal() throws {
        let base = week()
        let changed = try RoundTripTests.applied(["people: [{remove: P-2}]"], to: base)
        #expect(changed.staff.map(\.id) == ["P-1", "P-2", "P-3"])
        #expect(
            changed.rota.map { $0.map(\.cell) } == [
                ["R", "R", "R", "R"], ["R", "R", "", ""], ["", "", "", "A"],
            ])
        #expect(changed.signOffs == base.signOffs)
        #expect(
            FrozenPast(changed, WeekIndex(changed)).contacts == FrozenPast(base, WeekIndex(base)).contacts)
        // Where nothing is over, they are gone.
        let open = week { $0.frozenBefore = nil }
        let gone = try RoundTripTests.applied(["people: [{remove: P-2}]"], to: open)
        #expect(gone.staff.map(\.id) == ["P-1", "P-3"])
    }

    @Test("What was given of a line that goes is told with what it was, and goes")
    func lineRemoved() throws {
        let text = "demand:\n  - {remove: D-3}\n  - {remove: D-2}"
        #expect(
            ChangeFileErrorTests.problems(text, week()) == [
                "c.yaml:2:14: warning: line 'D-3' goes, of which 'P-1' gave with 'P-2' 1 contact on 2026-11-23 am and 'P-2' gave 2 contacts on 2026-11-23 pm; these are left out"
            ])
        let changed = try RoundTripTests.applied([text], to: week())
        #expect(changed.currentContacts?.map(\.line) == ["D-1"])
        // Contacts converted from it are left: the rows stay, and who reads the week is told of them.
        let converted = week { $0.demand("D-3~care", "care", contacts: 1) }
        #expect(ChangeFileErrorTests.problems("demand: [{remove: D-3}]", converted) == [])
        // Who is absent by now gave nothing that counts; what is still to come was not given.
        let absent = week { $0.rota["P-2"] = ["S", "S", "R", "A"] }
        #expect(ChangeFileErrorTests.problems("demand: [{remove: D-3}]", absent) == [])
        let open = week { $0.frozenBefore = nil }
        #expect(ChangeFileErrorTests.problems("demand: [{remove: D-3}]", open) == [])
    }

    @Test("Pins of sessions that are over, and of people who may only be called, are held against nothing")
    func pins() {
        let text = "teams: [{team: A, closed: [2026-11-23 am, 2026-11-24 pm]}]"
        #expect(ChangeFileErrorTests.problems(text, week { $0.rota["P-1"] = ["R@A"] }) == [])
        #expect(
            ChangeFileErrorTests.problems(text, week { $0.rota["P-1"] = ["", "", "", "C@A"] }) == [])
        #expect(
            ChangeFileErrorTests.problems(text, week { $0.rota["P-1"] = ["", "", "", "A@A"] }) == [
                "c.yaml:1:16: error: 'P-1' is pinned to 'A' on 2026-11-24 pm, and cannot be sent there any more: the team is closed then"
            ])
    }
}
