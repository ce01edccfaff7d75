// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Plans that somebody changed by hand.
@Suite struct AuditCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    /// Changes the first line of a file that begins so; nil takes it out.
    private func change(_ file: String, _ start: String, to line: String?) throws {
        var lines = try place.text("plan/\(file)").split(separator: "\n").map(String.init)
        let index = try #require(lines.firstIndex { $0.hasPrefix(start) })
        lines[index] = line ?? ""
        try place.write(lines.joined(separator: "\n") + "\n", to: "plan/\(file)")
    }

    @Test func somebodySentToATeamThatMayNotHaveThemIsNamed() async throws {
        try await place.makePlan(of: week)
        try change(
            "deployments.csv", "PT-01,2026-11-23 am,", to: "PT-01,2026-11-23 am,quay-ward,rostered,240,75")
        let audit = try await place.skillmix("audit", week, "plan")
        #expect(audit.code == 1)
        #expect(audit.output.contains("PT-01"))
        #expect(audit.output.contains("2026-11-23 am"))
        #expect(audit.messages.hasPrefix("plan: "))
    }

    @Test func aContactTakenOutLeavesItsLineShort() async throws {
        try await place.makePlan(of: week)
        try change("contacts.csv", "N01,", to: nil)
        let audit = try await place.skillmix("audit", week, "plan")
        #expect(audit.code == 1)
        #expect(audit.output.contains("N01"))
    }

    @Test func aFigureThatWasMadeBetterIsNotBelieved() async throws {
        try await place.makePlan(of: week)
        let objective = try place.plan("plan").objective
        try change("plan.json", "  \"objective\": ", to: "  \"objective\": 1.0000,")
        let audit = try await place.skillmix("audit", week, "plan")
        #expect(audit.code == 1)
        #expect(audit.output.contains("£1.00"))
        #expect(audit.output.contains("£\(objective)"))
        #expect(audit.messages.hasPrefix("plan: keeps every rule, and costs £857.40; "), "\(audit.messages)")
    }

    @Test func aPlanThatCannotBeReadIsToldLineByLine() async throws {
        try await place.makePlan(of: week)
        try change(
            "deployments.csv", "PT-01,2026-11-23 am,", to: "PT-01,2026-12-23 am,north-home,rosterd,240,75")
        let audit = try await place.skillmix("audit", week, "plan")
        #expect(audit.code == 2)
        #expect(
            audit.messages.contains("plan/deployments.csv:2:7: error: session '2026-12-23 am' is outside"))
        #expect(audit.messages.contains("booking 'rosterd' is not known"))
        #expect(audit.output.isEmpty)
    }

    @Test func theVerdictStandsLastWhereBothOutputsGoToOneFile() async throws {
        try await place.makePlan(of: week)
        try change("contacts.csv", "N01,", to: nil)
        let audit = try await place.shell("skillmix audit \(week) plan 2>&1")
        #expect(audit.output.split(separator: "\n").last?.hasPrefix("plan: ") == true)
    }

    @Test(arguments: ["none", "Rosters/first-week/staff.csv", "Rosters"])
    func whatIsNoPlanCannotBeAudited(_ path: String) async throws {
        let audit = try await place.skillmix("audit", week, path)
        #expect(audit.code == 2)
        #expect(audit.messages.hasSuffix("\(path): the plan cannot be read; nothing was done.\n"))
    }
}
