// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

@testable import PlanFolder

@Suite struct FlagsFileTests {
    private static let header = "flag,what,where,when,since,owner,closed_by,closed_on,why\n"
    private static let flags = [
        RedFlag(
            .critical(line: "H1"), what: "1 of 5, \"not met\"", place: "kt", when: "2026-11-23 pm", size: 1,
            since: "2026-11-23 am 0123456789ab", owner: "=Ann",
            closing: RedFlag.Closing(by: "Bo", on: Fixture.week.start, why: "-1, a neighbour goes")),
        RedFlag(
            .minimum(team: "kt", session: "2026-11-23 am"), what: "short", place: "kt", when: "2026-11-23 am",
            closedBefore: "closed 2026-11-23 by Bo at 1: \"seen\""),
    ]

    private func folder(_ text: String?, flags: [RedFlag] = []) throws -> URL {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        var plan = Fixture.plan
        plan.flags = flags
        try PlanFolder.write(plan: plan, week: Fixture.week, to: folder)
        if let text { try Data(text.utf8).write(to: folder.appendingPathComponent("flags.csv")) }
        return folder
    }

    @Test func flagsComeBackAsTheyWereWritten() throws {
        let folder = try folder(nil, flags: Self.flags)
        let (plan, diagnostics) = PlanFolder.read(from: folder, week: Fixture.week)
        #expect(diagnostics.isEmpty)
        #expect(plan?.flags == Self.flags)
        #expect(PlanFolder.flags(in: folder).flags == Self.flags)
        #expect(plan?.edited == [], "people are meant to type into it")
    }

    @Test func aPlanOfBeforeThereWereFlagsIsRead() throws {
        let folder = try folder(nil)
        try FileManager.default.removeItem(at: folder.appendingPathComponent("flags.csv"))
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
        #expect(PlanFolder.flags(in: folder).flags == [])
    }

    @Test(arguments: [
        (
            "critical@H1,,,,,Ann,Bo,,\n",
            "plan/flags.csv:2:21: error: closed_by is given, and closed_on and why are blank"
        ),
        (
            "critical@H1,,,,,,,2026-11-23,\n",
            "plan/flags.csv:2:19: error: closed_on is given, and closed_by and why are blank"
        ),
        ("critical@H1,,,,,,Bo,soon,x\n", "plan/flags.csv:2:21: error: closed_on 'soon' is no date"),
        ("nonsense,,,,,Ann,,,\n", "plan/flags.csv:2:1: error: flag 'nonsense' is none that a plan raises"),
        (",,,,,Ann,,,\n", "plan/flags.csv:2:1: error: flag is blank"),
        (
            "critical@H1,,,,,Ann,,,\ncritical@H1,,,,,Bo,,,\n",
            "plan/flags.csv:3:1: error: 'critical@H1' has two rows, the first in line 2"
        ),
        ("critical@H1,Ann\n", "plan/flags.csv:2: error: the row has 2 cells where the header has 9"),
    ]) func nonsenseIsToldWithItsPlace(_ rows: String, _ message: String) throws {
        let folder = try folder(Self.header + rows)
        let read = PlanFolder.flags(in: folder)
        #expect(read.flags == nil)
        #expect(
            read.diagnostics.map { $0.description.split(separator: "\n").first.map(String.init) } == [message]
        )
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == nil)
    }

    @Test(arguments: ["-1", "many", "1.5", "2000000"])
    func aSizeThatIsNoneIsToldWithItsPlace(_ size: String) throws {
        let folder = try folder("flag,owner,size\ncritical@H1,Ann,\(size)\n")
        let read = PlanFolder.flags(in: folder)
        #expect(read.flags == nil)
        #expect(read.diagnostics.first?.description.hasPrefix("plan/flags.csv:2:17: error: size") == true)
        let right = try self.folder("flag,owner,size\ncritical@H1,Ann,3\nminimum@kt@2026-11-23 am,Bo,\n")
        #expect(PlanFolder.flags(in: right).flags?.map(\.size) == [3, nil])
    }

    @Test func aColumnOfSomebodysOwnWouldBeLostAndIsAnError() throws {
        let folder = try folder("flag,owner,phone\ncritical@H1,Ann,0123\n")
        let read = PlanFolder.flags(in: folder)
        #expect(read.flags == nil)
        #expect(
            read.diagnostics.first?.description.hasPrefix("plan/flags.csv:1:12: error: column 'phone'")
                == true)
        let blank = try self.folder("flag,owner,\ncritical@H1,Ann,\n")
        #expect(PlanFolder.flags(in: blank).flags?.map(\.owner) == ["Ann"])
    }

    @Test func whatCannotBeReadIsKeptWhenAPlanTakesItsPlace() throws {
        let text = Self.header + "nonsense,,,,,Ann,,,\n"
        let folder = try folder(text)
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        let kept = try String(contentsOf: folder.appendingPathComponent("flags-unread.csv"), encoding: .utf8)
        #expect(kept == text)
        #expect(PlanFolder.flags(in: folder).flags == [])
        // The next plan leaves it where it is.
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        #expect(
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("flags-unread.csv").path))
    }
}
