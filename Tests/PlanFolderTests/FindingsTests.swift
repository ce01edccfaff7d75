// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Foundation
import PlanFolder
import Testing
import Workforce

/// What was found out about a plan, kept with it.
@Suite struct FindingsTests {
    @Test func findingsStandInThePlansSummary() throws {
        let effect = Effect(contacts: 3, hours: 1.5, registeredHours: -0.25, pounds: 12.5)
        var findings = Findings()
        let agreement = Agreement(employer: "O'Neil", organisation: "trust", roles: nil)
        findings.deepDives = [
            DeepDive(
                staff: "ann", availableMinutes: 240, contactMinutes: 90, threshold: 0.42,
                causes: CauseMinutes.Cause.allCases.map { CauseMinutes($0, 15) },
                remedy: .changes([.agreement(agreement)]), effect: effect)
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
        let side = FixedTeams.Side(objective: 400, bookings: 100, unmetContacts: 4, unmetHours: 2)
        findings.fixedTeams = FixedTeams(fixed: side, free: side, effect: effect, least: 10, most: 14)
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, findings: findings, to: folder)
        let summary = try Data(contentsOf: folder.appendingPathComponent("plan.json"))
        let written = try JSONSerialization.jsonObject(with: summary) as? [String: Any]
        let report = try #require(written?["report"] as? [String: Any])
        let stands = try #require(report["findings"] as? [String: Any])
        let fixed = try #require(stands["fixed_teams"] as? [String: Any])
        #expect((fixed["fixed"] as? [String: Any])?["unmet_contacts"] as? Int == 4)
        let dive = try #require((stands["deep_dives"] as? [[String: Any]])?.first)
        let sentence =
            "If O'Neil's people might work for trust (agreements.csv), 3 more contacts (1.5 hours) would be"
        #expect((dive["change"] as? String)?.hasPrefix(sentence) == true)
        #expect((dive["remedy"] as? [String: Any])?["kind"] as? String == "changes")
        #expect((dive["causes"] as? [[String: Any]])?.count == CauseMinutes.Cause.allCases.count)
        let booking = try #require((stands["bookings"] as? [[String: Any]])?.first)
        #expect(booking["staff"] as? String == "=1+1")
        #expect((stands["conversions"] as? [Any])?.count == 2)
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan == Fixture.plan)
    }

    @Test func aPlanWithoutFindingsHasNone() throws {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: Fixture.plan, week: Fixture.week, to: folder)
        let text = try String(contentsOf: folder.appendingPathComponent("plan.json"), encoding: .utf8)
        #expect(!text.contains("findings"))
    }
}
