// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// Roles, competencies and activities by what the framework calls them, and numbers with their units: read where one thing
/// alone can be meant.
@Suite struct CalledNameTests {
    @Test func whatTheFrameworkCallsARoleACompetencyOrAnActivityIsReadWithOneNoticeAColumn() throws {
        let plain = try WeekFixture().read()
        let fixture = WeekFixture()
            .replacing(
                "{id: moving}", with: "{id: moving, name: \"Moves, and handles people\"}",
                in: WeekFixture.frameworkPath
            )
            .replacing(
                "id: session", with: "id: session\n    name: Rehab session", in: WeekFixture.frameworkPath
            )
            .replacing("ann,physio,", with: "ann,PHYSIOTHERAPIST;physio,", in: "staff.csv")
            .replacing("bo,support-worker,", with: "bo,Support worker,", in: "staff.csv")
            .replacing("bo,moving,", with: "bo,\"moves, and  handles people\",", in: "competencies.csv")
            .replacing(",session,", with: ",rehab session,", in: "demand.csv")
        let read = try fixture.read()
        #expect(read.week?.staff == plain.week?.staff && read.week?.demand == plain.week?.demand)
        #expect(read.week?.signOffs == plain.week?.signOffs)
        #expect(
            Probe.lines(read.diagnostics) == [
                "competencies.csv:4:4: notice: competency 'moves, and  handles people' is read as 'moving', which is called so",
                "demand.csv:2:10: notice: activity 'rehab session' is read as 'session', which is called so",
                "staff.csv:2:5: notice: role 'PHYSIOTHERAPIST' is read as 'physio', which is called so; so is 1 more cell",
            ])
    }

    @Test func aNameThatTwoRolesHaveIsAskedAboutOnce() throws {
        let problems = try WeekFixture()
            .replacing(
                "{id: student, kind", with: "{id: student, name: support-WORKER, kind",
                in: WeekFixture.frameworkPath
            )
            .replacing(",support-worker,", with: ",Support-worker,", in: "staff.csv").problems()
        #expect(
            problems == [
                "staff.csv:3:4: error: role 'Support-worker' is not in the framework: 2 are called so, in 2 rows, first line 3"
            ])
    }

    @Test func unitsThatFitTheirColumnAreReadWithOneNoticeAColumn() throws {
        let plain = try WeekFixture().read()
        let read = try WeekFixture()
            .replacing("37.5,48,22,", with: "37.5 hrs,48 hours,£22.00 per hour,", in: "staff.csv")
            .replacing("substantive,20,,14,", with: "substantive,20.0h,,14/hr,", in: "staff.csv").read()
        #expect(read.week?.staff == plain.week?.staff)
        #expect(
            Probe.lines(read.diagnostics) == [
                "staff.csv:2:40: notice: contract_hours '37.5 hrs' is read as 37.5; so is every contract_hours of that form",
                "staff.csv:2:49: notice: max_hours '48 hours' is read as 48; so is every max_hours of that form",
                "staff.csv:2:58: notice: hourly_cost '£22.00 per hour' is read as 22.00; so is every hourly_cost of that form",
            ])
    }

    @Test func aLevelMayBeCalledOne() throws {
        let plain = try WeekFixture().read()
        let read = try WeekFixture().replacing(
            "bo,moving,2,", with: "bo,moving,Level 2,", in: "competencies.csv"
        )
        .read()
        #expect(read.week != nil && read.week?.signOffs == plain.week?.signOffs)
    }

    @Test(arguments: ["30 mins", "2 days", "37.5 hrs 2", "hrs", "Level 3"])
    func whatIsInAnotherUnitIsNoHours(_ text: String) throws {
        let problems = try WeekFixture().replacing("37.5,48,", with: "\(text),48,", in: "staff.csv")
            .problems()
        #expect(
            problems.count == 1
                && problems[0].hasPrefix("staff.csv:2:40: error: contract_hours '\(text)' is "))
    }
}
