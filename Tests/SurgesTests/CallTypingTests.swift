// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import TestSupport
import Testing
import Workforce

@testable import Surges

/// Answers typed into a list one at a time, and what they mean for a plan.
@Suite struct CallTypingTests {
    private static func world() -> TinyWorld { CallListTests.morning() }

    private static func input(_ text: String) -> InputFile {
        InputFile(path: CallSheet.file, bytes: Array(text.utf8))
    }

    @Test func anAnswerIsTypedIntoItsRowAndNothingElseChanges() throws {
        let week = Self.world().week
        let text = "# rung from the ward\n" + CallList(Surge(week, plan: PlanRows()), sheet: CallSheet()).text
        let rows = try #require(CallRow.read(Self.input(text), week: week, Diagnostics()))
        #expect(rows.map(\.key.staff) == ["PT-B", "SW-B"] && rows.map(\.rank) == [1, 2])
        #expect(rows[0].key.sessions == ["2026-11-23 am"] && Double(rows[0]["cost"]) == 120)
        let typing = CallTyping(answer: .yes, answeredAt: "2026-11-22 09:05", note: "=\"late\", perhaps")
        let bytes = try #require(typing.put(into: Self.input(text), row: 1))
        let typed = String(decoding: bytes, as: UTF8.self)
        let (before, after) = (text.split(separator: "\n"), typed.split(separator: "\n"))
        #expect(before.count == after.count)
        #expect(zip(before, after).map { $0 == $1 } == [true, true, true, false])
        #expect(after[3].hasSuffix(",yes,2026-11-22 09:05,\"'=\"\"late\"\", perhaps\""))
        let read = try #require(CallRow.read(Self.input(typed), week: week, Diagnostics()))
        #expect(read[1].answer == .yes && read[1].note == "=\"late\", perhaps" && read[0] == rows[0])
        #expect(read.answers.accepted == [Shift(person: 1, session: 0): ["A"]])
        let back = CallTyping(answer: nil, answeredAt: "", note: "").put(into: Self.input(typed), row: 1)
        #expect(back.map { String(decoding: $0, as: UTF8.self) } == text)
        #expect(typing.put(into: Self.input(text), row: 2) == nil, "there are two rows")
        #expect(typing.put(into: Self.input(text), row: -1) == nil)
        #expect(typing.put(into: Self.input("staff,sessions,answer\nPT-B,2026-11-23 am,\n"), row: 0) == nil)
    }

    @Test func aPlanOfAnswersBooksWhoSaidYesAndNobodyWhoWasNotRung() throws {
        let week = Self.world().week
        let (own, support, therapist) = (
            Shift(person: 0, session: 1), Shift(person: 1, session: 0), Shift(person: 2, session: 0)
        )
        func marks(_ answers: CallAnswers, booked: [Deployment] = []) -> [RotaMark.Duty] {
            let changes = answers.planning(in: week, plan: PlanRows(deployments: booked))
            let changed = week.supposing(changes.answered + changes.notRung)
            return [own, support, therapist].map { changed.mark($0).duty }
        }
        // SW-O has offered nothing and said yes; SW-B said no; nobody rang PT-B.
        #expect(marks(CallAnswers(accepted: [own: ["A"]], declined: [support])) == [.available, .off, .off])
        // Whoever the plan in force has stays booked.
        let there = Deployment(
            staff: "PT-B", session: 0, team: "A", booking: .rostered, minutes: 0, contactMinutes: 0)
        #expect(
            marks(CallAnswers(accepted: [support: []]), booked: [there]) == [
                .callable, .available, .available,
            ])
        // Unless somebody of the bank comes instead.
        #expect(
            marks(CallAnswers(accepted: [support: []], stoodDown: [therapist]), booked: [there])
                == [.callable, .available, .off])
        let changes = CallAnswers(accepted: [own: ["A"]]).planning(in: week, plan: PlanRows())
        let carried = week.supposing(changes.answered)
        #expect(carried.mark(own).pins == ["A"], "for the team they were asked for")
        #expect(
            [support, therapist].map { carried.mark($0).duty } == [.available, .available],
            "whoever was not rung can be asked later")
        let late = CallAnswers(accepted: [own: [], support: []])
            .planning(in: week, plan: PlanRows(), from: own.session)
        #expect(
            late.answered == [week.marking(own, .available)] && late.notRung.isEmpty,
            "what is over by now is neither")
        let no = CallAnswers(declined: [support], stoodDown: [therapist]).planning(in: week, plan: PlanRows())
        #expect(no.notRung.isEmpty)
        let said = week.supposing(no.answered)
        #expect(
            [support, therapist].map { said.mark($0).duty } == [.off, .off], "who said no is not asked again")
    }

    @Test func whatStaysUnmetIsReadBackFromItsTable() throws {
        let surge = Surge(Self.world().week, plan: PlanRows())
        let file = InputFile(path: UnmetTable.file, bytes: Array(UnmetTable(surge).csv.utf8))
        let lines = try #require(UnmetTable.read(file, Diagnostics()))
        // SW-B has 240 minutes for four calls, PT-B beside two assessments time for the fifth.
        #expect(lines.map(\.line) == ["CR", "UR"])
        #expect(lines.map(\.now) == [2, 5] && lines.map(\.ifAllCome) == [0, 0])
        #expect(lines.map(\.priority) == [.critical, .urgent])
        for (old, new) in [("critical", "crit"), (",2,0", ",two,0")] {
            let text = UnmetTable(surge).csv.replacing(old, with: new)
            let diagnostics = Diagnostics()
            #expect(UnmetTable.read(Self.input(text), diagnostics) == nil, "\(new)")
            #expect(diagnostics.hasErrors, "\(new)")
        }
    }
}
