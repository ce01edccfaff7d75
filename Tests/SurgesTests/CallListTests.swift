// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import TestSupport
import Testing
import Workforce

@testable import Surges

/// A call list worked out by hand, and what is typed into it.
@Suite struct CallListTests {
    /// The week below without its afternoon's care.
    static func morning() -> TinyWorld {
        var world = TinyWorld()
        world.staff = [
            TinyWorld.person("SW-O", "support-worker", .substantive, contractHours: 0, hourlyCost: 15),
            TinyWorld.person("SW-B", "support-worker", .bank, maximumHours: 20, hourlyCost: 18),
            TinyWorld.person("PT-B", "physiotherapist", .bank, hourlyCost: 30),
        ]
        world.rota = ["SW-O": ["", "C"], "SW-B": ["A"], "PT-B": ["A"]]
        world.demand("CR", "assessment", contacts: 2, priority: .critical, window: 0...0)
        world.demand("UR", "care", contacts: 5, priority: .urgent, window: 0...0)
        return world
    }

    /// Nobody is on duty. Two critical assessments (£720 unmet) and five urgent calls (£450) are wanted in the
    /// morning, four routine ones (£180) in the afternoon. A bank physiotherapist (£30 × 4 hours) and a bank support
    /// worker (£18) have offered the morning; a support worker without a contract (£15) may be asked for the afternoon.
    private static func world() -> TinyWorld {
        var world = morning()
        world.demand("RO", "care", contacts: 4, window: 1...1)
        return world
    }

    private static func names(_ surge: Surge) -> [String] {
        surge.proposals.map { surge.week.staff[$0.person].id }
    }

    @Test func theListIsTheOneWorkedOutByHand() throws {
        let surge = Surge(Self.world().week, plan: PlanRows())
        // Rung by rung it is SW-O first; what hangs on them makes the order.
        #expect(Self.names(surge) == ["PT-B", "SW-B", "SW-O"])
        #expect(surge.isExact)
        let (pt, bank, own) = (surge.proposals[0], surge.proposals[1], surge.proposals[2])
        #expect((pt.cost, bank.cost, own.cost) == (120, 72, 60))
        // Without PT-B both assessments (£720) go, £120 are saved.
        #expect(pt.hangs.critical == 2 && pt.hangs.contacts == 2 && abs(pt.loss - 600) < 1e-6)
        // Without SW-B PT-B has 50 minutes left for one call, on which a registered person costs £6.
        #expect(bank.hangs.urgent == 4 && bank.hangs.critical == 0 && abs(bank.loss - (360 + 6 - 72)) < 1e-6)
        #expect(own.hangs.routine == 4 && abs(own.loss - 120) < 1e-6)
        #expect(abs((pt.breakEvenRate ?? 0) - 180) < 1e-6)
        #expect(abs((bank.breakEvenRate ?? 0) - (72 + 294) / 4) < 1e-6)
        #expect(abs((own.breakEvenRate ?? 0) - 45) < 1e-6)
        #expect(abs((pt.poundsPerContactHour ?? 0) - 60) < 1e-6)
        #expect(abs((own.poundsPerContactHour ?? 0) - 30) < 1e-6)
        #expect(abs(surge.saving - (720 + 450 + 180 - 120 - 72 - 60)) < 1e-6)
        #expect((own.mark, own.rung, bank.rung) == (.callable, .extra, .ownBank))
        #expect((pt.gradeAsked, pt.gradeHeld) == ("physiotherapy", "physiotherapy"))
        #expect((bank.gradeAsked, bank.gradeHeld) == ("grade 1", "grade 2"))
        #expect(pt.missing.isEmpty && pt.ending.isEmpty && pt.travelMinutes == 0)
        #expect((bank.hoursBefore, bank.hoursAfter) == (0, 4))
        #expect(bank.workingTime == "kept; 4.0 of 20.0 hours")
        #expect(
            bank.reason
                == "Without this call, and nobody else called instead, 4 urgent contacts of UR would go unmet: £294.00 lost."
        )
        for plan in [surge.now, surge.ifAllCome] { expectClean(plan.plan(), plan.instance.week) }
    }

    @Test func theGuideSaysWhatEachColumnHoldsInTheOrderOfTheFile() throws {
        let guide = try String(
            contentsOf: Repository.root.appending(path: "docs/surge.md"), encoding: .utf8)
        let section = try #require(guide.split(separator: "## `calls.csv`").last)
            .split(separator: "\n## ").first
        let rows = (section ?? "").split(separator: "\n").filter { $0.hasPrefix("| `") }
        let named = rows.flatMap { row in
            let cell = row.split(separator: "|").first ?? ""
            return cell.split(separator: ",").map { String($0.trimmingCharacters(in: [" ", "`"])) }
        }
        #expect(named == CallList.columns)
    }

    @Test func delegatedWorkNamesItsSupervisorAndSignOffsThatEndAreTold() throws {
        var world = Self.world()
        world.lines = []
        world.staff.append(TinyWorld.person("PT-1", "physiotherapist", .substantive, hourlyCost: 30))
        world.rota = ["PT-1": ["R"], "SW-B": ["A"]]
        world.demand("RE", "rehabilitation", contacts: 6, priority: .urgent, window: 0...0)
        world.demand("CR", "assessment", contacts: 2, priority: .critical, window: 0...0)
        world.signOffs = world.staff.flatMap { person in
            ["therapy", "care", "handling"].map {
                SignOff(
                    staff: person.id, competency: $0, level: 3, signedOffOn: world.start.adding(days: -30),
                    expiresOn: person.id == "SW-B" ? world.start : nil)
            }
        }
        let surge = Surge(world.week, plan: PlanRows())
        let call = try #require(surge.proposals.first)
        #expect(Self.names(surge) == ["SW-B"])
        #expect(call.supervisors == ["PT-1"] && call.supervisionMinutes == 20)
        #expect(call.ending == ["care (to 2026-11-23)"] && call.missing.isEmpty)
        #expect(call.covers == "4 × rehabilitation")
    }

    @Test func whatWasTypedIsKeptAndRankedAnew() throws {
        let week = Self.world().week
        let first = Surge(week, plan: PlanRows())
        var text = CallList(first, sheet: CallSheet()).text
        #expect(text.hasPrefix("rank,gap,team,sessions,staff,name,rung,mark,employer,"))
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 4 && lines[1].hasPrefix("1,CR,A,2026-11-23 am,PT-B,PT-B,own-bank,A,trust,"))
        // A column of one's own, a remark, an answer, a note without an answer.
        text =
            "# rang from the ward office\n"
            + [lines[0] + ",telephone", lines[1].dropLast(2) + "no,09:10,\"on leave, back on Monday\",0123"]
            .joined(separator: "\n") + "\n" + lines[2] + ",0456\n"
            + lines[3].dropLast(2) + ",,try after noon,\n"
        text = text.replacing(",,no,09:10", with: ",no,09:10")
        let sheet = try #require(Self.read(text, week).sheet)
        #expect(sheet.answers.declined == [Shift(person: 2, session: 0)])
        let second = Surge(week, plan: PlanRows(), answers: sheet.answers)
        #expect(Self.names(second) == ["SW-B", "SW-O"])
        let again = CallList(second, sheet: sheet).text
        let rows = again.split(separator: "\n").map(String.init)
        #expect(rows[0] == "# rang from the ward office" && rows[1].hasSuffix(",note,telephone"))
        #expect(rows[2].hasPrefix("1,UR,A,2026-11-23 am,SW-B,") && rows[2].hasSuffix(",,,,0456"))
        #expect(rows[3].hasPrefix("2,RO,") && rows[3].hasSuffix(",,,try after noon,"))
        #expect(rows[4].hasPrefix(",,A,2026-11-23 am,PT-B,"))
        #expect(rows[4].hasSuffix(",no,09:10,\"on leave, back on Monday\",0123"))
        // And once more: nothing is lost, nothing doubled.
        let third = try #require(Self.read(again, week).sheet)
        #expect(CallList(second, sheet: third).text == again)
    }

    @Test func whoAcceptedIsHeldAndKeepsTheirRow() throws {
        let week = Self.world().week
        var sheet = CallSheet()
        sheet.answer([Shift(person: 1, session: 0)], .yes)
        let surge = Surge(week, plan: PlanRows(), answers: sheet.answers)
        #expect(Self.names(surge) == ["PT-B", "SW-O"])
        #expect(surge.accepted.map(\.person) == [1] && surge.now.unmet == [2, 0, 4])
        #expect(surge.week.rota[0][1].duty == .callable && surge.week.rota[1][0].duty == .available)
        let rows = CallList(surge, sheet: sheet).text.split(separator: "\n").map(String.init)
        #expect(
            rows.count == 4 && rows[3].hasPrefix(",UR,A,2026-11-23 am,SW-B,") && rows[3].hasSuffix(",yes,,"))
        // Changing one's mind replaces the answer.
        sheet.answer([Shift(person: 1, session: 0)], .no)
        #expect(sheet.answers.accepted.isEmpty && sheet.answers.declined.count == 1)
    }

    @Test func agencyThatIsTakenOverIsReadFromTheListAndStaysOnIt() throws {
        var world = TinyWorld()
        world.staff = [
            TinyWorld.person("AG", "support-worker", .agency, hourlyCost: 30),
            TinyWorld.person("SW-B", "support-worker", .bank, hourlyCost: 18),
        ]
        world.rota = ["AG": ["A"], "SW-B": ["A"]]
        world.demand("UR", "care", contacts: 4, priority: .urgent, window: 0...0)
        let plan = PlanRows(deployments: [
            Deployment(staff: "AG", session: 0, team: "A", booking: .agency, minutes: 240, contactMinutes: 0)
        ])
        let week = world.week
        let text = CallList(Surge(week, plan: plan), sheet: CallSheet()).text
        #expect(text.contains(",AG@2026-11-23 am,2026-11-23 am,,"), "\(text)")
        let typed = text.replacing("begins.\",,,", with: "begins.\",yes,,")
        let sheet = try #require(Self.read(typed, week).sheet)
        #expect(sheet.answers.stoodDown == [Shift(person: 0, session: 0)])
        let after = Surge(week, plan: plan, answers: sheet.answers)
        #expect(after.accepted.map(\.person) == [1] && after.displacing.isEmpty)
        #expect(after.now.team(ofPerson: 0, session: 0) == nil)
        // The row keeps what it takes over, and is read to the same once more.
        let again = CallList(after, sheet: sheet).text
        #expect(try #require(Self.read(again, week).sheet).answers == sheet.answers)
        // Whoever says no leaves the agency where it is.
        let no = try #require(Self.read(text.replacing("begins.\",,,", with: "begins.\",no,,"), week).sheet)
        #expect(no.answers.stoodDown.isEmpty)
        #expect(
            Surge(week, plan: plan, answers: no.answers).now.team(ofPerson: 0, session: 0) == 0)
    }

    @Test func nonsenseIsToldAtItsPlaceAndAllAtOnce() throws {
        let week = Self.world().week
        let text = """
            staff,sessions,answer,note
            PT-X,2026-11-23 am,yes,
            SW-B,2026-11-23 am,maybe,
            SW-O,2026-12-23 pm,no,
            PT-B,,no,
            SW-O,2026-11-23 pm,no,
            SW-O,2026-11-23 pm,yes,
            ,2026-11-23 pm,yes,
            """
        let (sheet, messages) = Self.read(text, week)
        #expect(sheet == nil)
        #expect(
            messages.map { $0.split(separator: "\n")[0] } == [
                "calls.csv:2:1: error: nobody on the roster is 'PT-X'; did you mean 'PT-B'?",
                "calls.csv:3:20: error: answer 'maybe' is not known",
                "calls.csv:4:6: error: '2026-12-23 pm' is no session of the week",
                "calls.csv:5:6: error: sessions is blank",
                "calls.csv:7:6: error: SW-O on 2026-11-23 pm stands in line 6 already",
                "calls.csv:8:1: error: staff is blank",
            ])
        #expect(Self.read("staff,sessions\n", week).sheet == nil)
        #expect(Self.read("", week).sheet == nil)
        #expect(Self.read("staff,sessions,answer\nSW-B, 2026-11-23 am , YES\n", week).sheet?.calls.count == 1)
        let saved = Self.read("staff;sessions;answer\nSW-B;\"Mon 23 Nov AM;23/11/26 pm\";yes\n", week)
        #expect(saved.sheet?.calls.first?.shifts.map(\.session) == [0, 1])
        #expect(saved.messages.count == 3 && saved.messages.allSatisfy { $0.contains(": notice: ") })
    }

    @Test func teamsAndBookingsThatAreNoneAreToldWhereTheyWouldCount() throws {
        var world = TinyWorld()
        world.staff = [
            TinyWorld.person("AG", "support-worker", .agency, hourlyCost: 30),
            TinyWorld.person("SW-B", "support-worker", .bank, hourlyCost: 18),
        ]
        world.rota = ["AG": ["A", "A"], "SW-B": ["A", "A"]]
        let week = world.week
        let heading = "staff,sessions,answer,team,displaces\n"
        let (sheet, messages) = Self.read(
            heading + "SW-B,2026-11-23 am,yes,nowhere,AGG@2026-11-23 am\n"
                + "SW-B,2026-11-23 pm,no,A;  B,SW-B@2026-11-23 am\n"
                + "AG,2026-11-23 am,maybe,A,AG@2026-11-30 am\n"
                + "AG,2026-11-23 pm,yes,A,AG 2026-11-23 am\n", week)
        #expect(sheet == nil)
        #expect(
            messages.map { $0.split(separator: "\n")[0] } == [
                "calls.csv:2:24: error: no team is 'nowhere'",
                "calls.csv:2:32: error: 'AGG@2026-11-23 am' is no booking of agency: nobody on the roster is 'AGG'; did you mean 'AG'?",
                "calls.csv:3:23: error: no team is 'B'; did you mean 'A'?",
                "calls.csv:4:18: error: answer 'maybe' is not known",
                "calls.csv:4:26: error: 'AG@2026-11-30 am' is no booking of agency: '2026-11-30 am' is no session of the week",
                "calls.csv:5:24: error: 'AG 2026-11-23 am' is no booking of agency: a booking is written as AG@2026-11-23 am",
            ])
        let own = Self.read(heading + "SW-B,2026-11-23 pm,yes,A,SW-B@2026-11-23 am\n", week)
        #expect(
            own.messages.map { $0.split(separator: "\n")[0] } == [
                "calls.csv:2:26: error: 'SW-B@2026-11-23 am' is no booking of agency: 'SW-B' is not from an agency"
            ])
        // Of who said no nobody is given up: the agency may have left the roster since.
        let gone = Self.read(heading + "SW-B,2026-11-23 pm,no,A,AGG@2026-11-31 am\n", week)
        #expect(gone.sheet?.calls.first?.unreadCell == "AGG@2026-11-31 am")
        #expect(gone.messages.isEmpty, "\(gone.messages)")
        let right = Self.read(
            heading + "SW-B,2026-11-23 am,yes,A ; A,AG@2026-11-23 am; AG@2026-11-23 pm\n", week)
        let call = try #require(right.sheet?.calls.first)
        #expect(call.teams == ["A", "A"])
        #expect(call.displaces == [0, 1].map { Shift(person: 0, session: $0) })
        // A row that is still to be answered may be of agency that has left the roster since; a flag is told of it.
        var open = try #require(
            Self.read(heading + "SW-B,2026-11-23 am,,A,AGG@2026-11-23 am\n", week).sheet)
        let yes = AnswerFlags(accepted: ["SW-B@2026-11-23 am"], declined: [])
        #expect(
            yes.put(into: &open, week, plan: PlanRows()) == [
                "--accepted SW-B@2026-11-23 am: mend 'displaces' of its row first: 'AGG@2026-11-23 am' is no booking of agency: nobody on the roster is 'AGG'; did you mean 'AG'?"
            ])
        let no = AnswerFlags(accepted: [], declined: ["SW-B@2026-11-23 am"])
        #expect(no.put(into: &open, week, plan: PlanRows()) == [])
    }

    private static func read(_ text: String, _ week: Week) -> (sheet: CallSheet?, messages: [String]) {
        let diagnostics = Diagnostics()
        let sheet = CallSheet.read(
            InputFile(path: "calls.csv", bytes: Array(text.utf8)), week: week, diagnostics)
        return (sheet, diagnostics.sorted.map(\.description))
    }
}
