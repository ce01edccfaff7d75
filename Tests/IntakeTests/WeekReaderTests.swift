// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

@Suite struct WeekReaderTests {
    @Test func aValidWeekIsReadWhole() throws {
        let (week, diagnostics, inputs) = try WeekFixture().read()
        #expect(diagnostics == [])
        let found = try #require(week)
        #expect(found.start.iso == "2026-11-23")
        #expect(found.sessions.map(\.id).first == "2026-11-23 am")
        #expect(found.sessions.count == 4)
        #expect(found.parts.map(\.ends) == [720, 1020])
        #expect(found.policy.unmetCriticalMinute == 8)
        #expect(found.policy.unmetUrgentMinute == 3)
        #expect(found.policy.agencyCap == 500)
        #expect(found.framework.version == "2026.1")
        #expect(found.framework.activities[1].support?.kinds == [.support, .student])
        #expect(found.teams[0].span == 6)
        #expect(found.teams[1].supervisionGroup == "ward")
        #expect(found.staff[0].lastSessionBefore?.part == "pm")
        #expect(found.staff[1].maximumHours == nil)
        #expect(found.signOffs[0].expiresOn == nil)
        #expect(found.rota[1][0] == RotaMark(.rostered, pin: "north"))
        #expect(found.rota[2].map(\.duty) == [.available, .available, .sick, .training])
        #expect(found.demand[2].singleHandedContacts == 1)
        #expect(found.demand[0].window == 0...3)
        #expect(found.agreements[0].roles == nil)
        #expect(found.agreements[1].roles == ["support-worker", "student"])
        #expect(found.current == [CurrentDeployment(staff: "ann", session: 0, team: "north")])
        #expect(inputs.count == 11)
        #expect(inputs.map(\.path) == inputs.map(\.path).sorted())
    }

    @Test func theOptionalFilesMayBeMissing() throws {
        let fixture = WeekFixture().without("agreements.csv").without("travel.csv").without("placements.csv")
            .without("current/deployments.csv")
        let (week, diagnostics, inputs) = try fixture.read()
        #expect(diagnostics == [])
        #expect(week?.travel == nil)
        #expect(week?.current == nil)
        #expect(inputs.count == 7)
    }

    @Test func filesAsSpreadsheetsSaveThemAreRead() throws {
        var fixture = WeekFixture()
        for index in fixture.files.indices where fixture.files[index].path.hasSuffix(".csv") {
            let lines = fixture.files[index].text.split(separator: "\n").map { $0 + ",," }
            fixture.files[index].text = "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n,,,\r\n"
        }
        #expect(try fixture.problems() == [])
        #expect(try fixture.read().week != nil)
    }

    @Test func sessionsMayBeAList() throws {
        let fixture = WeekFixture().replacing(
            "  am: {starts: 08:00, ends: \"12:00\"}\n  pm: {starts",
            with: "  - {id: am, starts: 8:00, ends: 12:00}\n  - {id: pm, starts",
            in: "week.yaml")
        #expect(try fixture.problems() == [])
        #expect(try fixture.read().week?.parts.map(\.starts) == [480, 780])
    }

    @Test func aMissingFileIsToldOnceAndNothingIsBlamedForIt() throws {
        #expect(
            try WeekFixture().without("staff.csv").problems() == ["staff.csv: error: staff.csv is missing"])
        #expect(
            try WeekFixture().without("teams.csv").problems() == ["teams.csv: error: teams.csv is missing"])
        #expect(
            try WeekFixture().without(WeekFixture.frameworkPath).problems() == [
                "week.yaml:2:12: error: ../../Competencies/framework.yaml is missing"
            ])
        #expect(
            try WeekFixture().without("week.yaml").problems() == ["week.yaml: error: week.yaml is missing"])
    }

    @Test func aFileWithANearNameIsPointedOut() throws {
        let fixture = WeekFixture().without("agreements.csv").adding("employer", to: "agreement.csv")
            .replacing("bo,R@north", with: "bo,R", in: "rota.csv")
        #expect(
            try fixture.problems() == [
                "agreement.csv: warning: the file is not read; did you mean 'agreements.csv'?"
            ])
    }

    @Test func allProblemsAreToldAtOnce() throws {
        let fixture = WeekFixture().replacing("ann,physio", with: "ann,phsyio", in: "staff.csv")
            .replacing("37.5,48", with: "x,200", in: "staff.csv")
            .replacing("d1,north,session,urgent,6", with: "d1,nroth,sesion,urgnt,-6", in: "demand.csv")
        let (week, diagnostics, _) = try fixture.read()
        #expect(week == nil)
        #expect(
            diagnostics.filter { $0.severity == .error }.map {
                "\($0.file):\($0.line ?? 0):\($0.column ?? 0)"
            } == [
                "demand.csv:2:4", "demand.csv:2:10", "demand.csv:2:17", "demand.csv:2:23", "staff.csv:2:5",
                "staff.csv:2:40", "staff.csv:2:42",
            ])
    }
}
