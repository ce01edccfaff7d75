// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Report
import Testing
import Workforce

/// What was found out about a plan, kept with it.
@Suite struct FindingsTests {
    @Test func findingsComeBackFromThePlansFolder() throws {
        let effect = Effect(contacts: 3, hours: 1.5, registeredHours: -0.25, pounds: 12.5)
        var findings = Findings()
        findings.deepDives = [
            DeepDive(
                staff: "ann", availableMinutes: 240, contactMinutes: 90, threshold: 0.42,
                causes: CauseMinutes.Cause.allCases.map { CauseMinutes($0, 15) }, change: "Ask O'Neil.",
                effect: effect)
        ]
        findings.bookings = [
            BookingFinding(staff: "=1+1", session: 0, without: effect, lines: ["H1"], missingHeads: 1)
        ]
        findings.conversions = [
            ConversionFinding(
                change: .worker(staff: "ann", competencies: ["lift"]), converted: 2, releasedHours: 1,
                effect: effect),
            ConversionFinding(change: .all, converted: 3, releasedHours: 1.5, effect: effect),
        ]
        findings.fixedTeams = FixedTeams(objective: 400, bookings: 100, unmetContacts: 4, unmetHours: 2)
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, findings: findings, to: folder)
        #expect(ReportFolder.findings(in: folder) == findings)
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
    }

    @Test func aPlanWithoutFindingsHasNone() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        #expect(ReportFolder.findings(in: folder) == Findings())
        let text = try String(contentsOf: folder.appendingPathComponent("plan.json"), encoding: .utf8)
        #expect(!text.contains("findings"))
        #expect(ReportFolder.findings(in: folder.appendingPathComponent("none")) == Findings())
    }
}
